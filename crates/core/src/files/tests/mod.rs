//! Attached files in a temporary workspace.

mod attaching;
mod contents;
mod names;
mod trash;

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use super::attach::attach_up_to;
use super::*;
use crate::contacts::{self, ById, Selection};
use crate::error::{Error, Result};
use crate::journal::{UndoRequest, undo};
use crate::organizations::{self, OrganizationCreate, OrganizationKind};
use crate::progress::Job;
use crate::testing::{Temp, workspace};
use crate::trash::TrashEmpty;
use crate::workspace::check;

/// A workspace with a contact, and a folder of files to attach.
struct Desk {
    temp: Temp,
    folder: TempDir,
    contact: FileOwner,
}

async fn desk() -> Desk {
    let temp = workspace().await;
    let id = temp.create(&[("first_name", "Mia")]).await;
    Desk {
        temp,
        folder: tempfile::tempdir().unwrap(),
        contact: FileOwner::Contact { id },
    }
}

impl Desk {
    fn file(&self, name: &str, content: &str) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, content).unwrap();
        path.display().to_string()
    }

    async fn attach(&self, owner: FileOwner, paths: &[String]) -> Result<FilesAttached> {
        let paths = paths.to_vec();
        attach(&self.temp.ws, &FilesAttach { owner, paths }, &Job::silent()).await
    }

    /// One file of the contact; gives its row.
    async fn one(&self, name: &str, content: &str) -> AttachedFile {
        let path = self.file(name, content);
        let attached = self.attach(self.contact, &[path]).await.unwrap();
        attached.files.into_iter().next().unwrap()
    }

    async fn list(&self, owner: FileOwner) -> Vec<AttachedFile> {
        let listed = list(&self.temp.ws, &FilesRequest { owner }).await;
        listed.unwrap().files
    }

    async fn names(&self) -> Vec<String> {
        let files = self.list(self.contact).await;
        files.into_iter().map(|file| file.name).collect()
    }

    async fn state(&self) -> FileState {
        self.list(self.contact).await[0].state
    }

    async fn verified(&self) -> Vec<FileState> {
        let verified = verify(&self.temp.ws, &FilesVerify::default(), &Job::silent()).await;
        let problems = verified.unwrap().problems;
        problems.into_iter().map(|file| file.state).collect()
    }

    async fn detach(&self, ids: &[i64]) -> Result<contacts::BatchDone> {
        detach(&self.temp.ws, &FilesDetach { ids: ids.to_vec() }).await
    }

    async fn save(&self, id: i64, path: PathBuf) -> Result<FileSaved> {
        let path = path.display().to_string();
        save(&self.temp.ws, &FileSave { id, path }, &Job::silent()).await
    }

    async fn organization(&self) -> FileOwner {
        let input = OrganizationCreate {
            kind: OrganizationKind::Account,
            name: "Aurora".into(),
            set: Vec::new(),
        };
        let id = organizations::create(&self.temp.ws, &input)
            .await
            .unwrap()
            .organization
            .id;
        FileOwner::Organization { id }
    }

    fn content(&self, file: &AttachedFile) -> PathBuf {
        Store::of(self.temp.ws.path()).path(&file.hash).unwrap()
    }

    /// How many contents lie in the folder.
    fn kept(&self) -> usize {
        Store::of(self.temp.ws.path()).contents().len()
    }
}

/// Somebody writes over a content, which nobody may.
fn overwrite(path: &PathBuf, text: &str) {
    fs::remove_file(path).unwrap();
    fs::write(path, text).unwrap();
}
