//! Exporting organizations: which, with which columns, to a spreadsheet. What they hold is no list of people to be reached,
//! so nothing is left out of it; the state of phones and e-mails stands in columns of its own.

use std::path::PathBuf;
use std::time::Instant;

use sqlx::SqliteConnection;

use super::columns::{self, Column, column, part_text, point_text, points_of};
use super::sheet::{Sheet, format_of};
use super::types::{OrganizationsExport, OrganizationsExported};
use crate::contacts::{Address, status};
use crate::error::{Error, Result};
use crate::fields::{self, AddressLabel, Field, Subject, Target};
use crate::operations::Operation;
use crate::organizations::{self, Organization};
use crate::points::{Kind, PointField};
use crate::progress::{Job, Stage};
use crate::staff;
use crate::workspace::Workspace;

const CHUNK: usize = 1000;

/// What only organizations have, by field name, in the order of a whole export. The numbers are `contacts`.
const OWN: &[(&str, &str)] = &[
    ("name", "Organization"),
    ("kind", "Organization kind"),
    ("number", "Number"),
    ("parent", "Belongs to"),
    ("contacts", "Contacts"),
    ("industry", "Industry"),
    ("size", "Size"),
    ("owner", "Owner"),
    ("uid", "Organization id"),
];

/// Writes the organizations of a query or a selection to a file.
///
/// # Errors
/// `Invalid` for an unknown field or ending; `ListChanged`; the file's own errors. An existing file is replaced only when the
/// whole export has succeeded; `Cancelled` leaves it as it was.
pub async fn run(
    ws: &Workspace,
    request: &OrganizationsExport,
    job: &Job,
) -> Result<OrganizationsExported> {
    staff::permit(ws, Operation::OrganizationsExport).await?;
    let started = Instant::now();
    let format = format_of(&request.path, request.format.as_deref())?;
    let ids = chosen(ws, request).await?;
    let fields = all_fields(ws).await?;
    let mut conn = ws.read().await?;
    let columns = match request.fields.as_slice() {
        [] => used(&mut conn, &ids, &fields, job).await?,
        codes => named(codes, &fields)?,
    };
    let out = columns::out_columns(&columns);
    let sheet = Sheet::begin(PathBuf::from(&request.path), format, out);
    match send(&mut conn, &ids, &columns, &sheet, job).await {
        Ok(()) => sheet.end().await?,
        Err(error) => {
            sheet.abandon().await;
            return Err(error);
        }
    }
    Ok(OrganizationsExported {
        file: request.path.clone(),
        organizations: ids.len() as u64,
        seconds: started.elapsed().as_secs_f64(),
    })
}

async fn chosen(ws: &Workspace, request: &OrganizationsExport) -> Result<Vec<i64>> {
    match &request.selection {
        Some(selection) => Ok(organizations::selected(ws, selection).await?.ids),
        None => {
            let mut conn = ws.read().await?;
            let list = organizations::list(ws, &mut conn, &request.query).await?;
            Ok(list.ids.clone())
        }
    }
}

async fn send(
    conn: &mut SqliteConnection,
    ids: &[i64],
    columns: &[Column],
    sheet: &Sheet,
    job: &Job,
) -> Result<()> {
    for (i, chunk) in ids.chunks(CHUNK).enumerate() {
        let done = i * CHUNK;
        let fraction = done as f32 / ids.len() as f32;
        job.report(Stage::Exporting, done as u64, Some(fraction))?;
        let rows = organizations::by_ids(conn, chunk).await?;
        let texts = rows.iter().map(|organization| {
            let cells = columns.iter();
            let cells = cells.map(|column| text(columns, column, organization));
            cells.map(Option::unwrap_or_default).collect()
        });
        // A writer that has stopped says why at the end.
        if !sheet.add(texts.collect()).await {
            break;
        }
    }
    Ok(())
}

/// Every field that an organization may hold, in the order of a whole export.
async fn all_fields(ws: &Workspace) -> Result<Vec<Field>> {
    let default = fields::default_fields();
    let template = default.first().cloned();
    let own = OWN.iter().filter_map(|(code, label)| {
        Some(Field {
            code: (*code).to_owned(),
            label: (*label).to_owned(),
            kind: if *code == "contacts" {
                "number"
            } else {
                "text"
            }
            .to_owned(),
            subject: Subject::Organization,
            ..template.clone()?
        })
    });
    let shared = default.iter().filter(|field| is_shared(&field.code));
    let custom = fields::manage(ws).await?.fields.into_iter();
    let custom = custom.filter(|f| f.custom && f.subject == Subject::Organization && !f.retired);
    Ok(own.chain(shared.cloned()).chain(custom).collect())
}

/// Fields of contacts that organizations have too.
fn is_shared(code: &str) -> bool {
    matches!(code, "notes" | "created")
        || matches!(
            Target::parse(code),
            Target::Point(_) | Target::Address(..) | Target::StatusEmail | Target::StatusPhone
        )
}

/// The columns that were asked for, in that order.
fn named(codes: &[String], fields: &[Field]) -> Result<Vec<Column>> {
    let one = |code: &String| {
        let code = code.trim();
        let target = Target::parse(code);
        let found = fields.iter().find(|field| field.code == code);
        let base = target.code();
        let found = found.or_else(|| fields.iter().find(|field| field.code == base));
        let message = || format!("Organizations have no field {code}.");
        let field = found.ok_or_else(|| Error::field("fields", message()))?;
        Ok(column_of(field, target.nth(code)))
    };
    codes.iter().map(one).collect()
}

fn column_of(field: &Field, nth: usize) -> Column {
    column(Target::parse(&field.code), field, nth)
}

/// Every column that holds anything for the organizations; points as often as one of them has such.
async fn used(
    conn: &mut SqliteConnection,
    ids: &[i64],
    fields: &[Field],
    job: &Job,
) -> Result<Vec<Column>> {
    let single: Vec<Column> = fields.iter().map(|field| column_of(field, 0)).collect();
    let mut most: Vec<usize> = fields
        .iter()
        .map(|f| usize::from(matches!(f.code.as_str(), "name" | "kind")))
        .collect();
    for chunk in ids.chunks(CHUNK) {
        job.report(Stage::Exporting, 0, None)?;
        for organization in organizations::by_ids(conn, chunk).await? {
            for (most, column) in most.iter_mut().zip(&single) {
                *most = (*most).max(count(&single, column, &organization));
            }
        }
    }
    let columns = fields.iter().zip(most);
    Ok(columns
        .flat_map(|(field, most)| (0..most).map(|nth| column_of(field, nth)))
        .collect())
}

fn count(columns: &[Column], column: &Column, organization: &Organization) -> usize {
    match &column.target {
        Target::Point(field) => {
            let is_of = |kind: Kind, label| PointField::of(kind, label) == *field;
            let of = organization.points.iter().filter(|p| {
                Kind::from_name(&p.kind).is_some_and(|kind| is_of(kind, p.label.as_deref()))
            });
            of.count()
        }
        _ => usize::from(text(columns, column, organization).is_some()),
    }
}

/// What the organization has in a column.
fn text(columns: &[Column], column: &Column, organization: &Organization) -> Option<String> {
    let points = &organization.points;
    match &column.target {
        Target::Point(field) => points_of(columns, field, points)
            .nth(column.nth)
            .map(point_text),
        Target::Address(label, part) => {
            address(columns, *label, organization).and_then(|address| part_text(address, *part))
        }
        Target::StatusEmail => status::text(points, "email"),
        Target::StatusPhone => status::text(points, "phone"),
        Target::Uid => Some(organization.uid.clone()),
        Target::Created => Some(organization.created.clone()),
        other => own(&other.code(), organization),
    }
}

/// The address that a field means. Where there is no physical one, the plain fields give the primary one, as the list does,
/// unless it has columns of its own.
fn address<'a>(
    columns: &[Column],
    label: AddressLabel,
    organization: &'a Organization,
) -> Option<&'a Address> {
    let all = &organization.addresses;
    let has_columns = |address: &&Address| {
        columns.iter().any(
            |column| matches!(column.target, Target::Address(of, _) if of.name() == address.label),
        )
    };
    let stand_in = || {
        let primary = all.iter().find(|address| address.primary);
        primary.filter(|address| label == AddressLabel::Physical && !has_columns(address))
    };
    let own = all.iter().find(|address| address.label == label.name());
    own.or_else(stand_in)
}

fn own(code: &str, organization: &Organization) -> Option<String> {
    match code {
        "name" => Some(organization.name.clone()),
        "kind" => Some(organization.kind.name().to_owned()),
        "number" => organization.number.clone(),
        "parent" => organization.above.last().map(|above| above.name.clone()),
        "contacts" => Some(organization.contacts.to_string()),
        "industry" => organization.industry.clone(),
        "size" => organization.size.clone(),
        "owner" => organization.owner.clone(),
        "notes" => organization.notes.clone(),
        code => {
            let value = organization.fields.get(code)?;
            value.as_str().map(str::to_owned)
        }
    }
}
