//! What the values of a column say for or against what its header claims, and
//! what they propose where it claims nothing.

use super::claim::{Claims, confidence};
use super::header::Header;
use super::shape::Shape;

/// What the values say of a claim.
#[derive(Debug, PartialEq, Eq)]
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
            Some(_) if shape == Shape::Phone && best.confidence >= confidence::HEADER => {
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
        Shape::Email => ("email", 0.8),
        Shape::Phone => ("phone", 0.75),
        Shape::Profile(field) => (field, 0.8),
        Shape::Url => ("website", 0.75),
        Shape::TimeZone => ("time_zone", 0.75),
        Shape::Country => ("country", 0.65),
        Shape::Subscription => ("status_email", 0.65),
        _ => return None,
    })
}

fn verdict(field: &str, shape: Shape) -> Verdict {
    use Shape::*;
    let agree = |agrees: bool| {
        if agrees {
            Verdict::Agrees
        } else {
            Verdict::Denies
        }
    };
    if shape == Empty {
        return Verdict::Silent;
    }
    match field {
        "email" | "email2" | "email3" | "work_email" | "home_email" => match shape {
            Email => Verdict::Agrees,
            // Mistyped addresses: they are to be rejected with their reason, not left out.
            Word | Words | Text => Verdict::Doubts,
            _ => Verdict::Denies,
        },
        "phone" | "phone_mobile" | "phone_office" | "phone_home" | "phone_main" | "phone_sms"
        | "fax" => match shape {
            Phone | Number => Verdict::Agrees,
            Text => Verdict::Doubts,
            _ => Verdict::Denies,
        },
        "website" => agree(matches!(shape, Url | Profile(_))),
        "linkedin" | "facebook" | "x" | "instagram" | "skype" => match shape {
            Profile(other) => agree(other == field),
            Word | Text | Url => Verdict::Silent,
            _ => Verdict::Denies,
        },
        "birthday" | "created" => match shape {
            Date => Verdict::Agrees,
            // Days of a spreadsheet's calendar, or texts with a date in them.
            Number | Text => Verdict::Doubts,
            _ => Verdict::Denies,
        },
        "country" | "work_country" | "home_country" => match shape {
            Country | CountryCode => Verdict::Agrees,
            Word | Words | Text => Verdict::Doubts,
            _ => Verdict::Denies,
        },
        "status_email" | "status_phone" => match shape {
            Subscription | YesNo => Verdict::Agrees,
            _ => Verdict::Denies,
        },
        "prefix" => match shape {
            Titles => Verdict::Agrees,
            Word | Words | Text => Verdict::Silent,
            _ => Verdict::Denies,
        },
        "postcode" | "work_postcode" | "home_postcode" => match shape {
            Number | Text | Phone | Words => Verdict::Agrees,
            Email | Url | Profile(_) | Date | Titles | Subscription => Verdict::Denies,
            _ => Verdict::Silent,
        },
        "time_zone" if shape == TimeZone => Verdict::Agrees,
        "first_name" | "last_name" | "full_name" | "middle_name" | "organization" | "job_title"
        | "city" | "work_city" | "home_city" | "street" | "work_street" | "home_street" => {
            match shape {
                Email | Url | Profile(_) | Phone | Date | TimeZone => Verdict::Denies,
                Number => Verdict::Doubts,
                _ => Verdict::Agrees,
            }
        }
        _ => Verdict::Silent,
    }
}
