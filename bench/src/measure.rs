//! A process's time and memory, as the system counts them.

use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::{Value, json};

use crate::Result;

/// Runs the command, its output thrown away. One child for each call, since the system keeps sums over all.
pub fn measure(command: &[String]) -> Result<Value> {
    let (program, args) = command.split_first().ok_or("no command")?;
    let start = Instant::now();
    let status = Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()?;
    let wall = start.elapsed().as_secs_f64();
    if !status.success() {
        return Err(format!("{program} ended with {status}").into());
    }
    let (cpu, peak_mb) = used()?;
    Ok(json!({ "cpu": cpu, "wall": wall, "peak_mb": peak_mb }))
}

/// Seconds of user and system time, and the largest resident memory in MB.
#[cfg(unix)]
fn used() -> Result<(f64, f64)> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let cpu = (usage.user_time() + usage.system_time()).num_microseconds() as f64 / 1e6;
    // Linux counts in kilobytes, macOS in bytes.
    let unit = if cfg!(target_os = "macos") {
        1e6
    } else {
        1024.0
    };
    Ok((cpu, usage.max_rss() as f64 / unit))
}

#[cfg(not(unix))]
fn used() -> Result<(f64, f64)> {
    Err("the processor time of a process is measured on Linux and macOS only".into())
}
