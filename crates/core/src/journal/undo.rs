//! Taking a batch back, keeping what was edited since, and doing it again.
//!
//! Three kinds of things are taken back, in this order: recorded rows, the latest first (`reverse.rs`); rows that a
//! bulk change added to contacts which were there before; and contacts that it created, with everything on them
//! (`remove.rs`). A contact that was edited by a later change keeps what was edited, and the answer says why.
//! An opt-out that came with an import stays: it is lifted by the reinstating act only (O1, I9), or by taking back the
//! very act that opted out, unless a later one said the same or something else.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Map, Value};
use sqlx::SqliteConnection;

use super::change::Change;
use super::table::{TABLES, Table};
use super::types::{Kept, UndoRequest, Undone};
use super::{remove, reverse};
use crate::contacts;
use crate::error::{Error, Result};
use crate::fields;
use crate::operations::Operation;
use crate::organizations;
use crate::progress::{Job, Stage};
use crate::sql;
use crate::workspace::Workspace;

/// What an undo works with and what comes of it.
pub(super) struct Undoing {
    pub batch: i64,
    /// The batch that takes it back.
    pub this: i64,
    pub tables: Vec<Table>,
    /// Whether opt-outs are taken back too: when opting out was what the batch was for.
    pub opt_outs: bool,
    /// Whether the batch created contacts.
    pub creates: bool,
    /// Whether a change was made after the batch that still stands.
    pub is_followed: bool,
    /// Contacts that are as they were, still there or back again.
    pub restored: HashSet<i64>,
    /// Those of them whose derived texts were made of something that changed now.
    stale: HashSet<i64>,
    /// Contacts that the batch had created and that are gone again.
    pub removed: u64,
    pub kept: BTreeMap<i64, String>,
}

/// The columns of a contact that its sort key and its search text are made of; see `contacts/derive.rs`.
const DERIVED_FROM: [&str; 7] = [
    "name",
    "first_name",
    "middle_name",
    "last_name",
    "nickname",
    "full_name",
    "notes",
];

impl Undoing {
    /// Notes that a row of a contact is as it was: some of its columns, or all of it.
    pub fn restore(&mut self, contact: i64, table: &str, columns: Option<&Map<String, Value>>) {
        self.restored.insert(contact);
        let is_derived_from = match (table, columns) {
            ("contacts", Some(columns)) => DERIVED_FROM.iter().any(|c| columns.contains_key(*c)),
            ("contacts" | "points" | "affiliations" | "contact_tags", _) => true,
            _ => false,
        };
        if is_derived_from {
            self.stale.insert(contact);
        }
    }

    pub fn keep(&mut self, contact: Option<i64>, reason: &str) {
        if let Some(contact) = contact {
            self.kept
                .entry(contact)
                .or_insert_with(|| reason.to_owned());
        }
    }

    /// The tables that hold rows of contacts, `contacts` itself left out.
    pub fn children(&self) -> impl Iterator<Item = &Table> {
        self.tables.iter().filter(|t| t.belongs_to_contact())
    }

    pub fn skips(&self, table: &str) -> bool {
        !self.opt_outs && table.starts_with("subscription")
    }
}

/// Takes a batch back: the named one, or the latest that stands.
///
/// # Errors
/// `NothingToUndo`, `AlreadyUndone`, `NotFound`, `Cancelled` (nothing was changed).
pub async fn undo(ws: &Workspace, request: &UndoRequest, job: &Job) -> Result<Undone> {
    let mut change = Change::begin(ws, Operation::Undo).await?;
    let this = change.batch;
    let (batch, operation) = match request.batch {
        Some(batch) => (batch, standing(&mut change, batch).await?),
        None => super::undo_candidate(&mut change, this)
            .await?
            .ok_or(Error::NothingToUndo)?,
    };
    mark(&mut change, batch, batch).await?;
    let undoing = take_back(&mut change, batch, job).await?;
    finish(change, undoing, operation).await
}

/// Does again what the latest undo took back.
///
/// # Errors
/// `NothingToRedo` when nothing was undone, or something new was done since.
pub async fn redo(ws: &Workspace, job: &Job) -> Result<Undone> {
    let mut change = Change::begin(ws, Operation::Redo).await?;
    let this = change.batch;
    let (undo, operation) = super::redo_candidate(&mut change, this)
        .await?
        .ok_or(Error::NothingToRedo)?;
    let undone: i64 = sqlx::query_scalar("SELECT reverses FROM batches WHERE id = ?")
        .bind(undo)
        .fetch_one(&mut *change)
        .await?;
    change.stop_recording_inserts().await?;
    mark(&mut change, undo, undo).await?;
    let undoing = take_back(&mut change, undo, job).await?;
    sqlx::query("UPDATE batches SET undone_by = NULL WHERE id = ?")
        .bind(undone)
        .execute(&mut *change)
        .await?;
    finish(
        change,
        Undoing {
            batch: undone,
            ..undoing
        },
        operation,
    )
    .await
}

async fn standing(conn: &mut SqliteConnection, batch: i64) -> Result<String> {
    let found: Option<(String, Option<i64>, Option<i64>)> =
        sqlx::query_as("SELECT operation, undone_by, reverses FROM batches WHERE id = ?")
            .bind(batch)
            .fetch_optional(conn)
            .await?;
    match found {
        None => Err(Error::not_found("batch", batch)),
        Some((_, Some(_), _)) => Err(Error::AlreadyUndone { batch }),
        Some((operation, ..)) if operation == Operation::TrashEmpty.name() => Err(Error::invalid(
            "What was removed from the trash for good can't come back.",
        )),
        Some((_, _, Some(_))) => Err(Error::invalid("An undo is taken back by redo.")),
        Some((operation, ..)) if operation == Operation::BackupRestore.name() => {
            Err(Error::invalid(
                "A restore is taken back by restoring the backup that was made before it.",
            ))
        }
        Some((operation, None, None)) => Ok(operation),
    }
}

/// Marked before anything is taken back, so that what this undo itself records counts as no later edit.
async fn mark(change: &mut Change, batch: i64, reverses: i64) -> Result<()> {
    let this = change.batch;
    sqlx::query("UPDATE batches SET undone_by = ? WHERE id = ?")
        .bind(this)
        .bind(batch)
        .execute(&mut **change)
        .await?;
    sqlx::query("UPDATE batches SET reverses = ? WHERE id = ?")
        .bind(reverses)
        .bind(this)
        .execute(&mut **change)
        .await?;
    Ok(())
}

async fn finish(mut change: Change, undoing: Undoing, operation: String) -> Result<Undone> {
    let this = change.batch;
    let others = sqlx::query_as(include_str!("others.sql"))
        .bind(this)
        .fetch_one(&mut *change)
        .await?;
    let reversed = undoing.restored.len() as u64 + undoing.removed;
    change.commit_with(reversed as i64).await?;
    let kept = undoing
        .kept
        .into_iter()
        .map(|(id, reason)| Kept { id, reason })
        .collect();
    Ok(Undone {
        batch: undoing.batch,
        operation,
        reversed,
        others,
        kept,
    })
}

async fn take_back(change: &mut Change, batch: i64, job: &Job) -> Result<Undoing> {
    // Parents may go before children and come back after them; all must fit at the end.
    sqlx::query("PRAGMA defer_foreign_keys = ON")
        .execute(&mut **change)
        .await?;
    let mut undoing = Undoing {
        batch,
        this: change.batch,
        tables: Vec::new(),
        // Opt-outs are taken back, and reinstatements, only where that was the act itself.
        opt_outs: holds(change, include_str!("is_act_on_opt_outs.sql"), batch).await?,
        creates: holds(
            change,
            "SELECT EXISTS (SELECT 1 FROM contacts WHERE created_batch = ?)",
            batch,
        )
        .await?,
        is_followed: holds(change, include_str!("is_followed.sql"), batch).await?,
        restored: HashSet::new(),
        stale: HashSet::new(),
        removed: 0,
        kept: BTreeMap::new(),
    };
    for name in TABLES {
        undoing.tables.push(Table::read(change, name).await?);
    }
    find_edited(change, &undoing).await?;
    keep_edited(change, &mut undoing).await?;
    reverse::rows(change, &mut undoing, job).await?;
    remove::added_rows(change, &mut undoing).await?;
    remove::created_contacts(change, &mut undoing, job).await?;
    remove::unused(change, &undoing).await?;
    derive(change, &undoing, job).await?;
    Ok(undoing)
}

/// A question about the batch.
async fn holds(conn: &mut SqliteConnection, sql: &'static str, batch: i64) -> Result<bool> {
    Ok(sqlx::query_scalar(sql).bind(batch).fetch_one(conn).await?)
}

/// Fills `undo_edited` with the contacts that a later change touched which still stands.
async fn find_edited(conn: &mut SqliteConnection, undoing: &Undoing) -> Result<()> {
    sqlx::query("DELETE FROM undo_edited")
        .execute(&mut *conn)
        .await?;
    sqlx::query(include_str!("edited_rows.sql"))
        .bind(undoing.batch)
        .execute(&mut *conn)
        .await?;
    for table in undoing.children() {
        let sql = include_str!("edited_ranges.sql").replace("{table}", table.name);
        sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(undoing.batch)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// Created contacts that were edited since stay whole.
async fn keep_edited(conn: &mut SqliteConnection, undoing: &mut Undoing) -> Result<()> {
    let sql = "SELECT c.id FROM contacts c JOIN undo_edited e ON e.contact_id = c.id WHERE c.created_batch = ?";
    let ids: Vec<i64> = sqlx::query_scalar(sql)
        .bind(undoing.batch)
        .fetch_all(conn)
        .await?;
    for id in ids {
        undoing.keep(Some(id), "edited since");
    }
    Ok(())
}

async fn derive(conn: &mut SqliteConnection, undoing: &Undoing, job: &Job) -> Result<()> {
    let mut ids: Vec<i64> = undoing.stale.iter().copied().collect();
    ids.sort_unstable();
    for (i, chunk) in ids.chunks(500).enumerate() {
        job.report(
            Stage::Undoing,
            (i * 500) as u64,
            Some(i as f32 * 500.0 / ids.len() as f32),
        )?;
        contacts::derive(conn, &sql::ids(chunk)).await?;
    }
    fields::derive(conn, undoing.batch).await?;
    organizations::derive(conn, undoing.batch).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contacts::{ContactEdit, Edit, Selection};
    use crate::import::{ImportRequest, Mode, Update};
    use crate::testing::{Dump, Temp, request, workspace};

    const PEOPLE: &str = "First name,Last name,Company,E-mail,Mobile,City,Groups,Tags\n\
        Noa,Levi,Acme,noa@levi.example,050-123 4567,Haifa,Board,vip\n\
        Dan,Katz,Acme,dan@katz.example,052-345 6789,Eilat,\"Board, Choir\",\n";

    async fn set(temp: &Temp, id: i64, field: &str, value: &str) {
        let edits = vec![Edit::Set {
            field: field.into(),
            value: value.into(),
        }];
        contacts::edit(&temp.ws, &ContactEdit { id, edits })
            .await
            .unwrap();
    }

    /// Fails with the rows that differ only.
    fn assert_same(left: &Dump, right: &Dump) {
        for (table, rows) in left {
            let other = &right[table];
            let odd: Vec<_> = rows
                .iter()
                .filter(|r| !other.contains(r))
                .chain(other.iter().filter(|r| !rows.contains(r)))
                .collect();
            assert!(odd.is_empty(), "{table}: {odd:#?}");
        }
    }

    #[tokio::test]
    async fn an_import_is_taken_back_and_done_again_exactly() {
        let temp = workspace().await;
        temp.create(&[
            ("full_name", "Ines Vidal"),
            ("email", "ines@aurora.example"),
        ])
        .await;
        let before = temp.dump().await;
        temp.import(PEOPLE).await;
        let after = temp.dump().await;
        let undone = temp.undo().await;
        assert_eq!((undone.reversed, undone.kept.len()), (2, 0));
        assert_same(&temp.dump().await, &before);
        temp.redo().await;
        assert_same(&temp.dump().await, &after);
        temp.undo().await;
        assert_same(&temp.dump().await, &before);
    }

    #[tokio::test]
    async fn an_import_that_updated_gives_the_old_values_back() {
        let temp = workspace().await;
        temp.import(PEOPLE).await;
        let before = temp.dump().await;
        let again = "First name,Last name,Company,E-mail,Mobile,Job title,City,Groups,Tags\n\
            Noa,Levi,Other,noa@levi.example,054-765 4321,CFO,Jaffa,Press,press\n";
        let report = temp
            .import_with(ImportRequest {
                update: Update::Replace,
                ..request(again)
            })
            .await;
        assert_eq!((report.created, report.updated), (0, 1));
        assert_ne!(temp.dump().await, before);
        temp.undo().await;
        assert_same(&temp.dump().await, &before);
    }

    #[tokio::test]
    async fn what_was_edited_since_is_kept_and_named() {
        let temp = workspace().await;
        let batch = temp.import(PEOPLE).await.batch;
        set(&temp, 1, "job_title", "CFO").await;
        let undone = undo(&temp.ws, &UndoRequest { batch }, &Job::silent())
            .await
            .unwrap();
        assert_eq!(undone.reversed, 1);
        assert_eq!(
            undone
                .kept
                .iter()
                .map(|k| (k.id, k.reason.as_str()))
                .collect::<Vec<_>>(),
            [(1, "edited since")]
        );
        assert_eq!(temp.search("").await, ["Noa Levi"]);
        assert_eq!(temp.search("acme 4567").await, ["Noa Levi"]);
    }

    #[tokio::test]
    async fn a_field_edited_since_an_update_is_kept_and_the_others_go_back() {
        let temp = workspace().await;
        temp.import(PEOPLE).await;
        let again = "E-mail,First name,Nickname,Notes\nnoa@levi.example,Noa,Nunu,from the fair\n";
        let batch = temp.import(again).await.batch;
        set(&temp, 1, "nickname", "N.").await;
        undo(&temp.ws, &UndoRequest { batch }, &Job::silent())
            .await
            .unwrap();
        let contact = contacts::get(&temp.ws, 1).await.unwrap();
        assert_eq!(
            (contact.nickname.as_deref(), contact.notes),
            (Some("N."), None)
        );
    }

    #[tokio::test]
    async fn edits_and_deletions_are_undone_one_after_the_other() {
        let temp = workspace().await;
        temp.import(PEOPLE).await;
        let first = temp.dump().await;
        set(&temp, 1, "email", "noa@acme.example").await;
        set(&temp, 1, "phone_mobile", "").await;
        let edited = temp.dump().await;
        contacts::delete(&temp.ws, &Selection::Ids { ids: vec![1, 2] })
            .await
            .unwrap();
        assert!(temp.search("").await.is_empty());
        temp.undo().await;
        assert_same(&temp.dump().await, &edited);
        temp.undo().await;
        temp.undo().await;
        assert_same(&temp.dump().await, &first);
    }

    #[tokio::test]
    async fn what_the_search_finds_goes_back_with_each_value() {
        let temp = workspace().await;
        temp.import(PEOPLE).await;
        let before = temp.dump().await;
        let fields = [
            "first_name",
            "middle_name",
            "last_name",
            "nickname",
            "full_name",
        ];
        let others = ["notes", "organization", "email", "job_title"];
        for field in fields.into_iter().chain(others) {
            set(&temp, 1, field, "quux@new.example").await;
            let found = temp.search("quux").await.len();
            assert_eq!(found, usize::from(field != "job_title"), "{field}");
            temp.undo().await;
            assert_same(&temp.dump().await, &before);
        }
    }

    #[tokio::test]
    async fn something_new_ends_redo() {
        let temp = workspace().await;
        temp.import(PEOPLE).await;
        temp.undo().await;
        temp.create(&[("full_name", "Ines Vidal")]).await;
        assert!(matches!(
            redo(&temp.ws, &Job::silent()).await,
            Err(Error::NothingToRedo)
        ));
    }

    #[tokio::test]
    async fn a_batch_is_undone_once() {
        let temp = workspace().await;
        let batch = temp.import(PEOPLE).await.batch;
        temp.undo().await;
        let again = undo(&temp.ws, &UndoRequest { batch }, &Job::silent()).await;
        assert!(matches!(again, Err(Error::AlreadyUndone { .. })));
        let nothing = undo(&temp.ws, &UndoRequest { batch: None }, &Job::silent()).await;
        assert!(matches!(nothing, Err(Error::NothingToUndo)));
    }

    async fn opt_outs(temp: &Temp) -> i64 {
        crate::workspace::stats(&temp.ws).await.unwrap().opt_outs
    }

    #[tokio::test]
    async fn an_opt_out_of_an_import_outlives_its_undo() {
        let temp = workspace().await;
        temp.import("E-mail,E-mail status\nnoa@levi.example,unsubscribed\n")
            .await;
        assert_eq!(opt_outs(&temp).await, 1);
        temp.undo().await;
        assert_eq!(opt_outs(&temp).await, 1);
    }

    #[tokio::test]
    async fn an_import_of_opt_outs_is_taken_back() {
        let temp = workspace().await;
        let out = ImportRequest {
            mode: Mode::OptOut,
            ..request("E-mail\nnoa@levi.example\n")
        };
        assert_eq!(temp.import_with(out).await.opted_out, 1);
        temp.undo().await;
        assert_eq!(opt_outs(&temp).await, 0);
    }

    #[tokio::test]
    async fn a_cancelled_undo_changes_nothing() {
        let temp = workspace().await;
        temp.import(PEOPLE).await;
        let before = temp.dump().await;
        let job = Job::silent();
        job.cancel_handle().cancel();
        let cancelled = undo(&temp.ws, &UndoRequest::default(), &job).await;
        assert!(matches!(cancelled, Err(Error::Cancelled)));
        assert_same(&temp.dump().await, &before);
    }
}
