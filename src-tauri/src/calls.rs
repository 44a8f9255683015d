//! The page's way to the core: one command that runs an operation by its name, and one that cancels a job.

use roster_core::operations::Operation;
use roster_core::progress::{Job, Progress};
use roster_core::{Error, operations};
use serde_json::Value;
use tauri::ipc::Channel;
use tauri::{State, async_runtime};

use crate::desk::Desk;
use crate::failure::Result;
use crate::jobs::Jobs;
use crate::picked::Picked;

/// Runs the operation `name` on the open workspace. A call with a `job` can be cancelled by that id.
#[tauri::command]
pub async fn call(
    desk: State<'_, Desk>,
    jobs: State<'_, Jobs>,
    picked: State<'_, Picked>,
    name: String,
    input: Value,
    job: Option<String>,
    progress: Channel<Progress>,
) -> Result<Value> {
    picked.check(&name, &input)?;
    let workspace = desk.workspace()?;
    // The page may have gone; the job goes on or is cancelled all the same.
    let running = Job::new(move |step| drop(progress.send(step)));
    let _listed = job
        .map(|id| jobs.enter(id, running.cancel_handle()))
        .transpose()?;
    // On a thread that may block: an import writes without pause and must not keep other calls from being answered.
    let shows_contacts = name == Operation::ContactsPage.name();
    let work =
        move || async_runtime::block_on(operations::call(&workspace, &name, input, &running));
    let done = async_runtime::spawn_blocking(work).await;
    if shows_contacts {
        desk.has_shown_contacts();
    }
    Ok(done.map_err(|e| Error::Call {
        detail: e.to_string(),
    })??)
}

/// Asks a job to stop. One that has ended already is left as it is.
#[tauri::command]
pub fn cancel(jobs: State<'_, Jobs>, job: &str) {
    jobs.cancel(job);
}
