//! Opt-outs that a file brings: of a status column, or of the mode `opt-out`. They are only ever added (I9).

use super::Writer;
use crate::error::Result;
use crate::opt_outs::{Act, opt_out_in_bulk};

/// A phone or e-mail to opt out, as kind and normalized value.
pub(crate) type Address = (&'static str, String);

impl Writer {
    /// Opts the values out; those that are already stay as they are, with their date and reason. Gives how many were
    /// not out before.
    pub fn opt_out(&mut self, values: &[Address]) -> Result<u64> {
        if values.is_empty() {
            return Ok(0);
        }
        let act = Act::theirs(format!("Import of {}", self.source));
        let new = opt_out_in_bulk(&self.change, values, &act)?;
        self.opted_out += new;
        Ok(new)
    }
}
