//! PINs: kept as Argon2id makes them, so that each guess takes its time.

use super::types::Person;
use crate::backup::blocking;
use crate::encryption::{derive, random};
use crate::error::{Error, Result};

const FEWEST: usize = 4;
const SALT: usize = 16;

/// What is kept of a new PIN.
///
/// # Errors
/// `Invalid` when it is too short.
pub(super) async fn kept(pin: Option<&str>) -> Result<Option<String>> {
    let Some(pin) = pin.map(str::to_owned) else {
        return Ok(None);
    };
    if pin.chars().count() < FEWEST {
        let message = format!("A PIN has at least {FEWEST} characters.");
        return Err(Error::field("pin", message));
    }
    let made = blocking(move || {
        let mut salt = [0; SALT];
        random(&mut salt)?;
        Ok(hex::encode(salt) + &hex::encode(*derive(&pin, &salt)?))
    });
    made.await.map(Some)
}

/// Compares a PIN with what was kept of the right one.
///
/// # Errors
/// `WrongPin`.
pub(super) async fn check(
    person: &Person,
    kept: Option<String>,
    given: Option<&str>,
) -> Result<()> {
    let Some(kept) = kept else {
        return Ok(());
    };
    let given = given.unwrap_or_default().to_owned();
    let is_right = blocking(move || {
        // What is kept otherwise was not made here, and nothing matches it.
        let salt = kept.get(..2 * SALT).and_then(|salt| hex::decode(salt).ok());
        let salt = salt.unwrap_or_default();
        Ok(salt.len() == SALT
            && !given.is_empty()
            && kept[2 * SALT..] == hex::encode(*derive(&given, &salt)?))
    });
    match is_right.await {
        Ok(true) => Ok(()),
        Ok(false) => Err(Error::WrongPin {
            name: person.name.clone(),
        }),
        Err(error) => Err(error),
    }
}
