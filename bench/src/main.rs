//! The measuring half of `npm run bench` (scripts/bench.mjs): makes contacts up, measures a process, searches.
//!
//! Each command prints one JSON document; what is compared with what, and the limits, are the script's matter.

mod cells;
mod crowd;
mod generate;
mod measure;
mod people;
mod search;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[derive(Debug, Parser)]
#[command(about = "Measures Roster; `npm run bench` calls it")]
enum Command {
    /// Make up contacts, the same for the same seed.
    Generate {
        #[arg(long)]
        rows: u32,
        #[arg(long, default_value_t = 1)]
        seed: u64,
        #[arg(long)]
        csv: PathBuf,
        #[arg(long)]
        xlsx: PathBuf,
    },
    /// Run a program; print its processor time, its time by the clock and its largest memory.
    Measure {
        #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
        command: Vec<String>,
    },
    /// Walk through the cells of a workbook with calamine and do nothing with them.
    Cells { file: PathBuf },
    /// Filter a crowd and count its groups as the window does.
    Crowd {
        workspace: PathBuf,
        /// The file that the workspace was imported from: its values are asked for.
        csv: PathBuf,
    },
    /// Search and page in a workspace as the window does.
    Search {
        workspace: PathBuf,
        /// The file that the workspace was imported from: its words are searched for.
        csv: PathBuf,
    },
}

fn main() -> ExitCode {
    let outcome = match Command::parse() {
        Command::Generate {
            rows,
            seed,
            csv,
            xlsx,
        } => generate::generate(rows, seed, &csv, &xlsx),
        Command::Measure { command } => measure::measure(&command),
        Command::Cells { file } => cells::walk(&file),
        Command::Crowd { workspace, csv } => crowd::crowd(&workspace, &csv),
        Command::Search { workspace, csv } => search::search(&workspace, &csv),
    };
    match outcome {
        Ok(answer) => {
            println!("{answer}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
