//! Who may drive the window from outside: the tests of a debug build, and nobody in a release.
//!
//! Tauri lets any program that sets an environment variable steer the page through WebDriver. The tests of the real
//! window need that; on an office's machine it would be a door to its contacts, so a release refuses to start with it.

const VARIABLE: &str = "TAURI_WEBVIEW_AUTOMATION";

pub fn refuse_in_release() {
    if !cfg!(debug_assertions) && std::env::var_os(VARIABLE).is_some() {
        eprintln!(
            "Roster doesn't start while {VARIABLE} is set: only a debug build may be driven from outside."
        );
        std::process::exit(2);
    }
}
