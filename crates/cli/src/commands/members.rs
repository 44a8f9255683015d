//! `roster members`: the list of members with their memberships as they stand today.

use chrono::Datelike;
use clap::{Args, Subcommand};
use roster_core::Workspace;
use roster_core::members::{self, Jubilee, JubileeKind, Member, MembersQuery};
use roster_core::memberships::Status;
use serde::Serialize;

use super::Context;
use super::membership_type::{parse_days, type_named};
use crate::failure::Result;
use crate::table::{counted, table};

/// List the members. Conditions on a membership hold for one and the same.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Example:\n  roster members --status current --type Annual --ends-within 30d"
)]
pub struct Members {
    #[command(subcommand)]
    what: Option<What>,
    /// pending, current, grace, lapsed, cancelled, suspended or deceased, reckoned from today or --today.
    #[arg(long, value_name = "S", value_parser = parse_status)]
    status: Option<Status>,
    /// Only with a membership of this type.
    #[arg(long = "type", value_name = "T")]
    type_name: Option<String>,
    /// Only whose membership ends within so many days, such as 30d.
    #[arg(long, value_name = "DAYS", value_parser = parse_days)]
    ends_within: Option<u32>,
    /// Only who owes something.
    #[arg(long)]
    owing: bool,
    /// Only the contacts that meet this expression, as in `roster contacts`.
    #[arg(long, value_name = "EXPR")]
    filter: Option<String>,
    /// Words to look for, or a member number.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    search: Option<String>,
}

#[derive(Debug, Subcommand)]
enum What {
    Jubilees(Jubilees),
}

/// List who celebrates in a year: 5, 10, 25, 40, 50 … years of membership, and round birthdays.
#[derive(Debug, Args)]
struct Jubilees {
    /// The year; this one unless told.
    #[arg(long, value_name = "YEAR")]
    year: Option<i32>,
}

#[derive(Serialize)]
struct JubileesAnswer {
    year: i32,
    total: usize,
    jubilees: Vec<Jubilee>,
}

impl Jubilees {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &Workspace| {
            let year = self.year.unwrap_or_else(|| ws.today().year());
            Ok((year, members::jubilees(ws, year).await?))
        };
        let (year, jubilees) = crate::workspace::existing(context.global, work).await?;
        let answer = JubileesAnswer {
            year,
            total: jubilees.len(),
            jubilees,
        };
        context.out.answer(&answer, || jubilees_text(&answer))
    }
}

fn jubilees_text(answer: &JubileesAnswer) -> String {
    let rows = answer.jubilees.iter().map(|one| {
        let what = match one.kind {
            JubileeKind::Membership => "years a member",
            JubileeKind::Birthday => "years old",
        };
        [
            one.contact_id.to_string(),
            one.number.clone(),
            one.name.clone(),
            one.on.to_string(),
            format!("{} {what}", one.years),
        ]
    });
    let list = table(["Contact", "Number", "Name", "On", "Jubilee"], rows);
    let total = counted(answer.total as u64, "jubilee", "jubilees");
    format!("{list}{total} in {}\n", answer.year)
}

#[derive(Serialize)]
struct Answer {
    total: usize,
    members: Vec<Member>,
}

impl Members {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        if let Some(What::Jubilees(jubilees)) = self.what {
            return jubilees.run(context).await;
        }
        let global = context.global;
        let work = async |ws: &Workspace| {
            let type_id = match &self.type_name {
                Some(name) => Some(type_named(ws, name).await?.id),
                None => None,
            };
            let query = MembersQuery {
                search: self.search.unwrap_or_default(),
                filter: self.filter.unwrap_or_default(),
                status: self.status,
                type_id,
                ends_within: self.ends_within,
                owing: self.owing,
                ..MembersQuery::default()
            };
            Ok(members::list(ws, &query).await?)
        };
        let members = crate::workspace::existing(global, work).await?;
        let answer = Answer {
            total: members.len(),
            members,
        };
        context.out.answer(&answer, || text(&answer))
    }
}

fn text(answer: &Answer) -> String {
    let rows = answer.members.iter().flat_map(rows);
    let list = table(
        [
            "Contact",
            "Number",
            "Name",
            "Membership",
            "Status",
            "Ends",
            "Balance",
        ],
        rows,
    );
    format!(
        "{list}{}\n",
        counted(answer.total as u64, "member", "members")
    )
}

/// One for each membership; one for a member without.
fn rows(member: &Member) -> Vec<[String; 7]> {
    let row = |membership: String, status: String, end: String| {
        [
            member.contact_id.to_string(),
            member.number.clone(),
            member.name.clone(),
            membership,
            status,
            end,
            member.balance.to_string(),
        ]
    };
    if member.memberships.is_empty() {
        return vec![row(String::new(), String::new(), String::new())];
    }
    let memberships = member.memberships.iter().map(|one| {
        let tier = one.tier.as_deref().map(|tier| format!(", {tier}"));
        let name = format!("{}{}", one.type_name, tier.unwrap_or_default());
        row(name, one.status.name().to_owned(), ends(one))
    });
    memberships.collect()
}

/// The last day, or how many issues are left.
pub fn ends(one: &roster_core::memberships::Membership) -> String {
    match (one.issues_left, one.end) {
        (Some(left), _) => counted(left, "issue left", "issues left"),
        (None, Some(end)) => end.to_string(),
        (None, None) => "never".into(),
    }
}

pub fn parse_status(text: &str) -> std::result::Result<Status, String> {
    Status::from_name(text).ok_or_else(|| format!("the states are {}", Status::NAMES.join(", ")))
}
