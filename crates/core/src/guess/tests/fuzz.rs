//! The mapper with headers and values from anywhere: it proposes for each column one field that there is or none, and no
//! field twice that stands once: only a birthday may stand in three columns side by side, and a street go on in a third line.

use std::time::Instant;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;

use super::super::*;
use crate::fields::Target;

const CASES: u32 = 64;

const VALUES: [&str; 12] = [
    "noa@x.example",
    "+972501234567",
    "06.05.1984",
    "DE",
    "10115",
    "yes",
    "Levi, Noa",
    "https://x.example",
    "Hauptstr. 5, 10115 Berlin",
    "4.41E+11",
    "a ::: b",
    "",
];

fn header() -> impl Strategy<Value = String> {
    let known: Vec<&'static str> = dialects::lists()
        .iter()
        .flat_map(|list| list.columns.iter().map(|column| column.header))
        .collect();
    let known = select(known);
    prop_oneof![
        5 => known.clone().prop_map(str::to_owned),
        2 => (known.clone(), 0..300u32).prop_map(|(header, n)| format!("{header} {n}")),
        2 => (known.clone(), known).prop_map(|(a, b)| format!("{a}_{b}")),
        2 => any::<String>(),
        1 => "[ \\-_.:*0-9]{0,12}",
    ]
}

fn columns_of_a_file() -> impl Strategy<Value = Vec<(String, Vec<String>)>> {
    let value = prop_oneof![3 => select(&VALUES[..]).prop_map(str::to_owned), 1 => any::<String>()];
    let column = (header(), proptest::collection::vec(value, 0..6));
    proptest::collection::vec(column, 0..60)
}

fn judge(file: &[(String, Vec<String>)]) -> Result<(), TestCaseError> {
    let asked: Vec<Column> = file
        .iter()
        .map(|(header, samples)| Column { header, samples })
        .collect();
    let headers: Vec<&str> = file.iter().map(|(header, _)| header.as_str()).collect();
    let _ = (signature(&headers), candidates(&headers));
    let guesses = columns(&asked);
    prop_assert_eq!(guesses.len(), file.len());
    let mut once: Vec<&str> = Vec::new();
    for (at, (guess, header)) in guesses.iter().zip(&headers).enumerate() {
        prop_assert!(
            (0.0..=1.0).contains(&guess.confidence),
            "{}",
            guess.confidence
        );
        let Some(field) = &guess.field else { continue };
        let target = Target::parse(field);
        prop_assert!(
            !matches!(target, Target::Custom(_)),
            "{header}: there is no {field}"
        );
        let is_again = once.contains(&field.as_str());
        prop_assert!(
            !is_again || goes_on(field, at, header, &guesses),
            "{field} twice"
        );
        once.push(field);
    }
    Ok(())
}

/// Whether a column may say what one before it said: the month and the day of a birthday, the third line of a street.
fn goes_on(field: &str, at: usize, header: &str, guesses: &[Guess]) -> bool {
    match field {
        "birthday" => guesses[at - 1].field.as_deref() == Some(field),
        _ => field.ends_with("street2") && header.contains('3'),
    }
}

#[test]
fn any_header_gets_a_field_that_there_is_or_none() {
    let seconds: Option<u64> = std::env::var("ROSTER_FUZZ_SECONDS")
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    let begun = Instant::now();
    loop {
        let config = ProptestConfig {
            cases: CASES,
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        let found = TestRunner::new(config).run(&columns_of_a_file(), |file| judge(&file));
        if let Err(wrong) = found {
            panic!("{wrong}");
        }
        if seconds.is_none_or(|seconds| begun.elapsed().as_secs() >= seconds) {
            break;
        }
    }
}
