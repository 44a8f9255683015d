//! Files of contacts that go and come back, and contents that nothing names any more.

use super::*;

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
    let emptied = crate::trash::empty(&desk.temp.ws, &TrashEmpty::default(), &Job::silent())
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
    let chosen = TrashEmpty::Contacts {
        selection: Some(only),
    };
    let job = Job::silent();
    let emptied = crate::trash::empty(&desk.temp.ws, &chosen, &job)
        .await
        .unwrap();
    assert_eq!((emptied.count, emptied.files), (1, 0), "undo could want it");
    let all = TrashEmpty::default();
    let emptied = crate::trash::empty(&desk.temp.ws, &all, &job)
        .await
        .unwrap();
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
    let again = crate::trash::empty(&desk.temp.ws, &all, &job)
        .await
        .unwrap();
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
    let history = crate::history::of_contact(&desk.temp.ws, id).await.unwrap();
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
    crate::history::restore_on_contact(
        &desk.temp.ws,
        &crate::history::RestoreValue { id, restore },
    )
    .await
    .unwrap();
    assert_eq!(desk.names().await, ["a.txt"]);
}
