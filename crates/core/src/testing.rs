//! What the tests of the core share: a workspace in a temporary folder, rows to import, and a dump to compare.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::AssertSqlSafe;
use tempfile::TempDir;

use crate::contacts::{ContactCreate, ContactsQuery, FieldValue};
use crate::import::{self, ImportReport, ImportRequest, ImportSource};
use crate::journal::{TABLES, Table};
use crate::members::{self, MemberConvert};
use crate::membership_types::{self, MembershipTypeCreate, ProRata, TierInput};
use crate::progress::Job;
use crate::workspace::{OpenMode, Workspace};
use crate::{contacts, journal};

/// Rows as JSON, by table.
pub(crate) type Dump = BTreeMap<&'static str, Vec<String>>;

/// A workspace that goes with the value.
pub(crate) struct Temp {
    pub ws: Workspace,
    _folder: TempDir,
}

pub(crate) async fn workspace() -> Temp {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.roster");
    let ws = Workspace::open(&path, OpenMode::CreateIfMissing)
        .await
        .unwrap();
    Temp {
        ws,
        _folder: folder,
    }
}

/// A workspace on 2026-06-15 with the type Annual (a year from the start, 30 days of grace, 50 EUR) and one member.
pub(crate) async fn association() -> (Temp, i64) {
    let temp = workspace().await;
    temp.ws.reckon_from("2026-06-15".parse().unwrap());
    temp.membership_type("Annual", "rolling:12m", &[("Adult", "50.00")])
        .await;
    let id = temp.member("Mia").await;
    (temp, id)
}

pub(crate) fn request(csv: &str) -> ImportRequest {
    let source = ImportSource::Text {
        text: csv.to_owned(),
    };
    ImportRequest {
        country: Some("IL".into()),
        ..ImportRequest::new(source)
    }
}

impl Temp {
    pub async fn import(&self, csv: &str) -> ImportReport {
        self.import_with(request(csv)).await
    }

    pub async fn import_with(&self, request: ImportRequest) -> ImportReport {
        import::run(&self.ws, request, &Job::silent())
            .await
            .unwrap()
    }

    /// Creates a contact by field names; gives its id.
    pub async fn create(&self, set: &[(&str, &str)]) -> i64 {
        let set = set
            .iter()
            .map(|(field, value)| FieldValue {
                field: (*field).into(),
                value: (*value).into(),
            })
            .collect();
        contacts::create(&self.ws, &ContactCreate { set })
            .await
            .unwrap()
            .contact
            .id
    }

    /// A type of membership with 30 days of grace; gives its id.
    pub async fn membership_type(&self, name: &str, term: &str, tiers: &[(&str, &str)]) -> i64 {
        let tiers = tiers.iter().map(|(name, price)| TierInput {
            id: None,
            name: (*name).into(),
            price: (*price).into(),
            from: None,
        });
        let input = MembershipTypeCreate {
            name: name.into(),
            term: term.into(),
            grace_days: 30,
            currency: Some("EUR".into()),
            pro_rata: ProRata::None,
            roll_over: None,
            tiers: tiers.collect(),
        };
        let made = membership_types::create(&self.ws, &input).await.unwrap();
        made.membership_type.id
    }

    /// A new contact who is a member; gives its id.
    pub async fn member(&self, name: &str) -> i64 {
        let id = self.create(&[("first_name", name)]).await;
        let input = MemberConvert {
            id,
            ..MemberConvert::default()
        };
        members::convert(&self.ws, &input).await.unwrap();
        id
    }

    pub async fn undo(&self) -> journal::Undone {
        journal::undo(&self.ws, &journal::UndoRequest::default(), &Job::silent())
            .await
            .unwrap()
    }

    /// The latest batch of an operation.
    pub async fn batch_of(&self, operation: &str) -> i64 {
        let sql = "SELECT max(id) FROM batches WHERE operation = ?";
        let mut conn = self.ws.read().await.unwrap();
        let batch = sqlx::query_scalar(sql).bind(operation);
        batch.fetch_one(&mut *conn).await.unwrap()
    }

    pub async fn undo_batch(&self, batch: i64) -> journal::Undone {
        let request = journal::UndoRequest { batch: Some(batch) };
        journal::undo(&self.ws, &request, &Job::silent())
            .await
            .unwrap()
    }

    pub async fn redo(&self) -> journal::Undone {
        journal::redo(&self.ws, &Job::silent()).await.unwrap()
    }

    /// The names of the contacts that a search finds, in order.
    pub async fn search(&self, search: &str) -> Vec<String> {
        let query = ContactsQuery {
            search: search.into(),
            ..ContactsQuery::default()
        };
        let (_, found) = contacts::details(&self.ws, &query, 0, 1000).await.unwrap();
        found.into_iter().map(|contact| contact.name).collect()
    }

    /// Every journaled row as JSON, by table, and what is derived from them.
    pub async fn dump(&self) -> Dump {
        dump(&self.ws).await
    }
}

pub(crate) async fn dump(ws: &Workspace) -> Dump {
    let mut conn = ws.read().await.unwrap();
    let mut dump = BTreeMap::new();
    for name in TABLES {
        let table = Table::read(&mut conn, name).await.unwrap();
        let sql = format!("SELECT {} FROM {name} t ORDER BY id", table.json("t"));
        dump.insert(
            *name,
            sqlx::query_scalar(AssertSqlSafe(sql))
                .fetch_all(&mut *conn)
                .await
                .unwrap(),
        );
    }
    // The order of words in a search text says nothing.
    let search = "SELECT contact_id || text FROM contact_search ORDER BY contact_id";
    let texts: Vec<String> = sqlx::query_scalar(search)
        .fetch_all(&mut *conn)
        .await
        .unwrap();
    let sorted = |text: String| {
        text.split(' ')
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
            .join(" ")
    };
    dump.insert("search", texts.into_iter().map(sorted).collect());
    let organizations = "SELECT id || folded || hex(sort_key) FROM organizations ORDER BY id";
    dump.insert(
        "organizations sort",
        sqlx::query_scalar(organizations)
            .fetch_all(&mut *conn)
            .await
            .unwrap(),
    );
    let sort = "SELECT id || hex(sort_key) FROM contacts ORDER BY id";
    dump.insert(
        "sort",
        sqlx::query_scalar(sort)
            .fetch_all(&mut *conn)
            .await
            .unwrap(),
    );
    let misfits = "SELECT 'contact ' || id FROM custom_values WHERE misfit IS NOT NULL
        UNION ALL SELECT 'organization ' || id FROM organization_values WHERE misfit IS NOT NULL";
    dump.insert(
        "misfits",
        sqlx::query_scalar(misfits)
            .fetch_all(&mut *conn)
            .await
            .unwrap(),
    );
    dump
}
