//! `roster man`: the manual page.

use clap::{Args, CommandFactory};
use clap_mangen::Man as Page;
use serde_json::json;

use super::Context;
use crate::failure::Result;

/// Print the manual page; `roster man | man -l -` shows it.
#[derive(Debug, Args)]
pub struct Man {}

impl Man {
    pub fn run(self, context: &mut Context) -> Result<()> {
        let mut command = crate::args::Args::command();
        // Gives the commands their whole names, such as `roster-import`.
        command.build();
        let mut page = Vec::new();
        Page::new(command.clone()).render(&mut page)?;
        for sub in command.get_subcommands() {
            Page::new(sub.clone()).render(&mut page)?;
        }
        let page = String::from_utf8_lossy(&page).into_owned();
        context.out.answer(&json!({ "man": page }), || page.clone())
    }
}
