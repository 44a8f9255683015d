//! Who was in the last file and is missing in this one (I13): of two imports with the same header, the contacts that rows of
//! the earlier one meant and no row of the later one does.

use serde::Serialize;
use sqlx::SqliteConnection;
use ts_rs::TS;

use super::similar::SimilarContact;
use crate::contacts;
use crate::error::{Error, Result};
use crate::journal::{Bulk, UndoRequest};
use crate::workspace::Workspace;

/// More than that is no list to look through.
const SHOWN: usize = 500;

/// The file before this one.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LastFile {
    pub batch: i64,
    pub at: String,
    pub file: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Missing {
    /// Null where no earlier import that stands had the same header.
    pub last: Option<LastFile>,
    pub total: u64,
    /// At most 500 of them, by name.
    pub contacts: Vec<SimilarContact>,
}

/// Keeps whom the rows of an import meant: the contacts it made and, in any order, those that were there.
pub(super) fn store(
    change: &Bulk,
    signature: &str,
    (first, made): (i64, u64),
    mut known: Vec<i64>,
) -> Result<()> {
    known.sort_unstable();
    known.dedup();
    let sql = "INSERT INTO import_seen (batch_id, signature, first_contact, contacts_made, known) VALUES (?, ?, ?, ?, ?)";
    change.execute(
        sql,
        (change.batch, signature, first, made as i64, pack(&known)),
    )?;
    Ok(())
}

/// A batch, its time and file, and whom it meant: the first of those it made and how many, and those it knew.
type Seen = (i64, String, Option<String>, i64, i64, Vec<u8>);

/// Who was in the last file with the header of this import's and is missing in it.
pub async fn missing(ws: &Workspace, request: &UndoRequest) -> Result<Missing> {
    let mut conn = ws.read().await?;
    let batch = request.batch.unwrap_or_default();
    let last: Option<Seen> = sqlx::query_as(include_str!("last_file.sql"))
        .bind(batch)
        .fetch_optional(&mut *conn)
        .await?;
    let Some((last, at, file, first, made, known)) = last else {
        return Ok(Missing {
            last: None,
            total: 0,
            contacts: Vec::new(),
        });
    };
    let before = today(&mut conn, all(first, made, &known)?).await?;
    let sql = "SELECT first_contact, contacts_made, known FROM import_seen WHERE batch_id = ?";
    let (first, made, known): (i64, i64, Vec<u8>) = sqlx::query_as(sql)
        .bind(batch)
        .fetch_one(&mut *conn)
        .await?;
    let now = today(&mut conn, all(first, made, &known)?).await?;
    let gone: Vec<i64> = before
        .into_iter()
        .filter(|id| now.binary_search(id).is_err())
        .collect();
    let there: Vec<i64> = sqlx::query_scalar(include_str!("still_there.sql"))
        .bind(serde_json::json!(gone).to_string())
        .fetch_all(&mut *conn)
        .await?;
    drop(conn);
    let shown = &there[..there.len().min(SHOWN)];
    let found = contacts::by_ids_in_bulk(&ws.snapshot()?, shown)?;
    let of = |id: &i64| found.iter().find(|c| c.id == *id).map(SimilarContact::from);
    Ok(Missing {
        last: Some(LastFile {
            batch: last,
            at,
            file: file.unwrap_or_default(),
        }),
        total: there.len() as u64,
        contacts: shown.iter().filter_map(of).collect(),
    })
}

fn all(first: i64, made: i64, known: &[u8]) -> Result<Vec<i64>> {
    let mut all =
        unpack(known).ok_or_else(|| Error::invalid("What this import met can’t be read."))?;
    all.extend(first..first + made);
    Ok(all)
}

/// Whoever was merged since is the contact that took them in. Ascending, each once.
async fn today(conn: &mut SqliteConnection, mut ids: Vec<i64>) -> Result<Vec<i64>> {
    let merged: Vec<(i64, i64)> =
        sqlx::query_as("SELECT merged_id, contact_id FROM merges ORDER BY merged_id")
            .fetch_all(conn)
            .await?;
    for id in &mut ids {
        if let Ok(at) = merged.binary_search_by_key(id, |(merged, _)| *merged) {
            *id = merged[at].1;
        }
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// Ascending ids as the differences between them, seven bits to a byte.
fn pack(ids: &[i64]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(ids.len() * 2);
    let mut last = 0;
    for id in ids {
        let mut rest = (id - last) as u64;
        last = *id;
        while rest > 0x7f {
            bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        bytes.push(rest as u8);
    }
    bytes
}

/// None for bytes that no list was packed into.
fn unpack(bytes: &[u8]) -> Option<Vec<i64>> {
    let mut ids = Vec::with_capacity(bytes.len() / 2);
    let (mut last, mut rest, mut shift) = (0i64, 0u64, 0u32);
    for byte in bytes {
        rest |= u64::from(byte & 0x7f).checked_shl(shift)?;
        shift += 7;
        if byte & 0x80 == 0 {
            last = last.checked_add(i64::try_from(rest).ok()?)?;
            ids.push(last);
            (rest, shift) = (0, 0);
        }
    }
    (shift == 0).then_some(ids)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::contacts::Selection;
    use crate::testing::{Temp, workspace};

    proptest! {
        #[test]
        fn ids_come_back_as_they_were(mut ids in proptest::collection::vec(1..i64::MAX, 0..50)) {
            ids.sort_unstable();
            prop_assert_eq!(unpack(&pack(&ids)), Some(ids));
        }
    }

    #[test]
    fn what_no_list_was_packed_into_is_none() {
        assert_eq!(unpack(&[0x80]), None);
        assert_eq!(unpack(&[0xff; 12]), None);
    }

    async fn names(temp: &Temp, batch: i64) -> (Option<i64>, Vec<String>) {
        let request = UndoRequest { batch: Some(batch) };
        let missing = missing(&temp.ws, &request).await.unwrap();
        let names: Vec<String> = missing.contacts.into_iter().map(|c| c.name).collect();
        assert_eq!(missing.total as usize, names.len());
        (missing.last.map(|last| last.batch), names)
    }

    #[tokio::test]
    async fn who_was_in_the_last_file_and_is_missing_in_this_one() {
        let temp = workspace().await;
        let file = |rows: &[&str]| {
            let rows = rows.iter().map(|name| format!("{name},{name}@x.example\n"));
            format!("First name,E-mail\n{}", rows.collect::<String>())
        };
        let first = temp.import(&file(&["Noa", "Dana", "Uri", "Gil"])).await;
        let first = first.batch.unwrap();
        assert_eq!(names(&temp, first).await, (None, vec![]));
        temp.import("Name,Mail,City\nAda,ada@x.example,Lod\n").await;
        let second = temp.import(&file(&["Dana", "Eli", "Noa", "Dana"])).await;
        let second = second.batch.unwrap();
        assert_eq!(
            names(&temp, second).await,
            (Some(first), vec!["Gil".into(), "Uri".into()])
        );
        // Of the file before, which the last one was not in; who is no more is not missed.
        let gil = Selection::Ids { ids: vec![4] };
        contacts::delete(&temp.ws, &gil).await.unwrap();
        assert_eq!(names(&temp, second).await.1, ["Uri"]);
        let third = temp.import(&file(&["Noa"])).await.batch.unwrap();
        assert_eq!(
            names(&temp, third).await,
            (Some(second), vec!["Dana".into(), "Eli".into()])
        );
        // An import that was taken back is no last file.
        temp.undo_batch(second).await;
        assert_eq!(
            names(&temp, third).await,
            (Some(first), vec!["Dana".into(), "Uri".into()])
        );
    }
}
