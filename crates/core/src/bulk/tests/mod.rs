//! Each edit does what it says to those it is about, and undo and redo restore the whole workspace.

mod organizations;

use super::*;
use crate::contacts::{self, Contact, ContactsQuery, Selection};
use crate::testing::{Dump, Temp, workspace};

const PEOPLE: &str = "First name,Last name,Company,Job title,E-mail,Groups,Tags,Lifecycle,Notes\n\
    Noa,Levi,Acme,CFO,noa@levi.example,Board,vip,customer/active,first\n\
    Dan,Katz,,Cook,dan@katz.example,\"Board, Choir\",press,,\n\
    Ines,Vidal,Aurora,,ines@aurora.example,,,lead/cold,\n\
    ,,,,desk@aurora.example,,,,\n";

async fn people() -> Temp {
    let temp = workspace().await;
    temp.import(PEOPLE).await;
    temp
}

fn everybody() -> Selection {
    Selection::Ids {
        ids: vec![4, 1, 2, 3, 3, 999],
    }
}

async fn change_with(temp: &Temp, edits: Vec<BulkEdit>) -> Result<BatchDone> {
    let selection = everybody();
    change(&temp.ws, &BulkChange { selection, edits }, &Job::silent()).await
}

/// Does it, and takes it back and does it again, holding the whole workspace against what it was. Gives the count.
async fn there_and_back(temp: &Temp, edit: BulkEdit) -> u64 {
    let before = temp.dump().await;
    let done = change_with(temp, vec![edit]).await.unwrap();
    assert!(done.batch.is_some());
    let after = temp.dump().await;
    assert_eq!(temp.undo().await.kept.len(), 0);
    assert_same(&temp.dump().await, &before);
    temp.redo().await;
    assert_same(&temp.dump().await, &after);
    temp.undo().await;
    assert_same(&temp.dump().await, &before);
    temp.redo().await;
    let check = crate::workspace::check(&temp.ws).await.unwrap();
    assert_eq!(check.problems, Vec::<String>::new());
    done.count
}

fn assert_same(left: &Dump, right: &Dump) {
    for (table, rows) in left {
        assert_eq!(rows, &right[table], "{table}");
    }
}

async fn all(temp: &Temp) -> Vec<Contact> {
    let mut conn = temp.ws.read().await.unwrap();
    contacts::by_ids(&mut conn, &[1, 2, 3, 4]).await.unwrap()
}

fn set(field: &str, value: &str) -> BulkEdit {
    BulkEdit::SetField {
        field: field.into(),
        value: value.into(),
    }
}

#[tokio::test]
async fn a_tag_is_put_on_and_taken_off() {
    let temp = people().await;
    let tag = || "VIP".to_owned();
    assert_eq!(
        there_and_back(&temp, BulkEdit::AddTag { tag: tag() }).await,
        3
    );
    assert!(
        all(&temp)
            .await
            .iter()
            .all(|c| c.tags.contains(&"vip".to_owned()))
    );
    assert_eq!(temp.search("vip").await.len(), 4);
    assert_eq!(
        there_and_back(&temp, BulkEdit::RemoveTag { tag: tag() }).await,
        4
    );
    assert!(temp.search("vip").await.is_empty());
    let new = BulkEdit::AddTag {
        tag: "Neu für 2027".into(),
    };
    assert_eq!(there_and_back(&temp, new).await, 4);
    assert_eq!(temp.search("fur 2027").await.len(), 4);
}

#[tokio::test]
async fn contacts_join_and_leave_a_group() {
    let temp = people().await;
    let group = || "board".to_owned();
    assert_eq!(
        there_and_back(&temp, BulkEdit::AddToGroup { group: group() }).await,
        2
    );
    assert!(
        all(&temp)
            .await
            .iter()
            .all(|c| c.groups.contains(&"Board".to_owned()))
    );
    let leave = BulkEdit::RemoveFromGroup { group: group() };
    assert_eq!(there_and_back(&temp, leave).await, 4);
    assert_eq!(all(&temp).await[1].groups, ["Choir"]);
    let unknown = BulkEdit::RemoveFromGroup {
        group: "Nobody".into(),
    };
    let refused = change_with(&temp, vec![unknown]).await;
    assert!(matches!(refused, Err(Error::NotFound { .. })));
}

#[tokio::test]
async fn fields_are_set_by_their_rules() {
    let temp = people().await;
    assert_eq!(
        there_and_back(&temp, set("lifecycle", "customer/active")).await,
        3
    );
    assert_eq!(there_and_back(&temp, set("do_not_contact", "yes")).await, 4);
    assert!(all(&temp).await.iter().all(|c| c.do_not_contact));
    assert_eq!(
        there_and_back(&temp, set("notes", "met in Kraków")).await,
        4
    );
    assert_eq!(temp.search("krakow").await.len(), 4);
    assert_eq!(there_and_back(&temp, set("notes", "")).await, 4);
    assert_eq!(there_and_back(&temp, set("last_name", "Same")).await, 4);
    assert_eq!(
        temp.search("").await,
        ["Dan Same", "Ines Same", "Noa Same", "Same"]
    );
    for (field, value) in [
        ("birthday", "31.31.1990"),
        ("deceased", "perhaps"),
        ("nothing", "x"),
        ("email", "a@b.example"),
    ] {
        let refused = change_with(&temp, vec![set("source", "fair"), set(field, value)]).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{field}");
    }
    assert!(
        all(&temp).await.iter().all(|c| c.source.is_none()),
        "nothing of it was done"
    );
}

#[tokio::test]
async fn a_custom_field_is_filled_changed_and_emptied() {
    let temp = people().await;
    let add = serde_json::json!({"label": "Size", "type": "number"});
    crate::fields::add(&temp.ws, &serde_json::from_value(add).unwrap())
        .await
        .unwrap();
    temp.create(&[("full_name", "Other"), ("size", "9")]).await;
    assert_eq!(there_and_back(&temp, set("size", "43")).await, 4);
    assert_eq!(there_and_back(&temp, set("size", "44")).await, 4);
    assert_eq!(all(&temp).await[2].fields["size"], "44");
    let refused = change_with(&temp, vec![set("size", "large")]).await;
    assert!(matches!(refused, Err(Error::Invalid { .. })));
    assert_eq!(there_and_back(&temp, set("size", "")).await, 4);
    assert!(all(&temp).await[2].fields.is_empty());
}

#[tokio::test]
async fn contacts_are_tied_to_an_organization() {
    let temp = people().await;
    let edit = BulkEdit::Affiliate {
        organization: "Aurora".into(),
    };
    assert_eq!(there_and_back(&temp, edit).await, 3);
    let found = all(&temp).await;
    let names = |c: &Contact| {
        c.organizations
            .iter()
            .map(|o| o.name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&found[0]), ["Acme", "Aurora"]);
    assert_eq!(names(&found[2]), ["Aurora"]);
    assert_eq!(found[1].organizations[0].title.as_deref(), Some("Cook"));
    assert_eq!(found[3].name, "Aurora");
    assert_eq!(temp.search("aurora").await.len(), 4);
}

#[tokio::test]
async fn several_edits_are_one_batch() {
    let temp = people().await;
    let before = temp.dump().await;
    let edits = vec![
        set("lifecycle", "customer/vip"),
        BulkEdit::AddTag { tag: "gala".into() },
        BulkEdit::AddToGroup {
            group: "Gala".into(),
        },
    ];
    change_with(&temp, edits).await.unwrap();
    temp.undo().await;
    assert_same(&temp.dump().await, &before);
}

#[tokio::test]
async fn what_is_so_already_leaves_no_batch() {
    let temp = people().await;
    change_with(&temp, vec![BulkEdit::AddTag { tag: "x".into() }])
        .await
        .unwrap();
    let before = temp.dump().await;
    let again = change_with(&temp, vec![BulkEdit::AddTag { tag: "X".into() }])
        .await
        .unwrap();
    assert_eq!((again.batch, again.count), (None, 0));
    assert_same(&temp.dump().await, &before);
}

#[tokio::test]
async fn a_selection_of_a_list_that_has_changed_is_refused_and_a_cancel_changes_nothing() {
    let temp = people().await;
    let selection = Selection::Ranges {
        query: ContactsQuery::default(),
        generation: 0,
        ranges: vec![(0, 4)],
    };
    let edits = vec![set("source", "fair")];
    let stale = BulkChange { selection, edits };
    let refused = change(&temp.ws, &stale, &Job::silent()).await;
    assert!(matches!(refused, Err(Error::ListChanged)));
    let before = temp.dump().await;
    let job = Job::silent();
    job.cancel_handle().cancel();
    let request = BulkChange {
        selection: everybody(),
        ..stale
    };
    let cancelled = change(&temp.ws, &request, &job).await;
    assert!(matches!(cancelled, Err(Error::Cancelled)));
    assert_same(&temp.dump().await, &before);
}

#[tokio::test]
async fn an_edit_made_since_is_kept_by_the_undo() {
    let temp = people().await;
    let done = change_with(&temp, vec![set("lifecycle", "customer/vip")])
        .await
        .unwrap();
    let selection = Selection::Ids { ids: vec![2] };
    let later = BulkChange {
        selection,
        edits: vec![set("lifecycle", "lead/hot")],
    };
    change(&temp.ws, &later, &Job::silent()).await.unwrap();
    let undo = crate::journal::UndoRequest { batch: done.batch };
    let undone = crate::journal::undo(&temp.ws, &undo, &Job::silent())
        .await
        .unwrap();
    let kept: Vec<i64> = undone.kept.iter().map(|k| k.id).collect();
    assert_eq!(kept, [2]);
    let stages: Vec<Option<String>> = all(&temp).await.into_iter().map(|c| c.lifecycle).collect();
    assert_eq!(stages[1].as_deref(), Some("lead/hot"));
    assert_eq!(stages[0].as_deref(), Some("customer/active"));
}
