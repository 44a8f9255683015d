//! From the start of the program to the window: the workspace opens first, so that the page always finds one.
//!
//! A workspace that can't be opened is no end: the page says what is wrong with the file and offers ways on (`rescue.rs`). One
//! that another Roster has open is told by a native dialog, which offers another.

use roster_core::{Error, OpenMode, backup, workspace};
use tauri::{AppHandle, Manager, async_runtime};
use tauri_plugin_dialog::{
    DialogExt, MessageDialogButtons, MessageDialogKind, MessageDialogResult,
};
use tokio::sync::oneshot;

use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::preferences::Store;
use crate::rescue::Troubled;
use crate::words::{self, Words};
use crate::{locking, menu, pickers, window, workspaces};

pub fn begin(app: &AppHandle) -> tauri::Result<()> {
    menu::make(app)?;
    match async_runtime::block_on(open_default(app)) {
        Ok(()) => window::open(app, &title(app)),
        Err(Failure::Core(Error::PassphraseNeeded { .. })) => {
            async_runtime::block_on(locking::wait_at(app, &workspace::default_path()));
            window::open(app, &title(app))
        }
        Err(Failure::Core(error)) if !matches!(error, Error::Busy) => {
            app.state::<Troubled>().note(&workspace::default_path());
            window::open(app, &title(app))
        }
        Err(failure) => {
            async_runtime::spawn(offer_another(app.clone(), failure));
            Ok(())
        }
    }
}

/// The first start makes a workspace. One that the user chose must be there: an empty one in its place would look like
/// a loss.
async fn open_default(app: &AppHandle) -> Result<()> {
    let path = workspace::default_path();
    // One that has backups was there once.
    let mode = if workspace::is_remembered() || !backup::kept_in(&path).is_empty() {
        OpenMode::Existing
    } else {
        OpenMode::CreateIfMissing
    };
    workspaces::open(app, &path, mode).await
}

/// Asks until a workspace is open or the user quits.
async fn offer_another(app: AppHandle, mut failure: Failure) {
    loop {
        let words = words::of(app.state::<Store>().current().language);
        let opened = match tell(&app, &failure, words).await {
            MessageDialogResult::Custom(button) if button == words.open_another => {
                open_another(&app).await
            }
            MessageDialogResult::Custom(button) if button == words.make_new => make_new(&app).await,
            _ => return app.exit(1),
        };
        match opened {
            Ok(true) => return show(&app),
            Ok(false) => {}
            Err(next) => failure = next,
        }
    }
}

/// Answers whether the user chose a workspace.
async fn open_another(app: &AppHandle) -> Result<bool> {
    let Some(path) = pickers::workspace_to_open(app).await else {
        return Ok(false);
    };
    workspaces::change(app, &path, OpenMode::Existing)
        .await
        .map(|_| true)
}

/// Answers whether the user named a workspace.
async fn make_new(app: &AppHandle) -> Result<bool> {
    let Some(path) = pickers::workspace_to_make(app).await else {
        return Ok(false);
    };
    workspaces::make(app, &path).await.map(|_| true)
}

async fn tell(app: &AppHandle, failure: &Failure, words: &Words) -> MessageDialogResult {
    let (answer, answered) = oneshot::channel();
    let buttons = MessageDialogButtons::YesNoCancelCustom(
        words.open_another.into(),
        words.make_new.into(),
        words.quit.into(),
    );
    app.dialog()
        .message(failure.told())
        .title("Roster")
        .kind(MessageDialogKind::Error)
        .buttons(buttons)
        .show_with_result(|result| drop(answer.send(result)));
    answered.await.unwrap_or_default()
}

/// Windows are made on the main thread.
fn show(app: &AppHandle) {
    let handle = app.clone();
    let made = app.run_on_main_thread(move || {
        if let Err(error) = window::open(&handle, &title(&handle)) {
            eprintln!("The window could not be made: {error}");
            handle.exit(1);
        }
    });
    if made.is_err() {
        app.exit(1);
    }
}

fn title(app: &AppHandle) -> String {
    app.state::<Desk>()
        .workspace()
        .map(|open| workspaces::name(open.path()))
        .unwrap_or_default()
}
