//! Contents that are missing, changed, copied out or looked at.

use super::*;

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
