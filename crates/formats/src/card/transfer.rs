//! What a value is wrapped in on its way: quoted-printable and base64, read as forgivingly as they are written.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Padding may be missing, and bits left over at the end are no reason to lose a photo.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// The bytes of a quoted-printable text; an equals sign that begins no code stands for itself.
pub(super) fn quoted_printable(text: &[u8]) -> Vec<u8> {
    let digit = |at: usize| char::from(*text.get(at)?).to_digit(16);
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        match (text[at], digit(at + 1), digit(at + 2)) {
            (b'=', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                bytes.push(byte);
                at += 1;
            }
        }
    }
    bytes
}

/// The bytes of a base64 text with blanks anywhere; None where it is none.
pub(super) fn base64(text: &[u8]) -> Option<Vec<u8>> {
    let packed: Vec<u8> = text
        .iter()
        .copied()
        .filter(|b| !b.is_ascii_whitespace())
        .collect();
    LENIENT.decode(packed).ok()
}

pub(super) fn to_base64(bytes: &[u8]) -> String {
    LENIENT.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_undone_and_other_equals_signs_kept() {
        assert_eq!(
            quoted_printable(b"J=C3=b6rg =3D 1=2=ZZ="),
            "Jörg = 1=2=ZZ=".as_bytes()
        );
    }

    #[test]
    fn base64_needs_no_padding_and_no_order() {
        assert_eq!(base64(b"aGVs\t bG8").unwrap(), b"hello");
        assert_eq!(base64(b"aGVsbG8=").unwrap(), b"hello");
        assert_eq!(base64(b"aG:8="), None);
        assert_eq!(base64(to_base64(b"\0\xFF").as_bytes()).unwrap(), b"\0\xFF");
    }
}
