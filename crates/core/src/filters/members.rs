//! What filters ask about members. How a membership stands today is derived, not stored: its values come from the roll of
//! members, as rows of JSON that a condition reads like those of a table.

use std::sync::{Arc, OnceLock};

use serde_json::{Value, json};

use super::field::{Field, Shape, Source};
use crate::members::Roll;
use crate::memberships::{Membership, Status};

/// A value of a member or of their memberships.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Number,
    Joined,
    Balance,
    Status,
    Type,
    /// The type of a membership that is current: of several memberships, status and type of one and the same.
    CurrentType,
    Tier,
    Start,
    End,
}

const NAMES: [(&str, Part, Shape); 9] = [
    ("member_number", Part::Number, Shape::Text),
    ("joined", Part::Joined, Shape::Date),
    ("member_status", Part::Status, Shape::Words(Status::NAMES)),
    ("membership_type", Part::Type, Shape::Text),
    ("current_membership", Part::CurrentType, Shape::Text),
    ("membership_tier", Part::Tier, Shape::Text),
    ("membership_start", Part::Start, Shape::Date),
    ("membership_end", Part::End, Shape::Date),
    ("balance", Part::Balance, Shape::Number),
];

/// The names in the order of a menu.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    std::iter::once("member").chain(NAMES.iter().map(|(name, ..)| *name))
}

/// The values of all members for each part, made when a filter first asks for them.
#[derive(Debug, Clone, Default)]
pub(super) struct Members {
    roll: Option<Arc<Roll>>,
    values: [OnceLock<Arc<str>>; NAMES.len()],
}

impl Members {
    pub fn new(roll: Arc<Roll>) -> Self {
        Self {
            roll: Some(roll),
            ..Self::default()
        }
    }

    pub fn find(&self, name: &str) -> Option<Field> {
        let code = name.to_owned();
        if name == "member" {
            return Some(Field {
                code,
                source: Source::IsMember,
                shape: Shape::YesNo,
            });
        }
        let at = NAMES.iter().position(|(known, ..)| *known == name)?;
        let (_, part, shape) = &NAMES[at];
        let values = self.values[at].get_or_init(|| self.values(*part).into());
        Some(Field {
            code,
            source: Source::Member(values.clone()),
            shape: shape.clone(),
        })
    }

    /// `[[contact, value], …]`.
    fn values(&self, part: Part) -> String {
        let members = self.roll.iter().flat_map(|roll| &roll.members);
        let mut rows: Vec<Value> = Vec::new();
        for member in members {
            let id = member.contact_id;
            let mut add = |value: Value| {
                if !value.is_null() {
                    rows.push(json!([id, value]));
                }
            };
            match part {
                Part::Number => add(json!(member.number)),
                Part::Joined => add(json!(member.joined)),
                Part::Balance => {
                    let balances = member.balances.iter();
                    balances.for_each(|amount| add(json!(amount.major())));
                }
                part => {
                    let own = member.memberships.iter();
                    own.for_each(|one| add(of_membership(one, part)));
                }
            }
        }
        Value::from(rows).to_string()
    }
}

fn of_membership(one: &Membership, part: Part) -> Value {
    match part {
        Part::Status => json!(one.status),
        Part::Type => json!(one.type_name),
        Part::CurrentType if one.status == Status::Current => json!(one.type_name),
        Part::Tier => json!(one.tier),
        Part::Start => json!(one.start),
        Part::End => json!(one.end),
        Part::CurrentType | Part::Number | Part::Joined | Part::Balance => Value::Null,
    }
}
