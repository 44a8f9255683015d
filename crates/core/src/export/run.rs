//! Writing an export: contacts in chunks through the gate to the file.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use roster_formats::{FormatError, OutFormat};
use sqlx::SqliteConnection;
use tokio::sync::mpsc;

use super::columns;
use super::dialect::{Behind, Dialect, Layout};
use super::left_out::Leaving;
use super::split;
use super::types::{CsvChoice, ExportChoice, ExportReport, ExportRequest, SplitFile};
use super::write::{Kind, Photos, Shape, Writer};
use crate::contacts::{self, Contact, chosen_ids};
use crate::error::{Error, Result};
use crate::fields;
use crate::gate::{Channel, LeftOut, Outgoing, Refusal, Refused};
use crate::members;
use crate::operations::Operation;
use crate::progress::{Job, Stage};
use crate::sql;
use crate::staff;
use crate::workspace::Workspace;

const CHUNK: usize = 1000;
/// With their pictures.
const CARDS: usize = 100;

/// Writes the contacts of a query or a selection to a file.
///
/// # Errors
/// `Invalid` for an unknown field, dialect or ending; the file's own errors. An existing file is replaced only when the whole
/// export has succeeded; `Cancelled` leaves it as it was.
pub async fn run(ws: &Workspace, request: &ExportRequest, job: &Job) -> Result<ExportReport> {
    staff::permit(ws, Operation::ExportRun).await?;
    if let Some(by) = &request.choice.split_by {
        return split::run(ws, request, by, job).await;
    }
    let started = Instant::now();
    let path = PathBuf::from(&request.path);
    let kind = kind(&path, &request.choice)?;
    let mut leaving = Leaving::begin(request.left_out_path.as_deref())?;
    let made = async {
        let ids = chosen_ids(ws, &request.query, request.selection.as_ref()).await?;
        let shape = Arc::new(shape(ws, &request.choice, kind, &ids).await?);
        let sending = Sending::of(&request.choice, &shape, Some(&mut leaving));
        sending.file(ws, &path, &ids, (0, ids.len()), job).await
    };
    let made = made.await.map(|(counts, behind)| Made {
        left_out: counts.left_out.clone(),
        counts,
        behind,
        files: Vec::new(),
    });
    conclude(request, started, leaving, made).await
}

/// What an export has written, whether into one file or several.
pub(super) struct Made {
    pub counts: Counts,
    pub left_out: LeftOut,
    pub behind: Behind,
    pub files: Vec<SplitFile>,
}

/// Completes the list of those who were left out, or drops it where the export failed, and reports.
pub(super) async fn conclude(
    request: &ExportRequest,
    started: Instant,
    leaving: Leaving,
    made: Result<Made>,
) -> Result<ExportReport> {
    let Made {
        counts,
        left_out,
        mut behind,
        files,
    } = match made {
        Ok(made) => made,
        Err(error) => {
            leaving.abandon().await;
            return Err(error);
        }
    };
    behind.note("opted_out", counts.opted_out);
    let (left_out_file, left_out_rows) = leaving.end().await?;
    Ok(ExportReport {
        file: request.path.clone(),
        contacts: counts.written,
        left_out,
        left_out_file,
        left_out_rows,
        left_behind: behind.list(),
        files,
        seconds: started.elapsed().as_secs_f64(),
    })
}

/// Writes one of several files, of contacts that the gate has let pass; `place` says how many are written already, of
/// how many.
pub(super) async fn write_file(
    ws: &Workspace,
    choice: &ExportChoice,
    shape: &Arc<Shape>,
    path: &Path,
    ids: &[i64],
    place: (usize, usize),
    job: &Job,
) -> Result<(Counts, Behind)> {
    Sending::of(choice, shape, None)
        .file(ws, path, ids, place, job)
        .await
}

fn kind(path: &Path, choice: &ExportChoice) -> Result<Kind> {
    let ending = path.extension().map(|e| e.to_string_lossy().into_owned());
    file_kind(choice.format.clone().or(ending).as_deref(), choice)
}

/// What is written into a file of a format.
///
/// # Errors
/// `Invalid` for any other format, and for a dialect in another one than csv.
pub(super) fn file_kind(format: Option<&str>, choice: &ExportChoice) -> Result<Kind> {
    let name = format.unwrap_or_default().to_lowercase();
    let kind = Kind::by_name(&name).ok_or_else(|| {
        Error::field(
            "path",
            "Contacts can be written as .xlsx, .csv or .vcf: give the name one of these endings.",
        )
    })?;
    let dialect = choice.dialect.as_deref().map(Dialect::parse).transpose()?;
    match (kind, dialect, choice.csv) {
        (Kind::Table(OutFormat::Csv(_)), Some(dialect), csv) => {
            let style = csv.map_or(dialect.style(), CsvChoice::style);
            Ok(Kind::Dialect(dialect, style))
        }
        (Kind::Table(OutFormat::Csv(_)), None, Some(csv)) => {
            Ok(Kind::Table(OutFormat::Csv(csv.style())))
        }
        (_, Some(_), _) => Err(Error::field(
            "path",
            "Google, Outlook and Mailchimp read csv: give the name the ending .csv.",
        )),
        (kind, None, _) => Ok(kind),
    }
}

pub(super) async fn shape(
    ws: &Workspace,
    choice: &ExportChoice,
    kind: Kind,
    ids: &[i64],
) -> Result<Shape> {
    let fields = fields::list(ws).await?.fields;
    let mut conn = ws.read().await?;
    let ids = sql::ids(ids);
    let columns = match choice.fields.as_slice() {
        [] => columns::used(&mut conn, &ids, &fields).await?,
        codes => columns::chosen(codes, &fields)?,
    };
    let layout = match kind {
        Kind::Dialect(dialect, _) => {
            let columns = (columns.as_slice(), !choice.fields.is_empty());
            Some(Layout::of(dialect, &mut conn, &ids, columns).await?)
        }
        _ => None,
    };
    Ok(Shape {
        kind,
        columns,
        layout,
    })
}

enum Message {
    Contacts(Vec<Outgoing>, Photos),
    End,
}

/// What was written, and who not.
#[derive(Default)]
pub(super) struct Counts {
    pub written: u64,
    pub left_out: LeftOut,
    /// Contacts that went without a value which is opted out.
    pub opted_out: Vec<i64>,
}

/// Contacts on their way to the writer.
struct Sending<'a> {
    choice: &'a ExportChoice,
    shape: &'a Arc<Shape>,
    /// Where those are listed whom the gate leaves out.
    leaving: Option<&'a mut Leaving>,
    counts: Counts,
}

impl<'a> Sending<'a> {
    fn of(
        choice: &'a ExportChoice,
        shape: &'a Arc<Shape>,
        leaving: Option<&'a mut Leaving>,
    ) -> Self {
        Self {
            choice,
            shape,
            leaving,
            counts: Counts::default(),
        }
    }

    /// Writes the whole file, or nothing.
    async fn file(
        mut self,
        ws: &Workspace,
        path: &Path,
        ids: &[i64],
        place: (usize, usize),
        job: &Job,
    ) -> Result<(Counts, Behind)> {
        let (sender, rows) = mpsc::channel(2);
        let (path, with) = (path.to_owned(), self.shape.clone());
        let writing = tokio::task::spawn_blocking(move || write(&path, &with, rows));
        if let Err(error) = self.all(ws, ids, &sender, place, job).await {
            // Without the closing message the writer drops what it has written.
            drop(sender);
            let _ = writing.await;
            return Err(error);
        }
        let _ = sender.send(Message::End).await;
        let written = writing.await.map_err(|e| Error::Call {
            detail: e.to_string(),
        })?;
        Ok((self.counts, written?))
    }

    async fn all(
        &mut self,
        ws: &Workspace,
        ids: &[i64],
        sender: &mpsc::Sender<Message>,
        (before, total): (usize, usize),
        job: &Job,
    ) -> Result<()> {
        let mut conn = ws.read().await?;
        let size = match self.shape.kind {
            Kind::Table(_) | Kind::Dialect(..) => CHUNK,
            Kind::Cards(_) => CARDS,
        };
        for (i, chunk) in ids.chunks(size).enumerate() {
            let done = before + i * size;
            let fraction = done as f32 / total as f32;
            job.report(Stage::Exporting, done as u64, Some(fraction))?;
            let mut contacts = contacts::by_ids(&mut conn, chunk).await?;
            if self.shape.tells_of_members() {
                members::sheets(ws, &mut conn, &mut contacts).await?;
            }
            let passed = contacts
                .into_iter()
                .filter_map(|contact| self.pass(contact));
            let passed: Vec<Outgoing> = passed.collect();
            if let Some(leaving) = &mut self.leaving {
                leaving.flush(&mut conn).await?;
            }
            let photos = match self.shape.kind {
                // A picture stands in no column; it belongs to a card of everything.
                Kind::Cards(_) if self.choice.fields.is_empty() => {
                    photos(&mut conn, &passed).await?
                }
                _ => Photos::default(),
            };
            self.counts.written += passed.len() as u64;
            // A writer that has stopped says why when it is awaited.
            let sent = sender.send(Message::Contacts(passed, photos)).await;
            if sent.is_err() {
                break;
            }
        }
        Ok(())
    }

    fn pass(&mut self, contact: Contact) -> Option<Outgoing> {
        match pass(self.choice, self.shape.kind, contact) {
            Ok((outgoing, some_out)) => {
                if some_out {
                    self.counts.opted_out.push(outgoing.id);
                }
                Some(outgoing)
            }
            Err((channel, refused)) => {
                self.counts.left_out.count(refused.refusal);
                if let Some(leaving) = &mut self.leaving {
                    leaving.add(channel, refused);
                }
                None
            }
        }
    }
}

/// Lets a contact go out, and says whether it left an opted-out value behind; or why it doesn't go by that channel.
pub(super) fn pass(
    choice: &ExportChoice,
    kind: Kind,
    contact: Contact,
) -> Result<(Outgoing, bool), (Channel, Box<Refused>)> {
    let dialect = match kind {
        Kind::Dialect(dialect, _) => Some(dialect),
        _ => None,
    };
    let strict = dialect.filter(|_| !choice.opted_out);
    let purpose = strict.and_then(Dialect::purpose).or(choice.purpose);
    let takes = dialect.is_none_or(|dialect| dialect.takes(&contact));
    let passed = match (purpose, strict) {
        (Some(channel), _) => Outgoing::pass(channel, contact).map(|outgoing| (outgoing, false)),
        _ if !takes => Err(Box::new(Refused {
            contact,
            refusal: Refusal::NoAddress,
        })),
        (None, None) => Ok((Outgoing::whole(contact), false)),
        (None, Some(_)) => Ok(Outgoing::without_opted_out(contact)),
    };
    passed.map_err(|refused| (purpose.unwrap_or(Channel::Email), refused))
}

async fn photos(conn: &mut SqliteConnection, contacts: &[Outgoing]) -> Result<Photos> {
    let hashes: Vec<&String> = contacts.iter().filter_map(|c| c.photo.as_ref()).collect();
    if hashes.is_empty() {
        return Ok(Photos::default());
    }
    let sql = "SELECT hash, bytes FROM photos WHERE hash IN (SELECT value FROM json_each(?))";
    let found: Vec<(String, Vec<u8>)> = sqlx::query_as(sql)
        .bind(serde_json::json!(hashes).to_string())
        .fetch_all(conn)
        .await?;
    Ok(found.into_iter().collect())
}

/// Writes what comes; finishes the file only when the end was announced.
fn write(
    path: &Path,
    shape: &Shape,
    mut messages: mpsc::Receiver<Message>,
) -> Result<Behind, FormatError> {
    let mut writer = Writer::create(path, shape)?;
    while let Some(message) = messages.blocking_recv() {
        let Message::Contacts(contacts, photos) = message else {
            return writer.finish();
        };
        for contact in contacts {
            writer.contact(&contact, &photos)?;
        }
    }
    Ok(Behind::default())
}
