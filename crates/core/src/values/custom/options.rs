//! Values chosen from a list, kept as the list spells them.

use super::{Misfit, misfit};
use crate::values::{fold, split};

/// Two spellings of one option: case, accents and width say nothing.
pub fn same_option(a: &str, b: &str) -> bool {
    let (left, right) = (fold::fold(a), fold::fold(b));
    a == b || (left == right && !left.is_empty())
}

fn find<'a>(typed: &str, options: &'a [String]) -> Option<&'a String> {
    let exact = options.iter().find(|option| *option == typed);
    exact.or_else(|| options.iter().find(|option| same_option(option, typed)))
}

fn unknown(options: &[String]) -> Misfit {
    const SHOWN: usize = 8;
    let mut hint = options
        .iter()
        .take(SHOWN)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    if options.len() > SHOWN {
        hint.push_str(" …");
    }
    misfit(
        "unknown_option",
        "Not one of the list",
        format!("Choose from: {hint}"),
    )
}

pub(super) fn one(typed: &str, options: &[String]) -> Result<String, Misfit> {
    find(typed, options)
        .cloned()
        .ok_or_else(|| unknown(options))
}

/// Each value once, in the order of the list.
pub(super) fn many(typed: &str, options: &[String]) -> Result<Option<String>, Misfit> {
    let each = split::list(typed)
        .into_iter()
        .map(|value| find(value, options))
        .collect::<Option<Vec<_>>>();
    // An option may hold a comma and be typed without quotation marks, where it is the only one.
    let chosen: Vec<&String> = each
        .or_else(|| find(typed, options).map(|whole| vec![whole]))
        .ok_or_else(|| unknown(options))?;
    let ordered: Vec<&str> = options
        .iter()
        .filter(|option| chosen.contains(option))
        .map(String::as_str)
        .collect();
    Ok((!ordered.is_empty()).then(|| split::join(&ordered)))
}
