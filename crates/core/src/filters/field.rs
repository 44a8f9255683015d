//! What a field's name means to a filter: where its values lie, and which conditions make sense on them.
//!
//! Activities take their place here: a [`Source`], its lines in `compile`, and the names in [`default_names`].

use std::sync::Arc;

use super::catalog::{Catalog, CustomField};
use super::members;
use super::tree::Comparison;
use crate::contacts::Scalar;
use crate::fields::{AddressLabel, AddressPart, Target};
use crate::points::{Kind, PointField};

/// Where the values of a field lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// A column of the contact.
    Column(&'static str),
    /// A 0 or 1 of the contact.
    Flag(&'static str),
    /// Has an active phone or e-mail.
    Active,
    Archived,
    Lifecycle,
    Points(Kind, Option<&'static str>),
    /// Any address, or those with the label.
    Addresses(Option<&'static str>, &'static str),
    Country(Option<&'static str>),
    Organization,
    /// A column of the organizations that the contact belongs to.
    OfOrganization(&'static str),
    /// A column of the affiliations, which stands on the contact where there is no organization.
    Tie(&'static str, &'static str),
    /// A column of the affiliations that stands nowhere else.
    Affiliation(&'static str),
    Tag,
    Group,
    /// The state of the phones or e-mails.
    Status(Kind),
    /// The channels by which the gate lets the contact be reached.
    Channels,
    /// A column of the opt-outs of the phones and e-mails: since when, on whose initiative, why.
    OptedOut(&'static str),
    /// The purposes of the consents in a state.
    Consents(&'static str),
    /// The names of the attached files.
    Files,
    Custom(i64),
    IsMember,
    /// Values of members as JSON rows of contact and value.
    Member(Arc<str>),
}

/// How values compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    Text,
    /// Several texts in one value.
    List,
    Number,
    /// A date without time.
    Date,
    /// A time, asked by its day.
    Time,
    YesNo,
    Words(&'static [&'static str]),
    Group,
    /// Only `has` and `count` make sense.
    Rows,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field {
    /// The name as the text form writes it.
    pub code: String,
    pub source: Source,
    pub shape: Shape,
}

/// The states that a phone or e-mail can be in.
pub(super) const STATES: &[&str] = &["active", "opted_out", "invalid"];
const KINDS_OF_ORGANIZATIONS: &[&str] = &["account", "agency", "lead"];
/// As [`crate::gate::Channel`] names them.
const CHANNELS: &[&str] = &["email", "sms", "phone", "post"];
const INITIATIVES: &[&str] = &["ours", "theirs", "bounce"];

fn field(code: &str, source: Source, shape: Shape) -> Field {
    Field {
        code: code.to_owned(),
        source,
        shape,
    }
}

/// The field of that name, if there is one. Upper and lower case are the same; `tags` is `tag`, `groups` is `group`.
pub(super) fn find(name: &str, catalog: &Catalog) -> Option<Field> {
    let lower = name.to_lowercase();
    special(&lower).or_else(|| {
        let custom = || catalog.custom(name).map(custom_field);
        match Target::parse(&lower) {
            Target::Custom(_) => custom(),
            target if target.code() == lower => by_target(&target),
            // A number behind a name (`email2`) means something in a file only.
            _ => custom(),
        }
        .or_else(|| further(&lower))
        .or_else(|| catalog.members.find(&lower))
    })
}

/// Whether the name means the same in every workspace, so that no custom field can be reached by it.
pub(crate) fn is_taken(name: &str) -> bool {
    special(name).is_some()
}

fn special(name: &str) -> Option<Field> {
    let (source, shape) = match name {
        "id" => (Source::Column("id"), Shape::Number),
        "name" | "full_name" => return Some(field("name", Source::Column("name"), Shape::Text)),
        "active" => (Source::Active, Shape::YesNo),
        "archived" => (Source::Archived, Shape::YesNo),
        "changed" => (Source::Column("changed_at"), Shape::Time),
        "batch" => (Source::Column("created_batch"), Shape::Number),
        "opted_out" => (Source::OptedOut("s.since"), Shape::Time),
        "address" => (Source::Addresses(None, "id"), Shape::Rows),
        "messaging" => (Source::Points(Kind::Messaging, None), Shape::Text),
        "social" => (Source::Points(Kind::Social, None), Shape::Text),
        "tag" | "tags" => return Some(field("tag", Source::Tag, Shape::Text)),
        "group" | "groups" => return Some(field("group", Source::Group, Shape::Group)),
        _ => return None,
    };
    Some(field(name, source, shape))
}

/// Names that leave the way to a custom field of the same name, like those of members.
fn further(name: &str) -> Option<Field> {
    let (source, shape) = match name {
        "organization_kind" => (
            Source::OfOrganization("o.kind"),
            Shape::Words(KINDS_OF_ORGANIZATIONS),
        ),
        "organization_number" => (Source::OfOrganization("o.number"), Shape::Text),
        "organization_industry" => (Source::OfOrganization("o.industry"), Shape::Text),
        "organization_size" => (Source::OfOrganization("o.size"), Shape::Text),
        "organization_owner" => (Source::OfOrganization("o.owner"), Shape::Text),
        "reachable_by" => (Source::Channels, Shape::Words(CHANNELS)),
        "opt_out_initiative" => (Source::OptedOut("s.initiative"), Shape::Words(INITIATIVES)),
        "opt_out_reason" => (Source::OptedOut("s.reason"), Shape::Text),
        "consent" => (Source::Consents("given"), Shape::Text),
        "consent_refused" => (Source::Consents("refused"), Shape::Text),
        "consent_withdrawn" => (Source::Consents("withdrawn"), Shape::Text),
        "file" => (Source::Files, Shape::Text),
        _ => return None,
    };
    Some(field(name, source, shape))
}

fn by_target(target: &Target) -> Option<Field> {
    let (source, shape) = match target {
        Target::Uid => (Source::Column("uid"), Shape::Text),
        Target::Scalar(scalar) => scalar_source(scalar),
        Target::Point(point) => (Source::Points(point.kind, point.label), Shape::Text),
        Target::Address(label, part) => address_source(*label, *part),
        Target::Organization => (Source::Organization, Shape::Text),
        Target::JobTitle => (Source::Tie("title", "job_title"), Shape::Text),
        Target::Department => (Source::Tie("department", "department"), Shape::Text),
        Target::StatusEmail => (Source::Status(Kind::Email), Shape::Words(STATES)),
        Target::StatusPhone => (Source::Status(Kind::Phone), Shape::Words(STATES)),
        Target::DoNotContact => (Source::Flag("do_not_contact"), Shape::YesNo),
        Target::Deceased => (Source::Flag("deceased"), Shape::YesNo),
        Target::Photo => (Source::Column("photo"), Shape::Text),
        Target::Created => (Source::Column("created_at"), Shape::Time),
        Target::Role => (Source::Affiliation("f.role"), Shape::Text),
        Target::From => (Source::Affiliation("f.from_date"), Shape::Date),
        Target::To => (Source::Affiliation("f.to_date"), Shape::Date),
        // Meant by their own names before.
        Target::OrganizationKind
        | Target::Groups
        | Target::Tags
        | Target::Consents
        | Target::FurtherAddresses
        | Target::PointLabels
        | Target::UsedFirst
        | Target::Member(_)
        | Target::Custom(_) => return None,
    };
    Some(field(&target.code(), source, shape))
}

fn scalar_source(scalar: &'static Scalar) -> (Source, Shape) {
    match scalar.code {
        "lifecycle" => (Source::Lifecycle, Shape::Text),
        code if scalar.kind == "date" => (Source::Column(code), Shape::Date),
        code if scalar.kind == "list" => (Source::Column(code), Shape::List),
        code => (Source::Column(code), Shape::Text),
    }
}

/// A plain name such as `city` asks about any address, `work_city` about those at work.
fn address_source(label: AddressLabel, part: AddressPart) -> (Source, Shape) {
    let label = (label != AddressLabel::Physical).then(|| label.name());
    let source = match part {
        AddressPart::Country => Source::Country(label),
        part => Source::Addresses(label, part.code()),
    };
    (source, Shape::Text)
}

fn custom_field(custom: &CustomField) -> Field {
    let shape = match custom.kind.as_str() {
        "number" | "money" => Shape::Number,
        "date" => Shape::Date,
        "yes_no" => Shape::YesNo,
        "many_of" => Shape::List,
        _ => Shape::Text,
    };
    field(&custom.code, Source::Custom(custom.id), shape)
}

/// The names of the default fields, in the order in which a menu shows them.
pub(super) fn default_names() -> impl Iterator<Item = String> {
    const FIRST: &[&str] = &["name"];
    const ADDRESS_AND_WORK: &[&str] = &[
        "organization",
        "job_title",
        "department",
        "organization_role",
        "organization_from",
        "organization_to",
        "organization_kind",
        "organization_number",
        "organization_industry",
        "organization_size",
        "organization_owner",
    ];
    const REST: &[&str] = &[
        "group",
        "tag",
        "status_email",
        "status_phone",
        "reachable_by",
        "opted_out",
        "opt_out_initiative",
        "opt_out_reason",
        "consent",
        "consent_refused",
        "consent_withdrawn",
        "file",
        "active",
        "do_not_contact",
        "deceased",
        "archived",
        "created",
        "changed",
        "batch",
        "uid",
        "id",
    ];
    let names = Scalar::NAMES
        .iter()
        .map(|s| s.code)
        .filter(|c| *c != "full_name");
    let points = PointField::ALL.iter().map(|p| p.code);
    let addresses = AddressLabel::ALL
        .into_iter()
        .flat_map(|label| AddressPart::ALL.map(|part| Target::Address(label, part).code()));
    let others = Scalar::OTHERS.iter().map(|s| s.code);
    let own = |names: &'static [&'static str]| names.iter().map(|name| (*name).to_owned());
    own(FIRST)
        .chain(names.map(str::to_owned))
        .chain(points.map(str::to_owned))
        .chain(std::iter::once("address".to_owned()))
        .chain(addresses)
        .chain(own(ADDRESS_AND_WORK))
        .chain(others.map(str::to_owned))
        .chain(members::names().map(str::to_owned))
        .chain(own(REST))
}

impl Field {
    /// The operators that make sense on it, as the text form writes them.
    pub fn operators(&self) -> Vec<&'static str> {
        let signs = |ops: &[Comparison]| ops.iter().map(|op| op.sign()).collect::<Vec<_>>();
        let equal = &Comparison::ALL[..2];
        let mut operators = match self.shape {
            Shape::Rows => return Vec::new(),
            Shape::YesNo => return signs(equal),
            Shape::Words(_) | Shape::Group | Shape::List => signs(equal),
            _ => signs(&Comparison::ALL),
        };
        match self.shape {
            Shape::Text | Shape::List => operators.extend(["contains", "starts"]),
            Shape::Date | Shape::Time => operators.push("within"),
            _ => {}
        }
        if self.shape == Shape::Date {
            operators.push("anniversary");
        }
        operators.push("in");
        if matches!(
            self.shape,
            Shape::Text | Shape::Number | Shape::Date | Shape::Time
        ) {
            operators.push("between");
        }
        operators
    }

    /// Whether `has` makes sense: a yes or no is always there, and so is what every contact has.
    pub fn can_be_missing(&self) -> bool {
        !matches!(
            self.source,
            Source::Flag(_) | Source::Active | Source::Archived | Source::IsMember
        )
    }

    /// Whether a contact may have several.
    pub fn is_countable(&self) -> bool {
        matches!(
            self.source,
            Source::Points(..)
                | Source::Addresses(_, "id")
                | Source::Organization
                | Source::Consents(_)
                | Source::Files
                | Source::Tag
                | Source::Group
        )
    }

    /// The kind of its points, where it stands for points of a kind that is normalized.
    pub fn normalized_kind(&self) -> Option<Kind> {
        match self.source {
            Source::Points(kind @ (Kind::Phone | Kind::Fax | Kind::Email), _) => Some(kind),
            _ => None,
        }
    }
}
