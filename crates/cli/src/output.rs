//! Writes answers: a table or sentences for people, with `--json` exactly one JSON document.

use std::io::{IsTerminal, Write};

use serde::Serialize;
use serde_json::json;

use crate::failure::{Failure, Result};

pub struct Output<'a> {
    stdout: &'a mut dyn Write,
    stderr: &'a mut dyn Write,
    json: bool,
    quiet: bool,
}

impl<'a> Output<'a> {
    pub fn new(
        stdout: &'a mut dyn Write,
        stderr: &'a mut dyn Write,
        json: bool,
        quiet: bool,
    ) -> Self {
        Self {
            stdout,
            stderr,
            json,
            quiet,
        }
    }

    /// What was asked for: written in any case.
    pub fn answer<T: Serialize>(&mut self, value: &T, text: impl FnOnce() -> String) -> Result<()> {
        if self.json {
            serde_json::to_writer(&mut *self.stdout, value)?;
            self.stdout.write_all(b"\n")?;
        } else {
            self.stdout.write_all(text().as_bytes())?;
        }
        Ok(self.stdout.flush()?)
    }

    /// The confirmation of something done: people can switch it off with `--quiet`.
    pub fn done<T: Serialize>(&mut self, value: &T, text: impl FnOnce() -> String) -> Result<()> {
        if self.quiet && !self.json {
            return Ok(());
        }
        self.answer(value, text)
    }

    /// Writes how the command ended, where it has not said so itself, and returns its exit code.
    pub fn finish(mut self, result: Result<()>) -> u8 {
        let Err(failure) = result else { return 0 };
        let code = failure.exit_code();
        match self.failure(&failure) {
            Ok(()) => code,
            Err(failure) => failure.exit_code().max(code),
        }
    }

    fn failure(&mut self, failure: &Failure) -> Result<()> {
        match failure {
            Failure::Answered => Ok(()),
            Failure::Stream(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            Failure::Usage(error) if !error.use_stderr() => self.help(error),
            Failure::Usage(error) => {
                write!(self.stderr, "{}", error.render())?;
                self.failure_document(failure)
            }
            _ if self.json => self.failure_document(failure),
            _ => self.failure_sentence(failure),
        }
    }

    fn help(&mut self, error: &clap::Error) -> Result<()> {
        let text = error.render();
        if self.json {
            return self.answer(&json!({ "text": text.to_string().trim_end() }), String::new);
        }
        let text = if std::io::stdout().is_terminal() {
            text.ansi().to_string()
        } else {
            text.to_string()
        };
        self.answer(&(), || text)
    }

    fn failure_document(&mut self, failure: &Failure) -> Result<()> {
        if !self.json {
            return Ok(());
        }
        self.answer(&json!({ "error": failure.shown() }), String::new)
    }

    fn failure_sentence(&mut self, failure: &Failure) -> Result<()> {
        let shown = failure.shown();
        writeln!(self.stderr, "{}", shown.message)?;
        if let Some(hint) = shown.hint {
            writeln!(self.stderr, "{hint}")?;
        }
        Ok(())
    }
}
