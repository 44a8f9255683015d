//! From a typed value to a point: normalized, with its match key, or what is wrong with it.

use super::kind::Kind;
use crate::values::phone::{PhoneProblem, Repair};
use crate::values::{email, phone};

/// A typed value, understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// To show: as typed, or repaired.
    pub value: String,
    /// E.164, or the comparable e-mail address; null where the value is not valid or the kind has no standard form.
    pub normalized: Option<String>,
    /// What a spreadsheet had damaged and was mended for certain (I5).
    pub repair: Option<Repair>,
    pub trouble: Option<Trouble>,
}

/// Why a phone or e-mail is not valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trouble {
    /// `invalid_phone`, `invalid_email` or `damaged_number`.
    pub code: &'static str,
    pub reason: &'static str,
    pub hint: &'static str,
}

/// Reads a value of a kind. Countries are ISO 3166 alpha-2: the row's own, then the default.
pub fn read(kind: Kind, raw: &str, country: Option<&str>, default: Option<&str>) -> Reading {
    let typed = raw.trim();
    match kind {
        Kind::Phone | Kind::Fax => read_phone(typed, country, default),
        Kind::Email => read_email(typed),
        Kind::Website | Kind::Messaging | Kind::Social => {
            plain(typed, Some(typed.to_lowercase()), None)
        }
    }
}

fn plain(typed: &str, normalized: Option<String>, trouble: Option<Trouble>) -> Reading {
    Reading {
        value: typed.to_owned(),
        normalized,
        repair: None,
        trouble,
    }
}

fn read_phone(typed: &str, country: Option<&str>, default: Option<&str>) -> Reading {
    match phone::parse(typed, country, default) {
        Ok(phone) => Reading {
            value: phone.value,
            normalized: Some(phone.e164),
            repair: phone.repair,
            trouble: None,
        },
        Err(problem) => {
            let code = if problem == PhoneProblem::Damaged {
                "damaged_number"
            } else {
                "invalid_phone"
            };
            let trouble = Trouble {
                code,
                reason: phone_reason(problem),
                hint: problem.hint(),
            };
            plain(typed, None, Some(trouble))
        }
    }
}

fn phone_reason(problem: PhoneProblem) -> &'static str {
    match problem {
        PhoneProblem::TooShort => "Too short for a phone number",
        PhoneProblem::TooLong => "Too long for a phone number",
        PhoneProblem::NotANumber => "Not a phone number",
        PhoneProblem::UnknownCountry => "A phone number without its country",
        PhoneProblem::Damaged => "A spreadsheet has cut off digits of this number",
        PhoneProblem::NotValid => "No such phone number in its country",
    }
}

fn read_email(typed: &str) -> Reading {
    match email::parse(typed) {
        Ok(email) => plain(&email.value, Some(email.normalized), None),
        Err(problem) => {
            let trouble = Trouble {
                code: "invalid_email",
                reason: "Not an e-mail address",
                hint: problem.hint(),
            };
            plain(typed, None, Some(trouble))
        }
    }
}

/// The key by which equal values of a kind are found: FNV-1a, 64 bits, over kind and normalized value.
/// It is stored, so it must never change; equal keys are confirmed by comparing the values.
pub fn match_key(kind: Kind, normalized: &str) -> i64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let bytes = kind.name().bytes().chain([0]).chain(normalized.bytes());
    bytes
        .fold(OFFSET, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(PRIME)
        })
        .cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_match_key_is_fixed_for_ever() {
        assert_eq!(
            match_key(Kind::Email, "noa@levi.example"),
            match_key(Kind::Email, "noa@levi.example")
        );
        assert_ne!(match_key(Kind::Email, "1"), match_key(Kind::Phone, "1"));
        assert_eq!(
            match_key(Kind::Phone, "+972501234567"),
            5_508_326_682_689_896_847
        );
    }

    #[test]
    fn an_invalid_phone_keeps_what_was_typed() {
        let reading = read(Kind::Phone, " 12 ", Some("IL"), None);
        assert_eq!((reading.value.as_str(), reading.normalized), ("12", None));
        assert_eq!(reading.trouble.unwrap().code, "invalid_phone");
    }
}
