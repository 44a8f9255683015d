//! What orders and payments look like from outside, and the requests about them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::amount::Amount;

/// How far an order is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    Open,
    Part,
    Paid,
    Cancelled,
}

impl OrderState {
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Part => "part",
            Self::Paid => "paid",
            Self::Cancelled => "cancelled",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Open, Self::Part, Self::Paid, Self::Cancelled]
            .into_iter()
            .find(|state| state.name() == name)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OrderLine {
    pub id: i64,
    pub text: String,
    pub amount: Amount,
}

/// What a contact owes for something, with what has come in for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "MemberOrder")]
pub struct Order {
    pub id: i64,
    pub contact_id: i64,
    pub name: String,
    #[ts(type = "string")]
    pub date: NaiveDate,
    pub lines: Vec<OrderLine>,
    pub total: Amount,
    /// Payments for this order, then those for none, the oldest order first.
    pub paid: Amount,
    pub open: Amount,
    pub state: OrderState,
    pub note: Option<String>,
    #[ts(type = "string | null")]
    pub cancelled_on: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum PaymentKind {
    Payment,
    Refund,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum PaymentMethod {
    Cash,
    Transfer,
    Card,
    Debit,
    #[default]
    Other,
}

impl PaymentMethod {
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "cash" => Some(Self::Cash),
            "transfer" => Some(Self::Transfer),
            "card" => Some(Self::Card),
            "debit" => Some(Self::Debit),
            "other" => Some(Self::Other),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Payment {
    pub id: i64,
    pub kind: PaymentKind,
    #[ts(type = "string")]
    pub date: NaiveDate,
    pub amount: Amount,
    pub method: PaymentMethod,
    pub order_id: Option<i64>,
    pub note: Option<String>,
}

/// Everything that a contact owes and has paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Statement {
    /// The latest first.
    pub orders: Vec<Order>,
    /// The latest first.
    pub payments: Vec<Payment>,
    /// One for each currency; above nothing is owed, below is credit.
    pub balances: Vec<Amount>,
}

/// Which orders, over all contacts.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct OrdersRequest {
    #[serde(default)]
    pub state: Option<OrderState>,
    /// Only of this contact.
    #[serde(default)]
    pub contact: Option<i64>,
    #[serde(default)]
    pub offset: u32,
    /// At most 1,000.
    pub limit: u32,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Orders {
    pub total: u32,
    pub orders: Vec<Order>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct OrderLineInput {
    pub text: String,
    /// Such as `12.50`; a discount is negative.
    pub amount: String,
}

/// An order made by hand.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OrderCreate {
    /// The contact that owes it.
    pub id: i64,
    pub lines: Vec<OrderLineInput>,
    /// A code that gives a discount.
    #[serde(default)]
    pub code: Option<String>,
    /// That of the contact's other orders, or of the membership types, without one.
    #[serde(default)]
    pub currency: Option<String>,
    #[serde(default)]
    #[ts(type = "string | null")]
    pub date: Option<NaiveDate>,
    #[serde(default)]
    pub note: Option<String>,
}

/// Money that came in, or goes back.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct PaymentInput {
    /// The contact.
    pub id: i64,
    /// Such as `12.50` or `12.50 EUR`.
    pub amount: String,
    /// Today without one.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub date: Option<NaiveDate>,
    #[serde(default)]
    pub method: PaymentMethod,
    /// For this order; else for the oldest that are open.
    #[serde(default)]
    pub order: Option<i64>,
    #[serde(default)]
    pub note: Option<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct StatementChanged {
    pub statement: Statement,
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
}
