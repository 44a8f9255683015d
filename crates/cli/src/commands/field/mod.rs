//! `roster field …`: a custom field made, changed, taken out of use, removed.

mod change;
mod remove;

use clap::{Args, Subcommand, ValueEnum};
use roster_core::fields::{self, FieldByCode, FieldChanged, Subject};
use roster_core::values::custom::FieldType;
use serde::Serialize;

use super::Context;
use crate::failure::Result;
use crate::table::table;
use change::{Add, Edit};
use remove::Remove;

/// Add, change or remove a custom field.
#[derive(Debug, Subcommand)]
pub enum Field {
    Add(Add),
    Edit(Edit),
    Remove(Remove),
    Misfits(Misfits),
}

/// List the values that don't fit a field, as after a change of its type.
#[derive(Debug, Args)]
pub struct Misfits {
    /// The field's code, from `roster fields`.
    code: String,
}

impl Field {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        match self {
            Self::Add(command) => command.run(context).await,
            Self::Edit(command) => command.run(context).await,
            Self::Remove(command) => command.run(context).await,
            Self::Misfits(command) => command.run(context).await,
        }
    }
}

impl Misfits {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let code = FieldByCode { code: self.code };
        let work = async |ws: &_| Ok(fields::misfits(ws, &code).await?);
        let misfits = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&misfits, || {
            let rows = misfits.values.iter();
            table(
                ["Id", "Name", "Value"],
                rows.map(|m| [m.id.to_string(), m.name.clone(), m.value.clone()]),
            )
        })
    }
}

/// The types, as CLI.md names them.
#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
enum Type {
    Text,
    LongText,
    Number,
    Money,
    Date,
    YesNo,
    OneOf,
    ManyOf,
    Url,
}

impl From<Type> for FieldType {
    fn from(kind: Type) -> Self {
        match kind {
            Type::Text => Self::Text,
            Type::LongText => Self::LongText,
            Type::Number => Self::Number,
            Type::Money => Self::Money,
            Type::Date => Self::Date,
            Type::YesNo => Self::YesNo,
            Type::OneOf => Self::OneOf,
            Type::ManyOf => Self::ManyOf,
            Type::Url => Self::Url,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum For {
    Contact,
    Organization,
    Member,
}

impl From<For> for Subject {
    fn from(subject: For) -> Self {
        match subject {
            For::Contact => Self::Contact,
            For::Organization => Self::Organization,
            For::Member => Self::Member,
        }
    }
}

/// The field as it is now, and the batch to undo.
#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    field: fields::Field,
    batch: Option<i64>,
}

fn answer(context: &mut Context<'_, '_>, changed: FieldChanged) -> Result<()> {
    let FieldChanged { field, batch } = changed;
    let answer = Answer { field, batch };
    context.out.done(&answer, || {
        super::fields::text(std::slice::from_ref(&answer.field))
    })
}
