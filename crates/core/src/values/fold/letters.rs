//! What one character outside ASCII becomes when text is folded: its base
//! letters without marks, in lower case. Which letters have no decomposition in
//! Unicode and are still the same to a searching person is listed here.

use crate::values::characters::{ascii_digit, is_apostrophe, is_east_asian, is_invisible};
use std::sync::LazyLock;
use unicode_normalization::char::{
    canonical_combining_class, decompose_compatible, is_combining_mark,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folded {
    Letter(char),
    Text(&'static str),
    /// A word ends here.
    Separator,
    /// A mark, an apostrophe, something unseen: the word goes on.
    Nothing,
}

/// The scripts of Europe and the Near East: Unicode's tables are slow to search for each letter.
const COMMON: std::ops::Range<u32> = 0x80..0x800;

static FOLDED: LazyLock<Vec<Box<[Folded]>>> = LazyLock::new(|| {
    let letters = COMMON.map(|code| char::from_u32(code).unwrap_or_default());
    let folded = letters.map(|c| {
        let mut parts = Vec::new();
        fold_any(c, &mut |part| parts.push(part));
        parts.into_boxed_slice()
    });
    folded.collect()
});

pub fn fold_letter(c: char, emit: &mut impl FnMut(Folded)) {
    match (c as u32).checked_sub(COMMON.start) {
        Some(index) if COMMON.contains(&(c as u32)) => {
            FOLDED[index as usize].iter().for_each(|part| emit(*part));
        }
        _ => fold_any(c, emit),
    }
}

fn fold_any(c: char, emit: &mut impl FnMut(Folded)) {
    if is_apostrophe(c) || is_invisible(c) {
        emit(Folded::Nothing);
    } else if is_east_asian(c) && !is_compatibility(c) {
        // Kept whole: taken apart, が would become か and 김 three letters.
        emit(Folded::Letter(c));
    } else {
        fold_decomposed(c, emit);
    }
}

fn is_compatibility(c: char) -> bool {
    matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
        || matches!(c, '\u{309F}' | '\u{30FF}')
}

fn fold_decomposed(c: char, emit: &mut impl FnMut(Folded)) {
    decompose_compatible(c, |part| {
        for lower in part.to_lowercase() {
            emit(fold_part(lower));
        }
    });
}

fn fold_part(c: char) -> Folded {
    if let Some(digit) = ascii_digit(c) {
        return Folded::Letter(digit);
    }
    let mark = canonical_combining_class(c) != 0 || (is_combining_mark(c) && !c.is_alphabetic());
    if mark || is_apostrophe(c) || is_invisible(c) {
        return Folded::Nothing;
    }
    same_letter(c).unwrap_or(if c.is_alphanumeric() {
        Folded::Letter(c)
    } else {
        Folded::Separator
    })
}

/// Letters that Unicode does not decompose, written as people search for them.
fn same_letter(c: char) -> Option<Folded> {
    Some(match c {
        'ß' => Folded::Text("ss"),
        'æ' => Folded::Text("ae"),
        'œ' => Folded::Text("oe"),
        'þ' => Folded::Text("th"),
        'ø' => Folded::Letter('o'),
        'ł' => Folded::Letter('l'),
        'đ' | 'ð' => Folded::Letter('d'),
        'ħ' => Folded::Letter('h'),
        'ı' => Folded::Letter('i'),
        'ŋ' => Folded::Letter('n'),
        'ŧ' => Folded::Letter('t'),
        'ə' => Folded::Letter('e'),
        'ς' => Folded::Letter('σ'),
        // Arabic letters that keyboards of different countries write apart.
        'ٱ' => Folded::Letter('ا'),
        'ى' | 'ی' => Folded::Letter('ي'),
        'ة' => Folded::Letter('ه'),
        'ک' => Folded::Letter('ك'),
        'ـ' => Folded::Nothing,
        _ => return None,
    })
}
