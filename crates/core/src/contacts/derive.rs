//! What is derived from a contact: the sort key of its name and the text that the search scans.

use std::collections::BTreeSet;

use sqlx::SqliteConnection;

use super::details::{by_ids, by_ids_in_bulk};
use super::types::Contact;
use crate::error::Result;
use crate::sql;
use crate::values::{fold, name};

const SORT_KEY: &str =
    "UPDATE OR ROLLBACK contacts SET sort_key = ?1 WHERE id = ?2 AND sort_key IS NOT ?1";

/// What the search finds a contact by (L2): names, organizations, e-mails, phones in any form, tags, notes.
pub(crate) struct SearchParts {
    text: String,
}

impl Default for SearchParts {
    fn default() -> Self {
        Self {
            text: String::with_capacity(128),
        }
    }
}

impl SearchParts {
    pub fn words(&mut self, text: &str) -> &mut Self {
        fold::fold_into(text, &mut self.text);
        self
    }

    pub fn phone(&mut self, normalized: Option<&str>, typed: &str) -> &mut Self {
        match normalized {
            Some(e164) => fold::phone_digits_into(e164, typed, &mut self.text),
            None => fold::fold_into(typed, &mut self.text),
        }
        self
    }

    pub fn finish(self) -> String {
        self.text
    }
}

/// The search text of a whole contact.
pub(super) fn search_text(contact: &Contact) -> String {
    let mut parts = SearchParts::default();
    parts.words(&contact.name);
    let texts = [
        &contact.first_name,
        &contact.middle_name,
        &contact.last_name,
        &contact.nickname,
        &contact.full_name,
    ];
    for text in texts
        .into_iter()
        .flatten()
        .filter(|text| !contact.name.contains(text.as_str()))
    {
        parts.words(text);
    }
    for organization in &contact.organizations {
        parts.words(&organization.name);
    }
    for point in &contact.points {
        match point.kind.as_str() {
            "phone" | "fax" => parts.phone(point.normalized.as_deref(), &point.value),
            _ => parts.words(&point.value),
        };
    }
    for text in contact.tags.iter().chain(&contact.notes) {
        parts.words(text);
    }
    parts.finish()
}

/// Derives anew for contacts whose ids are given as a JSON array. Ids that don't exist are passed over.
pub(crate) async fn derive(conn: &mut SqliteConnection, ids: &str) -> Result<()> {
    let ids: Vec<i64> = sqlx::query_scalar("SELECT value FROM json_each(?)")
        .bind(ids)
        .fetch_all(&mut *conn)
        .await?;
    let contacts = by_ids(conn, &ids).await?;
    for chunk in contacts.chunks(200) {
        let sql = sql::insert_rows(
            "contact_search",
            &[("contact_id", "?"), ("text", "?")],
            chunk.len(),
        );
        let sql = sqlx::AssertSqlSafe(format!(
            "{} ON CONFLICT (contact_id) DO UPDATE SET text = excluded.text",
            sql.0
        ));
        let mut query = sqlx::query(sql);
        for contact in chunk {
            query = query.bind(contact.id).bind(search_text(contact));
        }
        query.execute(&mut *conn).await?;
    }
    for chunk in contacts.chunks(200) {
        let mut keys = Vec::new();
        for contact in chunk {
            keys.push((contact.id, hex::encode(name::sort_key(&contact.name))));
        }
        sqlx::query(include_str!("derive_sort_keys.sql"))
            .bind(serde_json::json!(keys).to_string())
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// The same on the connection of a bulk change.
pub(crate) fn derive_in_bulk(conn: &rusqlite::Connection, ids: &[i64]) -> Result<()> {
    for chunk in ids.chunks(500) {
        for contact in by_ids_in_bulk(conn, chunk)? {
            conn.prepare_cached(include_str!("derive_search.sql"))?
                .execute((contact.id, search_text(&contact)))?;
            conn.prepare_cached(SORT_KEY)?
                .execute((name::sort_key(&contact.name), contact.id))?;
        }
    }
    Ok(())
}

/// Contacts whose stored search text is not what it should be, one sentence each.
pub(crate) async fn stale_search_texts(conn: &mut SqliteConnection) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    let mut after = 0;
    loop {
        let sql = "SELECT contact_id, text FROM contact_search WHERE contact_id > ? ORDER BY contact_id LIMIT 500";
        let stored: Vec<(i64, String)> = sqlx::query_as(sql)
            .bind(after)
            .fetch_all(&mut *conn)
            .await?;
        let Some((last, _)) = stored.last() else {
            return Ok(problems);
        };
        after = *last;
        let ids: Vec<i64> = stored.iter().map(|(id, _)| *id).collect();
        let contacts = by_ids(conn, &ids).await?;
        for (contact, (id, text)) in contacts.iter().zip(&stored) {
            if words(&search_text(contact)) != words(text) {
                problems.push(format!("The contact {id} is searched by an old text."));
            }
        }
    }
}

/// The words of a search text; their order says nothing.
fn words(text: &str) -> BTreeSet<&str> {
    text.split(' ').collect()
}
