//! The boundary around libraries that panic: calamine on some hostile files, rust_xlsxwriter when the disk is full.
//!
//! A panic inside is reported as an error, without the panic's own output on standard error. It must only enclose
//! calls to such a library, never the caller's sink: a panic there is a fault of ours and has to be seen.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

use crate::error::FormatError;

thread_local! {
    static INSIDE: Cell<bool> = const { Cell::new(false) };
}

static QUIET_HOOK: Once = Once::new();

/// Keeps the hook that was there for every other panic and thread.
fn install_quiet_hook() {
    QUIET_HOOK.call_once(|| {
        let previous = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !INSIDE.get() {
                previous(info);
            }
        }));
    });
}

/// Runs `work`, and gives the text of its panic if it panics.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    install_quiet_hook();
    let before = INSIDE.replace(true);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    INSIDE.set(before);
    outcome.map_err(|payload| match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => payload
            .downcast_ref::<&str>()
            .map_or_else(String::new, |text| (*text).to_owned()),
    })
}

/// Runs `read`, and turns a panic into a damaged file.
pub(crate) fn guarded<T>(
    name: &str,
    read: impl FnOnce() -> Result<T, FormatError>,
) -> Result<T, FormatError> {
    caught(read).unwrap_or_else(|_| {
        Err(FormatError::damaged(
            name,
            "its inner structure contradicts itself",
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_damaged_file() {
        let cells: Vec<u8> = Vec::new();
        let error = guarded("a.xls", || Ok(cells[3])).unwrap_err();
        assert_eq!(error.code(), "damaged_file");
        assert_eq!(guarded("a.xls", || Ok(7)), Ok(7));
    }
}
