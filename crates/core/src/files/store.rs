//! The folder of contents beside the workspace: `NAME.files/ab/ab12…`, each called by the SHA-256 of what is in it, so that
//! the same content lies there once and its name tells whether it is still the same.
//!
//! A content is copied beside its place, synced and renamed, and never written to again. Its time of change is set to a
//! fixed one: another time there means that somebody was at it, and only then must it be read to know. The hash decides.
//!
//! Beside an encrypted workspace, contents are sealed (`sealed.rs`), and called by what only who has the key can make of the
//! hash: a name in the clear would tell who knows a file that it is here.

use std::fs::{File, Metadata};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use sha2::{Digest as _, Sha256};
use tempfile::{NamedTempFile, TempPath};
use zeroize::Zeroizing;

use super::sealed::{self, Sealing, Unsealing};
use super::types::FileState;
use crate::encryption::{self, Key};
use crate::error::{Error, Result};
use crate::progress::{Job, Stage};

/// 2000-01-01, the time of change of an untouched content.
const MARK: Duration = Duration::from_secs(946_684_800);
const PARTIAL: &str = ".partial-";
/// What is copied between two looks whether to stop.
const BUFFER: usize = 256 * 1024;

/// Reports how much of a known number of bytes was read.
pub(crate) struct Meter<'j> {
    job: &'j Job,
    stage: Stage,
    total: u64,
    done: u64,
}

impl<'j> Meter<'j> {
    pub fn new(job: &'j Job, stage: Stage, total: u64) -> Self {
        Self {
            job,
            stage,
            total,
            done: 0,
        }
    }

    fn add(&mut self, bytes: usize) -> Result<()> {
        self.done += bytes as u64;
        let fraction = (self.total > 0).then(|| (self.done as f32 / self.total as f32).min(1.0));
        self.job.report(self.stage, self.done, fraction)
    }
}

/// A content as rows name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Content {
    pub hash: String,
    pub size: u64,
}

/// How many bytes contents have together, also where a damaged row says something absurd.
pub(super) fn total<'c>(contents: impl IntoIterator<Item = &'c Content>) -> u64 {
    let sizes = contents.into_iter().map(|content| content.size);
    sizes.fold(0, u64::saturating_add)
}

/// A content that was copied into the folder and has no place yet; dropped, it goes.
pub(crate) struct Taken {
    pub content: Content,
    path: TempPath,
}

pub(crate) struct Store {
    folder: PathBuf,
    workspace: PathBuf,
    seal: Option<Seal>,
}

/// What contents of an encrypted workspace are encrypted and called with.
#[derive(PartialEq, Eq)]
struct Seal {
    contents: Zeroizing<[u8; 32]>,
    names: Zeroizing<[u8; 32]>,
}

impl Seal {
    fn of(key: &Key) -> Self {
        Self {
            contents: key.for_use("roster: contents of files"),
            names: key.for_use("roster: names of files"),
        }
    }
}

impl Store {
    /// The folder that belongs to a workspace, or to a backup of one. The whole name of the file is in it, since
    /// `a.roster` and `a.bak` may lie side by side.
    pub fn of(workspace: &Path) -> Self {
        // Without its key nothing in there is found, and no row can be read that would look for it.
        Self::with_key(
            workspace,
            encryption::key_of(workspace).ok().flatten().as_ref(),
        )
    }

    /// The same folder as it is under a key, which need not be the file's own just now.
    pub fn with_key(workspace: &Path, key: Option<&Key>) -> Self {
        let mut folder = workspace.as_os_str().to_owned();
        folder.push(".files");
        Self {
            folder: folder.into(),
            workspace: workspace.to_owned(),
            seal: key.map(Seal::of),
        }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether a path is the workspace itself or lies among the contents.
    pub fn holds(&self, path: &Path) -> bool {
        let Ok(path) = path.canonicalize() else {
            return false;
        };
        let is = |own: &Path| own.canonicalize().is_ok_and(|own| path.starts_with(own));
        is(&self.workspace) || is(&self.folder)
    }

    /// Where a content lies. None for a hash that is none, as a row from elsewhere may say.
    pub fn path(&self, hash: &str) -> Option<PathBuf> {
        self.place(&self.name(hash)?)
    }

    /// What a content is called on the disk.
    pub fn name(&self, hash: &str) -> Option<String> {
        is_hash(hash).then(|| match &self.seal {
            None => hash.to_owned(),
            Some(seal) => hex::encode(encryption::keyed(&*seal.names, hash.as_bytes())),
        })
    }

    fn place(&self, name: &str) -> Option<PathBuf> {
        is_hash(name).then(|| self.folder.join(&name[..2]).join(name))
    }

    /// What was attached, to be read from its beginning. One that was changed since may fail with `InvalidData`.
    pub fn open(&self, hash: &str) -> Option<Box<dyn Read + Send>> {
        let path = self.path(hash)?;
        // A link in the folder leads out of it: nothing that was attached.
        let is_file = std::fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
        let file = File::open(path).ok().filter(|_| is_file)?;
        self.reading(file).ok()
    }

    fn reading(&self, file: File) -> std::io::Result<Box<dyn Read + Send>> {
        Ok(match &self.seal {
            None => Box::new(file),
            Some(seal) => Box::new(Unsealing::new(file, &seal.contents)?),
        })
    }

    /// How many bytes of a content lie on the disk.
    fn stored(&self, size: u64) -> u64 {
        match &self.seal {
            None => size,
            Some(_) => sealed::length(size),
        }
    }

    /// What a look without reading tells.
    pub fn look(&self, content: &Content) -> FileState {
        match self.path(&content.hash).map(std::fs::symlink_metadata) {
            Some(Ok(found)) => judge(&found, self.stored(content.size)),
            _ => FileState::Missing,
        }
    }

    /// Reads a content: whole, missing or changed.
    pub fn verify(&self, content: &Content, meter: &mut Meter) -> Result<FileState> {
        let (state, Some(path)) = (self.look(content), self.path(&content.hash)) else {
            return Ok(FileState::Missing);
        };
        if matches!(state, FileState::Missing | FileState::Changed) {
            return Ok(state);
        }
        let Ok(file) = File::open(path) else {
            return Ok(FileState::Missing);
        };
        let Ok(source) = file.try_clone().and_then(|file| self.reading(file)) else {
            return Ok(FileState::Changed);
        };
        let read = copy(source, std::io::sink(), u64::MAX, meter);
        if matches!(&read, Err(Error::Io(e)) if e.kind() == std::io::ErrorKind::InvalidData) {
            return Ok(FileState::Changed);
        }
        if read?.as_ref() != Some(content) {
            return Ok(FileState::Changed);
        }
        if state == FileState::Touched {
            // Only its time was changed, as by a program that copies folders. Where it can't be set, it is read again.
            let _ = file.set_modified(SystemTime::UNIX_EPOCH + MARK);
        }
        Ok(FileState::Whole)
    }

    /// Copies a content into the folder without giving it its place yet. None when it is longer than `most`.
    pub fn take_in(
        &self,
        source: impl Read,
        most: u64,
        meter: &mut Meter,
    ) -> Result<Option<Taken>> {
        std::fs::create_dir_all(&self.folder)?;
        let mut partial = tempfile::Builder::new()
            .prefix(PARTIAL)
            .tempfile_in(&self.folder)?;
        let file = partial.as_file_mut();
        let copied = match &self.seal {
            None => copy(source, file, most, meter)?,
            Some(seal) => {
                let mut sealing = Sealing::new(BufWriter::new(file), &seal.contents)?;
                let copied = copy(source, &mut sealing, most, meter)?;
                sealing.finish()?;
                copied
            }
        };
        let Some(content) = copied else {
            return Ok(None);
        };
        self.seal(&partial)?;
        let path = partial.into_temp_path();
        Ok(Some(Taken { content, path }))
    }

    /// On the disk, readable by those who can read the workspace, and writable by nobody.
    fn seal(&self, partial: &NamedTempFile) -> Result<()> {
        let file = partial.as_file();
        #[cfg(unix)]
        if let Ok(workspace) = std::fs::metadata(&self.workspace) {
            let mut permissions = workspace.permissions();
            permissions.set_readonly(true);
            file.set_permissions(permissions)?;
        }
        Ok(file.sync_all()?)
    }

    /// Gives a content its place. One that lies there whole stays; anything else there is replaced.
    pub fn keep(&self, taken: Taken, is_whole: bool) -> Result<()> {
        let Some(target) = self.path(&taken.content.hash) else {
            return Ok(());
        };
        if is_whole && self.look(&taken.content) == FileState::Whole {
            return Ok(());
        }
        self.make_room(&target)?;
        // Only now: a copy that bears the mark already would look as if it had been broken off long ago.
        let file = File::options()
            .read(true)
            .write(cfg!(windows))
            .open(&taken.path)?;
        file.set_modified(SystemTime::UNIX_EPOCH + MARK)?;
        drop(file);
        taken.path.persist(&target).map_err(|e| e.error)?;
        sync_folder_of(&target);
        Ok(())
    }

    /// Brings a content over from another folder: as a second name of the same file where the disk can do that, else as
    /// a copy. Gives what state it was in there; only a whole one is brought.
    pub fn bring(&self, from: &Self, content: &Content, meter: &mut Meter) -> Result<FileState> {
        let (Some(source), Some(target)) = (from.path(&content.hash), self.path(&content.hash))
        else {
            return Ok(FileState::Missing);
        };
        if self.look(content) == FileState::Whole {
            return Ok(FileState::Whole);
        }
        let state = match from.look(content) {
            FileState::Touched => from.verify(content, meter)?,
            state => state,
        };
        if state != FileState::Whole {
            return Ok(state);
        }
        self.make_room(&target)?;
        let is_alike = self.seal == from.seal;
        if is_alike && !target.exists() && std::fs::hard_link(&source, &target).is_ok() {
            meter.add(0)?;
            sync_folder_of(&target);
            return Ok(FileState::Whole);
        }
        match self.take_in(from.reading(File::open(source)?)?, content.size, meter)? {
            Some(taken) if taken.content == *content => {
                self.keep(taken, false)?;
                Ok(FileState::Whole)
            }
            _ => Ok(FileState::Changed),
        }
    }

    fn make_room(&self, target: &Path) -> Result<()> {
        if let Some(folder) = target.parent()
            && !folder.is_dir()
        {
            std::fs::create_dir_all(folder)?;
            sync_folder_of(folder);
            sync_folder_of(&self.folder);
        }
        Ok(())
    }

    /// Everything in the folder that Roster has put there: contents with their names, and copies that were broken off.
    pub fn contents(&self) -> Vec<(PathBuf, Option<String>)> {
        let mut found = Vec::new();
        for path in entries(&self.folder) {
            let name = name_of(&path);
            if name.starts_with(PARTIAL) && path.is_file() {
                found.push((path, None));
            } else if name.len() == 2 && path.is_dir() {
                let within = entries(&path).map(|path| (name_of(&path), path));
                let named = within.filter(|(name, path)| self.place(name).as_ref() == Some(path));
                found.extend(named.map(|(name, path)| (path, Some(name))));
            }
        }
        found
    }
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let read = std::fs::read_dir(folder).into_iter().flatten();
    read.filter_map(|entry| Some(entry.ok()?.path()))
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn judge(found: &Metadata, size: u64) -> FileState {
    let untouched = found
        .modified()
        .is_ok_and(|time| time == SystemTime::UNIX_EPOCH + MARK);
    match () {
        // A link leads to something that Roster has not put there.
        () if !found.is_file() || found.len() != size => FileState::Changed,
        () if untouched => FileState::Whole,
        () => FileState::Touched,
    }
}

/// Copies while hashing. None when there is more than `most`.
pub(super) fn copy(
    mut source: impl Read,
    mut target: impl Write,
    most: u64,
    meter: &mut Meter,
) -> Result<Option<Content>> {
    let (mut hasher, mut size) = (Sha256::new(), 0);
    let mut buffer = vec![0; BUFFER];
    loop {
        let read = match source.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(e.into()),
        };
        size += read as u64;
        if size > most {
            return Ok(None);
        }
        hasher.update(&buffer[..read]);
        target.write_all(&buffer[..read])?;
        meter.add(read)?;
    }
    target.flush()?;
    let hash = hex::encode(hasher.finalize());
    Ok(Some(Content { hash, size }))
}

/// A new name survives a power cut only once its folder is on the disk; systems that can't do so need no such step.
fn sync_folder_of(path: &Path) {
    if let Some(Ok(folder)) = path.parent().map(File::open) {
        let _ = folder.sync_all();
    }
}
