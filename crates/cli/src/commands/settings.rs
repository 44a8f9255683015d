//! `roster settings`: what holds for the whole workspace, shown or changed.

use clap::Args;
use roster_core::Error;
use roster_core::documents::{self, Letterhead};
use roster_core::values::yes_no;
use roster_core::workspace::{self, Settings as Held};

use super::Context;
use super::contact::parse_set;
use crate::failure::Result;
use roster_core::contacts::FieldValue;

/// Show or change the settings of the workspace.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster settings --set country=IL --set organization_required=yes"
)]
pub struct Settings {
    /// `country`: the country of phone numbers without one. `organization_required`: yes when every contact must belong
    /// to an account, an agency or a lead. `backups`: no when Roster makes none by itself. `backups_megabytes`: how much its
    /// own backups may take. `letterhead_name`, `letterhead_address`, `letterhead_bank`, `letterhead_note`: what stands on
    /// invoices and receipts. Repeatable.
    #[arg(long, value_name = "SETTING=VALUE", value_parser = parse_set)]
    set: Vec<FieldValue>,
}

impl Settings {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        if self.set.is_empty() {
            let work = async |ws: &_| Ok(workspace::info(ws).await?.settings);
            let held = crate::workspace::existing(context.global, work).await?;
            return context.out.answer(&held, || text(&held));
        }
        let work = async |ws: &_| {
            let mut held = workspace::info(ws).await?.settings;
            let mut head = documents::letterhead(ws).await?;
            let before = head.clone();
            for set in &self.set {
                match set.field.strip_prefix("letterhead_") {
                    Some(part) => write(&mut head, part, set)?,
                    None => change(&mut held, set)?,
                }
            }
            if head != before {
                documents::set_letterhead(ws, &head).await?;
            }
            Ok(workspace::set_settings(ws, &held).await?)
        };
        let held = crate::workspace::writable(context.global, work).await?;
        context.out.done(&held, || text(&held))
    }
}

fn change(held: &mut Held, FieldValue { field, value }: &FieldValue) -> Result<()> {
    match field.as_str() {
        "country" => held.country = Some(value.clone()),
        "organization_required" => held.organization_required = yes_or_no(field, value)?,
        "backups" => held.backups = yes_or_no(field, value)?,
        "backups_megabytes" => {
            let no_size = |_| Error::field(field, format!("“{value}” is no number of megabytes."));
            held.backups_megabytes = value.parse().map_err(no_size)?;
        }
        _ => return Err(Error::field(field, format!("There is no setting {field}.")).into()),
    }
    Ok(())
}

/// A part of the letterhead.
fn write(
    head: &mut Letterhead,
    part: &str,
    FieldValue { field, value }: &FieldValue,
) -> Result<()> {
    let slot = match part {
        "name" => &mut head.name,
        "address" => &mut head.address,
        "bank" => &mut head.bank,
        "note" => &mut head.note,
        _ => return Err(Error::field(field, format!("There is no setting {field}.")).into()),
    };
    slot.clone_from(value);
    Ok(())
}

fn yes_or_no(field: &str, value: &str) -> Result<bool> {
    let neither = || Error::field(field, format!("“{value}” is neither yes nor no."));
    Ok(yes_no::parse(value).ok_or_else(neither)?)
}

fn text(held: &Held) -> String {
    let yes_or_no = |yes: bool| if yes { "yes" } else { "no" };
    format!(
        "country                {}\norganization_required  {}\nbackups                {}\nbackups_megabytes      {}\n",
        held.country.as_deref().unwrap_or("none"),
        yes_or_no(held.organization_required),
        yes_or_no(held.backups),
        held.backups_megabytes
    )
}
