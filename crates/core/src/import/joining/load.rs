//! Reads who is a member before the import.

use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;

use super::payers::Payers;
use super::{HeldMember, HeldMembership, HeldTerm, Members};
use crate::error::Result;
use crate::fields::{MemberPart, Target};
use crate::import::decide::Policy;
use crate::memberships::{ActKind, day, optional_day};

impl Members {
    /// Those who are members before the import.
    pub fn load(conn: &Connection, policy: &Policy) -> Result<Option<Self>> {
        let plan = policy.plan;
        let Some(joining) = &plan.joining else {
            return Ok(None);
        };
        let payer = Target::Member(MemberPart::Payer);
        let are_asked = plan
            .columns
            .iter()
            .any(|c| c.target.as_ref() == Some(&payer));
        let next: i64 = conn.query_row(
            "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'memberships'",
            [],
            |row| row.get(0),
        )?;
        let mut members = Self {
            today: joining.today,
            held: HashMap::new(),
            touched: BTreeSet::new(),
            numbers: HashMap::new(),
            next_membership: next,
            names: HashMap::new(),
            payers: Payers::new(are_asked),
        };
        members.read(conn)?;
        Ok(Some(members))
    }

    fn read(&mut self, conn: &Connection) -> Result<()> {
        let mut statement = conn
            .prepare("SELECT contact_id, number, joined, reverted_at IS NOT NULL FROM members")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (contact, number): (i64, String) = (row.get(0)?, row.get(1)?);
            self.numbers.insert(number.clone(), contact);
            self.held.entry(contact).or_default().member = Some(HeldMember {
                number: Some(number),
                joined: day(&row.get::<_, String>(2)?)?,
                reverted: row.get(3)?,
                is_new: false,
                is_changed: false,
            });
        }
        // A number that was given up in a merge means nobody, and is given to nobody.
        let mut statement = conn.prepare("SELECT number FROM merges WHERE number IS NOT NULL")?;
        let given_up = statement.query_map([], |row| row.get::<_, String>(0))?;
        for number in given_up {
            self.numbers.entry(number?).or_insert(0);
        }
        self.read_memberships(conn)
    }

    fn read_memberships(&mut self, conn: &Connection) -> Result<()> {
        let mut at: HashMap<i64, (i64, usize)> = HashMap::new();
        let mut statement =
            conn.prepare("SELECT id, contact_id, type_id, payer_id FROM memberships ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, contact): (i64, i64) = (row.get(0)?, row.get(1)?);
            let held = self.held.entry(contact).or_default();
            at.insert(id, (contact, held.memberships.len()));
            held.memberships.push(HeldMembership {
                id,
                type_id: row.get(2)?,
                payer: row.get(3)?,
                terms: Vec::new(),
                acts: Vec::new(),
                is_new: false,
                is_changed: false,
            });
        }
        let mut statement = conn.prepare(
            "SELECT membership_id, id, tier_id, start_date, end_date, issues, reason FROM terms",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let Some(membership) = self.at(at.get(&row.get(0)?)) else {
                continue;
            };
            membership.terms.push(HeldTerm {
                id: row.get(1)?,
                tier: row.get(2)?,
                start: day(&row.get::<_, String>(3)?)?,
                end: optional_day(row.get::<_, Option<String>>(4)?.as_deref())?,
                issues: row.get(5)?,
                reason: row.get(6)?,
                is_changed: false,
            });
        }
        let mut statement =
            conn.prepare("SELECT membership_id, id, kind, on_date, reason FROM membership_acts")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (membership, kind): (i64, String) = (row.get(0)?, row.get(2)?);
            if let (Some(membership), Some(kind)) =
                (self.at(at.get(&membership)), ActKind::from_name(&kind))
            {
                let on = day(&row.get::<_, String>(3)?)?;
                membership.acts.push((row.get(1)?, kind, on, row.get(4)?));
            }
        }
        Ok(())
    }
}
