//! The plan of an import: what each column becomes.
//!
//! Where the user says nothing, the mapping last used for the same header holds, then the proposal made from headers
//! and values.

use std::sync::Arc;

use roster_formats::Table;
use sqlx::SqliteConnection;

use super::draft::Joining;
use super::everyone::EveryoneOut;
use super::labelled::{self, ByLabel};
use super::labels;
use super::look::CARDS;
use super::look::look;
use super::numbered;
use super::types::{
    ColumnMapping, Dialect, ImportRequest, Order, PreviewColumn, Update, wanted_dialect,
};
use super::value_map::ValueMap;
use crate::contacts::read_choice;
use crate::error::{Error, Result};
use crate::fields::{self, AddressPart, CustomField, Target, custom_fields};
use crate::membership_types;
use crate::privacy::Erased;
use crate::values::custom::{FieldType, same_option, style_of};
use crate::values::date;
use crate::values::fold;
use crate::workspace::{Workspace, settings};

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
    /// The columns (0-based) whose values are joined to this one's, each with what stands before its value.
    pub joins: Vec<(usize, String)>,
    /// It has a part of an address behind the first: of which (from 1), and which part.
    pub numbered: Option<(usize, AddressPart)>,
    /// The column says what another one has as the first: it is read there.
    pub is_joined: bool,
    pub separator: Option<String>,
    /// Names and addresses in one piece are taken apart; None: where no other column holds their parts.
    pub split: Option<bool>,
    pub values: ValueMap,
    /// What was decided of the column.
    pub given: Option<ColumnMapping>,
    /// Which columns of the plan the labels beside its values stand for.
    pub by_label: Option<ByLabel>,
    /// The column of the file (0-based) where the values of a label stand, for one that has no place of its own.
    pub shown_at: Option<usize>,
    /// The user said so, now or the last time; a proposal alone is not remembered as a wish to leave a column out.
    pub decided: bool,
}

impl PlanColumn {
    /// Whether a cell may hold several values of the column's list.
    pub fn is_list(&self) -> bool {
        let of_custom = self
            .custom
            .as_ref()
            .is_some_and(|f| f.shape.kind == FieldType::ManyOf);
        of_custom || matches!(&self.target, Some(Target::Scalar(s)) if s.kind == "list")
    }

    /// Whether the custom field takes any text.
    pub fn holds_text(&self) -> bool {
        let takes_text =
            |f: &CustomField| matches!(f.shape.kind, FieldType::Text | FieldType::LongText);
        self.custom.as_ref().is_none_or(takes_text)
    }

    /// What values are to become and the list of the column's field doesn't have yet.
    pub fn new_options(&self) -> Vec<String> {
        let Some(field) = self.custom.as_ref().filter(|f| f.shape.kind.has_options()) else {
            return Vec::new();
        };
        let is_known = |option: &str| {
            field
                .shape
                .options
                .iter()
                .any(|known| same_option(known, option))
        };
        let mut new: Vec<String> = Vec::new();
        for option in self.values.wanted().filter(|option| !is_known(option)) {
            if !new.iter().any(|other| same_option(other, option)) {
                new.push(option.to_owned());
            }
        }
        new.sort();
        new
    }
}

#[derive(Clone)]
pub(super) struct Plan {
    pub columns: Vec<PlanColumn>,
    pub country: Option<String>,
    /// Numbers are typed with a decimal comma, as far as their form doesn't tell.
    pub decimal_comma: bool,
    /// It names contacts by their ids, as Roster's own exports do.
    pub has_uid: bool,
    /// Groups stand as Google writes them, with ` ::: ` between, whatever else is in their names.
    pub google_lists: bool,
    /// A whole address has two blanks between its parts, as Mailchimp writes it.
    pub blank_addresses: bool,
    /// Roster wrote the file: what it holds was in a workspace as it stands.
    pub is_own: bool,
    /// The fields that a new contact needs or gets a default in.
    pub wanted: Vec<CustomField>,
    /// The organization of new contacts whose row names none.
    pub organization: Option<String>,
    /// Every contact belongs to an organization in this workspace (R8).
    pub organization_required: bool,
    /// Whom no import brings back; none where nobody was erased.
    pub erased: Option<Arc<Erased>>,
    /// The file holds only people who have opted out.
    pub everyone_out: Option<EveryoneOut>,
    /// What turns the cells about members into terms, where there are any.
    pub joining: Option<Arc<Joining>>,
    /// How names of columns are remembered (I15).
    pub signature: String,
    pub dialect: Option<Dialect>,
}

impl Plan {
    /// Gives lists the options that values are to become; the fields that got some.
    ///
    /// # Errors
    /// `Invalid` for a name that no option can have.
    pub fn add_options(&mut self) -> Result<Vec<&CustomField>> {
        let mut grown = Vec::new();
        for column in &mut self.columns {
            let new = column.new_options();
            if let (Some(field), false) = (&mut column.custom, new.is_empty()) {
                fields::with_options(field, &new)?;
                grown.push(&*field);
            }
        }
        Ok(grown)
    }

    /// Looks up the membership types, where a column says something of members.
    pub async fn know_members(
        &mut self,
        ws: &Workspace,
        conn: &mut SqliteConnection,
    ) -> Result<()> {
        let is_of_member = |c: &PlanColumn| matches!(c.target, Some(Target::Member(_)));
        if self.columns.iter().any(is_of_member) {
            let types = membership_types::all(ws, conn).await?;
            self.joining = Some(Arc::new(Joining::new(types, ws.today())));
        }
        Ok(())
    }

    /// The columns that stand in the file.
    pub fn in_file(&self) -> impl Iterator<Item = &PlanColumn> {
        self.columns
            .iter()
            .filter(|column| column.shown_at.is_none())
    }

    /// A plan in which only one column becomes something.
    pub fn alone(&self, at: usize) -> Self {
        let mut alone = self.clone();
        let others = alone
            .columns
            .iter_mut()
            .enumerate()
            .filter(|(i, _)| *i != at);
        for (_, column) in others {
            column.target = None;
            column.new_field = None;
        }
        alone.everyone_out = None;
        alone
    }

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
/// `Invalid` for a field that doesn't exist, a column that doesn't exist, or two columns that one field can't join.
pub(super) async fn plan(
    conn: &mut SqliteConnection,
    table: &Arc<Table>,
    request: &ImportRequest,
) -> Result<Plan> {
    let export = wanted_dialect(request.dialect.as_deref())?;
    let look = look(
        conn,
        table,
        request.country.as_deref(),
        &export,
        request.named.as_deref(),
    )
    .await?;
    let customs = custom_fields(conn).await?;
    let mut columns = Vec::with_capacity(look.columns.len());
    for (i, preview) in look.columns.iter().enumerate() {
        let position = i as u32 + 1;
        let decided = request
            .mapping
            .iter()
            .rev()
            .find(|m| m.position == position)
            .cloned()
            .or_else(|| kept(preview, request));
        columns.push(column(preview, decided.as_ref(), request, &customs)?);
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
    number(&mut columns);
    join(&mut columns)?;
    label(&mut columns);
    let is_card = CARDS.contains(&table.format);
    decide_splits(&mut columns, is_card);
    let has = |target: &Target| columns.iter().any(|c| c.target.as_ref() == Some(target));
    let (has_uid, is_own) = (
        has(&Target::Uid),
        has(&Target::Uid) && has(&Target::Created),
    );
    let wanted = customs.iter().filter(|f| f.required || f.default.is_some());
    let dialect = Dialect::of(&table.columns, &export);
    let is_of = |name: &str| dialect.as_ref().is_some_and(|dialect| dialect.name == name);
    let mut plan = Plan {
        google_lists: is_of("google"),
        blank_addresses: is_of("mailchimp"),
        joining: None,
        is_own,
        has_uid,
        decimal_comma: style_of(request.country.as_deref()).decimal_comma,
        wanted: wanted.cloned().collect(),
        everyone_out: EveryoneOut::of(request, &table.name, &table.columns),
        columns,
        country: request.country.clone(),
        organization: request.organization.as_deref().and_then(named),
        organization_required: settings(conn).await?.organization_required,
        erased: Erased::load(conn).await?.map(Arc::new),
        signature: look.signature,
        dialect,
    };
    labelled::expand(&mut plan, table, &customs)?;
    Ok(plan)
}

/// What was decided the last time; the order of dates that is asked for now comes before that.
fn kept(preview: &PreviewColumn, request: &ImportRequest) -> Option<ColumnMapping> {
    let mut kept = preview.kept.clone()?;
    if request.date_order.is_some() {
        kept.date_order = None;
    }
    Some(kept)
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
    let is_labelled = field.as_deref() == Some(labelled::FIELD);
    let target = field.as_deref().filter(|_| !is_labelled).map(Target::parse);
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
        .filter(|label| target.is_none() && !is_labelled && !label.trim().is_empty());
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
        joins: Vec::new(),
        numbered: None,
        is_joined: false,
        by_label: None,
        shown_at: None,
        separator: decided.and_then(|m| m.separator.clone()),
        split: decided.and_then(|m| m.split).or(request.split),
        given: decided.cloned(),
        values: ValueMap::new(decided.map_or(&[], |m| &m.values)),
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

/// Finds the columns that hold parts of addresses behind the first.
fn number(columns: &mut [PlanColumn]) {
    let headers: Vec<&str> = columns.iter().map(|c| c.header.as_str()).collect();
    let parts = numbered::parts(&headers, |i| columns[i].target.clone());
    for (column, part) in columns.iter_mut().zip(parts) {
        column.numbered = part.filter(|_| column.target == Some(Target::FurtherAddresses));
    }
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
            _ if columns[i].numbered.is_some() => "address_label".into(),
            _ => continue,
        };
        columns[i].labelled_by = Some(label);
        columns[label].field = field;
    }
}

/// Several columns with one single field are joined, in their order (I3).
fn join(columns: &mut [PlanColumn]) -> Result<()> {
    for i in 0..columns.len() {
        let column = &columns[i];
        let single = |t: &&Target| t.is_of_tie() || t.is_of_membership() || !t.is_repeatable();
        let Some(target) = column.target.as_ref().filter(single) else {
            continue;
        };
        if column.numbered.is_some() {
            continue;
        }
        let mut before = columns[..i].iter();
        let is_it = |c: &PlanColumn| c.target.as_ref() == Some(target) && c.nth == column.nth;
        let Some(first) = before.position(is_it) else {
            continue;
        };
        if !is_joinable(column) && !is_third_of_day(target, columns) {
            return Err(Error::field(
                "mapping",
                format!(
                    "Both “{}” and “{}” are given to the field {}.",
                    columns[first].header, column.header, column.field
                ),
            ));
        }
        let separator = column.separator.clone();
        let separator = separator.unwrap_or_else(|| usual_separator(column).to_owned());
        columns[first].joins.push((i, separator));
        columns[i].is_joined = true;
    }
    Ok(())
}

/// Whether the field is a day whose year, month and day have a column each.
fn is_third_of_day(target: &Target, columns: &[PlanColumn]) -> bool {
    let all = columns.iter().filter(|c| c.target.as_ref() == Some(target));
    matches!(target, Target::Scalar(scalar) if scalar.kind == "date") && all.count() == 3
}

/// Whether values of the field are texts, of which two make one.
fn is_joinable(column: &PlanColumn) -> bool {
    use FieldType::{LongText, ManyOf, Text};
    match (&column.target, &column.custom) {
        (_, Some(field)) => matches!(field.shape.kind, Text | LongText | ManyOf),
        (Some(Target::Scalar(scalar)), _) => {
            let is_text = matches!(scalar.kind, "text" | "long_text" | "list");
            let is_choice = ["time_zone", "language", "lifecycle"].contains(&scalar.code);
            is_text && !is_choice && read_choice(scalar.code, "").is_none()
        }
        (Some(Target::Address(_, part)), _) => *part != AddressPart::Country,
        (Some(Target::Organization | Target::JobTitle | Target::Department | Target::Role), _) => {
            true
        }
        _ => false,
    }
}

fn usual_separator(column: &PlanColumn) -> &'static str {
    let is_list = column
        .custom
        .as_ref()
        .is_some_and(|f| f.shape.kind == FieldType::ManyOf);
    match &column.target {
        Some(Target::Scalar(scalar)) if scalar.code == "notes" => "\n",
        Some(Target::Scalar(scalar)) if scalar.kind == "list" => ", ",
        Some(Target::Scalar(scalar)) if scalar.kind == "date" => "-",
        Some(Target::Address(_, AddressPart::FullAddress | AddressPart::Street2)) => ", ",
        _ if is_list => ", ",
        _ => " ",
    }
}

/// Names and addresses in one piece are taken apart unless the user says otherwise, other columns hold their parts, or the
/// file is one of Roster's own or an address book, which have the parts where they are known.
fn decide_splits(columns: &mut [PlanColumn], is_card: bool) {
    let targets: Vec<Target> = columns.iter().filter_map(|c| c.target.clone()).collect();
    let is_own = is_card || targets.contains(&Target::Uid);
    let has_name_part = targets.iter().any(|t| {
        matches!(t, Target::Scalar(s) if ["first_name", "middle_name", "last_name"].contains(&s.code))
    });
    for column in columns {
        let has_parts = match &column.target {
            Some(Target::Scalar(scalar)) if scalar.code == "full_name" => has_name_part,
            Some(Target::Address(label, AddressPart::FullAddress)) => targets.iter().any(|t| {
                matches!(t, Target::Address(other, AddressPart::Street | AddressPart::Street2 | AddressPart::City | AddressPart::Postcode) if other == label)
            }),
            _ => continue,
        };
        column.split.get_or_insert(!is_own && !has_parts);
    }
}
