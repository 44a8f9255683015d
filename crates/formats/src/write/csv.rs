//! csv as Excel opens it: UTF-8, unless told otherwise with a byte order mark, CRLF, quotes where needed, formulas made
//! harmless.

use std::borrow::Cow;
use std::io::Write;

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::target::Target;
use super::{CsvStyle, Delimiter, OutCell, OutColumn};
use crate::cell::Cell;
use crate::error::FormatError;
use crate::text::formula::needs_guard;

#[derive(Debug)]
pub(crate) struct CsvBody {
    writer: Writer<Target>,
    guarded: String,
    decimal_comma: bool,
}

impl CsvBody {
    pub fn new(
        mut target: Target,
        style: CsvStyle,
        columns: &[OutColumn],
    ) -> Result<Self, FormatError> {
        if style.mark {
            target
                .write_all(b"\xEF\xBB\xBF")
                .map_err(|e| target.error(&e))?;
        }
        let writer = WriterBuilder::new()
            .delimiter(match style.delimiter {
                Delimiter::Comma => b',',
                Delimiter::Semicolon => b';',
                Delimiter::Tab => b'\t',
            })
            .flexible(true)
            .terminator(Terminator::CRLF)
            .quote_style(QuoteStyle::Necessary)
            .from_writer(target);
        let mut body = Self {
            writer,
            guarded: String::new(),
            decimal_comma: style.delimiter == Delimiter::Semicolon,
        };
        let titles: Vec<OutCell<'_>> = columns.iter().map(|c| OutCell::Text(&c.title)).collect();
        body.row(&titles)?;
        Ok(body)
    }

    pub fn row(&mut self, cells: &[OutCell<'_>]) -> Result<(), FormatError> {
        for cell in cells {
            let text = text_of(*cell);
            match (cell, self.decimal_comma) {
                (OutCell::Number(_), true) => self.field(&text.replace('.', ","))?,
                _ => self.field(&text)?,
            }
        }
        let ended = self.writer.write_record(None::<&[u8]>);
        ended.map_err(|e| self.error(e))
    }

    fn field(&mut self, text: &str) -> Result<(), FormatError> {
        let written = if needs_guard(text) {
            self.guarded.clear();
            self.guarded.push('\'');
            self.guarded.push_str(text);
            self.writer.write_field(&self.guarded)
        } else {
            self.writer.write_field(text)
        };
        written.map_err(|e| self.error(e))
    }

    fn error(&self, error: csv::Error) -> FormatError {
        match error.into_kind() {
            csv::ErrorKind::Io(e) => self.writer.get_ref().error(&e),
            other => self.writer.get_ref().failed(&format!("{other:?}")),
        }
    }

    pub fn finish(self) -> Result<u64, FormatError> {
        let name = self.writer.get_ref().name().to_owned();
        let target = self.writer.into_inner();
        let target = target.map_err(|e| FormatError::writing(&name, e.error()))?;
        target.finish()
    }
}

/// A cell as text, as reading it gives it back. NUL is in no text that a program could take.
fn text_of(cell: OutCell<'_>) -> Cow<'_, str> {
    let text = match cell {
        OutCell::Empty => return Cow::Borrowed(""),
        OutCell::Text(text) if text.contains('\0') => return Cow::Owned(text.replace('\0', "")),
        OutCell::Text(text) => return Cow::Borrowed(text),
        OutCell::Date(date) => Cell::Date(date),
        OutCell::DateTime(at) => Cell::DateTime(at),
        OutCell::Number(number) => Cell::Number(number),
        OutCell::Bool(value) => Cell::Bool(value),
    };
    Cow::Owned(text.to_text().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::OutKind;
    use chrono::NaiveDate;

    #[test]
    fn the_file_is_what_excel_takes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        let column = |title: &str| OutColumn {
            title: title.into(),
            kind: OutKind::Text,
            width_hint: None,
        };
        let target = Target::beside(&path).unwrap();
        let columns = [column("Name"), column("Note")];
        let mut body = CsvBody::new(target, CsvStyle::PLAIN, &columns).unwrap();
        let day = NaiveDate::from_ymd_opt(2021, 1, 9).unwrap();
        body.row(&[OutCell::Text("Łódź"), OutCell::Text("a,\"b\"\r\nc")])
            .unwrap();
        body.row(&[OutCell::Text("=1+1"), OutCell::Text("+34 612 345 678")])
            .unwrap();
        body.row(&[OutCell::Date(day), OutCell::Number(0.5)])
            .unwrap();
        body.row(&[OutCell::Empty]).unwrap();
        body.finish().unwrap();
        let expected = "\u{feff}Name,Note\r\nŁódź,\"a,\"\"b\"\"\r\nc\"\r\n'=1+1,+34 612 345 678\r\n2021-01-09,0.5\r\n\"\"\r\n";
        assert_eq!(std::fs::read_to_string(&path).unwrap(), expected);
    }
    #[test]
    fn where_excel_expects_semicolons_numbers_have_a_comma() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        let style = CsvStyle {
            delimiter: Delimiter::Semicolon,
            mark: false,
        };
        let column = OutColumn {
            title: "a".into(),
            kind: OutKind::Text,
            width_hint: None,
        };
        let mut body = CsvBody::new(Target::beside(&path).unwrap(), style, &[column]).unwrap();
        body.row(&[
            OutCell::Text("1.5, b"),
            OutCell::Text("c;d"),
            OutCell::Number(-1.5),
        ])
        .unwrap();
        body.finish().unwrap();
        let expected = "a\r\n1.5, b;\"c;d\";-1,5\r\n";
        assert_eq!(std::fs::read_to_string(&path).unwrap(), expected);
    }
}
