//! Organizations as an office uses them: made, edited, found, put into a hierarchy, converted, deleted, and taken back.

mod contacts;
mod editing;
mod hierarchy;
mod listing;
mod trash;

use super::*;
use crate::contacts::FieldValue;
use crate::error::Error;
use crate::testing::{Temp, workspace};
use crate::workspace;

fn values(set: &[(&str, &str)]) -> Vec<FieldValue> {
    let set = set.iter().map(|(field, value)| FieldValue {
        field: (*field).into(),
        value: (*value).into(),
    });
    set.collect()
}

async fn add(
    temp: &Temp,
    kind: OrganizationKind,
    name: &str,
    set: &[(&str, &str)],
) -> Organization {
    let input = OrganizationCreate {
        kind,
        name: name.into(),
        set: values(set),
    };
    create(&temp.ws, &input).await.unwrap().organization
}

async fn account(temp: &Temp, name: &str) -> i64 {
    add(temp, OrganizationKind::Account, name, &[]).await.id
}

async fn steps(temp: &Temp, id: i64, edits: Vec<OrganizationStep>) -> crate::Result<Organization> {
    let changed = edit(&temp.ws, &OrganizationEdit { id, edits }).await?;
    Ok(changed.organization)
}

fn set(field: &str, value: &str) -> OrganizationStep {
    OrganizationStep::Set {
        field: field.into(),
        value: value.into(),
    }
}

async fn search(temp: &Temp, search: &str) -> Vec<String> {
    listed(
        temp,
        OrganizationsQuery {
            search: search.into(),
            ..OrganizationsQuery::default()
        },
    )
    .await
}

async fn listed(temp: &Temp, query: OrganizationsQuery) -> Vec<String> {
    let request = OrganizationsPageRequest {
        query,
        offset: 0,
        limit: 100,
        columns: Vec::new(),
    };
    let page = page(&temp.ws, &request).await.unwrap();
    assert_eq!(page.total as usize, page.rows.len());
    page.rows.into_iter().map(|row| row.name).collect()
}

async fn bin(temp: &Temp, id: i64) -> crate::Result<OrganizationsMoved> {
    delete(&temp.ws, &OrganizationSelection::Ids { ids: vec![id] }).await
}

/// Undo brings the workspace back exactly, redo does the change again exactly.
async fn is_reversible(temp: &Temp, before: crate::testing::Dump) {
    let after = temp.dump().await;
    assert_ne!(before, after);
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
    assert_eq!(workspace::check(&temp.ws).await.unwrap().problems, [""; 0]);
}

const AURORA: &[(&str, &str)] = &[
    ("number", "K-1042"),
    ("website", "https://aurora.example"),
    ("industry", "Travel"),
    ("size", "50 to 249"),
    ("owner", "Mia"),
    ("notes", "Pays late.\nAsk for Ines."),
    ("phone", "+34 954 123 456"),
    ("email", "Hola@Aurora.example"),
    ("street", "Calle Sierpes 1"),
    ("city", "Sevilla"),
    ("country", "Spain"),
];
