//! The journaled tables and their columns, read from the database so that they can't drift from the schema.

use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::error::Result;

/// Every journaled table, parents before children. Derived data, batches and the journal itself are left out.
pub(crate) const TABLES: &[&str] = &[
    "organizations",
    "tag_sets",
    "tags",
    "group_categories",
    "groups",
    "custom_fields",
    "membership_types",
    "membership_tiers",
    "tier_prices",
    "mailed_issues",
    "promo_codes",
    "subscriptions",
    "subscription_changes",
    "contacts",
    "points",
    "addresses",
    "affiliations",
    "contact_tags",
    "group_contacts",
    "custom_values",
    "organization_points",
    "organization_addresses",
    "organization_values",
    "consents",
    "merges",
    "files",
    "members",
    "memberships",
    "terms",
    "membership_acts",
    "orders",
    "order_lines",
    "payments",
    "dunnings",
    "views",
    "named_mappings",
    "export_profiles",
];

/// A journaled table as SQL needs it.
pub(crate) struct Table {
    pub name: &'static str,
    /// All but BLOB columns, which are derived. The first is `id`.
    pub columns: Vec<String>,
}

impl Table {
    pub(crate) async fn read(conn: &mut SqliteConnection, name: &'static str) -> Result<Self> {
        let sql = "SELECT name FROM pragma_table_info(?) WHERE type <> 'BLOB' ORDER BY cid";
        let columns = sqlx::query_scalar(sql).bind(name).fetch_all(conn).await?;
        Ok(Self { name, columns })
    }

    /// The expression that gives the contact that a row belongs to, or NULL.
    pub(crate) fn owner(&self, row: &str) -> String {
        match self.name {
            "contacts" => format!("{row}.id"),
            _ if self.belongs_to_contact() => format!("{row}.contact_id"),
            _ => "NULL".into(),
        }
    }

    pub(crate) fn belongs_to_contact(&self) -> bool {
        self.columns.iter().any(|c| c == "contact_id")
    }

    /// Whether rows go with the organization that they hang on.
    pub(crate) fn belongs_to_organization(&self) -> bool {
        self.name.starts_with("organization_")
    }

    /// A whole row as a JSON object.
    pub(crate) fn json(&self, row: &str) -> String {
        let pairs: Vec<String> = self
            .columns
            .iter()
            .map(|c| format!("'{c}', {row}.\"{c}\""))
            .collect();
        format!("json_object({})", pairs.join(", "))
    }

    /// A whole row as a JSON array, in the order of `columns`.
    pub(crate) fn json_array(&self) -> String {
        let columns: Vec<String> = self.columns.iter().map(|c| format!("\"{c}\"")).collect();
        format!("json_array({})", columns.join(", "))
    }

    /// The columns that differ between `old` and `new`, with the values of `row`, as JSON.
    pub(crate) fn json_changed(&self, row: &str) -> String {
        let parts: Vec<String> = self
            .columns
            .iter()
            .map(|c| format!("iif(old.\"{c}\" IS NOT new.\"{c}\", '\"{c}\":' || json_quote({row}.\"{c}\") || ',', '')"))
            .collect();
        format!("'{{' || rtrim({}, ',') || '}}'", parts.join(" || "))
    }

    pub(crate) fn changed(&self) -> String {
        let parts: Vec<String> = self
            .columns
            .iter()
            .map(|c| format!("old.\"{c}\" IS NOT new.\"{c}\""))
            .collect();
        parts.join(" OR ")
    }

    /// Puts rows back from a JSON array of arrays bound as the first parameter.
    pub(crate) fn insert_from_json(&self) -> AssertSqlSafe<String> {
        let names: Vec<String> = self.columns.iter().map(|c| format!("\"{c}\"")).collect();
        let values: Vec<String> = (0..self.columns.len())
            .map(|i| format!("value ->> {i}"))
            .collect();
        AssertSqlSafe(format!(
            "INSERT INTO {} ({}) SELECT {} FROM json_each(?1)",
            self.name,
            names.join(", "),
            values.join(", ")
        ))
    }
}
