//! `roster erasures`: who was erased can't be told, but that it was done, and what is left.

use clap::Args;
use roster_core::privacy::{self, Erasure};

use super::Context;
use crate::failure::Result;
use crate::table::table;

/// List the erasures with their certificates, and the orders and payments that stay without the person.
#[derive(Debug, Args)]
pub struct Erasures {
    /// Do what could not be done when they were erased: removing attached files, writing over where they stood.
    #[arg(long)]
    finish: bool,
}

impl Erasures {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| match self.finish {
            true => Ok(privacy::finish_erasures(ws).await?),
            false => Ok(privacy::erasures(ws).await?),
        };
        let found = crate::workspace::existing(context.global, work).await?;
        let heads = [
            "Number",
            "When",
            "By",
            "Orders kept",
            "Payments kept",
            "Backups left",
            "Unfinished",
        ];
        context.out.answer(&found, || {
            table(heads, found.erasures.iter().map(row)) + &left(&found)
        })
    }
}

fn row(erasure: &Erasure) -> [String; 7] {
    let certificate = &erasure.certificate;
    [
        certificate.erasure.to_string(),
        certificate.at.clone(),
        certificate.by.clone().unwrap_or_default(),
        erasure.orders.len().to_string(),
        erasure.payments.len().to_string(),
        certificate.backups_left.len().to_string(),
        certificate.unfinished.len().to_string(),
    ]
}

/// What is unfinished, each kind once.
fn left(found: &privacy::Erasures) -> String {
    let all = found.erasures.iter();
    let mut told: Vec<&str> = all
        .flat_map(|erasure| &erasure.certificate.unfinished)
        .map(|left| left.told())
        .collect();
    told.sort_unstable();
    told.dedup();
    told.iter().map(|line| format!("{line}\n")).collect()
}
