//! `roster completions`: what a shell needs to complete commands and options.

use clap::{Args, CommandFactory};
use clap_complete::Shell;
use serde_json::json;

use super::Context;
use crate::failure::Result;

/// Print the completions for a shell.
///
/// For example: roster completions bash > ~/.local/share/bash-completion/completions/roster
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell.
    shell: Shell,
}

impl Completions {
    pub fn run(self, context: &mut Context) -> Result<()> {
        let mut script = Vec::new();
        clap_complete::generate(
            self.shell,
            &mut crate::args::Args::command(),
            "roster",
            &mut script,
        );
        let script = String::from_utf8_lossy(&script).into_owned();
        context.out.answer(
            &json!({ "shell": self.shell.to_string(), "script": script }),
            || script.clone(),
        )
    }
}
