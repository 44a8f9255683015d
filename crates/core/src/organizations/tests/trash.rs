//! Emptying the trash of organizations: they and every trace of them go, and what others had from them stays.

use super::*;
use crate::contacts::{self, ContactEdit, Edit, Selection};
use crate::error::Error;
use crate::files::{self, FileOwner, FilesAttach};
use crate::journal::{UndoRequest, undo};
use crate::progress::Job;
use crate::trash::{Emptied, TrashEmpty, empty};
use crate::workspace::stats;

async fn emptied(temp: &Temp, selection: Option<Vec<i64>>) -> Emptied {
    let selection = selection.map(|ids| OrganizationSelection::Ids { ids });
    let input = TrashEmpty::Organizations { selection };
    empty(&temp.ws, &input, &Job::silent()).await.unwrap()
}

/// How often a text stands in what the journal keeps unpacked.
async fn traces(temp: &Temp, text: &str) -> i64 {
    let mut conn = temp.ws.read().await.unwrap();
    let sql = "SELECT count(*) FROM journal WHERE concat(before, after) LIKE '%' || ? || '%'";
    sqlx::query_scalar(sql)
        .bind(text)
        .fetch_one(&mut *conn)
        .await
        .unwrap()
}

async fn is_sound(temp: &Temp) {
    assert_eq!(workspace::check(&temp.ws).await.unwrap().problems, [""; 0]);
}

#[tokio::test]
async fn organizations_go_with_every_trace_and_only_those_in_the_trash() {
    let temp = workspace().await;
    let aurora = add(&temp, OrganizationKind::Lead, "Aurora", AURORA)
        .await
        .id;
    let kept = account(&temp, "Boreal").await;
    let edits = vec![
        set("notes", "secret words"),
        set("email", "more@aurora.example"),
        set("street", "Other street"),
    ];
    steps(&temp, aurora, edits).await.unwrap();
    let person = temp.create(&[("first_name", "Mia")]).await;
    contacts::delete(&temp.ws, &Selection::Ids { ids: vec![person] })
        .await
        .unwrap();
    bin(&temp, aurora).await.unwrap();
    let before = temp.dump().await;
    assert_eq!(
        emptied(&temp, Some(vec![kept])).await.count,
        0,
        "not in the trash"
    );
    assert_eq!(temp.dump().await, before);
    let done = emptied(&temp, None).await;
    assert_eq!((done.count, done.organizations), (1, 1));
    for text in ["Aurora", "secret", "Sierpes", "Other street", "K-1042"] {
        assert_eq!(traces(&temp, text).await, 0, "{text}");
    }
    let counts = stats(&temp.ws).await.unwrap();
    assert_eq!(
        (counts.organizations, counts.trash),
        (1, 1),
        "contacts stay in the trash"
    );
    let last: i64 = sqlx::query_scalar("SELECT max(id) FROM batches")
        .fetch_one(&mut *temp.ws.read().await.unwrap())
        .await
        .unwrap();
    let refused = undo(&temp.ws, &UndoRequest { batch: Some(last) }, &Job::silent()).await;
    assert!(matches!(refused, Err(Error::Invalid { .. })));
    is_sound(&temp).await;
}

#[tokio::test]
async fn contacts_keep_what_they_had_from_it() {
    let temp = workspace().await;
    let aurora = add(&temp, OrganizationKind::Account, "Aurora", AURORA)
        .await
        .id;
    let boreal = account(&temp, "Boreal").await;
    let ines = temp
        .create(&[
            ("full_name", "Ines"),
            ("organization", "Aurora"),
            ("job_title", "CFO"),
            ("department", "Money"),
        ])
        .await;
    let two = temp
        .create(&[
            ("full_name", "Omar"),
            ("organization", "Aurora"),
            ("job_title", "Cook"),
        ])
        .await;
    let follow = vec![
        Edit::FollowAddress {
            organization: aurora,
            label: "physical".into(),
        },
        Edit::AddAffiliation {
            organization: OrganizationChoice {
                id: Some(boreal),
                ..OrganizationChoice::default()
            },
        },
    ];
    contacts::edit(
        &temp.ws,
        &ContactEdit {
            id: two,
            edits: follow,
        },
    )
    .await
    .unwrap();
    let below = add(
        &temp,
        OrganizationKind::Account,
        "Below",
        &[("parent", "Aurora")],
    )
    .await
    .id;
    bin(&temp, aurora).await.unwrap();
    emptied(&temp, None).await;
    let ines = contacts::get(&temp.ws, ines).await.unwrap();
    assert!(ines.organizations.is_empty());
    assert_eq!(
        (ines.job_title.as_deref(), ines.department.as_deref()),
        (Some("CFO"), Some("Money"))
    );
    let omar = contacts::get(&temp.ws, two).await.unwrap();
    assert_eq!(omar.addresses[0].city.as_deref(), Some("Sevilla"));
    assert_eq!(omar.addresses[0].organization_id, None);
    assert!(omar.organizations[0].primary && omar.organizations[0].name == "Boreal");
    let below = get(&temp.ws, below).await.unwrap();
    assert_eq!((below.parent_id, below.above.len()), (None, 0));
    is_sound(&temp).await;
}

#[tokio::test]
async fn older_changes_are_undone_as_far_as_they_are_about_others() {
    let temp = workspace().await;
    let import = temp
        .import("Name,E-mail,Company\nInes,i@x.example,Aurora\nOmar,o@x.example,Boreal\n")
        .await;
    let named = |name: &str| {
        vec![Edit::Set {
            field: "organization".into(),
            value: name.into(),
        }]
    };
    let moved = contacts::edit(
        &temp.ws,
        &ContactEdit {
            id: 2,
            edits: named("Aurora"),
        },
    )
    .await
    .unwrap();
    contacts::edit(
        &temp.ws,
        &ContactEdit {
            id: 2,
            edits: named("Boreal"),
        },
    )
    .await
    .unwrap();
    let child = account(&temp, "Below").await;
    let put_below = OrganizationEdit {
        id: child,
        edits: vec![set("parent", "Aurora"), set("owner", "Mia")],
    };
    let below = edit(&temp.ws, &put_below).await.unwrap();
    steps(&temp, child, vec![set("parent", "")]).await.unwrap();
    let aurora = contacts::get(&temp.ws, 1).await.unwrap().organizations[0].id;
    bin(&temp, aurora).await.unwrap();
    emptied(&temp, None).await;
    for batch in [below.batch, moved.batch] {
        undo(&temp.ws, &UndoRequest { batch }, &Job::silent())
            .await
            .unwrap();
    }
    assert_eq!(get(&temp.ws, child).await.unwrap().owner, None);
    assert_eq!(
        contacts::get(&temp.ws, 2).await.unwrap().organizations[0].name,
        "Boreal"
    );
    undo(
        &temp.ws,
        &UndoRequest {
            batch: import.batch,
        },
        &Job::silent(),
    )
    .await
    .unwrap();
    temp.redo().await;
    assert_eq!(temp.search("ines").await, ["Ines"]);
    is_sound(&temp).await;
}

#[tokio::test]
async fn custom_values_leave_the_packed_lots_too_and_files_are_swept() {
    let temp = workspace().await;
    let field = serde_json::json!({"label": "Fleet", "type": "text", "subject": "organization"});
    crate::fields::add(&temp.ws, &serde_json::from_value(field).unwrap())
        .await
        .unwrap();
    let (gone, kept) = (account(&temp, "Gone").await, account(&temp, "Kept").await);
    let all = OrganizationSelection::Ids {
        ids: vec![gone, kept],
    };
    let mut batch = None;
    for value in ["ships", ""] {
        let request = crate::bulk::OrganizationsChange {
            selection: all.clone(),
            set: values(&[("fleet", value)]),
        };
        batch = crate::bulk::change_organizations(&temp.ws, &request, &Job::silent())
            .await
            .unwrap()
            .batch;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contract.txt");
    std::fs::write(&path, "signed").unwrap();
    let attach = FilesAttach {
        owner: FileOwner::Organization { id: gone },
        paths: vec![path.to_string_lossy().into_owned()],
    };
    files::attach(&temp.ws, &attach, &Job::silent())
        .await
        .unwrap();
    bin(&temp, gone).await.unwrap();
    let done = emptied(&temp, None).await;
    assert_eq!((done.count, done.files), (1, 1));
    undo(&temp.ws, &UndoRequest { batch }, &Job::silent())
        .await
        .unwrap();
    assert_eq!(get(&temp.ws, kept).await.unwrap().fields["fleet"], "ships");
    is_sound(&temp).await;
}

#[tokio::test]
async fn everything_is_emptied_at_once_and_a_cancel_empties_nothing() {
    let temp = workspace().await;
    let id = account(&temp, "Aurora").await;
    let person = temp
        .create(&[("first_name", "Mia"), ("organization", "Aurora")])
        .await;
    contacts::delete(&temp.ws, &Selection::Ids { ids: vec![person] })
        .await
        .unwrap();
    bin(&temp, id).await.unwrap();
    let before = temp.dump().await;
    let job = Job::silent();
    job.cancel_handle().cancel();
    let cancelled = empty(&temp.ws, &TrashEmpty::Everything, &job).await;
    assert!(matches!(cancelled, Err(Error::Cancelled)));
    assert_eq!(temp.dump().await, before);
    let done = empty(&temp.ws, &TrashEmpty::Everything, &Job::silent())
        .await
        .unwrap();
    assert_eq!((done.count, done.organizations), (2, 1));
    is_sound(&temp).await;
}
