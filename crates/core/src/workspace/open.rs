//! Opening a workspace: one connection that writes, several that read, on a file in WAL mode.
//!
//! Reading goes through [`Read`], a transaction on a connection that refuses to write, so that several queries see
//! one state. Writing goes through [`crate::journal::Change`] and nothing else.

use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use chrono::{Local, NaiveDate};
use rusqlite::OpenFlags;
use serde::Serialize;
use sqlx::migrate::MigrateError;
use sqlx::pool::PoolConnection;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection, Sqlite, SqliteConnection, Transaction};
use tokio::sync::broadcast;

use super::elsewhere::Known;
use crate::backup::{self, Keeper};
use crate::contacts;
use crate::copies::{self, Watching};
use crate::encryption;
use crate::error::{Error, Result};
use crate::filters;
use crate::groups::GroupCounts;
use crate::journal;
use crate::lists::ListCache;
use crate::members;
use crate::operations::{Operation, Topic};
use crate::opt_outs;
use crate::organizations::OrganizationsQuery;
use crate::staff::AtDesk;

/// Marks a SQLite file as Roster's ("Rost"); see sqlite.org/fileformat.html, application id.
pub(crate) const APPLICATION_ID: i64 = 0x526f_7374;

/// How many reading connections there are at most.
const READERS: u32 = 4;

static MIGRATOR: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

const SNAPSHOT: &str = "PRAGMA query_only = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -16384;
    BEGIN;";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenMode {
    /// The file must be there.
    Existing,
    CreateIfMissing,
}

/// What became stale by a change that has been committed.
#[derive(Debug, Clone, Serialize)]
pub struct Stale {
    pub topics: Vec<Topic>,
}

/// An open workspace. Clones share it.
#[derive(Clone)]
pub struct Workspace {
    inner: Arc<Inner>,
}

struct Inner {
    path: PathBuf,
    writer: SqlitePool,
    readers: SqlitePool,
    stale: broadcast::Sender<Stale>,
    lists: contacts::ContactLists,
    opt_outs: opt_outs::Lists,
    group_counts: GroupCounts,
    today: OnceLock<NaiveDate>,
    organization_lists: ListCache<OrganizationsQuery>,
    rolls: members::Rolls,
    keeper: Keeper,
    known: Known,
    watching: Watching,
    at_desk: AtDesk,
}

/// A consistent view for reading.
pub struct Read(Transaction<'static, Sqlite>);

impl Deref for Read {
    type Target = SqliteConnection;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Read {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl Workspace {
    /// Opens the file, creates or migrates it as needed.
    ///
    /// # Errors
    /// `NoWorkspace`, `NotAWorkspace`, `NewerWorkspace`, `DamagedWorkspace`, `PassphraseNeeded`, `ReadOnly`, `DiskFull`,
    /// `Busy`.
    pub async fn open(path: &Path, mode: OpenMode) -> Result<Self> {
        Self::open_after(path, mode, backup::before_update).await
    }

    /// Opens a copy that was made to be worked with, which needs no backup when it is brought up to date.
    pub(crate) async fn open_copy(path: &Path) -> Result<Self> {
        Self::open_after(path, OpenMode::Existing, |_| Ok(())).await
    }

    async fn open_after(
        path: &Path,
        mode: OpenMode,
        before_update: impl Fn(&Path) -> Result<()> + Send + 'static,
    ) -> Result<Self> {
        let shown = path.display().to_string();
        if path.is_dir() {
            return Err(Error::NotAWorkspace { path: shown });
        }
        let exists = path.metadata().is_ok_and(|m| m.len() > 0);
        match mode {
            OpenMode::Existing if !exists => return Err(Error::NoWorkspace { path: shown }),
            OpenMode::CreateIfMissing if !exists => make_folder(path)?,
            _ => {}
        }
        prepare(path, exists, before_update).await?;
        let finished = path.to_owned();
        backup::blocking(move || encryption::finish(&finished)).await?;
        let (writer, readers) = (writer(path).await?, readers(path)?);
        Ok(Self::over(path, writer, readers))
    }

    /// Opens a file to be looked at and never to be written: a backup of today's schema.
    pub(crate) fn open_to_look(path: &Path) -> Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .immutable(true)
            .read_only(true)
            .collation(filters::COLLATION, filters::compare)
            .pragma("trusted_schema", "OFF")
            .pragma("temp_store", "MEMORY")
            .disable_statement_logging();
        let options = encryption::with_key(options, path)?;
        let pool = || {
            SqlitePoolOptions::new()
                .max_connections(2)
                .connect_lazy_with(options.clone())
        };
        Ok(Self::over(path, pool(), pool()))
    }

    fn over(path: &Path, writer: SqlitePool, readers: SqlitePool) -> Self {
        let inner = Inner {
            path: path.to_owned(),
            writer,
            readers,
            stale: broadcast::channel(64).0,
            lists: contacts::ContactLists::default(),
            opt_outs: opt_outs::Lists::default(),
            group_counts: GroupCounts::default(),
            today: OnceLock::new(),
            organization_lists: ListCache::default(),
            rolls: members::Rolls::default(),
            keeper: Keeper::default(),
            known: Known::default(),
            watching: Watching::default(),
            at_desk: AtDesk::default(),
        };
        Self {
            inner: Arc::new(inner),
        }
    }

    pub fn path(&self) -> &Path {
        &self.inner.path
    }

    /// A consistent view for reading.
    pub async fn read(&self) -> Result<Read> {
        Ok(Read(self.inner.readers.begin().await?))
    }

    /// Another view of the state of that generation, for asking two things at once: none while all connections are busy,
    /// or when somebody has changed the workspace since.
    pub(crate) async fn read_beside(&self, generation: i64) -> Result<Option<Read>> {
        let readers = &self.inner.readers;
        if readers.num_idle() == 0 && readers.size() >= READERS {
            return Ok(None);
        }
        let mut read = self.read().await?;
        let is_same = journal::generation(&mut read).await? == generation;
        Ok(is_same.then_some(read))
    }

    /// A view on the thread that asks, for what has many small questions.
    pub(crate) fn snapshot(&self) -> Result<rusqlite::Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = encryption::open(self.path(), flags)?;
        conn.busy_timeout(Duration::from_secs(5))?;
        conn.execute_batch(SNAPSHOT)?;
        Ok(conn)
    }

    /// The transaction of a change; only [`crate::journal::Change`] asks for it.
    pub(crate) async fn begin_write(&self) -> Result<Transaction<'static, Sqlite>> {
        let mut transaction = self.inner.writer.begin_with("BEGIN IMMEDIATE").await?;
        journal::start_recording(&mut transaction).await?;
        Ok(transaction)
    }

    /// The one connection that writes; while somebody has it, nobody else in this program can begin a change.
    pub(crate) async fn writer(&self) -> Result<PoolConnection<Sqlite>> {
        Ok(self.inner.writer.acquire().await?)
    }

    /// Messages about what became stale, sent after each commit.
    pub fn subscribe(&self) -> broadcast::Receiver<Stale> {
        self.inner.stale.subscribe()
    }

    /// A change was committed as a batch of its own.
    pub(crate) fn committed(&self, operation: Operation) {
        self.inner.known.count_own();
        self.announce(operation);
    }

    pub(crate) fn announce(&self, operation: Operation) {
        self.announce_topics(operation.stale().to_vec());
    }

    pub(super) fn announce_topics(&self, topics: Vec<Topic>) {
        if topics.contains(&Topic::Workspace) {
            self.inner.at_desk.refresh();
        }
        // Nobody listens on the command line, which is no error.
        let _ = self.inner.stale.send(Stale { topics });
    }

    pub(super) fn known(&self) -> &Known {
        &self.inner.known
    }

    /// Makes `day` the one that relative dates are reckoned from, instead of the real one. The first call holds.
    pub fn reckon_from(&self, day: NaiveDate) {
        let _ = self.inner.today.set(day);
    }

    /// The day that relative dates are reckoned from.
    pub fn today(&self) -> NaiveDate {
        let told = self.inner.today.get().copied();
        told.unwrap_or_else(|| Local::now().date_naive())
    }

    pub(crate) fn lists(&self) -> &contacts::ContactLists {
        &self.inner.lists
    }

    pub(crate) fn group_counts(&self) -> &GroupCounts {
        &self.inner.group_counts
    }

    pub(crate) fn opt_outs(&self) -> &opt_outs::Lists {
        &self.inner.opt_outs
    }

    pub(crate) fn organization_lists(&self) -> &ListCache<OrganizationsQuery> {
        &self.inner.organization_lists
    }

    /// From here on Roster makes backups by itself, as the workspace's settings say.
    pub fn keep_backups(&self) {
        self.inner.keeper.turn_on();
    }

    pub(crate) fn keeper(&self) -> &Keeper {
        &self.inner.keeper
    }

    pub(crate) fn watching(&self) -> &Watching {
        &self.inner.watching
    }

    pub(crate) fn at_desk(&self) -> &AtDesk {
        &self.inner.at_desk
    }

    pub(crate) fn rolls(&self) -> &members::Rolls {
        &self.inner.rolls
    }

    /// Waits for what is under way, writes the log back into the file and lets it go.
    pub async fn close(&self) {
        // One that failed has said so.
        let _ = self.inner.keeper.settle().await;
        // What this machine does not remember is only told less well.
        let _ = copies::note(self).await;
        self.inner.readers.close().await;
        self.inner.writer.close().await;
    }
}

fn make_folder(path: &Path) -> Result<()> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => {
            std::fs::create_dir_all(folder).map_err(|e| Error::ReadOnly {
                detail: e.to_string(),
            })
        }
        _ => Ok(()),
    }
}

fn options(path: &Path) -> Result<SqliteConnectOptions> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .foreign_keys(true)
        // Holds for new files. A bulk import writes a fourth of the pages, and pays for each by the call.
        .page_size(16384)
        .journal_mode(SqliteJournalMode::Wal)
        // A commit must survive a power cut, not only a crash of the program.
        .synchronous(SqliteSynchronous::Full)
        .collation(filters::COLLATION, filters::compare)
        .busy_timeout(Duration::from_secs(5))
        .pragma("trusted_schema", "OFF")
        .pragma("temp_store", "MEMORY")
        .statement_cache_capacity(500)
        .disable_statement_logging();
    encryption::with_key(options, path)
}

/// Looks whether the file is ours, without touching it if not, and brings its schema up to date.
async fn prepare(
    path: &Path,
    exists: bool,
    before_update: impl Fn(&Path) -> Result<()> + Send + 'static,
) -> Result<()> {
    if exists && !is_ours(path)? {
        return Err(Error::NotAWorkspace {
            path: path.display().to_string(),
        });
    }
    let options = options(path)?.create_if_missing(true);
    let options = match exists {
        true => options,
        // There is nothing yet that a power cut could take; the checkpoint below brings all of it to the disk at once,
        // instead of each migration by itself.
        false => options.synchronous(SqliteSynchronous::Normal),
    };
    let mut conn = SqliteConnection::connect_with(&options).await?;
    let id: i64 = sqlx::query_scalar("PRAGMA application_id")
        .fetch_one(&mut conn)
        .await?;
    let tables: i64 = sqlx::query_scalar("SELECT count(*) FROM sqlite_schema")
        .fetch_one(&mut conn)
        .await?;
    if tables > 0 && id != APPLICATION_ID {
        return Err(Error::NotAWorkspace {
            path: path.display().to_string(),
        });
    }
    if tables > 0 && is_older(&mut conn).await? {
        let path = path.to_owned();
        backup::blocking(move || before_update(&path)).await?;
    }
    if tables == 0 {
        sqlx::query("PRAGMA application_id = 1383035764")
            .execute(&mut conn)
            .await?;
    }
    MIGRATOR.run(&mut conn).await.map_err(|error| match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => Error::NewerWorkspace,
        MigrateError::Execute(e) | MigrateError::ExecuteMigration(e, _) => e.into(),
        other => Error::DamagedWorkspace {
            detail: other.to_string(),
        },
    })?;
    if tables == 0 {
        // Brings the mark into the file's own header, where the next start looks for it.
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
            .execute(&mut conn)
            .await?;
    }
    conn.close().await?;
    Ok(())
}

/// Whether the newest migration that this Roster knows was not made yet.
async fn is_older(conn: &mut SqliteConnection) -> Result<bool> {
    let newest = MIGRATOR.iter().map(|migration| migration.version).max();
    let sql = "SELECT max(version) FROM _sqlx_migrations WHERE success";
    let made: Option<i64> = sqlx::query_scalar(sql).fetch_one(conn).await?;
    Ok(made < newest)
}

/// Whether a migration was made that this Roster doesn't know.
pub(crate) fn is_newer(conn: &rusqlite::Connection) -> bool {
    let newest = MIGRATOR.iter().map(|migration| migration.version).max();
    let sql = "SELECT max(version) FROM _sqlx_migrations";
    let made = conn.query_row(sql, [], |row| row.get::<_, Option<i64>>(0));
    made.is_ok_and(|made| made > newest)
}

/// Whether a file is of today's schema. Opens it without changing it.
pub(crate) fn is_of_today(conn: &rusqlite::Connection) -> Result<bool> {
    let newest = MIGRATOR.iter().map(|migration| migration.version).max();
    let sql = "SELECT max(version) FROM _sqlx_migrations WHERE success";
    let made: Option<i64> = conn.query_row(sql, [], |row| row.get(0))?;
    Ok(made == newest)
}

/// Reads the mark from the header (offset 68) before SQLite may touch the file. A file that is still in its log, as
/// after a crash at its creation, is left to SQLite to judge.
pub(crate) fn is_ours(path: &Path) -> Result<bool> {
    use std::io::Read as _;
    let mut head = [0; 72];
    let mut file = std::fs::File::open(path).map_err(|e| Error::ReadOnly {
        detail: e.to_string(),
    })?;
    if encryption::is_encrypted(path) {
        return Ok(true);
    }
    if file.read_exact(&mut head).is_err() || !head.starts_with(b"SQLite format 3\0") {
        return Ok(false);
    }
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let id = i64::from(u32::from_be_bytes([head[68], head[69], head[70], head[71]]));
    Ok(id == APPLICATION_ID || Path::new(&log).exists())
}

async fn writer(path: &Path) -> Result<SqlitePool> {
    let options = options(path)?.pragma("cache_size", "-65536");
    Ok(SqlitePoolOptions::new()
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options)
        .await?)
}

fn readers(path: &Path) -> Result<SqlitePool> {
    let options = options(path)?
        .pragma("query_only", "ON")
        .pragma("cache_size", "-16384");
    Ok(SqlitePoolOptions::new()
        .max_connections(READERS)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_lazy_with(options))
}
