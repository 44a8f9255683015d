//! What the page gets when a command fails: the core's errors as they are, and the shell's own in the same shape.
//!
//! A code exists only while the page or the shell acts on it.

use serde::Serialize;
use serde_json::{Value, json};

pub type Result<T> = std::result::Result<T, Failure>;

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Failure {
    Core(roster_core::Error),
    Shell(Complaint),
}

/// An error of the shell itself. `code` is stable, `params` holds what the message names.
#[derive(Debug, Serialize)]
pub struct Complaint {
    pub code: &'static str,
    pub message: String,
    pub hint: Option<&'static str>,
    pub params: Value,
}

impl Failure {
    pub fn workspace_in_use(path: &str) -> Self {
        Self::shell(
            "workspace_in_use",
            format!("{path} is open in another Roster."),
            "Close it there, or choose another workspace.",
            json!({ "path": path }),
        )
    }

    pub fn workspace_exists(path: &str) -> Self {
        Self::shell(
            "workspace_exists",
            format!("There is a file at {path} already. It was left as it is."),
            "Choose another name, or open that file as a workspace.",
            json!({ "path": path }),
        )
    }

    /// The page named a file that the user did not choose.
    pub fn not_picked(path: &str) -> Self {
        Self::shell(
            "not_picked",
            format!("Roster touches only files that you chose, and {path} is none of them."),
            "Choose the file in the picker, or drop it on the window.",
            json!({ "path": path }),
        )
    }

    pub fn job_under_way() -> Self {
        Self::shell(
            "job_under_way",
            "An import or export is under way in this workspace.".into(),
            "Let it finish or cancel it, then try again.",
            json!({}),
        )
    }

    pub fn not_opened(target: &str, detail: &str) -> Self {
        Self::shell(
            "not_opened",
            format!("The system could not open {target}: {detail}"),
            "Set a program for this kind of address in the system's settings.",
            json!({ "target": target }),
        )
    }

    pub fn address_refused(url: &str) -> Self {
        Self::call(format!(
            "{url} is no phone number, e-mail address or web page to open"
        ))
    }

    pub fn job_taken(id: String) -> Self {
        Self::call(format!("a job named {id} is running already"))
    }

    pub fn no_workspace() -> Self {
        Self::call("no workspace is open".into())
    }

    /// A mistake of the page rather than of the person before it.
    fn call(detail: String) -> Self {
        Self::Core(roster_core::Error::Call { detail })
    }

    fn shell(code: &'static str, message: String, hint: &'static str, params: Value) -> Self {
        Self::Shell(Complaint {
            code,
            message,
            hint: Some(hint),
            params,
        })
    }

    /// What happened and what to do, for a native dialog.
    pub fn told(&self) -> String {
        let (message, hint) = match self {
            Self::Core(error) => (error.to_string(), error.hint()),
            Self::Shell(complaint) => {
                (complaint.message.clone(), complaint.hint.map(str::to_owned))
            }
        };
        [Some(message), hint]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("\n\n")
    }
}

impl From<roster_core::Error> for Failure {
    fn from(error: roster_core::Error) -> Self {
        Self::Core(error)
    }
}

/// Work that blocks, away from the threads that answer the window.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> roster_core::Result<T> + Send + 'static,
) -> Result<T> {
    let done = tauri::async_runtime::spawn_blocking(work).await;
    done.map_err(|e| Failure::call(e.to_string()))?
        .map_err(Failure::Core)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_reach_the_page_in_one_shape() {
        for failure in [
            Failure::no_workspace(),
            Failure::workspace_in_use("/a.roster"),
        ] {
            let sent = serde_json::to_value(&failure).unwrap();
            let keys: Vec<_> = sent
                .as_object()
                .unwrap()
                .keys()
                .map(String::as_str)
                .collect();
            assert_eq!(keys, ["code", "hint", "message", "params"], "{sent}");
        }
    }

    #[test]
    fn a_dialog_says_what_happened_and_what_to_do() {
        let told = Failure::workspace_in_use("/a.roster").told();
        assert_eq!(
            told,
            "/a.roster is open in another Roster.\n\nClose it there, or choose another workspace."
        );
    }
}
