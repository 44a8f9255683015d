//! The options that choose organizations, shared by `orgs`, `org bulk` and `org export`.

use clap::Args;
use roster_core::organizations::{OrganizationKind, OrganizationSort, OrganizationsQuery};
use serde_json::Value;

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
    /// created or changed; `:desc` turns it round.
    #[arg(long, value_name = "FIELD[:desc]", value_parser = parse_sort)]
    sort: Option<OrganizationSort>,
}

impl ChoosingOrganizations {
    /// The query that the core understands, of those that are not in the trash.
    pub fn query(self) -> OrganizationsQuery {
        OrganizationsQuery {
            search: self.search.unwrap_or_default(),
            kind: self.kind,
            trash: false,
            sort: self.sort.unwrap_or_default(),
        }
    }
}

pub fn parse_kind(text: &str) -> std::result::Result<OrganizationKind, String> {
    OrganizationKind::from_name(text).ok_or_else(|| "write account, agency or lead".into())
}

fn parse_sort(text: &str) -> std::result::Result<OrganizationSort, String> {
    let (name, direction) = text.split_once(':').unwrap_or((text, "asc"));
    let descending = match direction {
        "asc" => false,
        "desc" => true,
        other => {
            return Err(format!(
                "`{other}` is no direction; write `:desc` or nothing"
            ));
        }
    };
    let field = serde_json::from_value(Value::from(name))
        .map_err(|_| format!("organizations can't be sorted by `{name}`"))?;
    Ok(OrganizationSort { field, descending })
}

#[cfg(test)]
mod tests {
    use super::*;
    use roster_core::organizations::OrganizationSortField;

    #[test]
    fn kinds_and_sorts_are_read() {
        assert_eq!(parse_kind("lead"), Ok(OrganizationKind::Lead));
        assert!(parse_kind("club").is_err());
        let most = OrganizationSort {
            field: OrganizationSortField::Contacts,
            descending: true,
        };
        assert_eq!(parse_sort("contacts:desc"), Ok(most));
        assert!(parse_sort("shoe").is_err() && parse_sort("name:down").is_err());
    }
}
