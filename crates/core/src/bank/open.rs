//! What is open, with all by which a credit may name it: numbers of orders and invoices, member numbers, names.

use std::collections::{BTreeMap, HashMap, HashSet};

use sqlx::SqliteConnection;

use crate::error::Result;
use crate::orders::{self, Order};
use crate::sql;
use crate::values::fold::fold;

/// A contact that owes something.
pub(super) struct Debtor {
    /// The words of first and last name, folded; all of them must stand in a payer's name.
    pub words: Vec<String>,
    /// The places of its orders, the oldest first.
    pub orders: Vec<usize>,
}

#[derive(Default)]
pub(super) struct Open {
    /// The oldest first.
    pub orders: Vec<Order>,
    pub debtors: BTreeMap<i64, Debtor>,
    pub by_order: HashMap<i64, usize>,
    /// The place of the order of each invoice that stands.
    pub by_invoice: HashMap<i64, usize>,
    pub by_member: HashMap<String, i64>,
    /// By the rarest use of a name: each of its words.
    pub by_word: HashMap<String, Vec<i64>>,
    /// The lines that were booked before.
    pub booked: HashSet<String>,
}

impl Open {
    pub async fn load(conn: &mut SqliteConnection) -> Result<Self> {
        let orders = orders::open(conn).await?;
        let mut open = Self::default();
        for (at, order) in orders.iter().enumerate() {
            open.by_order.insert(order.id, at);
            let debtor = open.debtors.entry(order.contact_id).or_insert(Debtor {
                words: Vec::new(),
                orders: Vec::new(),
            });
            debtor.orders.push(at);
        }
        open.orders = orders;
        open.load_names(conn).await?;
        open.load_numbers(conn).await?;
        let booked: Vec<String> = sqlx::query_scalar(include_str!("booked.sql"))
            .fetch_all(conn)
            .await?;
        open.booked = booked.into_iter().collect();
        Ok(open)
    }

    async fn load_names(&mut self, conn: &mut SqliteConnection) -> Result<()> {
        let ids: Vec<i64> = self.debtors.keys().copied().collect();
        let rows: Vec<(i64, String)> = sqlx::query_as(include_str!("names.sql"))
            .bind(sql::ids(&ids))
            .fetch_all(conn)
            .await?;
        for (id, name) in rows {
            let Some(debtor) = self.debtors.get_mut(&id) else {
                continue;
            };
            debtor.words = fold(&name).split(' ').map(str::to_owned).collect();
            debtor.words.retain(|word| !word.is_empty());
            for word in &debtor.words {
                self.by_word.entry(word.clone()).or_default().push(id);
            }
        }
        Ok(())
    }

    async fn load_numbers(&mut self, conn: &mut SqliteConnection) -> Result<()> {
        let invoices: Vec<(i64, i64)> = sqlx::query_as(include_str!("invoices.sql"))
            .fetch_all(&mut *conn)
            .await?;
        for (number, order) in invoices {
            if let Some(at) = self.by_order.get(&order) {
                self.by_invoice.insert(number, *at);
            }
        }
        let members: Vec<(String, i64)> =
            sqlx::query_as("SELECT number, contact_id FROM members WHERE reverted_at IS NULL")
                .fetch_all(conn)
                .await?;
        let owing = members
            .into_iter()
            .filter(|(_, contact)| self.debtors.contains_key(contact));
        self.by_member = owing
            .map(|(number, contact)| (fold(&number), contact))
            .collect();
        Ok(())
    }

    /// Those all of whose words are among these.
    pub fn named(&self, words: &HashSet<&str>) -> Vec<i64> {
        let mut found: Vec<i64> = words
            .iter()
            .filter_map(|word| self.by_word.get(*word))
            .flatten()
            .copied()
            .filter(|id| {
                self.debtors.get(id).is_some_and(|debtor| {
                    debtor
                        .words
                        .iter()
                        .all(|word| words.contains(word.as_str()))
                })
            })
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}
