//! Text that was once read in the wrong encoding and saved so: UTF-8 taken for a code page ("GrÃ¶ÃŸer" for "Größer").
//! Noticed where enough of a table's cells become sound text by taking the mistake back; repaired only when asked.

use std::ops::ControlFlow;
use std::sync::Arc;

use encoding_rs::{
    Encoding, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1254, WINDOWS_1255,
};

use crate::cell::{Cell, Row};
use crate::error::FormatError;
use crate::table::Rows;

/// The code pages that UTF-8 is taken for, the usual ones first.
const TAKEN_FOR: [&Encoding; 6] = [
    WINDOWS_1252,
    WINDOWS_1251,
    WINDOWS_1250,
    WINDOWS_1254,
    WINDOWS_1255,
    MACINTOSH,
];
/// Cells that are shown before and after.
const SHOWN: usize = 5;

/// What was noticed about the texts of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Garbled {
    /// The encoding that the text was taken for, by its name in the Encoding Standard.
    pub encoding: &'static str,
    /// How many of the first rows' cells are garbled.
    pub cells: usize,
    /// Some of them, as they stand and as they would be repaired.
    pub samples: Vec<(String, String)>,
    /// The table is read repaired.
    pub repaired: bool,
}

impl Garbled {
    pub(crate) fn page(&self) -> &'static Encoding {
        TAKEN_FOR
            .into_iter()
            .find(|page| page.name() == self.encoding)
            .unwrap_or(WINDOWS_1252)
    }
}

/// What the first rows show; none where hardly any text would be mended.
pub(crate) fn notice(rows: &[Row]) -> Option<Garbled> {
    let texts = || {
        rows.iter()
            .flat_map(|row| &row.cells)
            .filter_map(|cell| match cell {
                Cell::Text(text) if !text.is_ascii() => Some(text.as_str()),
                _ => None,
            })
    };
    let mended = |encoding| {
        texts()
            .filter(move |text| repair(text, encoding).is_some())
            .count()
    };
    let (encoding, cells) = TAKEN_FOR
        .into_iter()
        .map(|encoding| (encoding, mended(encoding)))
        .reduce(|best, other| if other.1 > best.1 { other } else { best })?;
    let foreign = texts().count();
    // One odd cell among sound ones is a text of its own.
    if cells == 0 || cells * 2 < foreign {
        return None;
    }
    let mut samples: Vec<(String, String)> = Vec::new();
    for text in texts() {
        let known = samples.iter().any(|(before, _)| before == text);
        if let Some(repaired) = repair(text, encoding).filter(|_| !known && samples.len() < SHOWN) {
            samples.push((text.to_owned(), repaired));
        }
    }
    Some(Garbled {
        encoding: encoding.name(),
        cells,
        samples,
        repaired: false,
    })
}

/// The text as it was before it was taken for another encoding; none where it was not.
pub(crate) fn repair(text: &str, encoding: &'static Encoding) -> Option<String> {
    let once = take_back(text, encoding)?;
    // Saved wrongly twice, as happens between two programs.
    Some(take_back(&once, encoding).unwrap_or(once))
}

fn take_back(text: &str, encoding: &'static Encoding) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut one = [0; 4];
    for c in text.chars() {
        match c {
            // What the code page leaves undefined comes through as it is.
            '\u{80}'..='\u{9f}' => bytes.push(c as u8),
            _ => {
                let (encoded, _, failed) = encoding.encode(c.encode_utf8(&mut one));
                match (failed, encoded.as_ref()) {
                    (false, [byte]) => bytes.push(*byte),
                    _ => return None,
                }
            }
        }
    }
    let repaired = String::from_utf8(bytes).ok()?;
    let is_sound = !repaired
        .chars()
        .any(|c| c.is_control() && !c.is_whitespace());
    is_sound.then_some(repaired)
}

/// Rows whose texts are repaired as they are read.
pub(crate) struct Repaired {
    pub rows: Arc<dyn Rows>,
    pub encoding: &'static Encoding,
}

impl Rows for Repaired {
    fn read(&self, sink: &mut dyn FnMut(Row) -> ControlFlow<()>) -> Result<(), FormatError> {
        self.rows.read(&mut |mut row| {
            for cell in &mut row.cells {
                if let Cell::Text(text) = cell
                    && let Some(repaired) = repair(text, self.encoding)
                {
                    *text = repaired;
                }
            }
            sink(row)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn garbled(text: &str, encoding: &'static Encoding) -> String {
        let (read, _) = encoding.decode_without_bom_handling(text.as_bytes());
        read.into_owned()
    }

    #[test]
    fn text_that_was_taken_for_a_code_page_comes_back() {
        let texts = [
            "Größer",
            "Łódź",
            "נועה לוי",
            "Привет",
            "日本語",
            "O’Neill – “x”",
            "Ünal",
        ];
        for encoding in TAKEN_FOR {
            for text in texts {
                let wrong = garbled(text, encoding);
                if wrong.contains('\u{fffd}') {
                    continue;
                }
                assert_eq!(
                    repair(&wrong, encoding).as_deref(),
                    Some(text),
                    "{}",
                    encoding.name()
                );
            }
        }
        let twice = garbled(&garbled("Größer", WINDOWS_1252), WINDOWS_1252);
        assert_eq!(repair(&twice, WINDOWS_1252).as_deref(), Some("Größer"));
    }

    #[test]
    fn sound_text_is_left_alone() {
        for text in [
            "Größer",
            "Łódź",
            "נועה",
            "Привет",
            "日本語",
            "naïve Ñandú",
            "plain",
            "50 €",
            "São",
            "Â",
            "†",
        ] {
            for encoding in TAKEN_FOR {
                assert_eq!(repair(text, encoding), None, "{text} {}", encoding.name());
            }
        }
    }

    #[test]
    fn a_table_is_garbled_where_most_of_its_foreign_texts_are() {
        let rows = |texts: &[&str]| -> Vec<Row> {
            let row = |text: &&str| Row {
                cells: vec![Cell::Text("plain".into()), Cell::Text((*text).into())],
                ..Row::default()
            };
            texts.iter().map(row).collect()
        };
        let found = notice(&rows(&["GrÃ¶ÃŸer", "KÃ¤the", "KÃ¤the"])).unwrap();
        assert_eq!((found.encoding, found.cells), ("windows-1252", 3));
        assert_eq!(found.samples[1], ("KÃ¤the".into(), "Käthe".into()));
        assert_eq!(found.samples.len(), 2);
        assert_eq!(notice(&rows(&["Größer", "Käthe", "Ünal", "KÃ¤the"])), None);
        assert_eq!(notice(&rows(&["plain"])), None);
    }
}
