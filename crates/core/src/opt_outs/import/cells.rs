//! From a cell to the phones and e-mails in it.

use crate::opt_outs::value::{self, Key};
use crate::points::Trouble;

/// What stands in a cell or a part of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub typed: String,
    pub key: Result<Key, Trouble>,
}

/// Fewer digits are no attempt at a phone number.
const DIGITS_OF_AN_ATTEMPT: usize = 5;

/// The values of a cell: the cell as a whole where it is one; else its parts, of which words beside a value (a name
/// before an address) are no values. A cell without any is one invalid value.
pub(super) fn values(cell: &str, country: Option<&str>) -> Vec<Piece> {
    let cell = cell.trim();
    let whole = piece(cell, country);
    if cell.is_empty() || whole.key.is_ok() {
        return if cell.is_empty() {
            Vec::new()
        } else {
            vec![whole]
        };
    }
    let pieces: Vec<Piece> = parts(cell).map(|part| piece(part, country)).collect();
    if pieces.iter().all(|piece| piece.key.is_err()) {
        return vec![whole];
    }
    let is_value = |piece: &Piece| piece.key.is_ok() || is_attempt(&piece.typed);
    pieces.into_iter().filter(is_value).collect()
}

fn piece(typed: &str, country: Option<&str>) -> Piece {
    Piece {
        typed: typed.to_owned(),
        key: value::read(None, typed, country),
    }
}

/// Parted by lines, commas, semicolons and bars; e-mails also by blanks, which phones have within.
fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['\n', ',', ';', '|', '\t'])
        .flat_map(|part| part.split(" ::: "))
        .flat_map(|part| {
            let by_blanks = part.contains('@');
            part.split(move |c: char| by_blanks && c.is_whitespace())
        })
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

fn is_attempt(typed: &str) -> bool {
    typed.contains('@')
        || typed.chars().filter(char::is_ascii_digit).count() >= DIGITS_OF_AN_ATTEMPT
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Vec<String> {
        let told = |piece: Piece| match piece.key {
            Ok((_, value)) => value,
            Err(trouble) => format!("{}: {}", piece.typed, trouble.code),
        };
        values(cell, Some("IL")).into_iter().map(told).collect()
    }

    #[test]
    fn a_cell_gives_its_values() {
        for (cell, expected) in [
            ("Noa@X.example", vec!["noa@x.example"]),
            ("050-123 4567", vec!["+972501234567"]),
            ("501234567.0", vec!["+972501234567"]),
            ("\"Levi, Noa\" <noa@x.example>", vec!["noa@x.example"]),
            (
                "a@x.example, b@x.example; 050-123 4567",
                vec!["a@x.example", "b@x.example", "+972501234567"],
            ),
            (
                "a@x.example b@x.example",
                vec!["a@x.example", "b@x.example"],
            ),
            ("Noa Levi, noa@x.example", vec!["noa@x.example"]),
            (
                "noa@x.example, 12345678901234567890",
                vec!["noa@x.example", "12345678901234567890: invalid_phone"],
            ),
            ("rubbish", vec!["rubbish: invalid_phone"]),
            ("noa@", vec!["noa@: invalid_email"]),
            ("  ", vec![]),
        ] {
            assert_eq!(read(cell), expected, "{cell}");
        }
    }
}
