//! One tag or group more or less, so that words added elsewhere meanwhile stay.

use crate::error::{Error, Result};
use crate::journal::Change;
use crate::{groups, tags};

/// The table of ties and the column that names the word.
fn tie(field: &str) -> Result<(&'static str, &'static str)> {
    match field {
        "tags" => Ok((
            include_str!("add_tag.sql"),
            "DELETE FROM contact_tags WHERE contact_id = ?1 AND tag_id = ?2",
        )),
        "groups" => Ok((
            include_str!("add_group.sql"),
            "DELETE FROM group_contacts WHERE contact_id = ?1 AND group_id = ?2 AND pin = 'member'",
        )),
        other => Err(Error::field(
            other,
            format!("The field {other} holds no words."),
        )),
    }
}

async fn run(change: &mut Change, sql: &'static str, contact: i64, word: i64) -> Result<()> {
    sqlx::query(sql)
        .bind(contact)
        .bind(word)
        .execute(&mut **change)
        .await?;
    Ok(())
}

pub(super) async fn add_word(change: &mut Change, id: i64, field: &str, word: &str) -> Result<()> {
    let (add, _) = tie(field)?;
    if word.is_empty() {
        return Ok(());
    }
    let found = if field == "tags" {
        tags::find_or_create(change, word).await?
    } else {
        groups::find_or_create(change, word).await?
    };
    run(change, add, id, found).await
}

pub(super) async fn remove_word(
    change: &mut Change,
    id: i64,
    field: &str,
    word: &str,
) -> Result<()> {
    let (_, remove) = tie(field)?;
    let found = if field == "tags" {
        tags::find(change, word).await?
    } else {
        groups::find(change, word).await?
    };
    match found {
        Some(found) => run(change, remove, id, found).await,
        None => Ok(()),
    }
}
