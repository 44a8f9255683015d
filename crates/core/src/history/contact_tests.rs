//! What the history tells, and bringing values back from it.

use super::{
    FieldChange, RestoreValue, of_contact as history, restore_on_contact as restore_value,
};
use crate::contacts::{self, ContactEdit, Edit, FieldValue, Selection};
use crate::testing::{Temp, workspace};

async fn apply(temp: &Temp, id: i64, edits: Vec<Edit>) {
    contacts::edit(&temp.ws, &ContactEdit { id, edits })
        .await
        .unwrap();
}

fn set(field: &str, value: &str) -> Edit {
    Edit::Set {
        field: field.into(),
        value: value.into(),
    }
}

/// `operation field: before -> after`, the latest first.
async fn lines(temp: &Temp, id: i64) -> Vec<String> {
    let changes = history(&temp.ws, id).await.unwrap().changes;
    let dash = |value: Option<String>| value.unwrap_or_else(|| "–".into());
    let line = |c: FieldChange| {
        let of = c.of.map(|of| format!(" ({of})")).unwrap_or_default();
        let (before, after) = (dash(c.before), dash(c.after));
        format!("{} {}{of}: {before} -> {after}", c.operation, c.field)
    };
    changes.into_iter().map(line).collect()
}

/// Restores the value before the latest change of a field.
async fn restore(temp: &Temp, id: i64, field: &str) -> ContactChangedOr {
    let changes = history(&temp.ws, id).await.unwrap().changes;
    let change = changes.into_iter().find(|c| c.field == field).unwrap();
    let restore = change.restore.unwrap();
    restore_value(&temp.ws, &RestoreValue { id, restore }).await
}

type ContactChangedOr = crate::error::Result<contacts::ContactChanged>;

#[tokio::test]
async fn every_change_is_told_in_words_of_the_record() {
    let temp = workspace().await;
    let id = temp
        .create(&[
            ("first_name", "Mia"),
            ("phone_mobile", "+34612345679"),
            ("tags", "vip"),
            ("organization", "Aurora"),
            ("home_city", "Leeds"),
        ])
        .await;
    assert_eq!(
        lines(&temp, id).await,
        [
            "contact_create city (home): – -> Leeds",
            "contact_create organization: – -> Aurora",
            "contact_create tag: – -> vip",
            "contact_create phone mobile: – -> +34612345679",
            "contact_create first_name: – -> Mia",
            "contact_create contact: – -> Mia",
        ]
    );
    apply(
        &temp,
        id,
        vec![
            set("job_title", "CFO"),
            set("tags", "press"),
            set("deceased", "yes"),
        ],
    )
    .await;
    assert_eq!(
        lines(&temp, id).await[..4],
        [
            "contact_edit deceased: no -> yes",
            "contact_edit tag: – -> press",
            "contact_edit tag: vip -> –",
            "contact_edit job_title (Aurora): – -> CFO",
        ]
    );
}

#[tokio::test]
async fn undo_and_redo_are_told_too() {
    let temp = workspace().await;
    let id = temp.create(&[("first_name", "Mia")]).await;
    apply(&temp, id, vec![set("email", "mia@x.example")]).await;
    temp.undo().await;
    temp.redo().await;
    apply(&temp, id, vec![set("nickname", "M.")]).await;
    temp.undo().await;
    assert_eq!(
        lines(&temp, id).await[..5],
        [
            "undo nickname: M. -> –",
            "contact_edit nickname: – -> M.",
            "redo email: – -> mia@x.example",
            "undo email: mia@x.example -> –",
            "contact_edit email: – -> mia@x.example",
        ]
    );
}

#[tokio::test]
async fn an_import_is_the_beginning_and_what_it_added_later_stands_in_its_place() {
    let temp = workspace().await;
    temp.import("First name,Last name,E-mail,Groups\nNoa,Levi,noa@x.example,Choir\n")
        .await;
    apply(&temp, 1, vec![set("nickname", "Noni")]).await;
    temp.import("E-mail,Mobile,Notes\nnoa@x.example,050-765 4321,from the fair\n")
        .await;
    apply(&temp, 1, vec![set("nickname", "N.")]).await;
    let told = lines(&temp, 1).await;
    assert_eq!(told[0], "contact_edit nickname: Noni -> N.");
    let mut import = told[1..3].to_vec();
    import.sort();
    assert_eq!(
        import,
        [
            "import_run notes: – -> from the fair",
            "import_run phone mobile: – -> 050-765 4321",
        ]
    );
    assert_eq!(
        told[3..],
        [
            "contact_edit nickname: – -> Noni",
            "import_run contact: – -> Noa Levi",
        ]
    );
}

#[tokio::test]
async fn every_kind_of_value_comes_back_as_a_change_of_its_own() {
    let temp = workspace().await;
    let id = temp
        .create(&[
            ("first_name", "Mia"),
            ("phone_mobile", "+34612345679"),
            ("tags", "vip"),
            ("city", "Leeds"),
            ("job_title", "CFO"),
        ])
        .await;
    let point = contacts::get(&temp.ws, id).await.unwrap().points[0].id;
    let before = temp.dump().await;
    let gone = vec![
        Edit::Point {
            point,
            value: String::new(),
        },
        set("tags", ""),
        set("city", ""),
        set("job_title", "CEO"),
        set("first_name", "Mía"),
    ];
    apply(&temp, id, gone).await;
    for field in ["phone mobile", "tag", "city", "job_title", "first_name"] {
        let changed = restore(&temp, id, field).await.unwrap();
        assert!(changed.batch.is_some(), "{field}");
    }
    let mut after = temp.dump().await;
    // The time of the last change is the only trace on the contact.
    let strip = |rows: &mut Vec<String>| {
        for row in rows {
            let at = row.find("\"changed_at\"").unwrap();
            row.replace_range(at..at + 36, "");
        }
    };
    let mut first = before;
    strip(first.get_mut("contacts").unwrap());
    strip(after.get_mut("contacts").unwrap());
    assert_eq!(after, first);
    assert_eq!(
        lines(&temp, id).await[0],
        "contact_restore_value first_name: Mía -> Mia"
    );
    temp.undo().await;
    let contact = contacts::get(&temp.ws, id).await.unwrap();
    assert_eq!(contact.first_name.as_deref(), Some("Mía"));
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
}

#[tokio::test]
async fn a_phone_comes_back_beside_the_one_that_took_its_place() {
    let temp = workspace().await;
    let id = temp
        .create(&[("first_name", "Mia"), ("phone_mobile", "+34612345679")])
        .await;
    apply(&temp, id, vec![set("phone_mobile", "")]).await;
    apply(&temp, id, vec![set("phone_office", "+34612345678")]).await;
    let changes = history(&temp.ws, id).await.unwrap().changes;
    let removed = changes.into_iter().find(|c| c.after.is_none()).unwrap();
    let restore = removed.restore.unwrap();
    restore_value(&temp.ws, &RestoreValue { id, restore })
        .await
        .unwrap();
    let points = contacts::get(&temp.ws, id).await.unwrap().points;
    let shown: Vec<_> = points
        .iter()
        .map(|p| (p.label.as_deref(), p.primary))
        .collect();
    assert_eq!(shown, [(Some("office"), true), (Some("mobile"), false)]);
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
}

#[tokio::test]
async fn nobody_elses_value_can_be_restored() {
    let temp = workspace().await;
    let id = temp.create(&[("first_name", "Mia")]).await;
    let other = temp.create(&[("first_name", "Dan")]).await;
    apply(&temp, other, vec![set("nickname", "D.")]).await;
    let changes = history(&temp.ws, other).await.unwrap().changes;
    let restore = changes[0].restore.clone().unwrap();
    let refused = restore_value(&temp.ws, &RestoreValue { id, restore }).await;
    assert!(matches!(refused, Err(crate::Error::NotFound { .. })));
}

#[tokio::test]
async fn the_trash_stands_in_the_history() {
    let temp = workspace().await;
    let id = temp.create(&[("first_name", "Mia")]).await;
    let one = Selection::Ids { ids: vec![id] };
    contacts::delete(&temp.ws, &one).await.unwrap();
    contacts::restore(&temp.ws, &one).await.unwrap();
    assert_eq!(
        lines(&temp, id).await[..2],
        [
            "contacts_restore deleted: yes -> no",
            "contacts_delete deleted: no -> yes",
        ]
    );
    let missing = history(&temp.ws, 99).await;
    assert!(matches!(missing, Err(crate::Error::NotFound { .. })));
}

#[tokio::test]
async fn names_that_are_gone_are_still_told() {
    let temp = workspace().await;
    let id = temp.create(&[("first_name", "Mia")]).await;
    let word = Edit::AddWord {
        field: "tags".into(),
        word: "vip".into(),
    };
    apply(&temp, id, vec![word]).await;
    temp.undo().await;
    assert_eq!(
        lines(&temp, id).await[..2],
        ["undo tag: vip -> –", "contact_edit tag: – -> vip"]
    );
    let address = Edit::AddAddress {
        label: "billing".into(),
        parts: vec![FieldValue {
            field: "city".into(),
            value: "Leeds".into(),
        }],
    };
    apply(&temp, id, vec![address]).await;
    assert_eq!(
        lines(&temp, id).await[0],
        "contact_edit city (billing): – -> Leeds"
    );
}
