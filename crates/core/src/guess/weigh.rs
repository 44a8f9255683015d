//! What the values of a column say for or against what its header claims, and
//! what they propose where it claims nothing.

use super::claim::{Claims, confidence};
use super::header::Header;
use super::shape::Shape::{self, *};

/// What the values say of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Agrees,
    Silent,
    /// They are not what the header says, though they may be a bad sort of it.
    Doubts,
    /// They are plainly something else.
    Denies,
}

/// Confirms, doubts or replaces the claims of a column by its values.
pub fn weigh(claims: &mut Claims, header: &Header, shape: Shape) {
    let Some(best) = claims.list.first_mut() else {
        propose(claims, header, shape);
        return;
    };
    match verdict(best.field, shape) {
        Verdict::Agrees if best.confidence >= confidence::HEADER => {
            best.confidence = confidence::CONFIRMED
        }
        Verdict::Agrees => best.confidence = (best.confidence + 0.08).min(confidence::CONFIRMED),
        Verdict::Silent => {}
        Verdict::Doubts => best.confidence *= 0.6,
        Verdict::Denies => match of_values(shape) {
            // Digits that pass for phones are often dates or codes: they don't outweigh a header that is known.
            Some(_) if shape == Phone && best.confidence >= confidence::HEADER => {
                best.confidence *= 0.6
            }
            Some((field, likely)) => claims.propose(field, likely - 0.1),
            None => best.confidence *= 0.5,
        },
    }
}

fn propose(claims: &mut Claims, header: &Header, shape: Shape) {
    if claims.known {
        return;
    }
    if let Some((field, likely)) = of_values(shape) {
        let likely = if header.key.is_empty() {
            likely
        } else {
            likely - 0.05
        };
        claims.propose(field, likely);
    }
}

/// The field that values alone make likely.
fn of_values(shape: Shape) -> Option<(&'static str, f64)> {
    Some(match shape {
        Email => ("email", 0.8),
        Phone => ("phone", 0.75),
        Profile(field) => (field, 0.8),
        Url => ("website", 0.75),
        TimeZone => ("time_zone", 0.75),
        Country => ("country", 0.65),
        Subscription => ("status_email", 0.65),
        _ => return None,
    })
}

/// What values of some shapes say of some fields.
struct Rule {
    fields: &'static [&'static str],
    agrees: &'static [Shape],
    doubts: &'static [Shape],
    /// All other shapes.
    otherwise: Verdict,
}

const PROFILES: [Shape; 4] = [
    Profile("linkedin"),
    Profile("facebook"),
    Profile("instagram"),
    Profile("x"),
];

const RULES: [Rule; 10] = [
    Rule {
        fields: &["email", "email2", "email3", "work_email", "home_email"],
        agrees: &[Email],
        // Mistyped addresses: they are to be rejected with their reason, not left out.
        doubts: &[Word, Words, Text],
        otherwise: Verdict::Denies,
    },
    Rule {
        fields: &[
            "phone",
            "phone_mobile",
            "phone_office",
            "phone_home",
            "phone_main",
            "phone_sms",
            "fax",
        ],
        agrees: &[Phone, Number],
        doubts: &[Text],
        otherwise: Verdict::Denies,
    },
    Rule {
        fields: &["website"],
        agrees: &[Url, PROFILES[0], PROFILES[1], PROFILES[2], PROFILES[3]],
        doubts: &[],
        otherwise: Verdict::Denies,
    },
    Rule {
        fields: &[
            "birthday",
            "created",
            "member_joined",
            "membership_start",
            "membership_end",
            "paid_until",
        ],
        agrees: &[Date],
        // Days of a spreadsheet's calendar, or texts with a date in them.
        doubts: &[Number, Text],
        otherwise: Verdict::Denies,
    },
    Rule {
        fields: &["country", "work_country", "home_country"],
        agrees: &[Country, CountryCode],
        doubts: &[Word, Words, Text],
        otherwise: Verdict::Denies,
    },
    Rule {
        fields: &["status_email", "status_phone"],
        agrees: &[Subscription, YesNo],
        doubts: &[],
        otherwise: Verdict::Denies,
    },
    Rule {
        fields: &["prefix"],
        agrees: &[Titles],
        doubts: &[Word, Words, Text],
        otherwise: Verdict::Denies,
    },
    Rule {
        fields: &["postcode", "work_postcode", "home_postcode"],
        agrees: &[Number, Text, Phone, Words],
        doubts: &[Word, Country, CountryCode, YesNo],
        otherwise: Verdict::Denies,
    },
    Rule {
        fields: &["time_zone"],
        agrees: &[TimeZone],
        doubts: &[],
        otherwise: Verdict::Silent,
    },
    Rule {
        fields: &[
            "first_name",
            "middle_name",
            "last_name",
            "full_name",
            "organization",
            "job_title",
            "city",
            "work_city",
            "home_city",
            "street",
            "work_street",
            "home_street",
        ],
        agrees: &[
            Word,
            Words,
            Text,
            Country,
            CountryCode,
            Titles,
            YesNo,
            Subscription,
        ],
        doubts: &[Number],
        otherwise: Verdict::Denies,
    },
];

fn verdict(field: &str, shape: Shape) -> Verdict {
    if shape == Empty {
        return Verdict::Silent;
    }
    if ["linkedin", "facebook", "x", "instagram", "skype"].contains(&field) {
        return of_profile(field, shape);
    }
    match RULES.iter().find(|rule| rule.fields.contains(&field)) {
        None => Verdict::Silent,
        Some(rule) if rule.agrees.contains(&shape) => Verdict::Agrees,
        Some(rule) if rule.doubts.contains(&shape) => Verdict::Doubts,
        Some(rule) => rule.otherwise,
    }
}

/// Profiles are written as addresses or as bare names.
fn of_profile(field: &str, shape: Shape) -> Verdict {
    match shape {
        Profile(other) if other == field => Verdict::Agrees,
        Word | Text | Url => Verdict::Silent,
        _ => Verdict::Denies,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_rules_judge_one_field() {
        let mut fields: Vec<&str> = RULES.iter().flat_map(|rule| rule.fields).copied().collect();
        let all = fields.len();
        fields.sort_unstable();
        fields.dedup();
        assert_eq!(fields.len(), all);
    }

    #[test]
    fn values_are_judged_by_their_field() {
        for (field, shape, expected) in [
            ("email", Email, Verdict::Agrees),
            ("email", Text, Verdict::Doubts),
            ("email", Date, Verdict::Denies),
            ("phone", Number, Verdict::Agrees),
            ("phone", Text, Verdict::Doubts),
            ("website", Profile("linkedin"), Verdict::Agrees),
            ("birthday", Number, Verdict::Doubts),
            ("birthday", Word, Verdict::Denies),
            ("country", CountryCode, Verdict::Agrees),
            ("country", Word, Verdict::Doubts),
            ("status_email", YesNo, Verdict::Agrees),
            ("status_email", Word, Verdict::Denies),
            ("postcode", Number, Verdict::Agrees),
            ("postcode", Date, Verdict::Denies),
            ("first_name", Word, Verdict::Agrees),
            ("first_name", Date, Verdict::Denies),
            ("first_name", Number, Verdict::Doubts),
            ("x", YesNo, Verdict::Denies),
            ("x", Word, Verdict::Silent),
            ("x", Profile("x"), Verdict::Agrees),
            ("linkedin", Profile("x"), Verdict::Denies),
            ("notes", Email, Verdict::Silent),
            ("email", Empty, Verdict::Silent),
        ] {
            assert_eq!(verdict(field, shape), expected, "{field} {shape:?}");
        }
    }
}
