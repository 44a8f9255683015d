//! The guard of an edit that tells what it saw: when somebody else has changed the value meanwhile, nothing is overwritten.

use crate::contacts::{Address, Point};
use crate::error::{Error, Result};

/// A value that an edit changes: its field, what it says now, and what the edit would make of it.
pub(crate) struct Seen {
    pub field: String,
    pub now: String,
    pub new: String,
}

impl Seen {
    pub(crate) fn new(field: &str, now: Option<&str>, new: &str) -> Seen {
        Seen {
            field: field.to_owned(),
            now: now.unwrap_or_default().to_owned(),
            new: new.to_owned(),
        }
    }

    /// A point that is gone says nothing.
    pub(crate) fn point(points: &[Point], id: i64, new: &str) -> Seen {
        let point = points.iter().find(|point| point.id == id);
        Seen::new("point", point.map(|point| point.value.as_str()), new)
    }

    pub(crate) fn address(all: &[Address], id: i64, part: &str, new: &str) -> Option<Seen> {
        let address = all.iter().find(|address| address.id == id)?;
        Some(Seen::new(part, address.part(part), new))
    }

    /// Refuses an edit of a value that is neither what was seen nor the new one already.
    ///
    /// # Errors
    /// `Conflict` with the value that stands there now.
    pub(crate) fn expect(self, was: &str) -> Result<()> {
        let same = |other: &str| self.now.trim() == other.trim();
        if same(was) || same(&self.new) {
            return Ok(());
        }
        Err(Error::Conflict {
            field: self.field,
            present: self.now,
        })
    }
}
