//! Fields of one value, of the contact itself and of the office.

use super::super::{Draft, parts};
use super::dates::read_date;
use super::{Value, problem};
use crate::contacts::{Scalar, consents, read_choice};
use crate::import::plan::Plan;
use crate::values::custom::Style;
use crate::values::{language, lifecycle, split, yes_no};

pub(super) fn read_scalar(plan: &Plan, draft: &mut Draft, value: &Value, scalar: &'static Scalar) {
    if scalar.kind == "date" {
        return read_date(draft, value, scalar.code);
    }
    if scalar.code == "full_name" {
        let country = value.country.or(plan.country.as_deref());
        if !parts::read_name(draft, value.column, value.text, country) {
            draft.scalars.insert(scalar.code, value.text.to_owned());
        }
        return;
    }
    if scalar.kind == "list" {
        let kept = split::join(&split::list(value.text));
        return draft.scalars.insert(scalar.code, kept);
    }
    match read_choice(scalar.code, value.text) {
        None if scalar.kind == "long_text" => {
            draft.scalars.insert(scalar.code, value.whole.to_owned());
        }
        None => {
            let known = known_word(scalar.code, value.text);
            draft
                .scalars
                .insert(scalar.code, known.unwrap_or_else(|| value.text.to_owned()));
        }
        Some(Ok(choice)) => draft.scalars.insert(scalar.code, choice.to_owned()),
        Some(Err(names)) => draft.problems.push(problem(
            value,
            "unknown_option",
            "None of the choices",
            &format!("Write one of {names}"),
        )),
    }
}

/// The code of a stage or a language that is written by its name. What is none is kept as it is written.
pub(in crate::import) fn known_word(code: &str, text: &str) -> Option<String> {
    match code {
        "lifecycle" => lifecycle::code_of(text).map(str::to_owned),
        "language" => language::code_of(text),
        _ => None,
    }
}

pub(super) fn read_custom(plan: &Plan, draft: &mut Draft, value: &Value) {
    let Some(field) = &value.column.custom else {
        // A field still to be made is one of text.
        return add_custom(draft, value, value.text.to_owned());
    };
    let style = Style {
        // The kept form of a number, which Roster's own exports write, has no comma, unless the list was for an Excel that
        // expects one.
        decimal_comma: match plan.has_uid {
            true => value.text.contains(','),
            false => plan.decimal_comma && value.is_text,
        },
        dates: value.column.order,
    };
    match field.shape.read(value.whole, &style) {
        Ok(Some(kept)) => add_custom(draft, value, kept),
        Ok(None) => {}
        Err(misfit) => {
            let problem = problem(value, misfit.code, misfit.reason, &misfit.hint);
            draft.problems.push(problem);
        }
    }
}

/// A field has one value; of texts under one label several make one.
fn add_custom(draft: &mut Draft, value: &Value, kept: String) {
    let mut held = draft.custom.iter_mut();
    match held.find(|(position, _)| *position == value.position) {
        None => draft.custom.push((value.position, kept)),
        Some((_, held)) if *held == kept => {}
        Some((_, held)) if value.column.holds_text() => {
            held.push_str(", ");
            held.push_str(&kept);
        }
        Some(_) => draft.problems.push(problem(
            value,
            "another_value",
            "The field has a value already",
            "Keep one of them",
        )),
    }
}

pub(super) fn says_yes(draft: &mut Draft, value: &Value) -> bool {
    let yes = yes_no::parse(value.text);
    if yes.is_none() {
        let problem = problem(
            value,
            "invalid_yes_no",
            "Neither yes nor no",
            "Write yes or no",
        );
        draft.problems.push(problem);
    }
    yes == Some(true)
}

pub(super) fn read_consents(draft: &mut Draft, value: &Value) {
    match consents::read(value.text) {
        Some(read) => draft.consents.extend(read),
        None => draft.problems.push(problem(
            value,
            "invalid_consent",
            "Not a consent",
            "Write a line for each: purpose,given,2024-05-01,how,note",
        )),
    }
}
