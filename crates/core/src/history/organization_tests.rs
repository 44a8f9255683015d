//! What the history of an organization tells, and bringing values back from it.

use super::{FieldChange, RestoreValue, of_organization, restore_on_organization};
use crate::contacts::{self, FieldValue};
use crate::error::{Error, Result};
use crate::organizations::{
    self, OrganizationChanged, OrganizationCreate, OrganizationEdit, OrganizationKind,
    OrganizationSelection, OrganizationStep,
};
use crate::testing::{Temp, workspace};

async fn create(temp: &Temp, kind: OrganizationKind, name: &str, set: &[(&str, &str)]) -> i64 {
    let set = set.iter().map(|(field, value)| FieldValue {
        field: (*field).into(),
        value: (*value).into(),
    });
    let input = OrganizationCreate {
        name: name.into(),
        kind,
        set: set.collect(),
    };
    let made = organizations::create(&temp.ws, &input).await.unwrap();
    made.organization.id
}

async fn set(temp: &Temp, id: i64, values: &[(&str, &str)]) {
    let edits = values.iter().map(|(field, value)| OrganizationStep::Set {
        field: (*field).into(),
        value: (*value).into(),
    });
    let edit = OrganizationEdit {
        id,
        edits: edits.collect(),
    };
    organizations::edit(&temp.ws, &edit).await.unwrap();
}

async fn changes(temp: &Temp, id: i64) -> Vec<FieldChange> {
    of_organization(&temp.ws, id).await.unwrap().changes
}

/// `operation field: before -> after`, the latest first.
async fn lines(temp: &Temp, id: i64) -> Vec<String> {
    let dash = |value: Option<String>| value.unwrap_or_else(|| "–".into());
    let line = |c: FieldChange| {
        let of = c.of.map(|of| format!(" ({of})")).unwrap_or_default();
        let (before, after) = (dash(c.before), dash(c.after));
        format!("{} {}{of}: {before} -> {after}", c.operation, c.field)
    };
    changes(temp, id).await.into_iter().map(line).collect()
}

/// Restores the value before the latest change of a field.
async fn restore(temp: &Temp, id: i64, field: &str) -> Result<OrganizationChanged> {
    let all = changes(temp, id).await;
    let change = all.into_iter().find(|c| c.field == field).unwrap();
    let restore = change.restore.unwrap();
    restore_on_organization(&temp.ws, &RestoreValue { id, restore }).await
}

#[tokio::test]
async fn every_change_of_an_organization_is_told_and_of_no_other() {
    let temp = workspace().await;
    let other = create(
        &temp,
        OrganizationKind::Account,
        "Beacon",
        &[("city", "York")],
    )
    .await;
    let id = create(
        &temp,
        OrganizationKind::Lead,
        "Aurora",
        &[("phone", "+34612345679")],
    )
    .await;
    set(
        &temp,
        id,
        &[
            ("city", "Leeds"),
            ("industry", "Film"),
            ("parent", "Beacon"),
        ],
    )
    .await;
    organizations::convert(&temp.ws, id).await.unwrap();
    set(&temp, id, &[("phone", "")]).await;
    set(&temp, other, &[("number", "B1")]).await;
    temp.undo().await;
    let one = OrganizationSelection::Ids { ids: vec![id] };
    organizations::delete(&temp.ws, &one).await.unwrap();
    assert_eq!(
        lines(&temp, id).await,
        [
            "organizations_delete deleted: no -> yes",
            "organization_edit phone: +34612345679 -> –",
            "organization_convert kind: lead -> account",
            "organization_edit parent: – -> Beacon",
            "organization_edit industry: – -> Film",
            "organization_edit city (physical): – -> Leeds",
            "organization_create phone: – -> +34612345679",
            "organization_create organization: – -> Aurora",
        ]
    );
    let missing = of_organization(&temp.ws, 99).await;
    assert!(matches!(missing, Err(Error::NotFound { .. })));
}

#[tokio::test]
async fn every_kind_of_value_of_an_organization_comes_back() {
    let temp = workspace().await;
    let first = [
        ("industry", "Film"),
        ("city", "Leeds"),
        ("email", "post@aurora.example"),
        ("notes", "Ring twice."),
    ];
    let id = create(&temp, OrganizationKind::Account, "Aurora", &first).await;
    let contact = temp
        .create(&[("email", "x@aurora.example"), ("organization", "Aurora")])
        .await;
    let before = organizations::get(&temp.ws, id).await.unwrap();
    set(
        &temp,
        id,
        &[
            ("industry", ""),
            ("city", "Hull"),
            ("email", ""),
            ("notes", ""),
        ],
    )
    .await;
    set(&temp, id, &[("name", "Beacon")]).await;
    for field in ["name", "industry", "city", "email", "notes"] {
        let changed = restore(&temp, id, field).await.unwrap();
        assert!(changed.batch.is_some(), "{field}");
    }
    let mut after = organizations::get(&temp.ws, id).await.unwrap();
    after.changed.clone_from(&before.changed);
    let as_json = |one| serde_json::to_value(one).unwrap();
    assert_eq!(as_json(&after), as_json(&before));
    // Whoever belongs to it is found by its old name again.
    let found = contacts::get(&temp.ws, contact).await.unwrap();
    assert_eq!(found.organizations[0].name, "Aurora");
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
    let whole = temp.dump().await;
    temp.undo().await;
    assert_ne!(temp.dump().await, whole);
    temp.redo().await;
    let again = organizations::get(&temp.ws, id).await.unwrap();
    assert_eq!(as_json(&again)["notes"], "Ring twice.");
}

#[tokio::test]
async fn what_was_restored_is_undone_exactly() {
    let temp = workspace().await;
    let id = create(
        &temp,
        OrganizationKind::Account,
        "Aurora",
        &[("industry", "Film")],
    )
    .await;
    set(&temp, id, &[("name", "Beacon")]).await;
    let before = temp.dump().await;
    restore(&temp, id, "name").await.unwrap();
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
}

#[tokio::test]
async fn nothing_of_another_organization_and_no_circle_comes_back() {
    let temp = workspace().await;
    let id = create(&temp, OrganizationKind::Account, "Aurora", &[]).await;
    let other = create(
        &temp,
        OrganizationKind::Account,
        "Beacon",
        &[("phone", "+34612345679")],
    )
    .await;
    set(&temp, other, &[("phone", "")]).await;
    let phone = changes(&temp, other).await[0].restore.clone().unwrap();
    let refused = restore_on_organization(&temp.ws, &RestoreValue { id, restore: phone }).await;
    assert!(matches!(refused, Err(Error::NotFound { .. })));

    set(&temp, id, &[("parent", "Beacon")]).await;
    set(&temp, id, &[("parent", "")]).await;
    set(&temp, other, &[("parent", "Aurora")]).await;
    let refused = restore(&temp, id, "parent").await;
    assert!(matches!(refused, Err(Error::Invalid { .. })), "{refused:?}");
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
}
