//! Tells the page what to ask for again after a change was committed.

use roster_core::{Topic, Workspace};
use tauri::async_runtime::{self, JoinHandle};
use tauri::{AppHandle, Emitter};
use tokio::sync::broadcast::error::RecvError;

/// Passes the news of a workspace on until it is closed or the task is aborted.
pub fn relay(app: AppHandle, workspace: &Workspace) -> JoinHandle<()> {
    let mut news = workspace.subscribe();
    async_runtime::spawn(async move {
        loop {
            let topics = match news.recv().await {
                Ok(stale) => stale.topics,
                // Some news was missed, so anything may be stale.
                Err(RecvError::Lagged(_)) => Topic::ALL.to_vec(),
                Err(RecvError::Closed) => return,
            };
            drop(app.emit("stale", topics));
        }
    })
}
