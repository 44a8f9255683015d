//! One cell of an OpenDocument sheet: its typed value from the attributes, its text from the paragraphs.

use chrono::{NaiveTime, TimeDelta};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart};

use super::values;
use crate::cell::Cell;

/// What the start of a cell's element says (ODF 1.3, part 3, 9.1.4 and 19.384 to 19.389).
#[derive(Debug, Default)]
pub(crate) struct CellStart {
    pub repeat: u64,
    kind: String,
    value: String,
    is_error: bool,
}

impl CellStart {
    pub fn read(tag: &BytesStart<'_>) -> Self {
        let mut start = Self {
            repeat: 1,
            ..Self::default()
        };
        for attribute in tag.attributes().with_checks(false).flatten() {
            let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else {
                continue;
            };
            match attribute.key.as_ref() {
                "table:number-columns-repeated" => start.repeat = repetition(&value),
                "office:value-type" => start.kind = value.into_owned(),
                "calcext:value-type" => start.is_error = value == "error",
                "office:value"
                | "office:date-value"
                | "office:time-value"
                | "office:boolean-value"
                | "office:string-value" => {
                    start.value = value.into_owned();
                }
                _ => {}
            }
        }
        start
    }

    /// The cell, given the text of its paragraphs.
    pub fn into_cell(self, text: String) -> Cell {
        if self.is_error {
            return Cell::Error(text);
        }
        let shown = || Cell::from_text(text.clone());
        match self.kind.as_str() {
            "float" | "percentage" | "currency" => {
                self.value.parse().map_or_else(|_| shown(), Cell::Number)
            }
            "date" => values::from_iso(&self.value),
            "time" => time(&self.value).map_or_else(shown, Cell::Time),
            "boolean" => Cell::Bool(self.value == "true"),
            _ if text.is_empty() => Cell::from_text(self.value),
            _ => Cell::from_text(text),
        }
    }
}

/// How often a row or cell is repeated; what is no number stands once.
pub(crate) fn repetition(value: &str) -> u64 {
    value.trim().parse().unwrap_or(1).max(1)
}

/// A duration such as `PT10H30M05.5S`, if it is a time of day.
fn time(value: &str) -> Option<NaiveTime> {
    let mut seconds = 0.0;
    let mut rest = value.strip_prefix("PT")?;
    for (unit, worth) in [('H', 3600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((number, after)) = rest.split_once(unit) {
            seconds += number.replace(',', ".").parse::<f64>().ok()? * worth;
            rest = after;
        }
    }
    let (time, days) =
        NaiveTime::MIN.overflowing_add_signed(TimeDelta::seconds(seconds.round() as i64));
    (days == 0 && rest.is_empty()).then_some(time)
}

/// The text of a cell as it is gathered: paragraphs become lines, and blanks in the markup are one blank, since more
/// are written as elements.
#[derive(Debug, Default)]
pub(crate) struct CellText {
    text: String,
    paragraphs: u32,
}

impl CellText {
    pub fn paragraph(&mut self) {
        self.paragraphs += 1;
        if self.paragraphs > 1 {
            self.text.push('\n');
        }
    }

    pub fn push(&mut self, text: &str) {
        for c in text.chars() {
            let blank = matches!(c, ' ' | '\t' | '\r' | '\n');
            if !blank {
                self.text.push(c);
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    /// `<text:s text:c="3"/>`, `<text:tab/>` or `<text:line-break/>`; anything else is no text of its own.
    pub fn push_element(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "s" => {
                let count = tag.try_get_attribute("text:c").ok().flatten();
                let count = count.map_or(1, |c| repetition(&c.value)).min(1000);
                self.text.extend((0..count).map(|_| ' '));
            }
            "tab" => self.text.push('\t'),
            "line-break" => self.text.push('\n'),
            _ => {}
        }
    }

    pub fn push_reference(&mut self, reference: &BytesRef<'_>) {
        let character = match reference.resolve_char_ref() {
            Ok(Some(c)) => Some(c),
            _ => match &*reference.xml10_content() {
                "amp" => Some('&'),
                "lt" => Some('<'),
                "gt" => Some('>'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                _ => None,
            },
        };
        self.text.extend(character);
    }

    pub fn take(&mut self) -> String {
        self.paragraphs = 0;
        std::mem::take(&mut self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_read() {
        assert_eq!(time("PT10H10M10S"), NaiveTime::from_hms_opt(10, 10, 10));
        assert_eq!(time("PT00H00M05.4S"), NaiveTime::from_hms_opt(0, 0, 5));
        assert_eq!(time("PT30H00M00S"), None);
        assert_eq!(time("soon"), None);
    }

    #[test]
    fn blanks_of_the_markup_are_one() {
        let mut text = CellText::default();
        text.paragraph();
        text.push("a\n   b ");
        text.paragraph();
        text.push("c");
        assert_eq!(text.take(), "a b \nc");
    }
}
