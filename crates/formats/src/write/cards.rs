//! Cards to a file of vCards, whole or not at all.

use std::io::Write;
use std::path::Path;

use super::target::Target;
use crate::card::{self, VCard, Version};
use crate::error::FormatError;

/// A file of cards being written; it appears when [`CardWriter::finish`] is called.
#[derive(Debug)]
pub struct CardWriter {
    target: Target,
    version: Version,
}

/// Begins a file of cards in vCard 3.0 or 4.0; 2.1 is written as 3.0.
pub fn create_cards(path: &Path, version: Version) -> Result<CardWriter, FormatError> {
    Ok(CardWriter {
        target: Target::beside(path)?,
        version,
    })
}

impl CardWriter {
    pub fn card(&mut self, card: &VCard) -> Result<(), FormatError> {
        let text = card::print(card, self.version);
        self.target
            .write_all(text.as_bytes())
            .map_err(|e| self.target.error(&e))
    }

    /// Completes the file, puts it in its place, and says how many bytes it has.
    pub fn finish(self) -> Result<u64, FormatError> {
        self.target.finish()
    }
}
