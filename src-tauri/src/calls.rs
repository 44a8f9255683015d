//! The page's way to the core: one command that runs an operation by its name, and one that cancels a job.

use roster_core::operations;
use roster_core::progress::{Job, Progress};
use serde_json::Value;
use tauri::State;
use tauri::ipc::Channel;

use crate::desk::Desk;
use crate::failure::Result;
use crate::jobs::Jobs;

/// Runs the operation `name` on the open workspace. A call with a `job` can be cancelled by that id.
#[tauri::command]
pub async fn call(
    desk: State<'_, Desk>,
    jobs: State<'_, Jobs>,
    name: String,
    input: Value,
    job: Option<String>,
    progress: Channel<Progress>,
) -> Result<Value> {
    let workspace = desk.workspace()?;
    // The page may have gone; the job goes on or is cancelled all the same.
    let running = Job::new(move |step| drop(progress.send(step)));
    let _listed = job
        .map(|id| jobs.enter(id, running.cancel_handle()))
        .transpose()?;
    Ok(operations::call(&workspace, &name, input, &running).await?)
}

/// Asks a job to stop. One that has ended already is left as it is.
#[tauri::command]
pub fn cancel(jobs: State<'_, Jobs>, job: &str) {
    jobs.cancel(job);
}
