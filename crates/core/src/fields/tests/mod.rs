//! Custom fields from end to end in the core: made, changed, carried over, removed; done, undone and done again.

mod changing;
mod making;
mod values;

use super::*;
use crate::contacts::{self, ContactCreate, ContactEdit, Edit, FieldValue};
use crate::error::Error;
use crate::journal::Change;
use crate::operations::Operation;
use crate::progress::Job;
use crate::testing::{Temp, workspace};
use crate::values::custom::FieldType;

fn new(label: &str, kind: FieldType) -> FieldAdd {
    FieldAdd {
        label: label.into(),
        kind,
        options: match kind.has_options() {
            true => ["Red", "Green, dark", "כחול"].map(String::from).to_vec(),
            false => Vec::new(),
        },
        ..FieldAdd::default()
    }
}

async fn made(temp: &Temp, label: &str, kind: FieldType) -> String {
    add(&temp.ws, &new(label, kind)).await.unwrap().field.code
}

async fn set(temp: &Temp, id: i64, code: &str, value: &str) -> Result<(), Error> {
    let edits = vec![Edit::Set {
        field: code.into(),
        value: value.into(),
    }];
    contacts::edit(&temp.ws, &ContactEdit { id, edits })
        .await
        .map(drop)
}

async fn value(temp: &Temp, id: i64, code: &str) -> String {
    let contact = contacts::get(&temp.ws, id).await.unwrap();
    contact
        .fields
        .get(code)
        .and_then(|v| v.as_str())
        .unwrap_or_default()
        .to_owned()
}

fn message(error: Error) -> String {
    error.to_string()
}

/// Does, undoes and does again, comparing the whole workspace.
async fn there_and_back(temp: &Temp, deed: impl AsyncFnOnce()) {
    let before = temp.dump().await;
    deed().await;
    let after = temp.dump().await;
    assert_ne!(before, after);
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
    let check = crate::workspace::check(&temp.ws).await.unwrap();
    assert!(check.ok, "{:?}", check.problems);
}

async fn people(temp: &Temp, count: usize) {
    for i in 0..count {
        temp.create(&[("full_name", &format!("Person {i}"))]).await;
    }
}
