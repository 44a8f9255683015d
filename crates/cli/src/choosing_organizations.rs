//! The options that choose organizations, shared by `orgs`, `org bulk` and `org export`.

use clap::Args;
use roster_core::Workspace;
use roster_core::contacts::Sort;
use roster_core::fields::Subject;
use roster_core::organizations::{OrganizationKind, OrganizationsQuery, sorts_by};

use crate::choosing::{insist_on_custom, parse_sort};
use crate::failure::Result;

#[derive(Debug, Args)]
pub struct ChoosingOrganizations {
    /// Only accounts, agencies or leads.
    #[arg(long, value_name = "account|agency|lead", value_parser = parse_kind)]
    kind: Option<OrganizationKind>,
    /// Words to look for in names, numbers, phones, e-mails, addresses, industries and owners: each a beginning, in any
    /// order, accents and case ignored.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    search: Option<String>,
    /// The order: name, kind, number, contacts, parent, phone, email, website, industry, size, owner, city, country,
    /// created, changed or the code of a custom field; `:desc` turns it round.
    #[arg(long, value_name = "FIELD[:desc]", value_parser = parse_sort)]
    sort: Option<Sort>,
}

impl ChoosingOrganizations {
    /// The query that the core understands, of those that are not in the trash.
    pub async fn query(self, ws: &Workspace) -> Result<OrganizationsQuery> {
        if let Some(sort) = &self.sort
            && !sorts_by(&sort.field)
        {
            insist_on_custom(ws, Subject::Organization, &sort.field).await?;
        }
        Ok(OrganizationsQuery {
            search: self.search.unwrap_or_default(),
            kind: self.kind,
            trash: false,
            sort: self.sort.unwrap_or_default(),
        })
    }
}

pub fn parse_kind(text: &str) -> std::result::Result<OrganizationKind, String> {
    OrganizationKind::from_name(text).ok_or_else(|| "write account, agency or lead".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_read() {
        assert_eq!(parse_kind("lead"), Ok(OrganizationKind::Lead));
        assert!(parse_kind("club").is_err());
    }
}
