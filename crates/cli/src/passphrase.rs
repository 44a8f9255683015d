//! Where passphrases come from: the environment, or the terminal without showing them. Never from the arguments, which
//! every program of the machine can read.

use std::io::IsTerminal as _;
use std::path::Path;

use console::Term;
use roster_core::{Error, encryption};
use zeroize::Zeroizing;

use crate::failure::{Failure, Result};

const PRESENT: &str = "ROSTER_PASSPHRASE";
const NEW: &str = "ROSTER_NEW_PASSPHRASE";

/// Makes sure that a file can be opened, where it has a passphrase.
pub fn unlock(path: &Path) -> Result<()> {
    if !encryption::is_locked(path) {
        return Ok(());
    }
    let passphrase = match from_environment(PRESENT) {
        Some(passphrase) => passphrase,
        None => ask(&format!("Passphrase of {}: ", path.display()))?.ok_or_else(|| {
            Error::PassphraseNeeded {
                path: path.display().to_string(),
            }
        })?,
    };
    Ok(encryption::unlock(path, &passphrase)?)
}

/// A passphrase to be set: asked for twice, since nobody sees what they type. `fallback` is for a workspace that has none
/// yet, where the variable can mean nothing else.
pub fn new(fallback: bool) -> Result<Zeroizing<String>> {
    let given =
        from_environment(NEW).or_else(|| fallback.then(|| from_environment(PRESENT)).flatten());
    if let Some(given) = given {
        return Ok(given);
    }
    let missing = || {
        Failure::told(
            "passphrase_needed",
            "There is no new passphrase.",
            format!("Set {NEW}, or run the command on a terminal, where it is asked for."),
        )
    };
    let first = ask("New passphrase: ")?.ok_or_else(missing)?;
    let again = ask("Again: ")?.ok_or_else(missing)?;
    if *first != *again {
        return Err(Error::field(
            "passphrase",
            "The two passphrases are not the same. Nothing was changed.",
        )
        .into());
    }
    Ok(first)
}

const PIN: &str = "ROSTER_PIN";
const NEW_PIN: &str = "ROSTER_NEW_PIN";

/// The PIN of whoever works here now, as the environment gives it.
pub fn given_pin() -> Option<String> {
    from_environment(PIN).map(|pin| pin.to_string())
}

/// The PIN of a person, also from the terminal.
pub fn pin_of(name: &str) -> Result<Option<String>> {
    match given_pin() {
        Some(pin) => Ok(Some(pin)),
        None => Ok(ask(&format!("PIN of {name}: "))?.map(|pin| pin.to_string())),
    }
}

/// A PIN to be set.
pub fn new_pin() -> Result<String> {
    let given = match from_environment(NEW_PIN) {
        Some(given) => Some(given),
        None => ask("New PIN: ")?,
    };
    let missing = || {
        Failure::told(
            "pin_needed",
            "There is no new PIN.",
            format!("Set {NEW_PIN}, or run the command on a terminal, where it is asked for."),
        )
    };
    Ok(given.ok_or_else(missing)?.to_string())
}

fn from_environment(name: &str) -> Option<Zeroizing<String>> {
    let given = std::env::var(name).ok().filter(|given| !given.is_empty());
    given.map(Zeroizing::new)
}

/// None where there is no terminal to ask on.
fn ask(question: &str) -> Result<Option<Zeroizing<String>>> {
    let terminal = Term::stderr();
    if !terminal.is_term() || !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    terminal.write_str(question)?;
    Ok(Some(Zeroizing::new(terminal.read_secure_line()?)))
}
