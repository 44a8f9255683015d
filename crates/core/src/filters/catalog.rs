//! What the names in a filter can stand for at this moment: custom fields and groups, and from which day and country
//! values are understood.

use std::collections::HashMap;

use chrono::NaiveDate;
use sqlx::{FromRow, SqliteConnection};

use super::extent::read;
use super::members::Members;
use super::mistake::Mistake;
use super::tree::{Filter, Value};
use crate::error::Result;
use crate::groups::folded;
use crate::members;
use crate::workspace::{Workspace, settings};

#[derive(Debug, Clone, FromRow)]
pub(super) struct CustomField {
    pub id: i64,
    pub code: String,
    pub label: String,
    #[sqlx(rename = "type")]
    pub kind: String,
    /// JSON, for a field that chooses from a list.
    pub options: Option<String>,
}

impl CustomField {
    pub fn choices(&self) -> Vec<String> {
        let options = self.options.as_deref().unwrap_or_default();
        serde_json::from_str(options).unwrap_or_default()
    }
}

#[derive(Debug, Clone, FromRow)]
pub(crate) struct KnownGroup {
    pub id: i64,
    pub name: String,
    pub folded: String,
    /// The text of a dynamic group's filter.
    pub filter: Option<String>,
}

/// Loaded for one state of the workspace.
#[derive(Debug, Clone)]
pub struct Catalog {
    pub(super) custom: Vec<CustomField>,
    pub(super) groups: Vec<KnownGroup>,
    by_folded: HashMap<String, usize>,
    by_id: HashMap<i64, usize>,
    pub(crate) today: NaiveDate,
    /// The default country of phone numbers.
    pub(super) country: Option<String>,
    pub(super) members: Members,
}

impl Catalog {
    pub(crate) async fn load(ws: &Workspace, conn: &mut SqliteConnection) -> Result<Self> {
        let custom = sqlx::query_as(include_str!("custom_fields.sql"))
            .fetch_all(&mut *conn)
            .await?;
        let groups =
            sqlx::query_as("SELECT id, name, folded, filter FROM groups ORDER BY folded, id")
                .fetch_all(&mut *conn)
                .await?;
        let country = settings(conn).await?.country;
        let members = Members::new(members::roll(ws, conn).await?);
        Ok(Self {
            members,
            ..Self::new(custom, groups, ws.today(), country)
        })
    }

    pub(super) fn new(
        custom: Vec<CustomField>,
        groups: Vec<KnownGroup>,
        today: NaiveDate,
        country: Option<String>,
    ) -> Self {
        let by_folded = groups
            .iter()
            .enumerate()
            .map(|(at, group)| (group.folded.clone(), at))
            .collect();
        let by_id = groups.iter().enumerate().map(|(at, group)| (group.id, at));
        Self {
            by_id: by_id.collect(),
            custom,
            groups,
            by_folded,
            today,
            country,
            members: Members::default(),
        }
    }

    pub(super) fn custom(&self, code: &str) -> Option<&CustomField> {
        let exact = self.custom.iter().find(|field| field.code == code);
        exact.or_else(|| {
            let lower = code.to_lowercase();
            self.custom
                .iter()
                .find(|field| field.code.to_lowercase() == lower)
        })
    }

    /// The group of that name, case and accents ignored.
    pub(crate) fn group(&self, name: &str) -> Option<&KnownGroup> {
        self.by_folded
            .get(&folded(name))
            .map(|at| &self.groups[*at])
    }

    /// The groups by name.
    pub(crate) fn groups(&self) -> &[KnownGroup] {
        &self.groups
    }

    /// Why a text can't be read, if so.
    pub(crate) fn problem(&self, text: &str) -> Option<Mistake> {
        read(text, self).err()
    }

    /// The groups that a condition is about; one on their number is about all.
    pub(crate) fn used_by(&self, leaf: &Filter) -> Vec<i64> {
        let values = match leaf {
            Filter::Has { .. } | Filter::Count { .. } if leaf.field() == Some("group") => {
                return self.groups.iter().map(|group| group.id).collect();
            }
            Filter::Compare { value, .. } => std::slice::from_ref(value),
            Filter::In { values, .. } => values,
            _ => &[],
        };
        let named = |value: &Value| match value {
            Value::Text { text } => Some(self.group(text)?.id),
            _ => None,
        };
        match leaf.field() {
            Some("group") => values.iter().filter_map(named).collect(),
            _ => Vec::new(),
        }
    }

    pub(crate) fn group_by_id(&self, id: i64) -> Option<&KnownGroup> {
        self.by_id.get(&id).map(|at| &self.groups[*at])
    }
}
