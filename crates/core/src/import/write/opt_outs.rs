//! Opt-outs that a file brings: of a status column, or of the mode `opt-out`. They are only ever added (I9).

use super::Writer;
use crate::error::Result;
use crate::opt_outs::{Case, opt_out_in_bulk};

impl Writer {
    /// Opts the values out; those that are already stay as they are, with their date and reason. Gives how many were
    /// not out before.
    pub fn opt_out(&mut self, cases: &[Case]) -> Result<u64> {
        if cases.is_empty() {
            return Ok(0);
        }
        let new = opt_out_in_bulk(&self.change, cases, &self.act)?;
        self.opted_out += new;
        Ok(new)
    }
}
