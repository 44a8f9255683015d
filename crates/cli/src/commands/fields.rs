//! `roster fields`: the default and custom fields with their codes.

use clap::Args;
use roster_core::fields::{self, Field, Subject};
use roster_core::values::split::join;

use super::Context;
use crate::failure::Result;
use crate::table::table;

/// List the default fields and the custom ones with their codes, for --map, --set and --fields.
#[derive(Debug, Args)]
pub struct Fields {}

impl Fields {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let fields =
            crate::workspace::existing(context.global, async |ws| Ok(fields::manage(ws).await?))
                .await?;
        context.out.answer(&fields, || text(&fields.fields))
    }
}

/// The fields as a table.
pub fn text(fields: &[Field]) -> String {
    let rows = fields.iter().map(|field| {
        [
            field.code.clone(),
            field.label.clone(),
            field.kind.clone(),
            remarks(field),
        ]
    });
    table(["Code", "Label", "Type", ""], rows)
}

fn remarks(field: &Field) -> String {
    let owner = match field.subject {
        Subject::Contact => "custom",
        Subject::Organization => "custom, of organizations",
        Subject::Member => "custom, of members",
    };
    let mut remarks = Vec::new();
    if field.custom {
        remarks.push(owner.to_owned());
    }
    if field.required {
        remarks.push("required".to_owned());
    }
    if field.retired {
        remarks.push("retired".to_owned());
    }
    if !field.options.is_empty() {
        let options: Vec<&str> = field.options.iter().map(String::as_str).collect();
        remarks.push(join(&options));
    }
    remarks.extend(field.currency.clone());
    remarks.extend(
        field
            .default
            .as_ref()
            .map(|value| format!("default {value}")),
    );
    remarks.join("; ")
}
