//! A list that gets options from the values of an import.

use super::add::options_json;
use super::custom::CustomField;
use super::options::cleaned;
use crate::error::Result;
use crate::journal::Bulk;

/// The field with further options behind its own.
///
/// # Errors
/// `Invalid` for a name that no option can have.
pub(crate) fn with_options(field: &mut CustomField, new: &[String]) -> Result<()> {
    let all: Vec<String> = field.shape.options.iter().chain(new).cloned().collect();
    field.shape.options = cleaned(field.shape.kind, &all)?;
    Ok(())
}

/// Keeps the options that the field has got, and takes the mark from values that fit by them.
pub(crate) fn save_options(change: &Bulk, field: &CustomField) -> Result<()> {
    change.execute(
        "UPDATE custom_fields SET options = ?2 WHERE id = ?1",
        (field.id, options_json(&field.shape)),
    )?;
    let misfits: Vec<(i64, String)> = {
        let mut statement = change.prepare(
            "SELECT id, value FROM custom_values WHERE field_id = ? AND misfit IS NOT NULL",
        )?;
        let rows = statement.query_map([field.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.collect::<rusqlite::Result<_>>()?
    };
    for (id, _) in misfits.iter().filter(|(_, value)| field.shape.fits(value)) {
        change.execute("UPDATE custom_values SET misfit = NULL WHERE id = ?", [id])?;
    }
    Ok(())
}
