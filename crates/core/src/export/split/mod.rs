//! An export in several files, one for each value of a field: all of them or none. They are written in a folder of their
//! own within the one that was chosen, and put beside what stands there once all are complete.

mod names;
#[cfg(test)]
mod tests;
mod values;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use roster_formats::FormatError;
use tempfile::TempDir;

use super::dialect::Behind;
use super::left_out::Leaving;
use super::run::{Counts, Made, conclude, file_kind, pass, shape, write_file};
use super::types::{ExportReport, ExportRequest, SplitFile};
use super::write::{Kind, Shape};
use crate::contacts::{self, Contact, chosen_ids};
use crate::error::{Error, Result};
use crate::fields;
use crate::gate::LeftOut;
use crate::progress::{Job, Stage};
use crate::workspace::Workspace;
use names::Names;
use values::By;

const CHUNK: usize = 1000;
/// Nobody looks through more, and a column of names would make a file for each person.
const MOST_FILES: usize = 200;

/// Contacts by value; those without one come last.
type Parts = Vec<(Option<String>, Vec<i64>)>;

/// Writes the contacts of a query or a selection to a file for each value of a field.
///
/// # Errors
/// `TooManyFiles`; `Invalid` for a field or a folder that isn't there; the files' own errors. Nothing is left behind then.
pub(super) async fn run(
    ws: &Workspace,
    request: &ExportRequest,
    by: &str,
    job: &Job,
) -> Result<ExportReport> {
    let started = Instant::now();
    let folder = Path::new(&request.path);
    if !folder.is_dir() {
        let message = format!(
            "{} is no folder. The files of a split export need one.",
            request.path
        );
        return Err(Error::field("path", message));
    }
    let (kind, ending) = kind(request)?;
    let by = By::of(by, &fields::list(ws).await?.fields)?;
    let mut leaving = Leaving::begin(request.left_out_path.as_deref())?;
    let ids = chosen_ids(ws, &request.query, request.selection.as_ref()).await?;
    let mut gate = Gate {
        request,
        kind,
        leaving: &mut leaving,
        left_out: LeftOut::default(),
    };
    let made = async {
        let parts = gate.parts(ws, &by, &ids, job).await?;
        let shape = Arc::new(shape(ws, &request.choice, kind, &ids).await?);
        let mut writing = Writing {
            request,
            shape,
            total: parts.iter().map(|(_, ids)| ids.len()).sum(),
            counts: Counts::default(),
            behind: Behind::default(),
        };
        let files = writing.all(ws, parts, (folder, ending), job).await?;
        Ok::<_, Error>((files, writing.counts, writing.behind))
    };
    let made = made.await;
    let left_out = gate.left_out;
    let made = made.map(|(files, counts, behind)| Made {
        counts,
        left_out,
        behind,
        files,
    });
    conclude(request, started, leaving, made).await
}

/// The format of each file, which a folder's name doesn't tell, and the ending of their names.
fn kind(request: &ExportRequest) -> Result<(Kind, &'static str)> {
    let asked = request.choice.format.as_deref();
    let format = match (asked, &request.choice.dialect) {
        (Some(format), _) => format,
        (None, Some(_)) => "csv",
        (None, None) => "xlsx",
    };
    let kind = file_kind(Some(format), &request.choice)?;
    let ending = match format {
        "csv" => "csv",
        "xlsx" => "xlsx",
        _ => "vcf",
    };
    Ok((kind, ending))
}

/// Who goes into which file, once the gate has let them pass.
struct Gate<'a> {
    request: &'a ExportRequest,
    kind: Kind,
    leaving: &'a mut Leaving,
    left_out: LeftOut,
}

impl Gate<'_> {
    async fn parts(&mut self, ws: &Workspace, by: &By, ids: &[i64], job: &Job) -> Result<Parts> {
        let mut conn = ws.read().await?;
        let mut none: Vec<i64> = Vec::new();
        // Names of files don't tell capitals apart everywhere.
        let mut parts: BTreeMap<String, (String, Vec<i64>)> = BTreeMap::new();
        for (i, chunk) in ids.chunks(CHUNK).enumerate() {
            job.report(Stage::Exporting, (i * CHUNK) as u64, None)?;
            let contacts = contacts::by_ids(&mut conn, chunk).await?;
            let passed: Vec<_> = contacts.into_iter().filter_map(|c| self.pass(c)).collect();
            self.leaving.flush(&mut conn).await?;
            let held: Vec<&Contact> = passed.iter().map(|outgoing| &**outgoing).collect();
            let values = by.values(&mut conn, &held).await?;
            for contact in held {
                let own = values
                    .get(&contact.id)
                    .map(Vec::as_slice)
                    .unwrap_or_default();
                if own.is_empty() {
                    none.push(contact.id);
                }
                for value in own {
                    let part = parts.entry(value.to_lowercase());
                    let (_, ids) = part.or_insert_with(|| (value.clone(), Vec::new()));
                    if ids.last() != Some(&contact.id) {
                        ids.push(contact.id);
                    }
                }
            }
        }
        let mut parts: Parts = parts
            .into_values()
            .map(|(value, ids)| (Some(value), ids))
            .collect();
        if !none.is_empty() {
            parts.push((None, none));
        }
        match parts.len() > MOST_FILES {
            false => Ok(parts),
            true => Err(Error::TooManyFiles {
                files: parts.len() as u64,
                most: MOST_FILES as u64,
            }),
        }
    }

    fn pass(&mut self, contact: Contact) -> Option<crate::gate::Outgoing> {
        match pass(&self.request.choice, self.kind, contact) {
            Ok((outgoing, _)) => Some(outgoing),
            Err((channel, refused)) => {
                self.left_out.count(refused.refusal);
                self.leaving.add(channel, refused);
                None
            }
        }
    }
}

/// The files while they are written.
struct Writing<'a> {
    request: &'a ExportRequest,
    shape: Arc<Shape>,
    /// Contacts in all files, one in several counted in each.
    total: usize,
    counts: Counts,
    behind: Behind,
}

impl Writing<'_> {
    async fn all(
        &mut self,
        ws: &Workspace,
        parts: Parts,
        (folder, ending): (&Path, &str),
        job: &Job,
    ) -> Result<Vec<SplitFile>> {
        let making = tempfile::Builder::new()
            .prefix(".roster-export-")
            .tempdir_in(folder);
        let making = making.map_err(|e| FormatError::writing(&self.request.path, &e))?;
        let names = Names::new(folder, ending);
        let mut names = names.map_err(|e| FormatError::writing(&self.request.path, &e))?;
        let mut files = Vec::with_capacity(parts.len());
        let mut distinct = std::collections::HashSet::new();
        for (value, ids) in parts {
            let name = names.give(value.as_deref());
            let path = making.path().join(&name);
            let place = (self.counts.written as usize, self.total);
            let choice = &self.request.choice;
            let (counts, behind) =
                write_file(ws, choice, &self.shape, &path, &ids, place, job).await?;
            self.counts.written += counts.written;
            self.counts.opted_out.extend(counts.opted_out);
            self.behind.join(behind);
            distinct.extend(ids);
            files.push(SplitFile {
                name,
                value,
                contacts: counts.written,
            });
        }
        put(&making, folder, &files)?;
        self.counts.written = distinct.len() as u64;
        Ok(files)
    }
}

/// Moves the complete files to their place; where one can't be moved, those before it go again.
fn put(making: &TempDir, folder: &Path, files: &[SplitFile]) -> Result<()> {
    for (at, file) in files.iter().enumerate() {
        let moved = std::fs::rename(making.path().join(&file.name), folder.join(&file.name));
        if let Err(error) = moved {
            for done in &files[..at] {
                // What can't be removed any more is a whole file of the export.
                let _ = std::fs::remove_file(folder.join(&done.name));
            }
            return Err(FormatError::writing(&file.name, &error).into());
        }
    }
    Ok(())
}
