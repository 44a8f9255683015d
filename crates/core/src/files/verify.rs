//! Comparing contents with their hashes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::list::{Row, rows_of};
use super::store::{Content, Meter, Store, total};
use super::sweep::{named, unnamed};
use super::types::{AttachedFile, FileState, FilesVerified, FilesVerify};
use crate::error::Result;
use crate::progress::{Job, Stage};
use crate::workspace::Workspace;

/// Reads the contents of one owner's files, or of all, each once.
///
/// # Errors
/// `Cancelled`.
pub async fn verify(ws: &Workspace, input: &FilesVerify, job: &Job) -> Result<FilesVerified> {
    let mut conn = ws.read().await?;
    let rows: Vec<Row> = match input.owner {
        Some(owner) => rows_of(&mut conn, owner).await?,
        None => {
            sqlx::query_as("SELECT * FROM files ORDER BY id")
                .fetch_all(&mut *conn)
                .await?
        }
    };
    drop(conn);
    let contents: BTreeSet<Content> = rows.iter().map(Row::content).collect();
    let bytes = total(&contents);
    let store = Store::of(ws.path());
    let mut meter = Meter::new(job, Stage::Verifying, bytes);
    let mut states = BTreeMap::new();
    for content in contents {
        let state = store.verify(&content, &mut meter)?;
        states.insert(content, state);
    }
    let mut problems = Vec::new();
    for row in rows {
        let state = states[&row.content()];
        if state != FileState::Whole {
            let mut file = row.shown(&store);
            file.state = state;
            problems.push(file);
        }
    }
    Ok(FilesVerified {
        checked: states.len() as u64,
        bytes,
        problems,
    })
}

/// What the integrity check says about attached files.
pub(crate) struct Looked {
    pub problems: Vec<String>,
    pub remarks: Vec<String>,
}

/// Files whose content is missing or changed are problems; contents that nothing names are a remark, as a kill may leave some.
pub(crate) async fn look(ws: &Workspace, job: &Job) -> Result<Looked> {
    let verified = verify(ws, &FilesVerify::default(), job).await?;
    let store = Store::of(ws.path());
    let left = unnamed(&store, &named(ws.path())?);
    Ok(Looked {
        problems: verified.problems.iter().map(problem).collect(),
        remarks: leftovers(&left).into_iter().collect(),
    })
}

fn problem(file: &AttachedFile) -> String {
    let (_, what, owner) = file.owner.table();
    let state = match file.state {
        FileState::Missing => "is missing from the folder of attached files",
        _ => "is not what was attached",
    };
    let AttachedFile { id, name, .. } = file;
    format!("The file {id} ({name}) of {what} {owner} {state}.")
}

fn leftovers(left: &[PathBuf]) -> Option<String> {
    let bytes: u64 = left
        .iter()
        .filter_map(|path| Some(path.metadata().ok()?.len()))
        .sum();
    let count = left.len();
    (count > 0).then(|| {
        format!("{count} contents ({bytes} bytes) of attached files are used by nothing; emptying the trash removes them.")
    })
}
