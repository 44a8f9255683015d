//! Search folding: one way of writing for all ways of typing. The search text
//! of a contact and the query pass through the same function, so that accents,
//! case, apostrophes and scripts' variants never stand between them. It knows
//! nothing of fields or of how patterns are looked for.

mod letters;
mod query;

use super::characters::{is_east_asian, is_hangul_in_pieces, is_hebrew};
use letters::{Folded, fold_letter};
pub use query::{Needle, phone_digits_into, query};
use unicode_normalization::UnicodeNormalization;

/// The words of `text`, folded, separated by one blank.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    fold_into(text, &mut out);
    if out.starts_with(' ') {
        out.remove(0);
    }
    out
}

/// Appends every folded word of `text` to `out`, each after a blank. A million
/// contacts pass through here in an import, so plain ASCII, which most cells
/// are, is copied in stretches without looking at single characters twice.
pub fn fold_into(text: &str, out: &mut String) {
    out.reserve(text.len() + 1);
    if text.is_ascii() {
        fold_ascii(text, out);
    } else if text.chars().any(is_hangul_in_pieces) {
        // Korean in letters (as macOS writes it) is put back into syllables.
        let composed: String = text.nfc().collect();
        fold_letters(&composed, out);
    } else {
        fold_letters(text, out);
    }
}

fn fold_ascii(text: &str, out: &mut String) {
    let bytes = text.as_bytes();
    let start = out.len();
    let mut in_word = false;
    let mut at = 0;
    while at < bytes.len() {
        let from = at;
        while at < bytes.len() && bytes[at].is_ascii_alphanumeric() {
            at += 1;
        }
        if at > from {
            if !in_word {
                out.push(' ');
            }
            out.push_str(&text[from..at]);
            in_word = true;
        } else {
            in_word &= matches!(bytes[at], b'\'' | b'`');
            at += 1;
        }
    }
    out[start..].make_ascii_lowercase();
}

fn fold_letters(text: &str, out: &mut String) {
    let mut writer = Writer {
        out,
        in_word: false,
    };
    for c in text.chars() {
        if c.is_ascii() {
            writer.ascii(c);
        } else {
            fold_letter(c, &mut |folded| writer.write(folded));
        }
    }
}

struct Writer<'a> {
    out: &'a mut String,
    in_word: bool,
}

impl Writer<'_> {
    fn ascii(&mut self, c: char) {
        if c.is_ascii_alphanumeric() {
            self.letter(c.to_ascii_lowercase());
        } else {
            self.in_word &= matches!(c, '\'' | '`') || (c == '"' && self.after_hebrew());
        }
    }

    fn write(&mut self, folded: Folded) {
        match folded {
            Folded::Letter(c) => self.letter(c),
            Folded::Text(text) => text.chars().for_each(|c| self.letter(c)),
            Folded::Separator => self.in_word = false,
            Folded::Nothing => {}
        }
    }

    fn letter(&mut self, c: char) {
        let alone = is_east_asian(c);
        if alone || !self.in_word {
            self.out.push(' ');
        }
        self.out.push(c);
        self.in_word = !alone;
    }

    /// In Hebrew abbreviations a plain quotation mark stands before the last
    /// letter.
    fn after_hebrew(&self) -> bool {
        self.out.chars().next_back().is_some_and(is_hebrew)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn latin_letters_lose_marks_and_case() {
        assert_eq!(fold("  Émile ZOLA "), "emile zola");
        assert_eq!(
            fold("Łukasz Øster Groß Đorđe Iıİ"),
            "lukasz oster gross dorde iii"
        );
        assert_eq!(fold("Æsop Œuvre Þór ﬁn"), "aesop oeuvre thor fin");
    }

    #[test]
    fn apostrophes_join_and_all_else_separates() {
        assert_eq!(fold("O'Neill O’Neill `Okina"), "oneill oneill okina");
        assert_eq!(fold("Anne-Marie, noa@x.com/é"), "anne marie noa x com e");
    }

    #[test]
    fn each_east_asian_character_is_a_word() {
        assert_eq!(fold("王美玲Wang ヤマ"), "王 美 玲 wang ヤ マ");
        assert_eq!(fold("김민준"), fold("\u{1100}\u{1175}\u{11B7}민준"));
        assert_eq!(fold("ﾔﾏ"), "ヤ マ");
    }

    #[test]
    fn hebrew_and_arabic_lose_points_and_keep_letters() {
        assert_eq!(fold("נֹעָה בע\"מ צ׳רנין שלום"), "נעה בעמ צרנין שלום");
        assert_eq!(fold("\"נעה\" לוי"), "נעה לוי");
        assert_eq!(fold("مُحَمَّد أحمد مـحمد"), "محمد احمد محمد");
    }

    #[test]
    fn cyrillic_greek_and_other_digits() {
        assert_eq!(fold("Алёна Семёнов"), "алена семенов");
        assert_eq!(fold("Οδυσσεύς"), "οδυσσευσ");
        assert_eq!(fold("٠٥٠ ５"), "050 5");
    }

    #[test]
    fn vowel_signs_that_carry_the_word_stay() {
        assert_ne!(fold("कि"), fold("का"));
    }

    #[test]
    fn invisible_characters_do_not_split_words() {
        assert_eq!(fold("Le\u{00AD}vi\u{200F} \u{FEFF}Noa"), "levi noa");
    }

    #[test]
    fn appending_puts_a_blank_before_each_word() {
        let mut out = String::from(" X");
        fold_into("Noa Levi", &mut out);
        fold_into("é", &mut out);
        fold_into(" - ", &mut out);
        assert_eq!(out, " X noa levi e");
    }

    #[test]
    fn every_character_folds_to_what_it_stays() {
        for c in '\u{0}'..=char::MAX {
            let once = fold(&format!("a{c}b"));
            assert_eq!(fold(&once), once, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn ascii_is_folded_as_any_text(text in "[ -~]{0,40}") {
            let mut out = String::new();
            fold_letters(&text, &mut out);
            prop_assert_eq!(out.trim_start(), fold(&text));
        }
    }
}
