//! Tells the page what to ask for again after a change was committed, here or by another program.

use std::time::Duration;

use roster_core::{Topic, Workspace};
use tauri::async_runtime::{self, JoinHandle};
use tauri::{AppHandle, Emitter};
use tokio::select;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{MissedTickBehavior, interval};

/// How long a change of the command line may stay unseen.
const GLANCE: Duration = Duration::from_secs(2);

/// Passes the news of a workspace on until it is closed or the task is aborted.
pub fn relay(app: AppHandle, workspace: &Workspace) -> JoinHandle<()> {
    let mut news = workspace.subscribe();
    let workspace = workspace.clone();
    async_runtime::spawn(async move {
        let mut glances = interval(GLANCE);
        glances.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let said = select! {
                said = news.recv() => said,
                _ = glances.tick() => {
                    // What it finds comes as news like all other. A look that fails is made again.
                    drop(workspace.look_elsewhere().await);
                    continue;
                }
            };
            let topics = match said {
                Ok(stale) => stale.topics,
                // Some news was missed, so anything may be stale.
                Err(RecvError::Lagged(_)) => Topic::ALL.to_vec(),
                Err(RecvError::Closed) => return,
            };
            drop(app.emit("stale", topics));
        }
    })
}
