//! The desktop shell of Roster: window, native menu, pickers, dropped files and events around the core.
//!
//! It hands the page's calls to the core's operations and knows nothing about contacts itself. A rule about data
//! belongs in the core, where the command line finds it too.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod attached;
mod automation;
mod calls;
mod desk;
mod external;
mod failure;
mod files;
mod jobs;
mod lock;
mod locking;
mod menu;
mod picked;
mod pickers;
mod preferences;
#[cfg(test)]
mod reach;
mod rescue;
mod stale;
mod startup;
mod window;
mod words;
mod workspaces;

use tauri::{Manager, RunEvent};
use tauri_plugin_window_state::StateFlags;

/// Everything about the window but its visibility: it shows itself once it has something to show.
const REMEMBERED: StateFlags = StateFlags::all().difference(StateFlags::VISIBLE);

/// An import passes millions of short texts from thread to thread, which the system's allocators are slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    automation::refuse_in_release();
    let files = files::Initial::from_arguments(
        std::env::args_os(),
        std::env::current_dir().ok().as_deref(),
    );
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(files::hand_over))
        .plugin(tauri_plugin_dialog::init())
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(REMEMBERED)
                .build(),
        )
        .manage(files)
        .manage(jobs::Jobs::default())
        .manage(desk::Desk::default())
        .manage(picked::Picked::default())
        .manage(rescue::Troubled::default())
        .manage(locking::Locked::default())
        .manage(attached::Opened::default())
        .manage(preferences::Store::load(preferences::file()))
        .on_menu_event(menu::chosen)
        .on_window_event(|window, event| files::dragged(window.app_handle(), event))
        .invoke_handler(tauri::generate_handler![
            attached::open_attached,
            calls::call,
            calls::cancel,
            external::open_external,
            external::reveal,
            files::initial_files,
            locking::lock_state,
            locking::lock_workspace,
            locking::passphrase_change,
            locking::unlock_workspace,
            pickers::pick_files,
            pickers::pick_folder,
            pickers::pick_save,
            pickers::pick_spreadsheet,
            pickers::pick_picture,
            pickers::pick_statement,
            preferences::set_language,
            preferences::set_theme,
            rescue::rescue_examine,
            rescue::rescue_restore,
            rescue::rescue_salvage,
            workspaces::new_workspace,
            workspaces::open_workspace,
        ])
        .setup(|app| Ok(startup::begin(app.handle())?))
        .build(tauri::generate_context!())
        .expect("the window system of this machine starts")
        .run(|app, event| {
            if matches!(event, RunEvent::Exit) {
                workspaces::close(app);
                attached::clear(app);
            }
        });
}
