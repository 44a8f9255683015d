//! Days as the database keeps them.

use chrono::NaiveDate;

use crate::error::{Error, Result};

/// A day of the database.
pub(crate) fn day(text: &str) -> Result<NaiveDate> {
    text.parse().map_err(|_| Error::DamagedWorkspace {
        detail: format!("“{text}” is no day"),
    })
}

pub(crate) fn optional_day(text: Option<&str>) -> Result<Option<NaiveDate>> {
    text.map(day).transpose()
}
