//! A dunning run: a letter for each who owes, with all their orders of a level, and the levels recorded, as one batch.

use std::collections::BTreeMap;

use super::due::due;
use super::levels;
use super::types::{DueOrder, DunningDone, DunningLevels, DunningRun};
use crate::documents::{self, Demand};
use crate::error::Result;
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// Writes the letters and records the level of each order.
///
/// # Errors
/// `Invalid` where the file's name doesn't end with `.pdf`; the file's own errors: then nothing is recorded.
pub async fn run(ws: &Workspace, input: &DunningRun) -> Result<DunningDone> {
    let path = input.path.as_deref().map(documents::checked).transpose()?;
    let mut change = Change::begin(ws, Operation::DunningRun).await?;
    let levels = levels::read(&mut change).await?;
    let mut chosen = due(&mut change, &levels, ws.today()).await?;
    chosen.retain(|one| {
        let is_meant = input
            .orders
            .as_ref()
            .is_none_or(|ids| ids.contains(&one.order));
        is_meant && input.level.is_none_or(|level| level == one.level)
    });
    let all = chosen.len();
    chosen.retain(|one| !one.deceased);
    let left_out = (all - chosen.len()) as u32;
    let letters = by_letter(&chosen);
    let done = DunningDone {
        file: path
            .as_ref()
            .map(|path| path.to_string_lossy().into_owned()),
        batch: None,
        letters: letters.len() as u32,
        orders: chosen.len() as u32,
        left_out,
    };
    if chosen.is_empty() {
        return Ok(DunningDone { file: None, ..done });
    }
    if let Some(path) = &path {
        let language = input.language.as_deref().unwrap_or("en");
        let mut pages = Vec::new();
        for ((level, _, _), orders) in &letters {
            let demand = demand(&levels, *level, orders, language);
            pages.push(documents::demand(ws, &mut change, &demand).await?);
        }
        // Before the commit: what is recorded as written is written.
        documents::write_together(path, pages)?;
    }
    record(&mut change, &chosen).await?;
    Ok(DunningDone {
        batch: change.commit().await?,
        ..done
    })
}

/// By level, contact and currency.
type Letters<'a> = BTreeMap<(u32, i64, &'a str), Vec<&'a DueOrder>>;

fn by_letter(due: &[DueOrder]) -> Letters<'_> {
    let mut letters: Letters<'_> = BTreeMap::new();
    for one in due {
        let key = (one.level, one.contact_id, one.open.currency.as_str());
        letters.entry(key).or_default().push(one);
    }
    letters
}

fn demand<'a>(
    levels: &'a DunningLevels,
    level: u32,
    orders: &[&DueOrder],
    language: &'a str,
) -> Demand<'a> {
    let of = &levels.levels[level as usize - 1];
    let first = orders[0];
    Demand {
        contact: first.contact_id,
        level,
        is_last: level as usize == levels.levels.len(),
        title: &of.title,
        text: &of.text,
        language,
        currency: first.open.currency.clone(),
        orders: orders
            .iter()
            .map(|one| (one.date, one.text.clone(), one.open.minor))
            .collect(),
    }
}

async fn record(change: &mut Change, due: &[DueOrder]) -> Result<()> {
    let today = change.workspace().today().to_string();
    for one in due {
        sqlx::query(
            "INSERT INTO dunnings (contact_id, order_id, level, on_date) VALUES (?, ?, ?, ?)",
        )
        .bind(one.contact_id)
        .bind(one.order)
        .bind(one.level)
        .bind(&today)
        .execute(&mut **change)
        .await?;
    }
    Ok(())
}
