//! Attaching, renaming, taking off.

use super::*;

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
