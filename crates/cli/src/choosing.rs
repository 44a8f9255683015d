//! The options that choose contacts, shared by `contacts` and `export`.

use clap::error::ErrorKind;
use clap::{Args, ValueEnum};
use roster_core::contacts::{ContactsQuery, Sort, sorts_by};
use roster_core::fields::{Field, Subject};
use roster_core::filters::{self, Comparison, Filter, FilterText, FilterTree, Value};
use roster_core::gate::Channel;
use roster_core::{Error, Workspace, fields, groups};

use crate::failure::{Failure, Result};

#[derive(Debug, Args)]
pub struct Choosing {
    /// Words to look for in names, organizations, e-mails, phones, tags and notes: each a beginning, in any order,
    /// accents and case ignored; phone numbers in any form.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    search: Option<String>,
    /// Only the contacts that meet this expression, such as
    /// 'country = "IL" and (tag in ("vip", "press") or group = "Board") and created within 30 days and not has phone'.
    #[arg(long, value_name = "EXPR")]
    filter: Option<String>,
    /// Only the contacts of this group.
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
    /// The order: by name, changed, or any field that `roster fields` names; `:desc` turns it round.
    #[arg(long, value_name = "FIELD[:desc]", value_parser = parse_sort)]
    sort: Option<Sort>,
}

impl Choosing {
    /// Nothing was said about whom to choose.
    pub fn is_empty(&self) -> bool {
        self.search.is_none() && self.filter.is_none() && self.group.is_none()
    }

    /// The query that the core understands; fails when there is no group of that name.
    pub async fn query(self, ws: &Workspace) -> Result<ContactsQuery> {
        let group = match &self.group {
            Some(name) => Some(group_named(ws, name).await?),
            None => None,
        };
        if let Some(sort) = &self.sort
            && !sorts_by(&sort.field)
        {
            insist_on_custom(ws, Subject::Contact, &sort.field).await?;
        }
        Ok(ContactsQuery {
            search: self.search.unwrap_or_default(),
            group,
            filter: self.filter.unwrap_or_default(),
            sort: self.sort.unwrap_or_default(),
            ..ContactsQuery::default()
        })
    }
}

/// The option that leaves out whom the office may not reach, where nothing is sent by the command itself.
#[derive(Debug, Args)]
pub struct Reaching {
    /// Only those who may be reached by this channel: not who is opted out, do-not-contact or deceased.
    #[arg(long = "for", value_name = "PURPOSE")]
    purpose: Option<For>,
}

impl Reaching {
    pub fn is_empty(&self) -> bool {
        self.purpose.is_none()
    }

    /// Narrows the query to those who may be reached.
    pub async fn narrow(self, ws: &Workspace, query: ContactsQuery) -> Result<ContactsQuery> {
        let Some(purpose) = self.purpose else {
            return Ok(query);
        };
        let reachable = Filter::Compare {
            field: "reachable_by".to_owned(),
            op: Comparison::Equal,
            value: Value::Text {
                text: Channel::from(purpose).name().to_owned(),
            },
        };
        let mut parts = vec![reachable];
        if !query.filter.is_empty() {
            let text = query.filter;
            let read = filters::understand(ws, &FilterText { text }).await?;
            if let Some(mistake) = read.mistake {
                return Err(Error::Filter(mistake).into());
            }
            parts.extend(read.tree);
        }
        let tree = Filter::All { parts };
        let filter = filters::write(ws, &FilterTree { tree }).await?.text;
        Ok(ContactsQuery { filter, ..query })
    }
}

/// A purpose, as people call it.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum For {
    Email,
    Sms,
    Phone,
    Post,
}

impl From<For> for Channel {
    fn from(purpose: For) -> Self {
        match purpose {
            For::Email => Self::Email,
            For::Sms => Self::Sms,
            For::Phone => Self::Phone,
            For::Post => Self::Post,
        }
    }
}

/// What is no default field has to be the code of a custom one, which only the workspace can tell.
pub async fn insist_on_custom(ws: &Workspace, subject: Subject, code: &str) -> Result<()> {
    let fields = fields::manage(ws).await?.fields;
    let is_it = |field: &Field| field.custom && field.subject == subject && field.code == code;
    if fields.iter().any(|field| is_it(field) && !field.retired) {
        return Ok(());
    }
    let whose = match subject {
        Subject::Organization => "organizations",
        Subject::Contact | Subject::Member => "contacts",
    };
    let message = format!("{whose} can't be sorted by `{code}`\n");
    let error = clap::Error::raw(ErrorKind::InvalidValue, message);
    Err(Failure::Usage(error))
}

/// The group of that name, case and accents ignored.
pub async fn group_named(ws: &Workspace, name: &str) -> Result<i64> {
    let group = groups::find(&mut *ws.read().await?, name).await?;
    Ok(group.ok_or_else(|| Error::not_found("group", name))?)
}

pub fn parse_sort(text: &str) -> std::result::Result<Sort, String> {
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
    let field = name.to_owned();
    Ok(Sort { field, descending })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_are_read() {
        let newest = Sort {
            field: "created".into(),
            descending: true,
        };
        assert_eq!(parse_sort("created:desc"), Ok(newest));
        assert_eq!(parse_sort("name"), Ok(Sort::default()));
        assert!(parse_sort("name:down").is_err());
    }
}
