//! What single characters are: digits of any script, invisible marks, dashes,
//! apostrophes, the writing of East Asia. Shared by the readers of values; it
//! understands no words.

/// The code points of the zero of each decimal digit set that offices meet:
/// Arabic, Persian, N'Ko, the Indian scripts, Thai, Lao, Tibetan, Burmese,
/// Khmer, Mongolian, full width.
const ZEROS: [u32; 18] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0xFF10,
];

/// The ASCII digit for a decimal digit of any script.
pub fn ascii_digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let code = u32::from(c);
    let zero = ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

/// Characters that are there but not seen: direction marks, joiners, soft
/// hyphens, byte order marks. They come along with copied text.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Apostrophes and what is typed for them; the Hebrew geresh and gershayim,
/// which stand inside words just so.
pub fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`'
            | '\u{00B4}'
            | '\u{02B9}'..='\u{02BD}'
            | '\u{02C8}'
            | '\u{2018}'..='\u{201B}'
            | '\u{2032}'
            | '\u{05F3}'
            | '\u{05F4}'
            | '\u{FF07}'
            | '\u{FF40}'
    )
}

pub fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{058A}' | '\u{05BE}' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
    )
}

pub fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{05FF}' | '\u{FB1D}'..='\u{FB4F}')
}

/// Writing without blanks between words, where one character carries what a
/// syllable or a word does elsewhere: Han, kana, bopomofo, Hangul.
pub fn is_east_asian(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97F}' | '\u{D7B0}'..='\u{D7FF}'
        | '\u{3131}'..='\u{318E}' | '\u{3005}'..='\u{3007}' | '\u{3031}'..='\u{3035}' | '\u{303B}' | '\u{3041}'..='\u{3096}'
        | '\u{309D}'..='\u{309F}' | '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{312F}'
        | '\u{31A0}'..='\u{31BF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}'
        | '\u{1B000}'..='\u{1B16F}' | '\u{20000}'..='\u{3FFFF}')
}

/// Hangul letters that compose to syllables.
pub fn is_hangul_in_pieces(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}')
}

/// `text` without invisible characters, with plain blanks, without blanks at
/// its ends.
pub fn clean(text: &str) -> String {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~');
    if text.bytes().all(is_plain) {
        return text.trim().to_owned();
    }
    let plain = |c: char| if c.is_whitespace() { ' ' } else { c };
    let seen: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(plain)
        .collect();
    seen.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_other_scripts_become_ascii() {
        let read: String = "٠٥٠۱۲३４x".chars().filter_map(ascii_digit).collect();
        assert_eq!(read, "0501234");
    }

    #[test]
    fn cleaning_drops_what_is_not_seen() {
        assert_eq!(clean("\u{200f}\u{feff} a\u{00a0}b\u{200e} "), "a b");
    }
}
