//! What a field name of CLI.md stands for: a column of the contact, a point, a part of an address, a list …

use crate::contacts::Scalar;
use crate::points::PointField;

/// Which address a field name means: `street` the physical one, `work_street` the one at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AddressLabel {
    Physical,
    Work,
    Home,
    Mailing,
    Billing,
    Other,
}

impl AddressLabel {
    pub const ALL: [AddressLabel; 6] = [
        Self::Physical,
        Self::Work,
        Self::Home,
        Self::Mailing,
        Self::Billing,
        Self::Other,
    ];

    /// As the database and the JSON say it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Physical => "physical",
            Self::Work => "work",
            Self::Home => "home",
            Self::Mailing => "mailing",
            Self::Billing => "billing",
            Self::Other => "other",
        }
    }

    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|label| label.name() == name)
    }

    /// What stands before the part in a field name.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Physical => "",
            Self::Work => "work_",
            Self::Home => "home_",
            Self::Mailing => "mailing_",
            Self::Billing => "billing_",
            Self::Other => "other_",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AddressPart {
    Street,
    Street2,
    City,
    Region,
    Postcode,
    Country,
    FullAddress,
}

impl AddressPart {
    pub const ALL: [AddressPart; 7] = [
        Self::Street,
        Self::Street2,
        Self::City,
        Self::Region,
        Self::Postcode,
        Self::Country,
        Self::FullAddress,
    ];

    /// Field code and column name at once.
    pub fn code(self) -> &'static str {
        match self {
            Self::Street => "street",
            Self::Street2 => "street2",
            Self::City => "city",
            Self::Region => "region",
            Self::Postcode => "postcode",
            Self::Country => "country",
            Self::FullAddress => "full_address",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Street => "Street",
            Self::Street2 => "Street, line 2",
            Self::City => "City",
            Self::Region => "Region",
            Self::Postcode => "Postcode",
            Self::Country => "Country",
            Self::FullAddress => "Full address",
        }
    }

    pub fn by_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }
}

/// What a field says of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MemberPart {
    Number,
    Joined,
    /// Of a membership, of which there may be several.
    Type,
    Tier,
    Start,
    End,
    PaidUntil,
    Payer,
    /// All terms and acts of memberships that one line doesn't tell.
    History,
}

impl MemberPart {
    /// Whether it says something of one of several memberships.
    pub fn is_of_membership(self) -> bool {
        !matches!(self, Self::Number | Self::Joined | Self::History)
    }
}

/// A field name, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Uid,
    Scalar(&'static Scalar),
    Point(&'static PointField),
    Address(AddressLabel, AddressPart),
    Organization,
    /// Account, agency or lead: what an organization is made as.
    OrganizationKind,
    JobTitle,
    Department,
    /// What the contact is for the organization, and since and until when.
    Role,
    From,
    To,
    Groups,
    Tags,
    StatusEmail,
    StatusPhone,
    DoNotContact,
    Deceased,
    Consents,
    /// Addresses behind the first of their label, and labels of points in the office's own words.
    FurtherAddresses,
    PointLabels,
    /// Which of several points and addresses are primary, by their values and labels.
    UsedFirst,
    /// Only cards of an address book bring one.
    Photo,
    Created,
    Member(MemberPart),
    /// Not a default field: perhaps the code of a custom one.
    Custom(String),
}

/// Default fields that stand for themselves, with their labels.
const PLAIN: &[(&str, Target)] = &[
    ("uid", Target::Uid),
    ("organization", Target::Organization),
    ("organization_kind", Target::OrganizationKind),
    ("job_title", Target::JobTitle),
    ("department", Target::Department),
    ("organization_role", Target::Role),
    ("organization_from", Target::From),
    ("organization_to", Target::To),
    ("groups", Target::Groups),
    ("tags", Target::Tags),
    ("status_email", Target::StatusEmail),
    ("status_phone", Target::StatusPhone),
    ("do_not_contact", Target::DoNotContact),
    ("deceased", Target::Deceased),
    ("consents", Target::Consents),
    ("further_addresses", Target::FurtherAddresses),
    ("point_labels", Target::PointLabels),
    ("used_first", Target::UsedFirst),
    ("photo", Target::Photo),
    ("created", Target::Created),
    ("member_number", Target::Member(MemberPart::Number)),
    ("member_joined", Target::Member(MemberPart::Joined)),
    ("membership_type", Target::Member(MemberPart::Type)),
    ("membership_tier", Target::Member(MemberPart::Tier)),
    ("membership_start", Target::Member(MemberPart::Start)),
    ("membership_end", Target::Member(MemberPart::End)),
    ("paid_until", Target::Member(MemberPart::PaidUntil)),
    ("payer", Target::Member(MemberPart::Payer)),
    ("membership_history", Target::Member(MemberPart::History)),
];

impl Target {
    /// Understands a field name; a number from 2 after a repeatable field (`email2`) is passed over.
    pub fn parse(name: &str) -> Target {
        let name = name.trim();
        Self::exact(name)
            .or_else(|| {
                let base = name.trim_end_matches(|c: char| c.is_ascii_digit());
                let number: u32 = name[base.len()..].parse().ok()?;
                Self::exact(base).filter(|target| number >= 2 && target.is_repeatable())
            })
            .unwrap_or_else(|| Target::Custom(name.to_owned()))
    }

    fn exact(name: &str) -> Option<Target> {
        if let Some((_, target)) = PLAIN.iter().find(|(code, _)| *code == name) {
            return Some(target.clone());
        }
        if let Some(scalar) = Scalar::by_code(name) {
            return Some(Target::Scalar(scalar));
        }
        if let Some(field) = PointField::by_code(name) {
            return Some(Target::Point(field));
        }
        AddressLabel::ALL.into_iter().find_map(|label| {
            let part = AddressPart::by_code(name.strip_prefix(label.prefix())?)?;
            Some(Target::Address(label, part))
        })
    }

    /// Whether several columns may have it.
    pub fn is_repeatable(&self) -> bool {
        self.is_of_tie()
            || self.is_of_membership()
            || matches!(self, Target::Point(_) | Target::Groups | Target::Tags)
    }

    /// Whether it says something of one of several memberships; its number says of which.
    pub fn is_of_membership(&self) -> bool {
        matches!(self, Target::Member(part) if part.is_of_membership())
    }

    /// Whether it says something of the tie to an organization; its number says of which.
    pub fn is_of_tie(&self) -> bool {
        matches!(
            self,
            Target::Organization
                | Target::OrganizationKind
                | Target::JobTitle
                | Target::Department
                | Target::Role
                | Target::From
                | Target::To
        )
    }

    /// Whether it stands nowhere where there is no tie.
    pub fn is_only_of_tie(&self) -> bool {
        matches!(
            self,
            Target::OrganizationKind | Target::Role | Target::From | Target::To
        )
    }

    /// The place among several that a field name gives, from 0: `email2` is the second.
    pub fn nth(&self, name: &str) -> usize {
        let number = name.trim().get(self.code().len()..).unwrap_or_default();
        number.parse::<usize>().map_or(0, |number| number - 1)
    }

    pub fn code(&self) -> String {
        match self {
            Target::Scalar(scalar) => scalar.code.to_owned(),
            Target::Point(field) => field.code.to_owned(),
            Target::Address(label, part) => format!("{}{}", label.prefix(), part.code()),
            Target::Custom(code) => code.clone(),
            plain => PLAIN
                .iter()
                .find(|(_, t)| t == plain)
                .map_or("", |(code, _)| code)
                .to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_name_is_understood_and_written_back() {
        for name in [
            "uid",
            "first_name",
            "phone_mobile",
            "work_email",
            "home_city",
            "street2",
            "work_street2",
            "groups",
        ] {
            assert_eq!(Target::parse(name).code(), name);
            assert!(!matches!(Target::parse(name), Target::Custom(_)), "{name}");
        }
    }

    #[test]
    fn a_number_repeats_points_but_no_single_field() {
        assert_eq!(Target::parse("email2").code(), "email");
        assert_eq!(Target::parse("phone_mobile12").code(), "phone_mobile");
        assert_eq!(
            Target::parse("first_name2"),
            Target::Custom("first_name2".into())
        );
        assert_eq!(Target::parse("email1"), Target::Custom("email1".into()));
        assert_eq!(
            Target::parse("street2"),
            Target::Address(AddressLabel::Physical, AddressPart::Street2)
        );
    }
}
