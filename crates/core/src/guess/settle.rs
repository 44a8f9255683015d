//! Each field once: who gets a field that several columns claim, which e-mail is
//! the second one, and that of two cities the first is at home and the other at
//! work.

use super::claim::{Claim, Claims, confidence};
use super::header::Header;
use super::{Guess, LEAST_CONFIDENCE, dialects};
use std::collections::HashMap;

/// Fields of which a contact has as many as it likes; the others are given to
/// one column.
const COUNTED: [&str; 16] = [
    "email",
    "work_email",
    "home_email",
    "phone",
    "phone_mobile",
    "phone_office",
    "phone_home",
    "phone_main",
    "phone_sms",
    "fax",
    "website",
    "skype",
    "facebook",
    "x",
    "linkedin",
    "instagram",
];

/// What a contact is for an organization. A number says for which one, so that it is never given anew.
const OF_TIE: [&str; 3] = ["organization", "job_title", "department"];

/// Parts of an address: plain, at home, at work.
const PLACES: [(&str, &str, &str); 6] = [
    ("street", "home_street", "work_street"),
    ("street2", "home_street2", "work_street2"),
    ("city", "home_city", "work_city"),
    ("region", "home_region", "work_region"),
    ("postcode", "home_postcode", "work_postcode"),
    ("country", "home_country", "work_country"),
];

pub fn settle(mut claims: Vec<Claims>, headers: &[Header]) -> Vec<Guess> {
    two_addresses(&mut claims, headers);
    let mut guesses: Vec<Option<Claim>> = vec![None; claims.len()];
    let mut taken: Vec<(&str, u8)> = Vec::new();
    for at in by_confidence(&claims) {
        let free = claims[at]
            .list
            .iter()
            .enumerate()
            .find(|(_, claim)| is_free(claim, &claims[at], &headers[at], &taken));
        if let Some((rank, claim)) = free {
            taken.push((claim.field, number_of(claim, &headers[at])));
            // A second meaning is less sure than the first would have been.
            let confidence = if rank == 0 {
                claim.confidence
            } else {
                claim.confidence * 0.8
            };
            guesses[at] = Some(Claim {
                confidence,
                ..claim.clone()
            });
        }
    }
    in_three_columns(&mut guesses, &claims, headers);
    third_lines(&mut guesses, headers);
    let numbers = numbers(&guesses, headers);
    guesses
        .into_iter()
        .zip(numbers)
        .map(|(claim, number)| guess(claim, number))
        .collect()
}

fn by_confidence(claims: &[Claims]) -> Vec<usize> {
    let confidence = |at: &usize| claims[*at].best().map_or(0.0, |claim| claim.confidence);
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by(|a, b| confidence(b).total_cmp(&confidence(a)));
    order
}

fn is_free(claim: &Claim, claims: &Claims, header: &Header, taken: &[(&str, u8)]) -> bool {
    if claim.confidence < LEAST_CONFIDENCE {
        return false;
    }
    let (base, number) = base_and_number(claim.field);
    if COUNTED.contains(&base) {
        return true;
    }
    // "Birthday 2" is none: a contact has one of these.
    let another = claims.counted
        && number.is_none()
        && !OF_TIE.contains(&claim.field)
        && header.number.is_some_and(|n| n > 1);
    !taken.contains(&(claim.field, number_of(claim, header))) && !another
}

/// Which of several organizations a column is about; 1 for what a contact has once.
fn number_of(claim: &Claim, header: &Header) -> u8 {
    match OF_TIE.contains(&claim.field) {
        true => header.number.unwrap_or(1).max(1),
        false => 1,
    }
}

/// `email2` is the second e-mail; `street2` is a field of its own.
fn base_and_number(field: &'static str) -> (&'static str, Option<u8>) {
    let base = field.trim_end_matches(|c: char| c.is_ascii_digit());
    match field[base.len()..].parse() {
        Ok(number) if COUNTED.contains(&base) => (base, Some(number)),
        _ => (field, None),
    }
}

/// Two columns of one header for a part of an address: home comes before work.
fn two_addresses(claims: &mut [Claims], headers: &[Header]) {
    for (plain, home, work) in PLACES {
        let is = |at: usize, field| claims[at].best().is_some_and(|claim| claim.field == field);
        let same: Vec<usize> = (0..claims.len()).filter(|at| is(*at, plain)).collect();
        let given = (0..claims.len()).any(|at| is(at, home) || is(at, work));
        if let ([first, second, ..], false) = (&same[..], given)
            && headers[*first].key == headers[*second].key
        {
            claims[*first].list[0].field = home;
            claims[*second].list[0].field = work;
        }
    }
}

/// Year, month and day of birth side by side in this order make up the birthday, where one program could have written them.
fn in_three_columns(guesses: &mut [Option<Claim>], claims: &[Claims], headers: &[Header]) {
    let is_known = guesses.iter().flatten().any(|c| c.field == "birthday");
    let place = |part| claims.iter().position(|claims| claims.part == Some(part));
    let parts = ["birth_year", "birth_month", "birth_day"].map(place);
    if let ([Some(year), Some(month), Some(day)], false) = (parts, is_known)
        && year + 1 == month
        && month + 1 == day
        && dialects::are_of_one_language(&headers[year..=day])
    {
        for at in [year, month, day] {
            guesses[at] = Claims::of("birthday", confidence::HEADER).list.pop();
        }
    }
}

/// "Business Street 3" goes on with the second line of the address.
fn third_lines(guesses: &mut [Option<Claim>], headers: &[Header]) {
    let line = |at: usize, number| headers[at].number == Some(number) && guesses[at].is_none();
    let third: Vec<(usize, Claim)> = (0..guesses.len())
        .filter(|at| line(*at, 3))
        .filter_map(|at| {
            let second = (0..at).rev().find(|other| {
                headers[*other].number == Some(2) && headers[*other].bare == headers[at].bare
            })?;
            let claim = guesses[second].clone()?;
            claim.field.ends_with("street2").then_some((at, claim))
        })
        .collect();
    for (at, claim) in third {
        guesses[at] = Some(claim);
    }
}

/// The number of each counted field: those that the file writes, where they
/// don't clash, then the smallest free ones in the order of the columns.
fn numbers(guesses: &[Option<Claim>], headers: &[Header]) -> Vec<Option<(&'static str, u8)>> {
    let mut used: HashMap<&str, Vec<u8>> = HashMap::new();
    let mut numbers = vec![None; guesses.len()];
    for written in [true, false] {
        for (at, claim) in guesses.iter().enumerate() {
            let Some(claim) = claim else { continue };
            if OF_TIE.contains(&claim.field) {
                numbers[at] = Some((claim.field, number_of(claim, &headers[at])));
                continue;
            }
            let (base, own) = base_and_number(claim.field);
            if numbers[at].is_some() || !COUNTED.contains(&base) {
                continue;
            }
            let used = used.entry(base).or_default();
            let number = match own.or(headers[at].number) {
                Some(number) if written && !used.contains(&number) => number,
                _ if written => continue,
                _ => (1..=u8::MAX).find(|n| !used.contains(n)).unwrap_or(u8::MAX),
            };
            used.push(number);
            numbers[at] = Some((base, number));
        }
    }
    numbers
}

fn guess(claim: Option<Claim>, number: Option<(&str, u8)>) -> Guess {
    let Some(claim) = claim else {
        return Guess {
            field: None,
            confidence: 0.0,
        };
    };
    let field = match number {
        Some((base, 1)) => base.to_owned(),
        Some((base, number)) => format!("{base}{number}"),
        None => claim.field.to_owned(),
    };
    Guess {
        field: Some(field),
        confidence: (claim.confidence * 100.0).round() / 100.0,
    }
}
