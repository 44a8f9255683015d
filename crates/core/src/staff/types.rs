//! People at the desk, and what is asked and answered about them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What somebody is here; each may do what the next may and more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, sqlx::Type, TS)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum Role {
    /// Everything, also what can't be undone, the settings and the profiles.
    Owner,
    /// The daily work: contacts, members, imports, exports, undo.
    Editor,
    /// Looking things up.
    Reader,
}

/// What an operation needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Nobody has to say who they are.
    Anyone,
    Look,
    Work,
    Own,
}

impl Role {
    pub fn may(self, right: Right) -> bool {
        match right {
            Right::Anyone | Right::Look => true,
            Right::Work => self != Self::Reader,
            Right::Own => self == Self::Owner,
        }
    }
}

/// Somebody who works here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, sqlx::FromRow, TS)]
pub struct Person {
    pub id: i64,
    pub name: String,
    pub role: Role,
    pub has_pin: bool,
}

/// Everybody who works here, by name. Nobody: there are no profiles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Staff {
    pub people: Vec<Person>,
    /// Who is at the desk.
    pub here: Option<i64>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct StaffEnter {
    pub name: String,
    /// For who has one.
    #[serde(default)]
    pub pin: Option<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct StaffAdd {
    pub name: String,
    pub role: Role,
    #[serde(default)]
    pub pin: Option<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct StaffEdit {
    pub id: i64,
    pub name: String,
    pub role: Role,
}

/// Sets, changes or, with null, removes the PIN of somebody.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct StaffPin {
    pub id: i64,
    /// The present one, which whoever changes their own has to know.
    #[serde(default)]
    pub present: Option<String>,
    #[serde(default)]
    pub pin: Option<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct StaffById {
    pub id: i64,
}
