//! What the page may do at all, listed: Tauri's permissions, its content security policy, and the shell's own commands.
//! Whoever adds to one of them has to add it here too, and so to think about it.

use serde_json::{Value, json};

const CONFIGURATION: &str = include_str!("../tauri.conf.json");
const MAIN: &str = include_str!("main.rs");

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_page_is_granted_two_permissions_and_no_more() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/capabilities");
    let files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(files.len(), 1, "{files:?}");
    let capability = read(&std::fs::read_to_string(&files[0]).unwrap());
    assert_eq!(
        capability["permissions"],
        json!(["core:event:allow-listen", "core:event:allow-unlisten"])
    );
    assert_eq!(capability["windows"], json!(["main"]));
    for wider in ["remote", "webviews", "local", "platforms"] {
        assert_eq!(capability[wider], Value::Null, "{wider}");
    }
}

#[test]
fn the_page_loads_nothing_but_itself() {
    let app = &read(CONFIGURATION)["app"];
    assert_eq!(
        app["security"],
        json!({
            "capabilities": ["main"],
            "freezePrototype": true,
            "csp": {
                "default-src": "'self'",
                "script-src": "'self'",
                "style-src": "'self'",
                "font-src": "'self'",
                "img-src": "'self' data:",
                "connect-src": "ipc: http://ipc.localhost",
                "object-src": "'none'",
                "base-uri": "'none'",
                "form-action": "'none'",
                "frame-ancestors": "'none'"
            }
        })
    );
    assert_eq!(app["withGlobalTauri"], json!(false));
    assert_eq!(
        app["windows"],
        json!([]),
        "the shell makes the window itself"
    );
    assert_eq!(read(CONFIGURATION)["plugins"], Value::Null);
}

#[test]
fn these_commands_are_all_that_the_page_can_call() {
    let list = MAIN.split_once("generate_handler![").unwrap().1;
    let commands: Vec<&str> = list
        .split_once(']')
        .unwrap()
        .0
        .split(',')
        .map(str::trim)
        .filter(|command| !command.is_empty())
        .collect();
    assert_eq!(
        commands,
        [
            "attached::open_attached",
            "calls::call",
            "calls::cancel",
            "external::open_external",
            "external::reveal",
            "files::initial_files",
            "locking::lock_state",
            "locking::lock_workspace",
            "locking::passphrase_change",
            "locking::unlock_workspace",
            "pickers::pick_files",
            "pickers::pick_folder",
            "pickers::pick_save",
            "pickers::pick_spreadsheet",
            "pickers::pick_picture",
            "pickers::pick_statement",
            "preferences::set_language",
            "preferences::set_theme",
            "rescue::rescue_examine",
            "rescue::rescue_restore",
            "rescue::rescue_salvage",
            "workspaces::new_workspace",
            "workspaces::open_workspace",
        ]
    );
}
