//! `roster optouts`: the list.

use clap::{Args, ValueEnum};
use roster_core::opt_outs::{
    self, Initiative, OptOutKind, OptOutRow, OptOutsPageRequest, OptOutsQuery, SubscriptionStatus,
};
use serde::Serialize;

use super::Context;
use crate::failure::Result;
use crate::table::{count, counted, table};

/// List the phones and e-mails that are opted out, the newest first.
#[derive(Debug, Args)]
pub struct OptOuts {
    /// Words to look for in values, reasons, notes and the contacts that hold them.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    search: Option<String>,
    /// Only phones, or only e-mails.
    #[arg(long, value_name = "KIND")]
    kind: Option<Kind>,
    /// Only those on this side's initiative.
    #[arg(long, value_name = "WHOSE")]
    initiative: Option<Whose>,
    /// Those that are opted out, those that were reinstated since, or both.
    #[arg(long, value_name = "STATUS", default_value = "opted-out")]
    status: Status,
    /// How many to show.
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: u32,
    /// How many to skip.
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: u32,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    Phone,
    Email,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Status {
    OptedOut,
    Active,
    All,
}

/// On whose initiative a value is opted out.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Whose {
    /// The office's own decision.
    Ours,
    /// The person asked.
    Theirs,
    /// Messages came back.
    Bounce,
}

impl From<Whose> for Initiative {
    fn from(whose: Whose) -> Self {
        match whose {
            Whose::Ours => Self::Ours,
            Whose::Theirs => Self::Theirs,
            Whose::Bounce => Self::Bounce,
        }
    }
}

/// CLI.md, `optouts`.
#[derive(Serialize)]
struct Answer {
    total: u32,
    optouts: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    value: String,
    kind: OptOutKind,
    status: SubscriptionStatus,
    since: String,
    initiative: Option<Initiative>,
    reason: Option<String>,
    contact_ids: Vec<i64>,
    #[serde(skip)]
    contacts: String,
}

impl OptOuts {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let offset = self.offset;
        let request = self.request();
        let work = async |ws: &_| Ok(opt_outs::page(ws, &request).await?);
        let page = crate::workspace::existing(context.global, work).await?;
        let answer = Answer {
            total: page.total,
            optouts: page.rows.into_iter().map(line).collect(),
        };
        context.out.answer(&answer, || text(&answer, offset))
    }

    fn request(self) -> OptOutsPageRequest {
        let query = OptOutsQuery {
            search: self.search.unwrap_or_default(),
            kind: self.kind.map(|kind| match kind {
                Kind::Phone => OptOutKind::Phone,
                Kind::Email => OptOutKind::Email,
            }),
            initiative: self.initiative.map(Initiative::from),
            status: match self.status {
                Status::OptedOut => Some(SubscriptionStatus::OptedOut),
                Status::Active => Some(SubscriptionStatus::Active),
                Status::All => None,
            },
            ..OptOutsQuery::default()
        };
        OptOutsPageRequest {
            query,
            offset: self.offset,
            limit: self.limit,
        }
    }
}

fn line(row: OptOutRow) -> Line {
    let names: Vec<&str> = row.contacts.iter().map(|c| c.name.as_str()).collect();
    Line {
        value: row.value,
        kind: row.kind,
        status: row.status,
        since: row.since,
        initiative: row.initiative,
        reason: row.reason,
        contacts: names.join(", "),
        contact_ids: row.contacts.iter().map(|c| c.id).collect(),
    }
}

fn text(answer: &Answer, offset: u32) -> String {
    let total = counted(answer.total, "opt-out", "opt-outs");
    if answer.optouts.is_empty() {
        return format!("{total}.\n").replace("0 opt-outs", "No opt-outs");
    }
    let rows = answer.optouts.iter().map(|line| {
        [
            line.value.clone(),
            word(line.status).to_owned(),
            line.since.chars().take(10).collect(),
            line.initiative
                .map(Initiative::name)
                .unwrap_or_default()
                .to_owned(),
            line.reason.clone().unwrap_or_default(),
            line.contacts.clone(),
        ]
    });
    let list = table(
        ["Value", "Status", "Since", "Whose", "Reason", "Contacts"],
        rows,
    );
    let (first, last) = (offset + 1, offset + answer.optouts.len() as u32);
    if answer.optouts.len() as u32 == answer.total {
        return format!("{list}{total}\n");
    }
    format!(
        "{list}{} to {} of {total}; --offset and --limit show others\n",
        count(first),
        count(last)
    )
}

pub fn word(status: SubscriptionStatus) -> &'static str {
    match status {
        SubscriptionStatus::Active => "active",
        SubscriptionStatus::OptedOut => "opted out",
    }
}
