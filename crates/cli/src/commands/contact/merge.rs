//! `roster contact merge`.

use clap::Args;
use roster_core::contacts::{self, ContactsMerge, FieldValue};

use super::change::{answer, parse_set};
use crate::commands::Context;
use crate::failure::Result;

/// Merge contacts that are one person: everything on the others moves to the first, and they go. `roster undo` brings
/// them back.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roster contact merge 12 37\n  roster contact merge 12 37 41 --prefer 37 --set nickname=Nono"
)]
pub struct Merge {
    /// The contact that is kept.
    #[arg(value_name = "INTO")]
    into: i64,
    /// The contacts that go into it; at most nine.
    #[arg(value_name = "FROM", required = true)]
    from: Vec<i64>,
    /// Give a field a value, as in `roster contact add`. Repeatable.
    #[arg(long, value_name = "FIELD=VALUE", value_parser = parse_set)]
    set: Vec<FieldValue>,
    /// Whose values stay where they differ; those of INTO unless told.
    #[arg(long, value_name = "ID")]
    prefer: Option<i64>,
}

impl Merge {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let merge = ContactsMerge {
            into: self.into,
            from: self.from,
            prefer: self.prefer,
            choose: Vec::new(),
            set: self.set,
        };
        let work = async |ws: &_| Ok(contacts::merge(ws, &merge).await?);
        let changed = crate::workspace::existing(context.global, work).await?;
        answer(context, changed)
    }
}
