//! Edits of everything that a contact holds, by what they are of.

mod addresses;
mod organizations;
mod points;
mod quarrels;
mod values;

use crate::contacts::{self, Contact, ContactChanged, ContactEdit, Edit};
use crate::error::Result;
use crate::organizations::OrganizationChoice;
use crate::testing::Temp;

async fn try_edit(temp: &Temp, id: i64, edits: Vec<Edit>) -> Result<ContactChanged> {
    contacts::edit(&temp.ws, &ContactEdit { id, edits }).await
}

async fn apply(temp: &Temp, id: i64, edits: Vec<Edit>) -> Contact {
    try_edit(temp, id, edits).await.unwrap().contact
}

fn set(field: &str, value: &str) -> Edit {
    Edit::Set {
        field: field.into(),
        value: value.into(),
    }
}

fn seen(was: &str, edit: Edit) -> Edit {
    Edit::Seen {
        was: was.into(),
        edit: Box::new(edit),
    }
}

/// A change of everything, taken back and done again: the workspace is the same each time.
async fn round_trip(temp: &Temp, id: i64, edits: Vec<Edit>) -> Contact {
    let before = temp.dump().await;
    let contact = apply(temp, id, edits).await;
    let after = temp.dump().await;
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
    contact
}

fn named(name: &str) -> OrganizationChoice {
    OrganizationChoice {
        name: name.into(),
        ..OrganizationChoice::default()
    }
}
