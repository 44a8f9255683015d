//! The options of a field whose values are chosen from a list, and carrying values along when one is renamed.

use std::collections::HashMap;

use super::types::OptionEdit;
use crate::error::{Error, Result};
use crate::values::custom::{FieldType, same_option};
use crate::values::split;

/// Old names of options by which values are carried to the new ones.
pub(super) type Renamed = HashMap<String, String>;

/// The options as they are kept: without blanks around them, each once.
///
/// # Errors
/// `Invalid` when there are none, two are the same but for case and accents, or one could not be told from two in a list.
pub(super) fn cleaned(kind: FieldType, options: &[String]) -> Result<Vec<String>> {
    if !kind.has_options() {
        return Ok(Vec::new());
    }
    let mut clean: Vec<String> = Vec::new();
    for option in options.iter().map(|o| o.trim()).filter(|o| !o.is_empty()) {
        if split::list(&split::join(&[option])) != [option] {
            let message = format!(
                "The option “{option}” can't be told from others in a list. Leave out its quotation marks."
            );
            return Err(Error::field("options", message));
        }
        if let Some(other) = clean.iter().find(|other| same_option(other, option)) {
            let message = format!("The options “{other}” and “{option}” are the same.");
            return Err(Error::field("options", message));
        }
        clean.push(option.to_owned());
    }
    match clean.is_empty() {
        true => Err(Error::field(
            "options",
            "Give the options that can be chosen.",
        )),
        false => Ok(clean),
    }
}

/// What the edits of options rename.
pub(super) fn renamed(edits: &[OptionEdit]) -> Renamed {
    let pairs = edits.iter().filter_map(|edit| {
        let (was, name) = (edit.was.as_deref()?, edit.name.trim());
        (was != name).then(|| (was.to_owned(), name.to_owned()))
    });
    pairs.collect()
}

/// A kept value with the renamed options in the place of the old ones.
pub(super) fn carried(kind: FieldType, kept: &str, renamed: &Renamed) -> String {
    let new = |option: &str| {
        renamed
            .get(option)
            .cloned()
            .unwrap_or_else(|| option.to_owned())
    };
    match kind {
        FieldType::OneOf => new(kept),
        FieldType::ManyOf => {
            let names: Vec<String> = split::list(kept).into_iter().map(new).collect();
            split::join(&names.iter().map(String::as_str).collect::<Vec<_>>())
        }
        _ => kept.to_owned(),
    }
}
