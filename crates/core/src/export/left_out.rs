//! The list of those whom the gate left out: who, why, and what stands behind an opt-out (X3).

use std::path::PathBuf;

use roster_formats::{OutColumn, OutFormat, OutKind};
use sqlx::{FromRow, SqliteConnection};

use super::sheet::{Sheet, format_of};
use super::types::{LeftOutRequest, LeftOutRow, LeftOutSaved};
use crate::contacts::{self, Contact, PointStatus, chosen_ids};
use crate::error::Result;
use crate::gate::{Channel, Outgoing, Refusal, Refused};
use crate::operations::Operation;
use crate::opt_outs::Initiative;
use crate::progress::{Job, Stage};
use crate::staff;
use crate::workspace::Workspace;

const CHUNK: usize = 1000;
/// So many are shown without a file.
const SHOWN: usize = 500;

/// The list while it grows. Its file begins with the first row, so that none is written for nobody.
pub(crate) struct Leaving {
    target: Option<(String, OutFormat)>,
    sheet: Option<Sheet>,
    /// Rows of this chunk, with the opted-out value that has still to be looked up.
    waiting: Vec<(LeftOutRow, Option<Value>)>,
    shown: Vec<LeftOutRow>,
    total: u64,
}

/// Kind and normalized value.
type Value = (String, String);

#[derive(FromRow)]
struct Behind {
    at: i64,
    since: String,
    initiative: Option<Initiative>,
    reason: Option<String>,
}

impl Leaving {
    /// # Errors
    /// `Invalid` when the name is none of a spreadsheet.
    pub fn begin(path: Option<&str>) -> Result<Self> {
        let target = path.map(|path| format_of(path, None).map(|format| (path.to_owned(), format)));
        Ok(Self {
            target: target.transpose()?,
            sheet: None,
            waiting: Vec::new(),
            shown: Vec::new(),
            total: 0,
        })
    }

    pub fn add(&mut self, channel: Channel, refused: Box<Refused>) {
        let Refused { contact, refusal } = *refused;
        let value = (refusal == Refusal::OptedOut)
            .then(|| opted_out(channel, &contact))
            .flatten();
        let row = LeftOutRow {
            id: contact.id,
            name: contact.name,
            organization: contact.organizations.into_iter().next().map(|o| o.name),
            refusal,
            since: None,
            initiative: None,
            reason: None,
        };
        self.waiting.push((row, value));
    }

    /// Looks up what stands behind the opt-outs, shows the first rows and writes all.
    pub async fn flush(&mut self, conn: &mut SqliteConnection) -> Result<()> {
        let wanted: Vec<Option<&Value>> = self.waiting.iter().map(|(_, v)| v.as_ref()).collect();
        let behind: Vec<Behind> = sqlx::query_as(include_str!("behind_opt_outs.sql"))
            .bind(serde_json::json!(wanted).to_string())
            .fetch_all(conn)
            .await?;
        let mut rows: Vec<LeftOutRow> = self.waiting.drain(..).map(|(row, _)| row).collect();
        for found in behind {
            let row = &mut rows[found.at as usize];
            row.since = Some(found.since);
            row.initiative = found.initiative;
            row.reason = found.reason;
        }
        self.total += rows.len() as u64;
        let room = SHOWN - self.shown.len();
        self.shown.extend(rows.iter().take(room).cloned());
        self.write(&rows).await;
        Ok(())
    }

    async fn write(&mut self, rows: &[LeftOutRow]) {
        let Some((path, format)) = self.target.as_ref().filter(|_| !rows.is_empty()) else {
            return;
        };
        let begin = || Sheet::begin(PathBuf::from(path), *format, columns());
        let sheet = self.sheet.get_or_insert_with(begin);
        // A writer that has stopped says why at the end.
        sheet.add(rows.iter().map(texts).collect()).await;
    }

    /// The file, if there is one, and the first rows.
    pub async fn end(self) -> Result<(Option<String>, Vec<LeftOutRow>)> {
        let Some(sheet) = self.sheet else {
            return Ok((None, self.shown));
        };
        sheet.end().await?;
        Ok((self.target.map(|(path, _)| path), self.shown))
    }

    pub async fn abandon(self) {
        if let Some(sheet) = self.sheet {
            sheet.abandon().await;
        }
    }
}

/// Saves the list of those whom an export for a channel leaves out.
///
/// # Errors
/// `Invalid` for another ending than xlsx and csv; the file's own errors; `ListChanged`; `Cancelled`.
pub async fn save_left_out(
    ws: &Workspace,
    request: &LeftOutRequest,
    job: &Job,
) -> Result<LeftOutSaved> {
    staff::permit(ws, Operation::ExportLeftOut).await?;
    let mut leaving = Leaving::begin(Some(&request.path))?;
    let ids = chosen_ids(ws, &request.query, request.selection.as_ref()).await?;
    if let Err(error) = look_through(ws, request.purpose, &ids, &mut leaving, job).await {
        leaving.abandon().await;
        return Err(error);
    }
    let contacts = leaving.total;
    leaving.end().await?;
    Ok(LeftOutSaved {
        file: request.path.clone(),
        contacts,
    })
}

async fn look_through(
    ws: &Workspace,
    channel: Channel,
    ids: &[i64],
    leaving: &mut Leaving,
    job: &Job,
) -> Result<()> {
    let mut conn = ws.read().await?;
    for (i, chunk) in ids.chunks(CHUNK).enumerate() {
        let done = i * CHUNK;
        job.report(
            Stage::Exporting,
            done as u64,
            Some(done as f32 / ids.len() as f32),
        )?;
        for contact in contacts::by_ids(&mut conn, chunk).await? {
            if let Err(refused) = Outgoing::pass(channel, contact) {
                leaving.add(channel, refused);
            }
        }
        leaving.flush(&mut conn).await?;
    }
    Ok(())
}

fn opted_out(channel: Channel, contact: &Contact) -> Option<Value> {
    let kind = channel.kind()?.name();
    let mut points = contact.points.iter().filter(|p| p.kind == kind);
    let point = points.find(|p| p.status == PointStatus::OptedOut)?;
    Some((point.kind.clone(), point.normalized.clone()?))
}

fn columns() -> Vec<OutColumn> {
    let titles = [
        ("Number", OutKind::Text),
        ("Name", OutKind::Text),
        ("Organization", OutKind::Text),
        ("Left out because", OutKind::Text),
        ("Opted out since", OutKind::DateTime),
        ("At whose wish", OutKind::Text),
        ("Reason", OutKind::Text),
    ];
    let column = |(title, kind): (&str, OutKind)| OutColumn {
        title: title.to_owned(),
        kind,
        width_hint: None,
    };
    titles.into_iter().map(column).collect()
}

fn texts(row: &LeftOutRow) -> Vec<String> {
    let because = match row.refusal {
        Refusal::Deceased => "deceased",
        Refusal::DoNotContact => "do not contact",
        Refusal::OptedOut => "opted out",
        Refusal::NoAddress => "nothing to reach them by",
    };
    vec![
        row.id.to_string(),
        row.name.clone(),
        row.organization.clone().unwrap_or_default(),
        because.to_owned(),
        row.since.clone().unwrap_or_default(),
        row.initiative
            .map(Initiative::name)
            .unwrap_or_default()
            .to_owned(),
        row.reason.clone().unwrap_or_default(),
    ]
}
