//! What a command ends with when it does not end well, and the exit code of each kind.

use std::io;

use serde::Serialize;

pub type Result<T, E = Failure> = std::result::Result<T, E>;

pub const FAILED: u8 = 1;
pub const USAGE: u8 = 2;
pub const CANCELLED: u8 = 130;

#[derive(Debug)]
pub enum Failure {
    /// Refused or failed in the core; nothing was changed.
    Core(roster_core::Error),
    /// The arguments contradict what the file or the workspace holds.
    Told {
        code: &'static str,
        message: String,
        hint: String,
    },
    /// Wrong usage, or clap's answer to `--help` and `--version`.
    Usage(clap::Error),
    /// Standard input or output broke.
    Stream(io::Error),
    /// The command has answered, and its answer is that something is wrong.
    Answered,
}

/// A failure as `--json` shows it.
#[derive(Debug, Serialize)]
pub struct Shown {
    pub code: String,
    pub message: String,
    pub hint: Option<String>,
}

impl Failure {
    pub fn told(code: &'static str, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Told {
            code,
            message: message.into(),
            hint: hint.into(),
        }
    }

    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Core(roster_core::Error::Cancelled) => CANCELLED,
            Self::Usage(error) if !error.use_stderr() => 0,
            Self::Usage(_) => USAGE,
            // Whoever reads the pipe has read enough (`roster contacts | head`).
            Self::Stream(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Core(_) | Self::Told { .. } | Self::Stream(_) | Self::Answered => FAILED,
        }
    }

    pub fn shown(&self) -> Shown {
        let (code, message, hint) = match self {
            Self::Core(error) => (error.code().to_owned(), error.to_string(), error.hint()),
            Self::Told {
                code,
                message,
                hint,
            } => ((*code).to_owned(), message.clone(), Some(hint.clone())),
            Self::Usage(error) => ("usage".into(), usage_message(error), Some(HELP.into())),
            Self::Stream(error) => (
                "io".into(),
                format!("The answer could not be written: {error}."),
                None,
            ),
            Self::Answered => ("problems".into(), "Problems were found.".into(), None),
        };
        Shown {
            code,
            message,
            hint,
        }
    }
}

const HELP: &str = "`roster help` and `roster help COMMAND` say what can be written.";

/// The first paragraph of clap's text, without its `error: `.
fn usage_message(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let first = text.split("\n\n").next().unwrap_or(&text);
    first.trim().trim_start_matches("error: ").to_owned()
}

impl From<roster_core::Error> for Failure {
    fn from(error: roster_core::Error) -> Self {
        Self::Core(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Stream(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Stream(error.into())
    }
}
