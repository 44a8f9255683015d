//! What the values of the columns are read as (I3, I4): of names and addresses in one piece, joined columns and cells with
//! several values some samples, taken apart; of columns whose values are chosen from a list every value with its count,
//! and whether it is understood.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use roster_formats::{Row, Table};
use serde::Serialize;
use ts_rs::TS;

use super::draft::{Draft, column_text, draft, known_word};
use super::plan::{Plan, PlanColumn, plan};
use super::run::with_country;
use super::source::open;
use super::types::ImportRequest;
use crate::contacts::read_choice;
use crate::error::Result;
use crate::fields::{AddressPart, MemberPart, Target};
use crate::guess;
use crate::organizations::OrganizationKind;
use crate::progress::{Job, Stage};
use crate::values::custom::{FieldType, Style};
use crate::values::{country, lifecycle, split, time_zone, yes_no};
use crate::workspace::Workspace;

/// Rows that are looked at; a value that first comes later is told by the rehearsal.
const MOST_ROWS: u64 = 200_000;
/// Different values of a column that are counted, and those that are shown.
const MOST_VALUES: usize = 5_000;
const SHOWN: usize = 200;
const SAMPLES: usize = 5;

/// What a value becomes in a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Meaning {
    /// A field name of CLI.md.
    pub field: String,
    pub value: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ValueSeen {
    /// As it stands in the file.
    pub value: String,
    /// How many rows have it; 1 for samples.
    pub count: u64,
    /// False where it would be kept as it is or as a note.
    pub understood: bool,
    pub means: Vec<Meaning>,
}

/// What a value of the field may be.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ValueChoice {
    pub value: String,
}

/// The values of one column.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ColumnValues {
    /// 1-based.
    pub position: u32,
    /// `yes_no`, `status`, `country`, `language`, `lifecycle`, `organization_kind`, `list`, or `parts` for samples of what is taken apart.
    pub kind: String,
    /// Whether names or addresses are taken apart; null where there is nothing to take apart.
    pub split: Option<bool>,
    /// How many different values there are, and how many of them are not understood.
    pub distinct: u64,
    pub unknown: u64,
    /// What values may be; empty where the window knows (countries, languages).
    pub choices: Vec<ValueChoice>,
    /// A value that is none of the choices can be made one.
    pub can_add: bool,
    /// Those that are not understood by themselves first, then by their count; at most 200.
    pub values: Vec<ValueSeen>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportValues {
    pub rows: u64,
    /// Every row of the file was looked at.
    pub complete: bool,
    pub columns: Vec<ColumnValues>,
}

/// What the columns' values are read as. Writes nothing.
pub async fn values(ws: &Workspace, request: ImportRequest, job: &Job) -> Result<ImportValues> {
    let table = open(&request.source, &request.options).await?;
    let mut conn = ws.read().await?;
    let request = with_country(&mut conn, request).await?;
    let mut plan = plan(&mut conn, &table, &request).await?;
    plan.add_options()?;
    plan.know_members(ws, &mut conn).await?;
    drop(conn);
    let mut watched: Vec<Watched> = (0..plan.in_file().count())
        .filter_map(|at| Watched::of(&plan, at))
        .collect();
    let (rows, complete) = read(&table, &plan, &mut watched, job)?;
    let columns = watched
        .into_iter()
        .filter_map(|w| w.finish(&plan))
        .collect();
    Ok(ImportValues {
        rows,
        complete,
        columns,
    })
}

fn read(table: &Table, plan: &Plan, watched: &mut [Watched], job: &Job) -> Result<(u64, bool)> {
    let (mut rows, mut complete) = (0, true);
    let mut stopped = Ok(());
    if watched.is_empty() {
        return Ok((0, true));
    }
    table.read(&mut |row| {
        if rows == MOST_ROWS {
            complete = false;
            return ControlFlow::Break(());
        }
        rows += 1;
        stopped = job.report(Stage::Reading, rows, Some(row.position));
        for column in watched.iter_mut() {
            column.see(plan, &row);
        }
        match stopped {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    })?;
    stopped?;
    Ok((rows, complete))
}

/// A column whose values are gathered.
enum Watched {
    Choice {
        at: usize,
        kind: &'static str,
        counts: HashMap<String, u64>,
        order: Vec<String>,
    },
    Parts {
        at: usize,
        alone: Box<Plan>,
        seen: HashSet<String>,
        samples: Vec<ValueSeen>,
    },
}

impl Watched {
    fn of(plan: &Plan, at: usize) -> Option<Self> {
        let column = &plan.columns[at];
        if column.is_joined {
            return None;
        }
        if let Some(kind) = choice_kind(column) {
            return Some(Self::Choice {
                at,
                kind,
                counts: HashMap::new(),
                order: Vec::new(),
            });
        }
        let is_point = matches!(column.target, Some(Target::Point(_)));
        let has_parts = is_point || column.split.is_some() || !column.joins.is_empty();
        has_parts.then(|| Self::Parts {
            at,
            alone: Box::new(plan.alone(at)),
            seen: HashSet::new(),
            samples: Vec::new(),
        })
    }

    fn see(&mut self, plan: &Plan, row: &Row) {
        match self {
            Self::Choice {
                at, counts, order, ..
            } => {
                let column = &plan.columns[*at];
                let text = column_text(column, *at, row);
                let whole = [text.trim()];
                let each = match column.is_list() && !column.values.decides(whole[0]) {
                    true => split::list(whole[0]),
                    false => whole.into_iter().filter(|text| !text.is_empty()).collect(),
                };
                for value in each {
                    if let Some(count) = counts.get_mut(value) {
                        *count += 1;
                    } else if counts.len() < MOST_VALUES {
                        counts.insert(value.to_owned(), 1);
                        order.push(value.to_owned());
                    }
                }
            }
            Self::Parts {
                at,
                alone,
                seen,
                samples,
            } => {
                let column = &plan.columns[*at];
                let text = column_text(column, *at, row).trim().to_owned();
                let is_point = matches!(column.target, Some(Target::Point(_)));
                let holds_several = |c: char| matches!(c, '\n' | ';' | '/' | ',' | '|' | ':' | ' ');
                if samples.len() == SAMPLES
                    || text.is_empty()
                    || (is_point && !text.contains(holds_several))
                {
                    return;
                }
                if !seen.insert(text.clone()) {
                    return;
                }
                let draft = draft(alone, row.clone());
                if is_point && draft.points.len() < 2 {
                    return;
                }
                let understood = draft.problems.is_empty();
                samples.push(ValueSeen {
                    value: text,
                    count: 1,
                    understood,
                    means: meanings(&draft),
                });
            }
        }
    }

    fn finish(self, plan: &Plan) -> Option<ColumnValues> {
        match self {
            Self::Choice {
                at,
                kind,
                mut counts,
                order,
            } => {
                let column = &plan.columns[at];
                let mut values: Vec<ValueSeen> = order
                    .into_iter()
                    .map(|value| {
                        let count = counts.remove(&value).unwrap_or_default();
                        understood(plan, column, value, count)
                    })
                    .collect();
                // As they are read without the user's word, so that none moves away while it is given one.
                values.sort_by_cached_key(|seen| {
                    let is_plain = meaning(plan, column, &seen.value).is_some();
                    (is_plain, std::cmp::Reverse(seen.count))
                });
                let (distinct, unknown) = (
                    values.len() as u64,
                    values.iter().filter(|v| !v.understood).count() as u64,
                );
                values.truncate(SHOWN);
                Some(ColumnValues {
                    position: at as u32 + 1,
                    kind: kind.to_owned(),
                    split: None,
                    distinct,
                    unknown,
                    choices: choices(plan, column, kind),
                    can_add: kind == "list" && column.custom.is_some(),
                    values,
                })
            }
            Self::Parts { at, samples, .. } => {
                let column = &plan.columns[at];
                (column.split.is_some() || !samples.is_empty()).then(|| ColumnValues {
                    position: at as u32 + 1,
                    kind: "parts".to_owned(),
                    split: column.split,
                    distinct: 0,
                    unknown: 0,
                    choices: Vec::new(),
                    can_add: false,
                    values: samples,
                })
            }
        }
    }
}

/// What sort of choices the field of a column has, if it has any.
fn choice_kind(column: &PlanColumn) -> Option<&'static str> {
    Some(match (column.target.as_ref()?, &column.custom) {
        (_, Some(field)) if field.shape.kind == FieldType::YesNo => "yes_no",
        (_, Some(field)) if field.shape.kind.has_options() => "list",
        (Target::DoNotContact | Target::Deceased, _) => "yes_no",
        (Target::StatusEmail | Target::StatusPhone, _) => "status",
        (Target::Address(_, AddressPart::Country), _) => "country",
        (Target::OrganizationKind, _) => "organization_kind",
        (Target::Member(MemberPart::Type | MemberPart::Tier), _) => "list",
        (Target::Scalar(scalar), _) => match scalar.code {
            "language" => "language",
            "lifecycle" => "lifecycle",
            "time_zone" | "preferred_channel" | "contact_frequency" => "list",
            _ => return None,
        },
        _ => return None,
    })
}

fn choices(plan: &Plan, column: &PlanColumn, kind: &str) -> Vec<ValueChoice> {
    let named = |names: &[&str]| {
        names
            .iter()
            .map(|name| ValueChoice {
                value: (*name).to_owned(),
            })
            .collect()
    };
    match (kind, &column.custom, &column.target) {
        ("yes_no", ..) => named(&["yes", "no"]),
        ("status", ..) => named(&["active", "unsubscribed"]),
        ("lifecycle", ..) => named(&lifecycle::STAGES),
        ("list", Some(field), _) => {
            let options: Vec<&str> = field.shape.options.iter().map(String::as_str).collect();
            named(&options)
        }
        ("organization_kind", ..) => named(&OrganizationKind::ALL.map(OrganizationKind::name)),
        ("list", None, Some(Target::Member(part))) => {
            let joining = plan.joining.as_deref();
            named(&joining.map_or_else(Vec::new, |joining| joining.names(*part)))
        }
        ("list", None, Some(Target::Scalar(scalar))) => match read_choice(scalar.code, "") {
            Some(Err(names)) => named(&names.split(", ").collect::<Vec<_>>()),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn understood(plan: &Plan, column: &PlanColumn, value: String, count: u64) -> ValueSeen {
    let decided = column.values.decides(&value);
    let (read, _) = column.values.apply(&value, false);
    let meaning = meaning(plan, column, read.trim());
    ValueSeen {
        understood: meaning.is_some() || (decided && read.is_empty()),
        means: meaning
            .map(|value| Meaning {
                field: column.field.clone(),
                value,
            })
            .into_iter()
            .collect(),
        value,
        count,
    }
}

/// What a value of a choice column is kept as.
fn meaning(plan: &Plan, column: &PlanColumn, text: &str) -> Option<String> {
    let yes_or_no = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let status = |out: bool| if out { "unsubscribed" } else { "active" }.to_owned();
    match (column.target.as_ref()?, &column.custom) {
        (_, Some(field)) => {
            let style = Style {
                decimal_comma: plan.decimal_comma,
                dates: column.order,
            };
            field.shape.read(text, &style).ok().flatten()
        }
        (Target::DoNotContact | Target::Deceased, _) => yes_no::parse(text).map(yes_or_no),
        (Target::StatusEmail | Target::StatusPhone, _) => {
            yes_no::opted_out(text).map(status).or_else(|| {
                let yes_means_out = guess::yes_means_opted_out(&column.header);
                let yes = yes_no::parse(text)?;
                Some(status(yes_means_out == Some(yes)))
            })
        }
        (Target::Address(..), _) => country::code_of(text).map(str::to_owned),
        (Target::OrganizationKind, _) => {
            OrganizationKind::read(text).map(|kind| kind.name().to_owned())
        }
        (Target::Member(part), _) => plan.joining.as_deref()?.known(*part, text),
        (Target::Scalar(scalar), _) if scalar.code == "time_zone" => {
            time_zone::name_of(text).map(str::to_owned)
        }
        (Target::Scalar(scalar), _) => match read_choice(scalar.code, text) {
            Some(choice) => choice.ok().map(str::to_owned),
            None => known_word(scalar.code, text),
        },
        _ => None,
    }
}

/// What a row that holds one column only has become.
fn meanings(draft: &Draft) -> Vec<Meaning> {
    let meaning = |field: &str, value: &str| Meaning {
        field: field.to_owned(),
        value: value.to_owned(),
    };
    let mut all: Vec<Meaning> = draft
        .scalars
        .iter()
        .map(|(code, value)| meaning(code, value))
        .collect();
    all.sort_by_key(|m| {
        ["prefix", "first_name", "middle_name", "last_name", "suffix"]
            .iter()
            .position(|c| *c == m.field)
    });
    for point in &draft.points {
        all.push(meaning(point.kind.name(), &point.value));
    }
    for (label, address) in draft.addresses.iter() {
        all.extend(
            address
                .iter()
                .map(|(part, value)| meaning(&format!("{}{}", label.prefix(), part.code()), value)),
        );
    }
    let ties = [
        ("organization", &draft.organization),
        ("job_title", &draft.job_title),
        ("department", &draft.department),
    ];
    all.extend(
        ties.into_iter()
            .filter_map(|(field, value)| Some(meaning(field, value.as_deref()?))),
    );
    all.extend(draft.custom.iter().map(|(_, value)| meaning("", value)));
    all
}
