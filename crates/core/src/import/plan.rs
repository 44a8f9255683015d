//! The plan of an import: what each column becomes.
//!
//! Where the user says nothing, the mapping last used for the same header holds, then the proposal made from headers
//! and values.

use std::sync::Arc;

use roster_formats::Table;
use sqlx::SqliteConnection;

use super::everyone::EveryoneOut;
use super::labels;
use super::look::look;
use super::types::{ColumnMapping, ImportRequest, Order, PreviewColumn, Update};
use crate::error::{Error, Result};
use crate::fields::{CustomField, Target, custom_fields};
use crate::values::custom::style_of;
use crate::values::date;
use crate::values::fold;
use crate::workspace::settings;

/// What a column becomes. `target` is None for columns that are left out.
#[derive(Debug, Clone)]
pub(super) struct PlanColumn {
    pub header: String,
    pub target: Option<Target>,
    /// Which of several it is, from 0.
    pub nth: usize,
    /// The field name to report: as asked for, with its number (`email2`).
    pub field: String,
    pub confidence: f64,
    pub update: Update,
    pub order: Order,
    pub custom: Option<CustomField>,
    /// The label of a custom field still to be made.
    pub new_field: Option<String>,
    /// The column (0-based) that tells which phone, e-mail or address this one holds.
    pub labelled_by: Option<usize>,
    /// The user said so, now or the last time; a proposal alone is not remembered as a wish to leave a column out.
    pub decided: bool,
}

pub(super) struct Plan {
    pub columns: Vec<PlanColumn>,
    pub country: Option<String>,
    /// Numbers are typed with a decimal comma, as far as their form doesn't tell.
    pub decimal_comma: bool,
    /// The fields that a new contact needs or gets a default in.
    pub wanted: Vec<CustomField>,
    /// The organization of new contacts whose row names none.
    pub organization: Option<String>,
    /// Every contact belongs to an organization in this workspace (R8).
    pub organization_required: bool,
    /// The file holds only people who have opted out.
    pub everyone_out: Option<EveryoneOut>,
    /// How names of columns are remembered (I15).
    pub signature: String,
}

impl Plan {
    /// The update policy of a target: its column's.
    pub fn update_of(&self, wanted: impl Fn(&Target) -> bool) -> Update {
        let column = self
            .columns
            .iter()
            .find(|c| c.target.as_ref().is_some_and(&wanted));
        column.map_or(Update::Fill, |c| c.update)
    }

    /// The wanted fields that a row says nothing of; its values are given by the position of their columns.
    pub fn unfilled<'a>(
        &'a self,
        custom: &'a [(usize, String)],
    ) -> impl Iterator<Item = &'a CustomField> {
        self.wanted.iter().filter(move |field| {
            custom.iter().all(|(position, _)| {
                let filled = self.columns[*position].custom.as_ref();
                filled.is_none_or(|filled| filled.id != field.id)
            })
        })
    }
}

/// The plan of a request: the user's decisions over the proposals.
///
/// # Errors
/// `Invalid` for a field that doesn't exist, a column that doesn't exist, or a single field given to two columns.
pub(super) async fn plan(
    conn: &mut SqliteConnection,
    table: &Arc<Table>,
    request: &ImportRequest,
) -> Result<Plan> {
    let look = look(conn, table, request.country.as_deref()).await?;
    let customs = custom_fields(conn).await?;
    let mut columns = Vec::with_capacity(look.columns.len());
    for (i, preview) in look.columns.iter().enumerate() {
        let position = i as u32 + 1;
        let decided = request
            .mapping
            .iter()
            .rev()
            .find(|m| m.position == position);
        columns.push(column(preview, decided, request, &customs)?);
    }
    if let Some(wrong) = request
        .mapping
        .iter()
        .find(|m| m.position == 0 || m.position as usize > columns.len())
    {
        return Err(Error::invalid(format!(
            "The file has no column {}.",
            wrong.position
        )));
    }
    no_field_twice(&columns)?;
    label(&mut columns);
    // Roster's own exports write numbers in their kept form, whatever the country.
    let is_own = columns.iter().any(|c| c.target == Some(Target::Uid));
    let wanted = customs
        .into_iter()
        .filter(|f| f.required || f.default.is_some());
    Ok(Plan {
        decimal_comma: !is_own && style_of(request.country.as_deref()).decimal_comma,
        wanted: wanted.collect(),
        everyone_out: EveryoneOut::of(request, &table.name, &table.columns),
        columns,
        country: request.country.clone(),
        organization: request.organization.as_deref().and_then(named),
        organization_required: settings(conn).await?.organization_required,
        signature: look.signature,
    })
}

fn named(organization: &str) -> Option<String> {
    Some(organization.trim().to_owned()).filter(|name| !name.is_empty())
}

fn column(
    preview: &PreviewColumn,
    decided: Option<&ColumnMapping>,
    request: &ImportRequest,
    customs: &[CustomField],
) -> Result<PlanColumn> {
    let field = match decided {
        Some(mapping) => mapping.field.clone(),
        None => preview.field.clone(),
    };
    let field = field.filter(|f| f != "ignore" && !f.is_empty());
    let target = field.as_deref().map(Target::parse);
    let custom = match &target {
        Some(Target::Custom(code)) => Some(find_custom(customs, code)?),
        _ => None,
    };
    let ignored_on_purpose = preview.field.as_deref() == Some("ignore");
    let new_field = decided
        .and_then(|m| m.new_field.clone())
        .or_else(|| {
            (request.new_fields && decided.is_none() && !ignored_on_purpose)
                .then(|| preview.column.clone())
        })
        .filter(|label| target.is_none() && !label.trim().is_empty());
    let guessed = preview.dates.as_ref().map(|d| (d.order, d.ambiguous));
    let asked = decided.and_then(|m| m.date_order).or(request.date_order);
    let order = match (asked, guessed) {
        (_, Some((order, false))) => order,
        (Some(order), _) => order,
        (None, Some((order, true))) => order,
        (None, None) => date::default_order(request.country.as_deref()),
    };
    let to_be = new_field
        .as_deref()
        .map(|label| fold::fold(label).replace(' ', "_"));
    let nth = match (&target, &field) {
        (Some(target), Some(field)) => target.nth(field),
        _ => 0,
    };
    Ok(PlanColumn {
        nth,
        header: preview.column.clone(),
        field: field.or(to_be).unwrap_or_else(|| "ignore".into()),
        confidence: if decided.is_some() {
            1.0
        } else {
            preview.confidence
        },
        update: decided.and_then(|m| m.update).unwrap_or(request.update),
        decided: decided.is_some() || ignored_on_purpose,
        labelled_by: None,
        target,
        order,
        custom,
        new_field,
    })
}

fn find_custom(customs: &[CustomField], code: &str) -> Result<CustomField> {
    let found = customs.iter().find(|f| f.code == code);
    found
        .cloned()
        .ok_or_else(|| Error::field("mapping", format!("There is no field {code}.")))
}

/// Finds the columns that label others; they are reported as that.
fn label(columns: &mut [PlanColumn]) {
    let headers: Vec<&str> = columns.iter().map(|c| c.header.as_str()).collect();
    let is_free = |i: usize| columns[i].target.is_none() && columns[i].new_field.is_none();
    let labelled_by = labels::labelled_by(&headers, is_free);
    for (i, label) in labelled_by.into_iter().enumerate() {
        let Some(label) = label else { continue };
        let field = match &columns[i].target {
            Some(Target::Point(field)) => format!("{}_label", field.code),
            Some(Target::Address(..)) => "address_label".into(),
            _ => continue,
        };
        columns[i].labelled_by = Some(label);
        columns[label].field = field;
    }
}

fn no_field_twice(columns: &[PlanColumn]) -> Result<()> {
    for (i, column) in columns.iter().enumerate() {
        let target = column.target.as_ref();
        let Some(target) = target.filter(|t| t.is_of_tie() || !t.is_repeatable()) else {
            continue;
        };
        if let Some(other) = columns[..i]
            .iter()
            .find(|c| c.target.as_ref() == Some(target) && c.nth == column.nth)
        {
            return Err(Error::field(
                "mapping",
                format!(
                    "Both “{}” and “{}” are given to the field {}.",
                    other.header, column.header, column.field
                ),
            ));
        }
    }
    Ok(())
}
