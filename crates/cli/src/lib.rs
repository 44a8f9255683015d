//! The command line of Roster: arguments become operations of the core, answers become tables or JSON.
//!
//! `args` says what can be written, `commands` holds a file for each command, `output` writes the answers, and
//! `failure` turns what went wrong into words and exit codes. The rules of contacts, imports and groups are the
//! core's; nothing here knows the database. CLI.md is the contract: names, JSON keys and exit codes stay.

pub mod args;
mod choosing;
mod choosing_organizations;
mod commands;
mod failure;
mod output;
mod passphrase;
mod progress;
mod reading;
mod table;
mod words;
mod workspace;

use std::ffi::OsString;
use std::io::{BufWriter, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use roster_core::CancelHandle;
use roster_core::workspace::data_folder;

use crate::args::Args;
use crate::commands::Context;
use crate::failure::{Failure, Result};
use crate::output::Output;

/// Where a run reads and writes.
pub struct Streams<'a> {
    pub stdin: &'a mut dyn Read,
    pub stdout: &'a mut dyn Write,
    pub stderr: &'a mut dyn Write,
    /// Roster's own folder on this machine; nothing is remembered without.
    pub data: Option<PathBuf>,
    /// Progress may be drawn: the process's standard error is a terminal.
    pub progress: bool,
}

/// Runs with the arguments and streams of this process.
pub fn main() -> ExitCode {
    let mut streams = Streams {
        stdin: &mut std::io::stdin().lock(),
        stdout: &mut BufWriter::new(std::io::stdout().lock()),
        stderr: &mut std::io::stderr(),
        data: Some(data_folder()),
        progress: std::io::stderr().is_terminal(),
    };
    ExitCode::from(run(std::env::args_os(), &mut streams))
}

/// Runs one command; `args` begins with the program's name. Returns the exit code: 0 done, 1 failed, 2 wrong usage,
/// 130 cancelled.
pub fn run(args: impl IntoIterator<Item = impl Into<OsString>>, streams: &mut Streams) -> u8 {
    let args: Vec<OsString> = args.into_iter().map(Into::into).collect();
    let parsed = Args::try_parse_from(&args);
    let (json, quiet) = match &parsed {
        Ok(args) => (args.global.json, args.global.quiet),
        Err(_) => (
            args.iter()
                .take_while(|a| *a != "--")
                .any(|a| a == "--json"),
            false,
        ),
    };
    let progress = streams.progress && !quiet;
    let mut out = Output::new(streams.stdout, streams.stderr, json, quiet);
    let result = match parsed {
        Ok(mut args) => {
            args.global.data = streams.data.take();
            start(args, streams.stdin, &mut out, progress)
        }
        Err(error) => Err(Failure::Usage(error)),
    };
    out.finish(result)
}

/// Two threads: one that runs the command, one that notices Ctrl-C meanwhile.
fn start(args: Args, stdin: &mut dyn Read, out: &mut Output, progress: bool) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let (job, bar) = progress::job(progress);
    let result = runtime.block_on(async {
        tokio::spawn(cancel_on_interrupt(job.cancel_handle()));
        let mut context = Context {
            global: &args.global,
            out,
            stdin,
            job: &job,
        };
        commands::run(args.command, &mut context).await
    });
    bar.finish_and_clear();
    result
}

/// The first Ctrl-C asks the job to stop, which leaves the workspace as it was; the second doesn't wait for it.
async fn cancel_on_interrupt(cancel: CancelHandle) {
    if tokio::signal::ctrl_c().await.is_ok() {
        cancel.cancel();
    }
    if tokio::signal::ctrl_c().await.is_ok() {
        std::process::exit(i32::from(failure::CANCELLED));
    }
}
