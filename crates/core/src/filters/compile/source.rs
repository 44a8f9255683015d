//! Where values lie: for each source the rows that hold them and the expression that is their value.

use super::super::field::{Field, Source};
use super::super::sql::{Arg, Sql};
use super::super::tree::Filter;
use super::test::Test;
use super::{Compiler, nothing, points};
use crate::gate::Channel;

/// For how many contacts a condition will be asked: of all the sets are made once, of few each is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    All,
    Few,
}

/// Rows of another table: which, and the column that says whose they are.
pub(super) struct Rows {
    from: &'static str,
    /// The arguments of `from`.
    args: Vec<Arg>,
    /// Conditions that hold for all of the field's rows, with their arguments.
    of: Vec<Sql>,
    pub owner: &'static str,
    /// The value that a test is about.
    pub value: &'static str,
}

impl Rows {
    pub fn new(reach: Reach, from: &'static str, owner: &'static str, value: &'static str) -> Self {
        let of = match reach {
            Reach::All => Vec::new(),
            Reach::Few => vec![Sql::new(format!("{owner} = c.id"))],
        };
        Self {
            from,
            args: Vec::new(),
            of,
            owner,
            value,
        }
    }

    pub fn only(mut self, condition: Sql) -> Self {
        self.of.push(condition);
        self
    }

    fn labelled(self, column: &str, label: Option<&'static str>) -> Self {
        match label {
            Some(label) => self.only(Sql::new(format!("{column} = '{label}'"))),
            None => self,
        }
    }

    /// `SELECT` of the owners of all rows.
    pub fn select(self) -> Sql {
        let owner = self.owner;
        self.select_as(owner)
    }

    fn select_as(self, columns: &str) -> Sql {
        let head = Sql::with(format!("SELECT {columns} FROM {}", self.from), self.args);
        if self.of.is_empty() {
            return head;
        }
        Sql::joined([head, Sql::joined(self.of, " AND ")], " WHERE ")
    }

    /// The contacts with a row that meets the test.
    pub fn having(self, test: Sql) -> Sql {
        self.only(test).select().wrapped("c.id IN (", ")")
    }
}

/// The rows of a source that is no column of the contact.
pub(super) fn rows(source: &Source, reach: Reach) -> Option<Rows> {
    const TAGS: &str = "contact_tags ct JOIN tags t ON t.id = ct.tag_id";
    const ORGANIZATIONS: &str = "affiliations f JOIN organizations o ON o.id = f.organization_id";
    let rows = match source {
        Source::Points(kind, label) => Rows::new(reach, "points p", "p.contact_id", "p.value")
            .only(Sql::new(format!("p.kind = '{}'", kind.name())))
            .labelled("p.label", *label),
        Source::Addresses(label, part) => Rows::new(
            reach,
            "contact_addresses a",
            "a.contact_id",
            address_part(part),
        )
        .labelled("a.label", *label),
        Source::Country(label) => {
            Rows::new(reach, "contact_addresses a", "a.contact_id", "a.country")
                .labelled("a.label", *label)
        }
        Source::Organization => Rows::new(reach, ORGANIZATIONS, "f.contact_id", "o.name")
            .only(Sql::new("o.deleted_at IS NULL")),
        Source::OfOrganization(column) => Rows::new(reach, ORGANIZATIONS, "f.contact_id", column)
            .only(Sql::new("o.deleted_at IS NULL")),
        Source::Affiliation(column) => Rows::new(reach, "affiliations f", "f.contact_id", column),
        Source::Tag => Rows::new(reach, TAGS, "ct.contact_id", "t.name"),
        // Who is in by hand or by a pin; who is in by a filter is the matter of `groups.rs`.
        Source::Group => memberships(reach).only(Sql::new("gc.pin <> 'exclude'")),
        Source::Custom(id) => Rows::new(reach, "custom_values v", "v.contact_id", "v.value")
            .only(Sql::with("v.field_id = ?", [Arg::Integer(*id)])),
        Source::OptedOut(column) => points::opted_out(reach, column),
        Source::Consents(state) => Rows::new(reach, "consents k", "k.contact_id", "k.purpose")
            .only(Sql::new(format!("k.state = '{state}'"))),
        Source::Files => Rows::new(reach, "files fi", "fi.contact_id", "fi.name")
            .only(Sql::new("fi.contact_id IS NOT NULL")),
        Source::IsMember => Rows::new(reach, "members mb", "mb.contact_id", "mb.number")
            .only(Sql::new("mb.reverted_at IS NULL")),
        Source::Member(values) => {
            // In an array, ids are numbers whichever way they are asked.
            let rows = Rows::new(
                reach,
                "json_each(?) mv",
                "(mv.value ->> 0)",
                "(mv.value ->> 1)",
            );
            Rows {
                args: vec![Arg::Text(values.to_string())],
                ..rows
            }
        }
        _ => return None,
    };
    Some(rows)
}

/// The rows of groups, pins included.
pub(super) fn memberships(reach: Reach) -> Rows {
    Rows::new(reach, "group_contacts gc", "gc.contact_id", "gc.group_id")
}

fn address_part(part: &str) -> &'static str {
    match part {
        "street" => "a.street",
        "street2" => "a.street2",
        "city" => "a.city",
        "region" => "a.region",
        "postcode" => "a.postcode",
        "full_address" => "a.full_address",
        _ => "a.id",
    }
}

/// Whether there is any value.
pub(super) fn has(field: &Field, reach: Reach) -> Sql {
    let column = |column: &str| Sql::new(format!("c.{column} IS NOT NULL"));
    match &field.source {
        Source::Column(name) => column(name),
        Source::Lifecycle => column("lifecycle"),
        Source::Flag(_) | Source::Active | Source::Archived | Source::IsMember => nothing(),
        Source::Status(kind) => any_row(&Source::Points(*kind, None), reach),
        Source::Channels => points::reachable(reach, &Channel::ALL.map(|c| c.name().to_owned())),
        Source::Tie(of_tie, of_contact) => tie(reach, (of_tie, of_contact), |value| {
            Sql::new(format!("{value} IS NOT NULL"))
        }),
        // An address may lack the part that is asked about.
        Source::Addresses(_, part) if *part != "id" => valued_row(&field.source, reach),
        Source::Country(_)
        | Source::Affiliation(_)
        | Source::OfOrganization(_)
        | Source::OptedOut(_) => valued_row(&field.source, reach),
        source => any_row(source, reach),
    }
}

fn any_row(source: &Source, reach: Reach) -> Sql {
    rows(source, reach).map_or_else(nothing, |rows| rows.select().wrapped("c.id IN (", ")"))
}

fn valued_row(source: &Source, reach: Reach) -> Sql {
    rows(source, reach).map_or_else(nothing, |rows| {
        let is_there = Sql::new(format!("{} IS NOT NULL", rows.value));
        rows.having(is_there)
    })
}

/// A job title or department stands on an affiliation, or on a contact that has none.
fn tie(reach: Reach, (of_tie, of_contact): (&str, &str), test: impl Fn(&str) -> Sql) -> Sql {
    let own = format!("c.{of_contact}");
    let on_contact = test(&own).wrapped(&format!("({own} IS NOT NULL AND "), ")");
    let on_tie = Rows::new(reach, "affiliations f", "f.contact_id", "f.id")
        .having(test(&format!("f.{of_tie}")));
    Sql::joined([on_contact, on_tie], " OR ").wrapped("(", ")")
}

impl Compiler<'_> {
    /// A condition other than `has` and `count` on a field.
    pub(super) fn on(&mut self, field: &Field, leaf: &Filter) -> Sql {
        let test = Test {
            leaf,
            shape: &field.shape,
            today: self.catalog.today,
        };
        match &field.source {
            Source::Column(name) => column(&format!("c.{name}"), &test),
            Source::Lifecycle => column("c.lifecycle", &test),
            Source::Flag(name) => Sql::new(format!("c.{name} = {}", i32::from(test.is_yes()))),
            Source::Archived => {
                let is = if test.is_yes() {
                    "IS NOT NULL"
                } else {
                    "IS NULL"
                };
                Sql::new(format!("c.archived_at {is}"))
            }
            Source::Active => {
                let not = if test.is_yes() { "" } else { "NOT " };
                points::active(self.reach).wrapped(not, "")
            }
            Source::Tie(of_tie, of_contact) => {
                tie(self.reach, (of_tie, of_contact), |value| test.on(value))
            }
            Source::Status(kind) => points::states(self.reach, *kind, &test.texts()),
            Source::Channels => points::reachable(self.reach, &test.texts()),
            Source::IsMember => {
                let not = if test.is_yes() { "" } else { "NOT " };
                any_row(&field.source, self.reach).wrapped(not, "")
            }
            Source::Group => self.groups_named(&test.texts()),
            source => match rows(source, self.reach) {
                Some(rows) => {
                    let condition = self.on_rows(field, &rows, &test);
                    rows.having(condition)
                }
                None => nothing(),
            },
        }
    }

    /// The rows of a condition that an index answers: equality with a name, an e-mail, a phone, or a static group.
    pub(super) fn indexed_rows(&self, field: &Field, leaf: &Filter) -> Option<Sql> {
        let test = Test {
            leaf,
            shape: &field.shape,
            today: self.catalog.today,
        };
        let texts = test.equals()?;
        let condition = match (&field.source, field.normalized_kind()) {
            (_, Some(kind)) => points::by_match_key(kind, &test, self.catalog)?,
            (Source::Organization | Source::Tag, _) => {
                self.on_rows(field, &rows(&field.source, Reach::All)?, &test)
            }
            (Source::Group, _) => self.in_static_group(&texts)?,
            _ => return None,
        };
        Some(rows(&field.source, Reach::All)?.only(condition).select())
    }

    /// The test on rows, by what is kept for finding values where that is possible.
    fn on_rows(&self, field: &Field, rows: &Rows, test: &Test<'_>) -> Sql {
        let by_key = match (&field.source, field.normalized_kind()) {
            (_, Some(kind)) => points::by_key(kind, test, self.catalog),
            (Source::Country(_), _) => test.on_countries(),
            (Source::Organization, _) => test.on_folded("o.folded"),
            (Source::Tag, _) => test.on_folded("t.folded"),
            _ => None,
        };
        by_key.unwrap_or_else(|| test.on(rows.value))
    }
}

/// NULL would be neither true nor false.
fn column(column: &str, test: &Test<'_>) -> Sql {
    test.on(column)
        .wrapped(&format!("({column} IS NOT NULL AND "), ")")
}

fn channels_of_contact() -> Sql {
    let each = Channel::ALL.map(|channel| {
        let name = channel.name();
        points::reachable(Reach::Few, &[name.to_owned()]).wrapped(
            &format!("SELECT c.id AS id, '{name}' AS value FROM contacts c WHERE "),
            "",
        )
    });
    Sql::joined(each, " UNION ALL ")
        .wrapped("SELECT json_group_array(value) FROM (", ") WHERE id = ?")
}

/// `SELECT` of what a contact has in a field, as a JSON array; the contact is the last argument.
pub(crate) fn seen(field: &Field) -> Sql {
    const STATE: &str = "CASE WHEN p.normalized IS NULL THEN 'invalid' WHEN EXISTS (SELECT 1 FROM subscriptions s WHERE s.kind = p.kind AND s.normalized = p.normalized AND s.status = 'opted_out') THEN 'opted_out' ELSE 'active' END";
    let of_contact = |value: &str| {
        Sql::new(format!(
            "SELECT json_group_array(CAST({value} AS TEXT)) FROM contacts c WHERE {value} IS NOT NULL AND c.id = ?"
        ))
    };
    let yes_or_no = |test: Sql| {
        test.wrapped(
            "SELECT json_array(iif(",
            ", 'yes', 'no')) FROM contacts c WHERE c.id = ?",
        )
    };
    match &field.source {
        Source::Column(name) => of_contact(&format!("c.{name}")),
        Source::Lifecycle => of_contact("c.lifecycle"),
        Source::Flag(name) => yes_or_no(Sql::new(format!("c.{name}"))),
        Source::Archived => yes_or_no(Sql::new("c.archived_at IS NOT NULL")),
        Source::Active => yes_or_no(points::active(Reach::Few)),
        Source::IsMember => yes_or_no(any_row(&field.source, Reach::Few)),
        Source::Tie(of_tie, of_contact) => Sql::new(format!(
            "SELECT json_group_array(value) FROM (SELECT c.id, c.{of_contact} AS value FROM contacts c UNION ALL SELECT f.contact_id, f.{of_tie} FROM affiliations f) WHERE value IS NOT NULL AND id = ?"
        )),
        Source::Status(kind) => Sql::new(format!(
            "SELECT json_group_array({STATE}) FROM points p WHERE p.kind = '{}' AND p.contact_id = ?",
            kind.name()
        )),
        Source::Channels => channels_of_contact(),
        Source::Group => Sql::new(
            "SELECT json_group_array(g.name) FROM group_contacts gc JOIN groups g ON g.id = gc.group_id WHERE g.filter IS NULL AND gc.contact_id = ?",
        ),
        source => match rows(source, Reach::All) {
            Some(rows) => {
                let (owner, value) = (rows.owner, rows.value);
                rows.only(Sql::new(format!("{value} IS NOT NULL AND {owner} = ?")))
                    .select_as(&format!("json_group_array(CAST({value} AS TEXT))"))
            }
            None => of_contact("c.id"),
        },
    }
}
