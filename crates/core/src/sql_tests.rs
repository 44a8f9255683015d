//! Every statement of the core is prepared against a migrated database, and those that run once for each row or
//! keystroke are checked to use an index.

use std::path::{Path, PathBuf};

use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Row, SqliteConnection};

use crate::testing::workspace;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.extension().and_then(|e| e.to_str()) {
            _ if path.is_dir() => files(&path, found),
            Some("sql") => found.push(path),
            _ => {}
        }
    }
}

/// The statement, with an example where a table or column is put in.
fn statement(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    text.replace("{table}", "points")
        .replace("{column}", "label")
        .replace("{of_organization}", "organization_points")
        .replace("{values}", "custom_values")
        .replace("{owners}", "contacts")
        .replace("{owner}", "contact_id")
        .replace("{points}", "points")
        .replace("{addresses}", "addresses")
        .replace("{addresses_as_read}", "contact_addresses")
        .replace("{not_following}", " AND organization_id IS NULL")
        .replace("{keyed}", ", match_key, source")
        .replace("{key}", ", ?6, 'manual'")
        .replace("{set_key}", ", match_key = ?4")
        .replace("{kind}", "phone")
        .replace("{condition}", "deleted_at IS NULL AND archived_at IS NULL")
        .replace("{of_label}", "")
        .replace("{address}", "physical")
        .replace("{part}", "city")
        .replace("{on_tie}", "title")
        .replace("{on_contact}", "job_title")
        .replace("{sets}", "label = e.before ->> 'label'")
        .replace("{same}", "t.label IS (e.after ->> 'label')")
}

async fn plan(conn: &mut SqliteConnection, sql: &str) -> Vec<String> {
    let rows: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")))
            .fetch_all(conn)
            .await
            .unwrap();
    rows.into_iter().map(|row| row.3).collect()
}

#[tokio::test]
async fn every_statement_prepares_and_the_frequent_ones_use_an_index() {
    let temp = workspace().await;
    // On the writing connection, which has the temporary tables of undo.
    let mut conn = temp.ws.begin_write().await.unwrap();
    let mut paths = Vec::new();
    files(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut paths,
    );
    assert!(paths.len() > 30, "{} statements", paths.len());
    let frequent = [
        "candidates",
        "page",
        "details",
        "details_points",
        "details_addresses",
        "details_organizations",
        "details_groups",
        "details_tags",
        "details_fields",
        "touched_since",
        "created_contacts",
        "entries",
        "add_point",
        "already_out",
        "sort_name",
        "organization_rows",
        "organization",
        "organization_points",
        "organization_addresses",
        "organizations/tie",
        "other_touched_since",
        "of_owner",
    ];
    let mut checked = 0;
    for path in paths {
        let plan = plan(&mut conn, &statement(&path)).await;
        if frequent
            .iter()
            .any(|name| path.ends_with(format!("{name}.sql")))
        {
            checked += 1;
            // A table that is scanned through a covering index is read in order, which is what sorting by name wants.
            let scans = |line: &&String| {
                line.starts_with("SCAN")
                    && !line.contains("VIRTUAL TABLE")
                    && !line.contains("INDEX")
                    && !line.contains("CONSTANT")
                    && !line.contains("subquery")
            };
            assert_eq!(plan.iter().find(scans), None, "{}", path.display());
        }
    }
    assert_eq!(checked, frequent.len());
}

#[tokio::test]
async fn members_are_counted_from_an_index_alone() {
    let temp = workspace().await;
    let mut conn = temp.ws.begin_write().await.unwrap();
    let plan = plan(&mut conn, include_str!("groups/members.sql")).await;
    let covered = |line: &String| line.contains("COVERING INDEX group_contacts_group");
    assert!(plan.iter().any(covered), "{plan:?}");
}

#[tokio::test]
async fn no_check_makes_a_table_for_each_row_of_an_import() {
    let temp = workspace().await;
    let mut conn = temp.ws.read().await.unwrap();
    for table in [
        "contacts",
        "points",
        "addresses",
        "affiliations",
        "organizations",
        "group_contacts",
        "contact_tags",
        "custom_values",
    ] {
        let sql = AssertSqlSafe(format!("EXPLAIN INSERT INTO {table} DEFAULT VALUES"));
        let steps = sqlx::query(sql).fetch_all(&mut *conn).await.unwrap();
        let makes_table = |step: &SqliteRow| step.get::<&str, _>("opcode") == "OpenEphemeral";
        assert!(!steps.iter().any(makes_table), "{table}");
    }
}

#[tokio::test]
async fn choices_of_contacts_are_still_checked() {
    let temp = workspace().await;
    let conn = rusqlite::Connection::open(temp.ws.path()).unwrap();
    conn.pragma_update(None, "foreign_keys", false).unwrap();
    let insert = |column: &str, value: &str| {
        let sql = format!(
            "INSERT INTO contacts (uid, name, created_at, changed_at, created_batch, {column})
             VALUES (hex(randomblob(8)), 'Noa', '', '', 1, ?)"
        );
        conn.execute(&sql, [value])
    };
    for (column, value) in [
        ("preferred_channel", "sms"),
        ("contact_frequency", "weekly"),
    ] {
        insert(column, value).unwrap();
        let refused = insert(column, "pigeon").unwrap_err();
        assert!(refused.to_string().contains("CHECK"), "{column}");
    }
}
