//! `roster fields`: the default and custom fields with their codes.

use clap::Args;
use roster_core::fields;

use super::Context;
use crate::failure::Result;
use crate::table::table;

/// List the fields that --map, --set and --fields understand.
#[derive(Debug, Args)]
pub struct Fields {}

impl Fields {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let fields =
            crate::workspace::existing(context.global, async |ws| Ok(fields::list(ws).await?))
                .await?;
        context.out.answer(&fields, || text(&fields))
    }
}

fn text(fields: &fields::Fields) -> String {
    let rows = fields.fields.iter().map(|field| {
        let owner = if field.custom { "custom" } else { "" };
        [
            field.code.clone(),
            field.label.clone(),
            field.kind.clone(),
            owner.to_owned(),
        ]
    });
    table(["Code", "Label", "Type", ""], rows)
}
