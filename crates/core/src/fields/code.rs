//! Codes of custom fields: made once, from the label or as given, and never changed.

use super::custom::CustomField;
use super::target::Target;
use crate::error::{Error, Result};
use crate::filters;
use crate::values::fold;

/// Words of filters and names of the contact's JSON that no field may be called.
const RESERVED: &[&str] = &[
    "active",
    "and",
    "anniversary",
    "between",
    "changed",
    "contains",
    "count",
    "group",
    "has",
    "id",
    "ignore",
    "in",
    "matches",
    "name",
    "not",
    "or",
    "organizations",
    "phones",
    "emails",
    "points",
    "starts",
    "tag",
    "today",
    "within",
];

/// A code of letters, digits and underscores, made from any text; None where nothing of it is left.
fn plain(text: &str) -> Option<String> {
    let folded = fold::fold(text).replace(|c: char| !c.is_alphanumeric(), "_");
    let parts: Vec<&str> = folded.split('_').filter(|part| !part.is_empty()).collect();
    let code = parts.join("_");
    match code.chars().next()? {
        // A filter would read it as a number.
        first if first.is_numeric() => Some(format!("field_{code}")),
        _ => Some(code),
    }
}

fn is_free(code: &str, fields: &[CustomField]) -> bool {
    let is_default = !matches!(Target::parse(code), Target::Custom(_));
    let is_taken = is_default || RESERVED.contains(&code) || filters::is_taken(code);
    !is_taken && fields.iter().all(|field| field.code != code)
}

/// A code from a label that no other field has.
pub(super) fn from_label(label: &str, fields: &[CustomField]) -> String {
    let base = plain(label).unwrap_or_else(|| "field".to_owned());
    let numbered = (2..).map(|n| format!("{base}_{n}"));
    std::iter::once(base.clone())
        .chain(numbered)
        .find(|code| is_free(code, fields))
        .unwrap_or(base)
}

/// The code that somebody wants.
///
/// # Errors
/// `Invalid` when it is no code, or taken by a default field or another custom one.
pub(super) fn wanted(code: &str, fields: &[CustomField]) -> Result<String> {
    if plain(code).as_deref() != Some(code) {
        let message = format!(
            "“{code}” can't be a code. Write small letters, digits and underscores, like shoe_size."
        );
        return Err(Error::field("code", message));
    }
    match is_free(code, fields) {
        true => Ok(code.to_owned()),
        false => Err(Error::field(
            "code",
            format!("The code {code} is taken. Choose another."),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_made_of_any_label() {
        for (label, code) in [
            ("Shoe size", "shoe_size"),
            ("Größe (cm)", "grosse_cm"),
            ("מידת נעליים", "מידת_נעליים"),
            ("2nd phone", "field_2nd_phone"),
            ("👟", "field"),
            ("E-mail", "e_mail"),
            ("email", "email_2"),
            ("Has", "has_2"),
            ("Batch", "batch_2"),
            ("Joined", "joined"),
            ("; drop table", "drop_table"),
        ] {
            assert_eq!(from_label(label, &[]), code, "{label}");
        }
    }

    #[test]
    fn a_wanted_code_is_taken_as_it_is_or_refused() {
        assert_eq!(wanted("locker", &[]).unwrap(), "locker");
        for odd in [
            "Locker",
            "lo cker",
            "",
            "1st",
            "email",
            "email2",
            "work_street",
            "and",
            "a__b",
            "a=b",
        ] {
            assert!(wanted(odd, &[]).is_err(), "{odd}");
        }
    }
}
