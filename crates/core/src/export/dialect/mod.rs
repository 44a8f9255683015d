//! csv as another program reads it back (X1): its own header, its words for kinds and labels, its way of writing several
//! values. What a program has no place for stays behind and is told.
//!
//! The headers are those by which an import recognizes the program's own exports (`guess/data/dialects.tsv`).

mod behind;
mod going;
mod google;
mod mailchimp;
mod outlook;
#[cfg(test)]
mod tests;

use roster_formats::{CsvStyle, OutColumn, OutKind};
use serde::Serialize;
use sqlx::SqliteConnection;
use ts_rs::TS;

pub(super) use behind::Behind;
use going::Going;

use super::columns::Column;
use crate::contacts::Contact;
use crate::error::{Error, Result};
use crate::gate::Channel;
use crate::guess;

/// A program that reads the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    Google,
    /// The classic program, in the language of its headers.
    Outlook(&'static str),
    Mailchimp,
}

impl Dialect {
    /// Reads `google`, `outlook`, `outlook:de` or `mailchimp`.
    ///
    /// # Errors
    /// `Invalid` for any other word.
    pub fn parse(text: &str) -> Result<Self> {
        let (name, language) = text.split_once(':').unwrap_or((text, "en"));
        let languages = outlook::languages();
        let known = languages.into_iter().find(|known| *known == language);
        match (name, known) {
            ("google", _) if text == name => Ok(Self::Google),
            ("mailchimp", _) if text == name => Ok(Self::Mailchimp),
            ("outlook", Some(language)) => Ok(Self::Outlook(language)),
            _ => Err(Error::field(
                "dialect",
                format!(
                    "Nobody reads “{text}”: choose google, outlook or mailchimp, for another Outlook one of outlook:{}.",
                    outlook::languages().join(", outlook:")
                ),
            )),
        }
    }

    /// Whom a list for the program may hold, unless everybody is asked for: what is sent by goes out through the gate.
    pub fn purpose(self) -> Option<Channel> {
        (self == Self::Mailchimp).then_some(Channel::Email)
    }

    /// Google's and Mailchimp's own exports have no byte order mark; to Outlook it tells that the text is UTF-8.
    pub fn style(self) -> CsvStyle {
        CsvStyle {
            mark: matches!(self, Self::Outlook(_)),
            ..CsvStyle::PLAIN
        }
    }

    /// Whether the program can do anything with a contact.
    pub fn takes(self, contact: &Contact) -> bool {
        self != Self::Mailchimp || contact.points.iter().any(|point| point.kind == "email")
    }

    fn headers(self) -> Vec<guess::ListColumn> {
        let (name, locale) = match self {
            Self::Google => ("google", "new"),
            Self::Outlook(language) => ("outlook-desktop", language),
            Self::Mailchimp => ("mailchimp", "subscribed"),
        };
        guess::columns_of(name, locale)
    }
}

/// What can be chosen of the programs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportPrograms {
    /// The languages that Outlook's headers can have.
    pub outlook_languages: Vec<&'static str>,
}

pub async fn programs() -> Result<ExportPrograms> {
    Ok(ExportPrograms {
        outlook_languages: outlook::languages(),
    })
}

/// How a contact becomes a row.
pub(super) struct Layout(Program);

enum Program {
    Google(google::Google),
    Outlook(outlook::Outlook),
    Mailchimp(mailchimp::Mailchimp),
}

impl Layout {
    /// The columns for the contacts whose ids are given as a JSON array; Google's are as many as they need.
    ///
    /// # Errors
    /// `Invalid` where the chosen fields leave nothing that the program could use.
    pub async fn of(
        dialect: Dialect,
        conn: &mut SqliteConnection,
        ids: &str,
        (columns, are_chosen): (&[Column], bool),
    ) -> Result<Self> {
        Ok(Self(match dialect {
            Dialect::Google => {
                let most = google::Most::of(conn, ids, columns).await?;
                Program::Google(google::Google::new(most))
            }
            Dialect::Outlook(language) => Program::Outlook(outlook::Outlook::new(language)),
            Dialect::Mailchimp => {
                Program::Mailchimp(mailchimp::Mailchimp::new(columns, are_chosen)?)
            }
        }))
    }

    pub fn columns(&self) -> Vec<OutColumn> {
        let titles = match &self.0 {
            Program::Google(google) => google.headers(),
            Program::Outlook(outlook) => outlook.headers(),
            Program::Mailchimp(mailchimp) => mailchimp.headers(),
        };
        let column = |title| OutColumn {
            title,
            kind: OutKind::Text,
            width_hint: None,
        };
        titles.into_iter().map(column).collect()
    }

    /// The contact's row; what found no place in it is counted.
    pub fn row(&self, columns: &[Column], contact: &Contact, behind: &mut Behind) -> Vec<String> {
        let mut going = Going::of(columns, contact);
        let row = match &self.0 {
            Program::Google(google) => google.row(&mut going),
            Program::Outlook(outlook) => outlook.row(&mut going),
            Program::Mailchimp(mailchimp) => mailchimp.row(&mut going),
        };
        behind.add(contact.id, going.left());
        row
    }
}
