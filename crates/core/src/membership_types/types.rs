//! What a type of membership looks like from outside, and the requests about types.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::memberships::{Price, Rule, month_and_day};
use crate::orders::Amount;

/// What a term costs that begins within a fixed period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum ProRata {
    /// The whole price.
    #[default]
    None,
    /// A twelfth for each month that is begun.
    Months,
    /// By the days that are left.
    Days,
}

impl ProRata {
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "none" => Some(Self::None),
            "months" => Some(Self::Months),
            "days" => Some(Self::Days),
            _ => None,
        }
    }
}

/// A price that holds from a day on; from the beginning without one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TierPrice {
    #[ts(type = "string | null")]
    pub from: Option<NaiveDate>,
    pub price: Amount,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Tier {
    pub id: i64,
    pub name: String,
    /// Today's.
    pub price: Amount,
    pub prices: Vec<TierPrice>,
    pub retired: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MembershipType {
    pub id: i64,
    pub name: String,
    /// `rolling:12m`, `rolling:30d`, `fixed:01-01`, `lifetime`, `issues:12`.
    pub term: String,
    pub grace_days: u32,
    pub currency: String,
    pub pro_rata: ProRata,
    /// MM-DD: a term of a fixed period that starts on or after it runs to the end of the next period.
    pub roll_over: Option<String>,
    pub tiers: Vec<Tier>,
    /// Offered no more; those who have it keep it.
    pub retired: bool,
    /// How many members have it, however it stands.
    pub members: i64,
    /// Of issues: the days on which one was mailed.
    #[ts(type = "Array<string>")]
    pub mailed: Vec<NaiveDate>,
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) rule: Rule,
}

impl MembershipType {
    pub fn tier(&self, id: i64) -> Option<&Tier> {
        self.tiers.iter().find(|tier| tier.id == id)
    }

    /// The last day of a term that starts on `start`; None where no day ends it.
    pub fn end(&self, start: NaiveDate) -> Option<NaiveDate> {
        self.rule.end(start, self.turn())
    }

    fn turn(&self) -> Option<(u32, u32)> {
        self.roll_over.as_deref().and_then(month_and_day)
    }

    /// What a term of a tier costs that starts on `start`.
    pub fn price(&self, tier: &Tier, start: NaiveDate) -> Amount {
        let whole = tier.price_on(start);
        let price = Price {
            rule: self.rule,
            pro_rata: self.pro_rata,
            roll_over: self.turn(),
            whole,
        };
        Amount::new(price.of_term(start), &self.currency)
    }
}

impl Tier {
    /// In minor units.
    pub fn price_on(&self, day: NaiveDate) -> i64 {
        let holds = self.prices.iter().rev();
        let mut holds = holds.filter(|price| price.from.is_none_or(|from| from <= day));
        holds.next().map_or(0, |price| price.price.minor)
    }
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct MembershipTypes {
    pub types: Vec<MembershipType>,
}

/// A tier with its price as text, such as `50.00`, in the currency of the type.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TierInput {
    /// Of a tier that is there; a new one without.
    #[serde(default)]
    pub id: Option<i64>,
    pub name: String,
    pub price: String,
    /// The day from which on the price holds; without one it takes the place of the first.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub from: Option<NaiveDate>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct MembershipTypeCreate {
    pub name: String,
    pub term: String,
    #[serde(default)]
    pub grace_days: u32,
    /// ISO 4217; that of the workspace's country without one.
    #[serde(default)]
    pub currency: Option<String>,
    #[serde(default)]
    pub pro_rata: ProRata,
    #[serde(default)]
    pub roll_over: Option<String>,
    #[serde(default)]
    pub tiers: Vec<TierInput>,
}

/// Changes to a type; what is null stays. The rule of its terms holds for the terms to come: those that are there stay
/// as they were agreed.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct MembershipTypeEdit {
    pub id: i64,
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default)]
    pub term: Option<String>,
    #[serde(default)]
    pub grace_days: Option<u32>,
    #[serde(default)]
    pub pro_rata: Option<ProRata>,
    /// Empty takes it away.
    #[serde(default)]
    pub roll_over: Option<String>,
    /// New tiers, and tiers by id with their new name and price.
    #[serde(default)]
    pub tiers: Vec<TierInput>,
    /// Tiers that are offered no more.
    #[serde(default)]
    pub retire_tiers: Vec<i64>,
    #[serde(default)]
    pub retired: Option<bool>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct MembershipTypeChanged {
    #[serde(rename = "type")]
    pub membership_type: MembershipType,
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
}

/// An issue that was mailed, which counts down whoever has issues left.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IssueMailed {
    pub id: i64,
    #[ts(type = "string")]
    pub on: NaiveDate,
    #[serde(default)]
    pub name: Option<String>,
}
