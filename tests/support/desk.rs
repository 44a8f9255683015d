//! A folder with a workspace, and `roster` run on it in this process.

use std::path::{Path, PathBuf};

use roster_cli::Streams;
use serde_json::Value;
use tempfile::TempDir;

/// A fresh folder; the workspace is made by the first command that writes.
pub struct Desk {
    folder: TempDir,
}

/// How a command ended.
#[derive(Debug)]
pub struct Answer {
    pub code: u8,
    pub stdout: String,
    pub stderr: String,
}

impl Desk {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn workspace(&self) -> PathBuf {
        self.path("desk.roster")
    }

    /// Writes a file into the folder and returns its path.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        text(&path)
    }

    /// Runs a command as a script would, with `--json`.
    pub fn roster(&self, args: &[&str]) -> Answer {
        self.roster_reading(args, b"")
    }

    pub fn roster_reading(&self, args: &[&str], stdin: &[u8]) -> Answer {
        let workspace = text(&self.workspace());
        let all = [&["--workspace", &workspace, "--json"], args].concat();
        self.run(&all, stdin)
    }

    fn run(&self, args: &[&str], stdin: &[u8]) -> Answer {
        run_on(Some(self.path(".machine")), args, stdin)
    }

    /// Runs a command as a person would, without `--json`.
    pub fn told(&self, args: &[&str]) -> Answer {
        let workspace = text(&self.workspace());
        self.run(&[&["--workspace", &workspace], args].concat(), b"")
    }

    /// Imports a csv file of these lines.
    pub fn import_csv(&self, lines: &[&str], options: &[&str]) -> Value {
        let file = self.file("people.csv", lines.join("\r\n"));
        self.roster(&[&["import", &file], options].concat()).done()
    }

    /// The contacts that a search finds, in the order of the list.
    pub fn find(&self, search: &str) -> Vec<Value> {
        self.contacts(&["--search", search])
    }

    pub fn contacts(&self, options: &[&str]) -> Vec<Value> {
        let answer = self
            .roster(&[&["contacts", "--limit", "100000"], options].concat())
            .done();
        let contacts = answer["contacts"].as_array().unwrap().clone();
        assert_eq!(
            answer["total"],
            contacts.len(),
            "the total is that of all that match"
        );
        contacts
    }

    /// The one contact that a search finds.
    pub fn the(&self, search: &str) -> Value {
        let found = self.find(search);
        assert_eq!(found.len(), 1, "{search} finds {found:#?}");
        found.into_iter().next().unwrap()
    }

    pub fn stats(&self) -> Value {
        self.roster(&["stats"]).done()
    }

    /// Every rule of Roster holds in this workspace.
    pub fn assert_sound(&self) {
        assert_eq!(
            self.roster(&["check"]).done()["problems"],
            serde_json::json!([])
        );
    }
}

/// On a machine that remembers nothing.
pub fn run(args: &[&str], stdin: &[u8]) -> Answer {
    run_on(None, args, stdin)
}

fn run_on(data: Option<PathBuf>, args: &[&str], stdin: &[u8]) -> Answer {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let mut streams = Streams {
        stdin: &mut &*stdin,
        stdout: &mut stdout,
        stderr: &mut stderr,
        data,
        progress: false,
    };
    let code = roster_cli::run(
        std::iter::once("roster").chain(args.iter().copied()),
        &mut streams,
    );
    Answer {
        code,
        stdout: String::from_utf8(stdout).unwrap(),
        stderr: String::from_utf8(stderr).unwrap(),
    }
}

impl Answer {
    /// The answer's one JSON document.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|e| panic!("{e}: {self:?}"))
    }

    /// The answer of a command that must have succeeded.
    #[track_caller]
    pub fn done(&self) -> Value {
        assert_eq!(self.code, 0, "{} {}", self.stdout, self.stderr);
        self.json()
    }

    /// The error of a command that must have failed, with what people need to know.
    #[track_caller]
    pub fn failed(&self) -> Value {
        assert_eq!(self.code, 1, "{} {}", self.stdout, self.stderr);
        let error = self.json()["error"].clone();
        for part in ["code", "message"] {
            assert!(
                error[part].as_str().is_some_and(|t| !t.is_empty()),
                "no {part} in {error}"
            );
        }
        error
    }
}

pub fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// The points of one kind as (value, normalized, status).
pub fn points(contact: &Value, kind: &str) -> Vec<(String, String, String)> {
    let points = contact["points"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|p| p["kind"] == kind);
    let part = |point: &Value, key: &str| point[key].as_str().unwrap_or_default().to_owned();
    points
        .map(|p| (part(p, "value"), part(p, "normalized"), part(p, "status")))
        .collect()
}

/// The normalized values of the points of one kind.
pub fn normalized(contact: &Value, kind: &str) -> Vec<String> {
    points(contact, kind)
        .into_iter()
        .map(|(_, normalized, _)| normalized)
        .collect()
}

pub fn names(contacts: &[Value]) -> Vec<&str> {
    contacts
        .iter()
        .map(|c| c["name"].as_str().unwrap())
        .collect()
}

/// How an import's rows came out: created, updated, unchanged, duplicates, rejected. They must add up to the rows.
#[track_caller]
pub fn counts(report: &Value) -> [u64; 5] {
    let counts = ["created", "updated", "unchanged", "duplicates", "rejected"]
        .map(|key| report[key].as_u64().unwrap());
    assert_eq!(
        report["rows"].as_u64(),
        Some(counts.iter().sum()),
        "the counts add up: {report:#}"
    );
    let reasons: u64 = report["reasons"]
        .as_object()
        .unwrap()
        .values()
        .map(|n| n.as_u64().unwrap())
        .sum();
    assert_eq!(
        reasons, counts[4],
        "every rejected row has one reason: {report:#}"
    );
    counts
}
