//! `roster org add` and `roster org edit`.

use clap::Args;
use roster_core::contacts::{FieldValue, Warning};
use roster_core::organizations::{
    self, Organization, OrganizationChanged, OrganizationCreate, OrganizationEdit,
    OrganizationKind, OrganizationStep,
};
use serde::Serialize;

use super::text;
use crate::choosing_organizations::parse_kind;
use crate::commands::Context;
use crate::commands::contact::parse_set;
use crate::failure::Result;

/// Add an account, an agency or a lead.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster org add \"Aurora North\" --kind agency --set phone=+34954123456 --set parent=Aurora"
)]
pub struct Add {
    /// The organization's name.
    name: String,
    /// account, agency or lead.
    #[arg(long, value_name = "account|agency|lead", default_value = "account", value_parser = parse_kind)]
    kind: OrganizationKind,
    /// Give a field a value: number, industry, size, owner, notes, parent (an id or a name), street, street2, city,
    /// region, postcode, country, the code of a custom field; phone, email, website and the like add a point. Repeatable.
    #[arg(long, value_name = "FIELD=VALUE", value_parser = parse_set)]
    set: Vec<FieldValue>,
}

/// Change an organization; all changes are undone together.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  roster org edit 3 --set owner=Mia --unset parent")]
pub struct Edit {
    /// The organization's number, from `roster orgs`.
    id: i64,
    /// Give a field a value, as in `roster org add`; name and kind too. Repeatable.
    #[arg(long, value_name = "FIELD=VALUE", required_unless_present = "unset", value_parser = parse_set)]
    set: Vec<FieldValue>,
    /// Empty a field. Repeatable.
    #[arg(long, value_name = "FIELD")]
    unset: Vec<String>,
}

/// The organization as it is now, with what else there is to say about the change.
#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    organization: Organization,
    batch: Option<i64>,
    warnings: Vec<Warning>,
}

impl Add {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let create = OrganizationCreate {
            kind: self.kind,
            name: self.name,
            set: self.set,
        };
        let work = async |ws: &_| Ok(organizations::create(ws, &create).await?);
        let changed = crate::workspace::writable(context.global, work).await?;
        answer(context, changed)
    }
}

impl Edit {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let emptied = self.unset.into_iter().map(|field| OrganizationStep::Set {
            field,
            value: String::new(),
        });
        let set = self.set.into_iter().map(|set| OrganizationStep::Set {
            field: set.field,
            value: set.value,
        });
        let edit = OrganizationEdit {
            id: self.id,
            edits: emptied.chain(set).collect(),
        };
        let work = async |ws: &_| Ok(organizations::edit(ws, &edit).await?);
        let changed = crate::workspace::existing(context.global, work).await?;
        answer(context, changed)
    }
}

pub fn answer(context: &mut Context<'_, '_>, changed: OrganizationChanged) -> Result<()> {
    let answer = Answer {
        organization: changed.organization,
        batch: changed.batch,
        warnings: changed.warnings,
    };
    context.out.done(&answer, || {
        let warnings = answer.warnings.iter();
        let warnings = warnings.map(|w| format!("{} \"{}\": {}\n", w.field, w.value, w.message));
        let whole = text::organization(&answer.organization);
        format!("{whole}{}", warnings.collect::<String>())
    })
}
