use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use super::attach::attach_up_to;
use super::*;
use crate::contacts::{self, ById, Selection, TrashEmpty};
use crate::error::{Error, Result};
use crate::journal::{UndoRequest, undo};
use crate::organizations::{self, OrganizationCreate, OrganizationKind};
use crate::progress::Job;
use crate::testing::{Temp, workspace};
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

#[tokio::test]
async fn a_file_is_copied_and_the_source_left_as_it_was() {
    let desk = desk().await;
    let file = desk.one("Letter.txt", "Dear Mia").await;
    assert_eq!(
        (file.name.as_str(), file.size, file.kind, file.state),
        ("Letter.txt", 8, FileKind::Text, FileState::Whole)
    );
    assert_eq!(fs::read(desk.content(&file)).unwrap(), b"Dear Mia");
    let source = desk.folder.path().join("Letter.txt");
    assert_eq!(fs::read(&source).unwrap(), b"Dear Mia");
    fs::remove_file(source).unwrap();
    assert_eq!(desk.state().await, FileState::Whole);
    assert!(check(&desk.temp.ws).await.unwrap().ok);
}

#[tokio::test]
async fn the_same_content_is_kept_once_and_the_same_file_attached_once() {
    let desk = desk().await;
    let organization = desk.organization().await;
    let paths = [desk.file("a.txt", "same"), desk.file("b.txt", "same")];
    let attached = desk.attach(desk.contact, &paths).await.unwrap();
    assert_eq!((attached.files.len(), attached.already), (2, 0));
    desk.attach(organization, &paths[..1]).await.unwrap();
    assert_eq!(desk.kept(), 1);
    let again = desk.attach(desk.contact, &paths[..1]).await.unwrap();
    assert_eq!(
        (again.files.len(), again.already, again.batch),
        (0, 1, None)
    );
}

#[tokio::test]
async fn files_of_an_organization_and_of_its_contacts_stay_apart() {
    let desk = desk().await;
    let organization = desk.organization().await;
    desk.one("hers.txt", "hers").await;
    let path = desk.file("theirs.txt", "theirs");
    desk.attach(organization, &[path]).await.unwrap();
    assert_eq!(desk.names().await, ["hers.txt"]);
    assert_eq!(desk.list(organization).await[0].name, "theirs.txt");
}

#[tokio::test]
async fn attaching_renaming_and_taking_off_are_undone_and_done_again_exactly() {
    let desk = desk().await;
    let organization = desk.organization().await;
    let mut states = vec![desk.temp.dump().await];
    let file = desk.one("a.txt", "a").await;
    states.push(desk.temp.dump().await);
    let path = desk.file("b.txt", "b");
    let theirs = desk.attach(organization, &[path]).await.unwrap().files[0].id;
    states.push(desk.temp.dump().await);
    let name = "Contract".to_owned();
    let renamed = rename(&desk.temp.ws, &FileRename { id: file.id, name }).await;
    assert_eq!(renamed.unwrap().file.name, "Contract.txt");
    states.push(desk.temp.dump().await);
    desk.detach(&[file.id, theirs]).await.unwrap();
    states.push(desk.temp.dump().await);
    for state in states.iter().rev().skip(1) {
        desk.temp.undo().await;
        assert_eq!(&desk.temp.dump().await, state);
    }
    for state in states.iter().skip(1) {
        desk.temp.redo().await;
        assert_eq!(&desk.temp.dump().await, state);
    }
    desk.temp.undo().await;
    assert_eq!(desk.state().await, FileState::Whole);
}

#[tokio::test]
async fn what_cannot_be_attached_is_named_and_the_rest_is_attached() {
    let desk = desk().await;
    let folder = desk.folder.path();
    fs::create_dir(folder.join("Photos")).unwrap();
    let paths = [
        folder.join("Photos").display().to_string(),
        folder.join("gone.txt").display().to_string(),
        desk.file("long.txt", "123456"),
        desk.file("fits.txt", "12345"),
    ];
    let input = FilesAttach {
        owner: desk.contact,
        paths: paths.to_vec(),
    };
    let attached = attach_up_to(5, &desk.temp.ws, &input, &Job::silent())
        .await
        .unwrap();
    let refused: Vec<_> = attached
        .refused
        .iter()
        .map(|file| (file.name.as_str(), file.reason))
        .collect();
    assert_eq!(
        refused,
        [
            ("Photos", FileRefusal::Folder),
            ("gone.txt", FileRefusal::NotThere),
            ("long.txt", FileRefusal::TooLarge),
        ]
    );
    assert_eq!(desk.names().await, ["fits.txt"]);
    assert_eq!(desk.kept(), 1, "nothing is left of the others");
}

#[cfg(unix)]
#[tokio::test]
async fn links_are_followed_to_files_only_and_devices_are_refused() {
    use std::os::unix::fs::symlink;
    let desk = desk().await;
    let at = |name: &str| desk.folder.path().join(name).display().to_string();
    desk.file("real.txt", "real");
    symlink(at("real.txt"), at("link.txt")).unwrap();
    symlink("/dev/zero", at("zero.txt")).unwrap();
    symlink(desk.folder.path(), at("folder.txt")).unwrap();
    symlink(at("nowhere"), at("broken.txt")).unwrap();
    let paths = ["link.txt", "zero.txt", "folder.txt", "broken.txt"].map(at);
    let attached = desk.attach(desk.contact, &paths).await.unwrap();
    assert_eq!(desk.names().await, ["link.txt"]);
    let reasons: Vec<_> = attached.refused.iter().map(|file| file.reason).collect();
    assert_eq!(
        reasons,
        [
            FileRefusal::NotAFile,
            FileRefusal::Folder,
            FileRefusal::NotThere
        ]
    );
    // A link in the place of a content leads to something that was not attached.
    let content = desk.content(&attached.files[0]);
    overwrite(&content, "");
    fs::remove_file(&content).unwrap();
    symlink(at("real.txt"), &content).unwrap();
    assert_eq!(desk.state().await, FileState::Changed);
    let id = attached.files[0].id;
    let saved = desk.save(id, desk.folder.path().join("copy.txt")).await;
    assert!(matches!(saved, Err(Error::ContentMissing { .. })));
}

#[cfg(unix)]
#[tokio::test]
async fn hostile_names_are_kept_as_plain_ones() {
    let desk = desk().await;
    let paths = [
        desk.file("a\\..\\..\\b.txt", "1"),
        desk.file("CON.txt", "2"),
        desk.file("invoice\u{202E}fdp.exe", "3"),
        desk.file("two\nlines.txt", "4"),
    ];
    desk.attach(desk.contact, &paths).await.unwrap();
    assert_eq!(
        desk.names().await,
        ["twolines.txt", "invoicefdp.exe", "_CON.txt", "b.txt"]
    );
}

#[tokio::test]
async fn a_name_that_not_every_system_takes_is_refused() {
    let desk = desk().await;
    let id = desk.one("a.txt", "a").await.id;
    let long = "x".repeat(300);
    for name in [
        "",
        " ",
        "../b.txt",
        "/etc/passwd",
        "C:b.txt",
        "NUL",
        "b?.txt",
        &long,
    ] {
        let name = name.to_owned();
        let refused = rename(&desk.temp.ws, &FileRename { id, name }).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })));
    }
    assert_eq!(desk.names().await, ["a.txt"]);
    for (name, kept) in [
        ("חוזה", "חוזה.txt"),
        ("Mr. Smith v1.2", "Mr. Smith v1.2.txt"),
        ("notes.md", "notes.md"),
    ] {
        let name = name.to_owned();
        let renamed = rename(&desk.temp.ws, &FileRename { id, name }).await;
        assert_eq!(renamed.unwrap().file.name, kept);
    }
}

#[tokio::test]
async fn a_missing_content_is_noticed_and_heals_when_it_is_attached_again() {
    let desk = desk().await;
    let file = desk.one("a.txt", "a").await;
    fs::remove_file(desk.content(&file)).unwrap();
    assert_eq!(desk.state().await, FileState::Missing);
    assert_eq!(desk.verified().await, [FileState::Missing]);
    let report = check(&desk.temp.ws).await.unwrap();
    assert_eq!(
        report.problems,
        ["The file 1 (a.txt) of contact 1 is missing from the folder of attached files."]
    );
    let saved = desk
        .save(file.id, desk.folder.path().join("copy.txt"))
        .await;
    assert!(matches!(saved, Err(Error::ContentMissing { .. })));
    let path = desk.file("a.txt", "a");
    let mut told = desk.temp.ws.subscribe();
    let again = desk.attach(desk.contact, &[path]).await.unwrap();
    assert_eq!((again.already, again.batch), (1, None));
    let stale = told.try_recv().expect("the window is told to look again");
    assert!(stale.topics.contains(&crate::Topic::Files));
    assert_eq!(desk.state().await, FileState::Whole);
    assert!(check(&desk.temp.ws).await.unwrap().ok);
}

#[tokio::test]
async fn a_changed_content_is_noticed_by_size_and_by_hash_and_heals() {
    let desk = desk().await;
    let file = desk.one("a.txt", "abc").await;
    let content = desk.content(&file);
    overwrite(&content, "abcd");
    assert_eq!(desk.state().await, FileState::Changed);
    overwrite(&content, "xyz");
    assert_eq!(desk.state().await, FileState::Touched);
    assert_eq!(desk.verified().await, [FileState::Changed]);
    let report = check(&desk.temp.ws).await.unwrap();
    assert_eq!(
        report.problems,
        ["The file 1 (a.txt) of contact 1 is not what was attached."]
    );
    let copy = desk.folder.path().join("copy.txt");
    assert!(desk.save(file.id, copy.clone()).await.unwrap().changed);
    assert_eq!(fs::read(copy).unwrap(), b"xyz");
    let shown = lay_out(&desk.temp.ws, file.id, desk.folder.path(), &Job::silent()).await;
    assert!(matches!(shown, Err(Error::ContentChanged { .. })));
    let path = desk.file("a.txt", "abc");
    desk.attach(desk.contact, &[path]).await.unwrap();
    assert_eq!(desk.verified().await, []);
    // A copy of the whole folder has other times: reading it once settles that.
    overwrite(&content, "abc");
    assert_eq!(desk.state().await, FileState::Touched);
    assert_eq!(desk.verified().await, []);
    assert_eq!(desk.state().await, FileState::Whole);
}

#[tokio::test]
async fn a_copy_for_the_system_has_the_shown_name_and_is_not_the_content() {
    let desk = desk().await;
    let file = desk.one("חוזה 2026.pdf", "pdf").await;
    let private = tempfile::tempdir().unwrap();
    let job = Job::silent();
    let open = async || lay_out(&desk.temp.ws, file.id, private.path(), &job).await;
    let path = open().await.unwrap();
    assert_eq!(path.file_name().unwrap(), "חוזה 2026.pdf");
    assert_eq!(fs::read(&path).unwrap(), b"pdf");
    assert!(path.metadata().unwrap().permissions().readonly());
    assert_eq!(open().await.unwrap(), path, "it is made once");
    let program = desk.one("setup.exe", "MZ").await;
    let refused = lay_out(&desk.temp.ws, program.id, private.path(), &job).await;
    assert!(matches!(refused, Err(Error::Program { .. })));
}

#[tokio::test]
async fn a_hostile_row_leads_nowhere() {
    let desk = desk().await;
    let file = desk.one("a.txt", "a").await;
    let mut lock = desk.temp.ws.begin_write().await.unwrap();
    sqlx::query("UPDATE files SET name = '../../../b.txt'")
        .execute(&mut *lock)
        .await
        .unwrap();
    lock.commit().await.unwrap();
    let private = tempfile::tempdir().unwrap();
    let path = lay_out(&desk.temp.ws, file.id, private.path(), &Job::silent()).await;
    let path = path.unwrap();
    assert!(path.starts_with(private.path()) && path.ends_with("b.txt"));
    let store = Store::of(desk.temp.ws.path());
    assert_eq!(store.path(&format!("../{}", "a".repeat(61))), None);
    assert_eq!(store.path(&"A".repeat(64)), None);
}

#[tokio::test]
async fn a_copy_takes_the_place_of_nothing_of_the_workspace() {
    let desk = desk().await;
    let file = desk.one("a.txt", "a").await;
    let workspace = desk.temp.ws.path().to_owned();
    let beside = workspace.with_file_name("link");
    for path in [
        workspace.clone(),
        desk.content(&file),
        Store::of(&workspace).folder().join("x"),
        desk.folder.path().to_owned(),
    ] {
        let refused = desk.save(file.id, path).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })));
    }
    desk.save(file.id, beside).await.unwrap();
    assert!(check(&desk.temp.ws).await.unwrap().ok);
}

#[tokio::test]
async fn cancelling_attaches_nothing_and_leaves_nothing() {
    let desk = desk().await;
    let before = desk.temp.dump().await;
    let job = Job::silent();
    job.cancel_handle().cancel();
    let input = FilesAttach {
        owner: desk.contact,
        paths: vec![desk.file("a.txt", "a")],
    };
    let cancelled = attach(&desk.temp.ws, &input, &job).await;
    assert!(matches!(cancelled, Err(Error::Cancelled)));
    assert_eq!((desk.kept(), desk.temp.dump().await), (0, before));
}

#[tokio::test]
async fn files_go_to_the_trash_and_come_back_with_their_contact() {
    let desk = desk().await;
    desk.one("a.txt", "a").await;
    let FileOwner::Contact { id } = desk.contact else {
        unreachable!()
    };
    let only = Selection::Ids { ids: vec![id] };
    contacts::delete(&desk.temp.ws, &only).await.unwrap();
    let refused = desk.attach(desk.contact, &[desk.file("b.txt", "b")]).await;
    assert!(matches!(refused, Err(Error::NotFound { .. })));
    contacts::restore(&desk.temp.ws, &only).await.unwrap();
    assert_eq!(desk.names().await, ["a.txt"]);
    contacts::delete(&desk.temp.ws, &only).await.unwrap();
    let emptied = contacts::empty(&desk.temp.ws, &TrashEmpty::default(), &Job::silent())
        .await
        .unwrap();
    assert_eq!((emptied.count, emptied.files, desk.kept()), (1, 1, 0));
    assert!(check(&desk.temp.ws).await.unwrap().ok);
}

#[tokio::test]
async fn a_content_stays_while_undo_could_want_it_and_goes_with_the_trash() {
    let desk = desk().await;
    let (kept, gone) = (desk.one("a.txt", "a").await, desk.one("b.txt", "b").await);
    let other = desk.temp.create(&[("first_name", "Dan")]).await;
    desk.detach(&[gone.id]).await.unwrap();
    let only = Selection::Ids { ids: vec![other] };
    contacts::delete(&desk.temp.ws, &only).await.unwrap();
    let chosen = TrashEmpty {
        selection: Some(only),
    };
    let job = Job::silent();
    let emptied = contacts::empty(&desk.temp.ws, &chosen, &job).await.unwrap();
    assert_eq!((emptied.count, emptied.files), (1, 0), "undo could want it");
    let all = TrashEmpty::default();
    let emptied = contacts::empty(&desk.temp.ws, &all, &job).await.unwrap();
    assert_eq!((emptied.count, emptied.files), (0, 1));
    assert!(desk.content(&kept).exists() && !desk.content(&gone).exists());
    // What can't come back isn't offered.
    let undone = undo(&desk.temp.ws, &UndoRequest::default(), &job)
        .await
        .unwrap();
    assert_eq!(
        (undone.operation.as_str(), desk.names().await.len()),
        ("files_attach", 0)
    );
    desk.temp.redo().await;
    assert_eq!(desk.names().await, ["a.txt"]);
    assert!(check(&desk.temp.ws).await.unwrap().ok);
    let again = contacts::empty(&desk.temp.ws, &all, &job).await.unwrap();
    assert_eq!((again.count, again.files), (0, 0));
}

#[tokio::test]
async fn a_file_that_went_with_its_contact_by_an_undo_comes_back_by_redo() {
    let desk = desk().await;
    let path = desk.file("a.txt", "a");
    let id = desk.temp.create(&[("first_name", "Dan")]).await;
    let owner = FileOwner::Contact { id };
    let attached = desk.attach(owner, &[path]).await.unwrap();
    let whole = desk.temp.dump().await;
    desk.temp.undo().await;
    desk.temp.undo().await;
    super::sweep(&desk.temp.ws).await.unwrap();
    desk.temp.redo().await;
    desk.temp.redo().await;
    assert_eq!(desk.temp.dump().await, whole);
    assert!(desk.content(&attached.files[0]).exists());
}

#[tokio::test]
async fn the_history_of_a_contact_names_its_files_and_brings_them_back() {
    let desk = desk().await;
    let file = desk.one("a.txt", "a").await;
    desk.detach(&[file.id]).await.unwrap();
    let FileOwner::Contact { id } = desk.contact else {
        unreachable!()
    };
    let history = contacts::history(&desk.temp.ws, id).await.unwrap();
    let told: Vec<_> = history
        .changes
        .iter()
        .map(|c| (c.field.as_str(), c.before.as_deref(), c.after.as_deref()))
        .collect();
    assert_eq!(
        told[..2],
        [("file", Some("a.txt"), None), ("file", None, Some("a.txt"))]
    );
    let restore = history.changes[0].restore.clone().unwrap();
    contacts::restore_value(&desk.temp.ws, &contacts::RestoreValue { id, restore })
        .await
        .unwrap();
    assert_eq!(desk.names().await, ["a.txt"]);
}

#[tokio::test]
async fn pictures_and_texts_are_previewed_and_nothing_else() {
    let desk = desk().await;
    let picture = desk.folder.path().join("p.png");
    image::RgbImage::new(2000, 100).save(&picture).unwrap();
    let mut shown = Vec::new();
    let long = "line\n".repeat(10_000);
    for path in [
        picture.display().to_string(),
        desk.file("broken.png", "no picture"),
        desk.file("long.txt", &long),
        desk.file("short.csv", "שם,עיר"),
        desk.file("a.pdf", "%PDF"),
    ] {
        let attached = desk.attach(desk.contact, &[path]).await.unwrap();
        let id = attached.files[0].id;
        shown.push(preview(&desk.temp.ws, &ById { id }).await.unwrap());
    }
    assert!(
        matches!(&shown[0], FilePreview::Picture { data } if data.starts_with("data:image/jpeg"))
    );
    assert_eq!(shown[1], FilePreview::None);
    assert!(
        matches!(&shown[2], FilePreview::Text { text, more: true } if text.len() < 33_000 && text.ends_with("line"))
    );
    let short = FilePreview::Text {
        text: "שם,עיר".into(),
        more: false,
    };
    assert_eq!(shown[3], short);
    assert_eq!(shown[4], FilePreview::None);
}
