//! `roster optout`: opting values out, reinstating them, their history.

mod import;

use clap::{Args, Subcommand};
use roster_core::opt_outs::{
    self, OptOutAct, OptOutAdd, OptOutHistoryRequest, OptOutRemove, OptOutValue, OptOutsDone,
    Subscription,
};

use super::Context;
use super::opt_outs::{Whose, word};
use crate::failure::Result;
use crate::table::table;
use import::Import;

/// Opt phones and e-mails out, reinstate them, show what was decided about them.
#[derive(Debug, Subcommand)]
pub enum OptOut {
    Add(Add),
    Remove(Remove),
    Import(Import),
    History(History),
}

/// What is said about an opt-out.
#[derive(Debug, Args)]
pub struct Words {
    /// Why.
    #[arg(long, value_name = "R")]
    reason: Option<String>,
    /// On whose initiative.
    #[arg(long, value_name = "WHOSE", default_value = "theirs")]
    initiative: Whose,
    /// Anything else worth knowing.
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Words {
    fn act(self) -> OptOutAct {
        OptOutAct {
            initiative: self.initiative.into(),
            reason: self.reason,
            note: self.note,
        }
    }
}

/// Opt a phone or e-mail out, for every contact that holds it and for those to come.
#[derive(Debug, Args)]
pub struct Add {
    /// The phone number or e-mail address.
    #[arg(allow_hyphen_values = true)]
    value: String,
    #[command(flatten)]
    words: Words,
    /// The country of a phone number without one, such as ES; the workspace's unless told.
    #[arg(long, value_name = "CC")]
    country: Option<String>,
}

/// Reinstate a phone or e-mail: it may be used again. The ground is kept with the history.
#[derive(Debug, Args)]
pub struct Remove {
    /// The phone number or e-mail address.
    #[arg(allow_hyphen_values = true)]
    value: String,
    /// What allows it, such as "asked again in writing".
    #[arg(long, value_name = "TEXT")]
    ground: String,
    /// Anything else worth knowing.
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The country of a phone number without one, such as ES; the workspace's unless told.
    #[arg(long, value_name = "CC")]
    country: Option<String>,
}

/// Show the state of a phone or e-mail and everything that was decided about it.
#[derive(Debug, Args)]
pub struct History {
    /// The phone number or e-mail address.
    #[arg(allow_hyphen_values = true)]
    value: String,
    /// The country of a phone number without one, such as ES; the workspace's unless told.
    #[arg(long, value_name = "CC")]
    country: Option<String>,
}

impl OptOut {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        match self {
            Self::Add(command) => command.run(context).await,
            Self::Remove(command) => command.run(context).await,
            Self::Import(command) => command.run(context).await,
            Self::History(command) => command.run(context).await,
        }
    }
}

fn typed(value: &str) -> OptOutValue {
    OptOutValue {
        kind: None,
        value: value.to_owned(),
    }
}

impl Add {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let input = OptOutAdd {
            values: vec![typed(&self.value)],
            act: self.words.act(),
            country: self.country,
        };
        let work = async |ws: &_| Ok(opt_outs::add(ws, &input).await?);
        let done: OptOutsDone = crate::workspace::writable(context.global, work).await?;
        let told = |done: &OptOutsDone| match done.changed {
            0 => format!("{} was opted out before.\n", self.value),
            _ => format!(
                "{} is opted out; `roster undo` takes it back.\n",
                self.value
            ),
        };
        context.out.done(&done, || told(&done))
    }
}

impl Remove {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let input = OptOutRemove {
            value: typed(&self.value),
            ground: self.ground,
            note: self.note,
            country: self.country,
        };
        let work = async |ws: &_| Ok(opt_outs::remove(ws, &input).await?);
        let done = crate::workspace::existing(context.global, work).await?;
        context
            .out
            .done(&done, || format!("{} is active again.\n", self.value))
    }
}

impl History {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let request = OptOutHistoryRequest {
            value: typed(&self.value),
            country: self.country,
        };
        let work = async |ws: &_| Ok(opt_outs::history(ws, &request).await?);
        let subscription = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&subscription, || text(&subscription))
    }
}

fn text(subscription: &Subscription) -> String {
    let state = format!("{}: {}\n", subscription.value, word(subscription.status));
    if subscription.changes.is_empty() {
        return state;
    }
    let rows = subscription.changes.iter().map(|change| {
        let initiative = change.initiative.map(|i| i.name()).unwrap_or_default();
        let why = change.ground.as_ref().or(change.reason.as_ref());
        [
            change.at.clone(),
            word(change.status).to_owned(),
            initiative.to_owned(),
            why.cloned().unwrap_or_default(),
            change.note.clone().unwrap_or_default(),
            change.by.clone().unwrap_or_default(),
        ]
    });
    state + &table(["When", "Became", "Whose", "Why", "Note", "By"], rows)
}
