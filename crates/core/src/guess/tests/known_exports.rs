//! The headers of known exports, in all their languages, against the fields that
//! their lists name.

use super::super::*;
use super::{fields, names};

/// Of the columns that have a field in their list, how many get it, and how
/// many there are. Which of several phones or websites is which number is not
/// in the lists.
fn right(lists: &[dialects::List], propose: impl Fn(&[&str]) -> Vec<String>) -> (usize, usize) {
    let mut right = 0;
    let mut all = 0;
    for list in lists {
        let headers: Vec<&str> = list.columns.iter().map(|c| c.header).collect();
        for (column, got) in list.columns.iter().zip(propose(&headers)) {
            let expected = column.field;
            if expected.starts_with('-') {
                continue;
            }
            let kind = got.trim_end_matches(|c: char| c.is_ascii_digit());
            let same_kind = kind == expected && kind != "email" && !kind.ends_with("street");
            all += 1;
            right += usize::from(got == expected || same_kind);
        }
    }
    (right, all)
}

/// As if no export were known as a whole.
fn word_by_word(headers: &[&str]) -> Vec<String> {
    let headers: Vec<Header> = headers.iter().map(|text| Header::new(text)).collect();
    let mut claims: Vec<Claims> = headers.iter().map(meanings).collect();
    context::decide(&mut claims, &headers, &vec![Shape::Empty; headers.len()]);
    names(&settle::settle(claims, &headers))
}

#[test]
fn the_columns_of_known_exports_get_their_fields() {
    let (localized, others) = dialects::lists().split_at(96);
    assert_eq!(right(localized, fields), (2976, 2976));
    assert_eq!(right(others, fields), (395, 395));
    // Most of it does not hang on the file being recognized as a whole.
    assert_eq!(right(localized, word_by_word), (2913, 2976));
    assert_eq!(right(others, word_by_word), (382, 395));
}

#[test]
fn every_field_that_is_proposed_is_allowed() {
    let plain = "uid prefix first_name middle_name last_name suffix nickname full_name organization job_title \
        department email phone phone_mobile phone_office phone_home phone_main phone_sms fax website skype facebook x \
        linkedin instagram street street2 city region postcode country full_address birthday time_zone language \
        lifecycle tags groups notes source status_email status_phone created";
    let allowed = |field: &str| {
        let base = field.trim_end_matches(|c: char| c.is_ascii_digit());
        let place = ["work_", "home_"]
            .iter()
            .find_map(|place| base.strip_prefix(place));
        plain
            .split_whitespace()
            .any(|name| name == field || name == base)
            || place.is_some_and(|base| {
                ["street", "city", "region", "postcode", "country", "email"].contains(&base)
            })
    };
    for list in dialects::lists() {
        let headers: Vec<&str> = list.columns.iter().map(|c| c.header).collect();
        for field in fields(&headers).iter().filter(|field| *field != "-") {
            assert!(allowed(field), "{field}");
        }
    }
}
