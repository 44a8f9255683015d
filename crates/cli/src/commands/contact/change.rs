//! `roster contact add` and `roster contact edit`.

use clap::Args;
use roster_core::contacts::{
    self, Contact, ContactChanged, ContactCreate, ContactEdit, FieldValue, Warning,
};
use serde::Serialize;

use super::text;
use crate::commands::Context;
use crate::failure::Result;

/// Add a contact.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster contact add --set first_name=Mia --set email=mia@x.example --set groups=Choir"
)]
pub struct Add {
    /// Give a field a value. `email`, `phone_mobile` and the like add a point; `groups` and `tags` take names
    /// separated by commas. Repeatable; `roster fields` lists the fields.
    #[arg(long, value_name = "FIELD=VALUE", required = true, value_parser = parse_set)]
    set: Vec<FieldValue>,
}

/// Change a contact; all changes are undone together.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  roster contact edit 12 --set city=Leeds --unset notes")]
pub struct Edit {
    /// The contact's number, from `roster contacts`.
    id: i64,
    /// Give a field a value, as in `roster contact add`. Repeatable.
    #[arg(long, value_name = "FIELD=VALUE", required_unless_present = "unset", value_parser = parse_set)]
    set: Vec<FieldValue>,
    /// Empty a field. Repeatable.
    #[arg(long, value_name = "FIELD")]
    unset: Vec<String>,
}

/// The contact as it is now, with what else there is to say about the change.
#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    contact: Contact,
    batch: Option<i64>,
    warnings: Vec<Warning>,
}

impl Add {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let create = ContactCreate { set: self.set };
        let work = async |ws: &_| Ok(contacts::create(ws, &create).await?);
        let changed = crate::workspace::writable(context.global, work).await?;
        answer(context, changed)
    }
}

impl Edit {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let emptied = self.unset.into_iter().map(|field| contacts::Edit::Set {
            field,
            value: String::new(),
        });
        let set = self.set.into_iter().map(|set| contacts::Edit::Set {
            field: set.field,
            value: set.value,
        });
        let edit = ContactEdit {
            id: self.id,
            edits: emptied.chain(set).collect(),
        };
        let work = async |ws: &_| Ok(contacts::edit(ws, &edit).await?);
        let changed = crate::workspace::existing(context.global, work).await?;
        answer(context, changed)
    }
}

pub(super) fn answer(context: &mut Context<'_, '_>, changed: ContactChanged) -> Result<()> {
    let ContactChanged {
        contact,
        batch,
        warnings,
    } = changed;
    let answer = Answer {
        contact,
        batch,
        warnings,
    };
    context.out.done(&answer, || {
        let warnings = answer
            .warnings
            .iter()
            .map(|w| format!("{} \"{}\": {}\n", w.field, w.value, w.message));
        format!(
            "{}{}",
            text::contact(&answer.contact),
            warnings.collect::<String>()
        )
    })
}

pub fn parse_set(text: &str) -> std::result::Result<FieldValue, String> {
    let (field, value) = text
        .split_once('=')
        .ok_or("write FIELD=VALUE, such as city=Leeds")?;
    Ok(FieldValue {
        field: field.trim().to_owned(),
        value: value.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_may_hold_an_equals_sign() {
        let set = parse_set("website=https://x.example/?a=b").unwrap();
        assert_eq!(
            (set.field.as_str(), set.value.as_str()),
            ("website", "https://x.example/?a=b")
        );
        assert!(parse_set("website").is_err());
    }
}
