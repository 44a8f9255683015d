//! `roster field remove`.

use clap::Args;
use roster_core::fields::{self, FieldByCode};
use serde::Serialize;

use crate::commands::Context;
use crate::failure::Result;

/// Remove a custom field with all its values; `roster undo` brings them back.
#[derive(Debug, Args)]
pub struct Remove {
    /// The field's code, from `roster fields`.
    code: String,
    /// Tell how many values would go with it; write nothing.
    #[arg(long)]
    rehearse: bool,
}

/// What went, or would go, with the field.
#[derive(Serialize)]
struct Removed {
    code: String,
    values: u64,
    batch: Option<i64>,
}

impl Remove {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let (global, job) = (context.global, context.job);
        let field = FieldByCode { code: self.code };
        let work = async |ws: &_| {
            if self.rehearse {
                let lost = fields::values_of(ws, &field).await?;
                return Ok((lost, None));
            }
            let removed = fields::remove(ws, &field, job).await?;
            Ok((removed.values, Some(removed.batch)))
        };
        let (values, batch) = crate::workspace::existing(global, work).await?;
        let removed = Removed {
            code: field.code,
            values,
            batch,
        };
        context.out.done(&removed, || match removed.batch {
            None => format!("{} would go with {values} values.\n", removed.code),
            Some(_) => format!(
                "{} is gone with {values} values; `roster undo` brings them back.\n",
                removed.code
            ),
        })
    }
}
