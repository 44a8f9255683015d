use sqlx::AssertSqlSafe;

use super::*;
use crate::progress::Job;
use crate::testing::{Dump, Temp, workspace};
use crate::{backup, opt_outs, organizations};

const PEOPLE: &str = "Name,E-mail,Phone,City,Groups,Company
Noa Levi,noa@levi.example,+972501234567,Haifa,Choir,Aurora
Omar Haddad,omar@cedar.example,+9613123456,Beirut,Choir,Cedar
";

/// Contacts with points, addresses, groups, organizations that have points and addresses themselves, values of a custom
/// field and an opt-out: something for each rule.
async fn full() -> Temp {
    let temp = workspace().await;
    temp.import(PEOPLE).await;
    let field = serde_json::json!({"label": "Shelf", "type": "number"});
    let field = serde_json::from_value(field).unwrap();
    crate::fields::add(&temp.ws, &field).await.unwrap();
    temp.create(&[
        ("first_name", "Ines"),
        ("shelf", "7"),
        ("email", "i@x.example"),
    ])
    .await;
    let organization = serde_json::json!({
        "kind": "account", "name": "Zenith",
        "set": [
            {"field": "email", "value": "office@zenith.example"},
            {"field": "city", "value": "Athens"},
        ],
    });
    let organization = serde_json::from_value(organization).unwrap();
    organizations::create(&temp.ws, &organization)
        .await
        .unwrap();
    let out = serde_json::json!({"values": [{"value": "noa@levi.example"}], "act": {"initiative": "theirs"}});
    let out = serde_json::from_value(out).unwrap();
    opt_outs::add(&temp.ws, &out).await.unwrap();
    assert_eq!(check(&temp.ws).await.unwrap().problems, [""; 0]);
    temp
}

/// Does to the file what no operation would.
async fn spoil(temp: &Temp, sql: &'static str) {
    let mut conn = temp.ws.writer().await.unwrap();
    let sql = format!("PRAGMA foreign_keys = OFF; {sql}; PRAGMA foreign_keys = ON");
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(&mut *conn)
        .await
        .unwrap();
}

async fn repaired(temp: &Temp) -> Repair {
    repair(&temp.ws, &Job::silent()).await.unwrap()
}

/// What `check` says of the damage; after the repair nothing is left, and everything is as it was before.
async fn mends_fully(sql: &'static str, says: &str) -> Repair {
    let temp = full().await;
    let before = temp.dump().await;
    spoil(&temp, sql).await;
    let found = check(&temp.ws).await.unwrap().problems;
    assert!(found.iter().any(|line| line.contains(says)), "{found:?}");
    let done = repaired(&temp).await;
    assert_eq!(done.report.problems, [""; 0], "{sql}");
    assert_eq!(done.before, found.len() as u64);
    let kept = backup::list(&temp.ws).await.unwrap().backups;
    assert!(kept.iter().any(|b| Some(&b.name) == done.backup.as_ref()));
    assert_same(&temp.dump().await, &before, sql);
    done
}

/// All but what a repair itself adds: its batch, and its line in the history of an opt-out.
fn assert_same(left: &Dump, right: &Dump, sql: &str) {
    for (table, rows) in left {
        let is_own = *table == "subscription_changes";
        assert!(is_own || rows == &right[table], "{sql}: {table}");
    }
}

#[tokio::test]
async fn what_is_derived_is_made_anew_without_a_change_to_undo() {
    for (sql, says) in [
        ("UPDATE contact_search SET text = 'x'", "search"),
        (
            "UPDATE custom_values SET misfit = x'01'",
            "not marked rightly",
        ),
    ] {
        let done = mends_fully(sql, says).await;
        assert_eq!(done.batch, None, "{sql}");
    }
}

#[tokio::test]
async fn what_was_spoiled_in_the_data_is_mended_as_a_change() {
    for (sql, says) in [
        (
            "UPDATE organizations SET folded = 'x'",
            "not found by its name",
        ),
        (
            "UPDATE points SET match_key = 1",
            "would not be found when matching",
        ),
        (
            "UPDATE points SET is_primary = NULL",
            "has no primary email",
        ),
        (
            "UPDATE addresses SET is_primary = NULL",
            "has no primary address",
        ),
        (
            "UPDATE organization_points SET is_primary = NULL",
            "has no primary email",
        ),
        (
            "UPDATE organization_addresses SET is_primary = NULL",
            "has no primary address",
        ),
        ("DELETE FROM subscription_changes", "has no history"),
    ] {
        let done = mends_fully(sql, says).await;
        assert!(done.batch.is_some(), "{sql}");
    }
}

#[tokio::test]
async fn what_belongs_to_nothing_goes_and_undo_brings_it_back() {
    let temp = full().await;
    spoil(&temp, "DELETE FROM contacts WHERE id = 2").await;
    let spoiled = temp.dump().await;
    let found = check(&temp.ws).await.unwrap().problems;
    assert!(
        found
            .iter()
            .any(|line| line.contains("missing row of contacts")),
        "{found:?}"
    );
    let done = repaired(&temp).await;
    assert_eq!(done.report.problems, [""; 0]);
    let count = "SELECT count(*) FROM points WHERE contact_id = 2";
    let mut conn = temp.ws.read().await.unwrap();
    let left: i64 = sqlx::query_scalar(count)
        .fetch_one(&mut *conn)
        .await
        .unwrap();
    drop(conn);
    assert_eq!(left, 0);
    assert!(done.batch.is_some());
    // Whoever knows better can take the repair back.
    spoil(&temp, "INSERT INTO contacts (id, uid, name, created_at, created_batch, changed_at) SELECT 2, 'again', name, created_at, created_batch, changed_at FROM contacts WHERE id = 1").await;
    temp.undo().await;
    assert_eq!(temp.dump().await["points"], spoiled["points"]);
}

#[tokio::test]
async fn a_reference_that_may_be_empty_is_emptied_and_its_row_stays() {
    let temp = full().await;
    spoil(
        &temp,
        "UPDATE organizations SET parent_id = 99 WHERE name = 'Aurora'",
    )
    .await;
    let done = repaired(&temp).await;
    assert_eq!(done.report.problems, [""; 0]);
    let mut conn = temp.ws.read().await.unwrap();
    let sql = "SELECT parent_id FROM organizations WHERE name = 'Aurora'";
    let parent: Option<i64> = sqlx::query_scalar(sql).fetch_one(&mut *conn).await.unwrap();
    assert_eq!(parent, None);
}

#[tokio::test]
async fn an_index_that_lacks_rows_is_made_anew() {
    let temp = full().await;
    spoil(
        &temp,
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = replace(sql, 'IS NOT NULL', 'IS NULL') WHERE name = 'custom_values_misfit';
         PRAGMA writable_schema = RESET; PRAGMA schema_version = 9999",
    )
    .await;
    let found = check(&temp.ws).await.unwrap().problems;
    assert!(
        found
            .iter()
            .any(|line| line.contains("custom_values_misfit")),
        "{found:?}"
    );
    assert_eq!(repaired(&temp).await.report.problems, [""; 0]);
}

#[tokio::test]
async fn what_has_no_right_answer_is_left_and_named() {
    let temp = full().await;
    spoil(
        &temp,
        "UPDATE organizations SET parent_id = id WHERE name = 'Aurora'",
    )
    .await;
    let done = repaired(&temp).await;
    assert_eq!(done.before, 1);
    assert!(
        done.report.problems[0].contains("circle"),
        "{:?}",
        done.report.problems
    );
}

#[tokio::test]
async fn a_sound_workspace_is_left_alone_without_a_backup() {
    let temp = full().await;
    let before = temp.dump().await;
    let done = repaired(&temp).await;
    assert_eq!((done.before, done.backup, done.batch), (0, None, None));
    assert_eq!(temp.dump().await, before);
    assert!(backup::list(&temp.ws).await.unwrap().backups.is_empty());
}

#[tokio::test]
async fn nothing_is_repaired_without_a_backup() {
    let temp = full().await;
    spoil(&temp, "UPDATE points SET is_primary = NULL").await;
    let before = temp.dump().await;
    let folder = temp.ws.path().with_extension("backups");
    std::fs::remove_dir_all(&folder).ok();
    std::fs::write(&folder, "no folder").unwrap();
    assert!(repair(&temp.ws, &Job::silent()).await.is_err());
    assert_eq!(temp.dump().await, before);
}
