//! How many contacts hold something in each field, default and custom.

use sqlx::SqliteConnection;

use super::custom;
use super::fit::of_subject;
use super::list::default_fields;
use super::target::Target;
use super::types::{FieldByCode, FieldUse, FieldUses, Subject};
use crate::error::Result;
use crate::points::{Kind, PointField};
use crate::workspace::Workspace;

/// Counts the values of every field; those of contacts in the trash count too, since they come back with them.
pub async fn uses(ws: &Workspace) -> Result<FieldUses> {
    let mut conn = ws.read().await?;
    let mut uses = default_uses(&mut conn).await?;
    for subject in [Subject::Contact, Subject::Organization] {
        let rows: Vec<(String, i64, i64)> =
            sqlx::query_as(of_subject(include_str!("uses_custom.sql"), subject))
                .fetch_all(&mut *conn)
                .await?;
        uses.extend(rows.into_iter().map(|(code, values, misfits)| FieldUse {
            code,
            values: values as u64,
            misfits: misfits as u64,
        }));
    }
    for field in custom::all(&mut conn).await? {
        if uses.iter().all(|u| u.code != field.code) {
            uses.push(FieldUse {
                code: field.code,
                values: 0,
                misfits: 0,
            });
        }
    }
    Ok(FieldUses { uses })
}

/// How many values a custom field holds: what would be lost with it.
///
/// # Errors
/// `NotFound`.
pub async fn values_of(ws: &Workspace, input: &FieldByCode) -> Result<u64> {
    let mut conn = ws.read().await?;
    let field = custom::by_code(&mut conn, &input.code).await?;
    let sql = of_subject(
        "SELECT count(*) FROM {values} WHERE field_id = ?",
        field.subject,
    );
    let count: i64 = sqlx::query_scalar(sql)
        .bind(field.id)
        .fetch_one(&mut *conn)
        .await?;
    Ok(count as u64)
}

async fn default_uses(conn: &mut SqliteConnection) -> Result<Vec<FieldUse>> {
    let counts: Vec<(String, i64)> = sqlx::query_as(include_str!("uses_default.sql"))
        .fetch_all(&mut *conn)
        .await?;
    let points: Vec<(String, Option<String>, i64)> =
        sqlx::query_as(include_str!("uses_points.sql"))
            .fetch_all(conn)
            .await?;
    let of_point = |wanted: &PointField| -> i64 {
        let own = |(kind, label, _): &&(String, Option<String>, i64)| {
            Kind::from_name(kind)
                .is_some_and(|kind| PointField::of(kind, label.as_deref()) == wanted)
        };
        points.iter().filter(own).map(|(_, _, n)| n).sum()
    };
    let uses = default_fields().into_iter().map(|field| {
        let values = match Target::parse(&field.code) {
            Target::Point(point) => of_point(point),
            _ => counts
                .iter()
                .find(|(code, _)| *code == field.code)
                .map_or(0, |(_, n)| *n),
        };
        FieldUse {
            code: field.code,
            values: values.max(0) as u64,
            misfits: 0,
        }
    });
    Ok(uses.collect())
}
