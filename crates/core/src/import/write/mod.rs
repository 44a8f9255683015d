//! Writing what was decided, in bulk: contacts are numbered here, rows gathered by table, and inserted many at a time.
//!
//! What is inserted is recorded for undo as ranges of ids, changes of older rows one by one (`journal/bulk.rs`).

mod indexes;
mod insert;
mod members;
mod names;
mod opt_outs;
mod rows;
mod uids;
mod update;

use indexes::Indexes;
use names::Names;
use rows::Rows;

use super::draft::{Draft, Drafted};
use super::plan::Plan;
use crate::contacts::SearchParts;
use crate::error::Result;
use crate::journal::Bulk;
use crate::opt_outs::Act;
use crate::points::Kind;
use crate::values::{fold, name};
pub(super) use members::write_notes;
pub(super) use update::Updates;

/// What writes for one import.
pub(super) struct Writer {
    pub change: Bulk,
    rows: Rows,
    next_contact: i64,
    organizations: Names,
    groups: Names,
    tags: Names,
    indexes: Indexes,
    /// With which words values are opted out.
    act: Act,
    pub opted_out: u64,
}

impl Writer {
    pub fn new(change: Bulk, act: Act) -> Result<Self> {
        Ok(Self {
            rows: Rows::default(),
            next_contact: change.first_id("contacts"),
            organizations: Names::of_organizations(&change)?,
            groups: Names::load(&change, "groups")?,
            tags: Names::load(&change, "tags")?,
            indexes: Indexes::put_off(&change)?,
            act,
            opted_out: 0,
            change,
        })
    }

    /// The id that the next new contact gets.
    pub fn next_contact(&self) -> i64 {
        self.next_contact
    }

    /// Gathers a new contact; its id is [`Self::next_contact`]'s of just before.
    pub fn create(&mut self, plan: &Plan, mut draft: Drafted) {
        let contact = self.next_contact;
        self.next_contact += 1;
        let display = draft.display_name();
        self.rows
            .search
            .push((contact, search_text(&display, &draft)));
        let mut kinds_seen: Vec<Kind> = Vec::new();
        for point in std::mem::take(&mut draft.points) {
            let primary = !kinds_seen.contains(&point.kind);
            kinds_seen.push(point.kind);
            self.add_point(contact, point, primary);
        }
        let primary = draft.primary_address();
        for (label, address) in std::mem::take(&mut draft.addresses) {
            self.add_address(contact, label, address, Some(label) == primary);
        }
        for (at, (label, address)) in draft.further_addresses.drain(..).enumerate() {
            self.add_address(contact, label, address, primary.is_none() && at == 0);
        }
        let places = std::iter::once(0).chain(draft.further_ties());
        for (i, tie) in places.filter_map(|nth| draft.tie(nth)).enumerate() {
            self.add_affiliation(contact, tie, i == 0);
        }
        let belongs = draft.organization.is_some();
        let (title, department) = (draft.job_title, draft.department);
        self.rows
            .consents
            .extend(draft.consents.into_iter().map(|consent| (contact, consent)));
        self.join(contact, &draft.groups);
        self.tag(contact, &draft.tags);
        for field in plan.unfilled(&draft.custom) {
            let default = field.default.clone();
            let row = default.map(|value| (contact, field.id, value));
            self.rows.custom_values.extend(row);
        }
        for (position, value) in draft.custom {
            self.add_custom(plan, contact, position, value);
        }
        let photo = draft.photo.map(|photo| {
            self.rows.photos.push(photo.clone());
            photo.0
        });
        self.rows.contacts.push(rows::NewContact {
            id: contact,
            uid: draft.uid,
            created: draft.created,
            sort_key: name::sort_key(&display),
            name: display,
            scalars: draft.scalars,
            job_title: title.filter(|_| !belongs),
            department: department.filter(|_| !belongs),
            do_not_contact: draft.do_not_contact,
            deceased: draft.deceased,
            photo,
        });
    }

    fn join(&mut self, contact: i64, names: &[String]) {
        let mut groups: Vec<i64> = names.iter().map(|name| self.groups.id(name)).collect();
        groups.sort_unstable();
        groups.dedup();
        for group in groups {
            self.rows.group_contacts.push((contact, group));
        }
    }

    fn tag(&mut self, contact: i64, names: &[String]) {
        let mut tags: Vec<i64> = names.iter().map(|name| self.tags.id(name)).collect();
        tags.sort_unstable();
        tags.dedup();
        for tag in tags {
            self.rows.contact_tags.push((contact, tag));
        }
    }

    /// Writes what is still to be written, and gives the change back for its commit.
    pub fn finish(mut self) -> Result<Bulk> {
        self.flush()?;
        self.indexes.make(&self.change)?;
        Ok(self.change)
    }

    /// Writes all that was gathered.
    pub fn flush(&mut self) -> Result<()> {
        self.organizations.flush(&self.change)?;
        self.groups.flush(&self.change)?;
        self.tags.flush(&self.change)?;
        self.rows.insert(&self.change)?;
        self.rows.clear();
        Ok(())
    }
}

/// Whether the name to show holds a part of it: mostly as its beginning or end.
fn holds(display: &str, part: &str) -> bool {
    display.starts_with(part) || display.ends_with(part) || display.contains(part)
}

/// As `contacts::derive` makes it of the stored contact; `check` compares the two.
fn search_text(display: &str, draft: &Draft) -> String {
    let mut parts = SearchParts::default();
    parts.words(display);
    for code in [
        "first_name",
        "middle_name",
        "last_name",
        "nickname",
        "full_name",
    ] {
        if let Some(text) = draft.scalars.get(code).filter(|text| !holds(display, text)) {
            parts.words(text);
        }
    }
    let others = draft.ties.iter().map(|(_, tie)| &tie.organization);
    for organization in std::iter::once(&draft.organization).chain(others).flatten() {
        parts.words(organization);
    }
    // In the order in which a stored contact gives its points.
    let mut points: Vec<_> = draft.points.iter().collect();
    points.sort_by_key(|point| (point.kind == Kind::Email, point.kind.name()));
    for point in points {
        match point.kind {
            Kind::Phone | Kind::Fax => parts.phone(point.normalized.as_deref(), &point.value),
            _ => parts.words(&point.value),
        };
    }
    let mut tags: Vec<&String> = draft.tags.iter().collect();
    tags.sort_unstable();
    tags.dedup_by_key(|tag| fold::fold(tag));
    for text in tags.into_iter().chain(draft.scalars.get("notes")) {
        parts.words(text);
    }
    parts.finish()
}
