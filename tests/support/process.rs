//! The real program as a process of its own.

use std::path::Path;
use std::process::{Command, Output, Stdio};

/// `roster --workspace WORKSPACE --json`, to be given the command.
pub fn roster(workspace: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roster-under-test"));
    command
        .env_remove("ROSTER_WORKSPACE")
        .env_remove("ROSTER_PASSPHRASE")
        .env_remove("ROSTER_NEW_PASSPHRASE")
        .env_remove("ROSTER_AS")
        .env_remove("ROSTER_PIN")
        .env_remove("ROSTER_TODAY")
        .env("ROSTER_DATA_DIR", workspace.with_extension("machine"));
    command.arg("--workspace").arg(workspace).arg("--json");
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// The same with its address space limited, so that a file that asks for too much memory ends it.
#[cfg(target_os = "linux")]
pub fn roster_within(megabytes: u64, workspace: &Path) -> Command {
    let mut command = Command::new("sh");
    let limited = format!("ulimit -v {} && exec \"$0\" \"$@\"", megabytes * 1024);
    command
        .arg("-c")
        .arg(limited)
        .arg(env!("CARGO_BIN_EXE_roster-under-test"));
    command.env("ROSTER_DATA_DIR", workspace.with_extension("machine"));
    command.arg("--workspace").arg(workspace).arg("--json");
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

pub fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {output:?}"))
}
