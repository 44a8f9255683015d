//! A custom field of many contacts or organizations.

use super::affected::{ids, touch};
use crate::error::Result;
use crate::fields::{Subject, of_subject};
use crate::journal::{self, Change};
use crate::sql;

pub(super) async fn set(
    change: &mut Change,
    subject: Subject,
    owners: &[i64],
    field: i64,
    value: Option<&str>,
) -> Result<Vec<i64>> {
    let other = sqlx::query_scalar(of_subject(include_str!("other_value.sql"), subject))
        .bind(sql::ids(owners))
        .bind(field)
        .bind(value);
    let changed = ids(change, other).await?;
    let list = sql::ids(&changed);
    match value {
        Some(value) => {
            for statement in [
                include_str!("change_value.sql"),
                include_str!("add_value.sql"),
            ] {
                sqlx::query(of_subject(statement, subject))
                    .bind(&list)
                    .bind(field)
                    .bind(value)
                    .execute(&mut **change)
                    .await?;
            }
        }
        None => {
            let rows = sqlx::query_scalar(of_subject(include_str!("values_of.sql"), subject))
                .bind(&list)
                .bind(field);
            let rows = ids(change, rows).await?;
            journal::delete_rows(change, values_table(subject), &rows).await?;
        }
    }
    touch(change, subject, &changed).await?;
    Ok(changed)
}

fn values_table(subject: Subject) -> &'static str {
    match subject {
        Subject::Organization => "organization_values",
        Subject::Contact | Subject::Member => "custom_values",
    }
}
