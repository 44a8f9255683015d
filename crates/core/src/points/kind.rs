//! The kinds of points, their labels, and the field names that stand for both (CLI.md, "Field names").

/// The kind of a point. One point per kind and contact is primary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Phone,
    Email,
    Fax,
    Website,
    Messaging,
    Social,
}

pub const KINDS: [Kind; 6] = [
    Kind::Phone,
    Kind::Email,
    Kind::Fax,
    Kind::Website,
    Kind::Messaging,
    Kind::Social,
];

impl Kind {
    /// As the database and the JSON say it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Phone => "phone",
            Kind::Email => "email",
            Kind::Fax => "fax",
            Kind::Website => "website",
            Kind::Messaging => "messaging",
            Kind::Social => "social",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        KINDS.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether a valid point of this kind makes a contact reachable (R7) and can be opted out (O1).
    pub fn is_subscribable(self) -> bool {
        matches!(self, Kind::Phone | Kind::Email)
    }
}

/// A field that stands for points of one kind and label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PointField {
    /// As in CLI.md, `work_` and `home_` included.
    pub code: &'static str,
    pub label_text: &'static str,
    pub kind: Kind,
    pub label: Option<&'static str>,
}

const fn field(
    code: &'static str,
    label_text: &'static str,
    kind: Kind,
    label: Option<&'static str>,
) -> PointField {
    PointField {
        code,
        label_text,
        kind,
        label,
    }
}

impl PointField {
    pub const ALL: &[PointField] = &[
        field("email", "E-mail", Kind::Email, None),
        field("work_email", "E-mail, work", Kind::Email, Some("work")),
        field("home_email", "E-mail, home", Kind::Email, Some("home")),
        field("other_email", "E-mail, other", Kind::Email, Some("other")),
        field("phone", "Phone", Kind::Phone, None),
        field("phone_mobile", "Phone, mobile", Kind::Phone, Some("mobile")),
        field("phone_office", "Phone, office", Kind::Phone, Some("office")),
        field("phone_home", "Phone, home", Kind::Phone, Some("home")),
        field("phone_main", "Phone, main", Kind::Phone, Some("main")),
        field("other_phone", "Phone, other", Kind::Phone, Some("other")),
        field("phone_sms", "Phone, SMS", Kind::Phone, Some("sms")),
        field("fax", "Fax", Kind::Fax, None),
        field("website", "Website", Kind::Website, None),
        field("messaging", "Messaging", Kind::Messaging, None),
        field("skype", "Skype", Kind::Messaging, Some("skype")),
        field(
            "whatsapp",
            "Messaging, WhatsApp",
            Kind::Messaging,
            Some("whatsapp"),
        ),
        field(
            "telegram",
            "Messaging, Telegram",
            Kind::Messaging,
            Some("telegram"),
        ),
        field(
            "signal",
            "Messaging, Signal",
            Kind::Messaging,
            Some("signal"),
        ),
        field("social", "Social profile", Kind::Social, None),
        field("facebook", "Facebook", Kind::Social, Some("facebook")),
        field("x", "X", Kind::Social, Some("x")),
        field("linkedin", "LinkedIn", Kind::Social, Some("linkedin")),
        field("instagram", "Instagram", Kind::Social, Some("instagram")),
    ];

    pub fn by_code(code: &str) -> Option<&'static PointField> {
        Self::ALL.iter().find(|field| field.code == code)
    }

    /// The field that an export writes a point into: the one with its label, else the kind's plain one.
    pub fn of(kind: Kind, label: Option<&str>) -> &'static PointField {
        let exact = Self::ALL
            .iter()
            .find(|f| f.kind == kind && f.label == label);
        let plain = Self::ALL.iter().find(|f| f.kind == kind);
        exact.or(plain).unwrap_or(&Self::ALL[0])
    }
}
