//! The options that say how a file is read, shared by `import` and `preview`, and the file or standard input itself.

use std::io::Read;
use std::path::Path;

use clap::Args;
use roster_core::import::ImportSource;
use roster_formats::{Format, ReadOptions};

use crate::failure::{Failure, Result};

/// Everything is detected; each option overrides one part of it.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "How the file is read")]
pub struct Reading {
    /// The sheet to read, where a workbook has several; the first with rows unless told.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// xlsx, xls, xlsb, ods, csv, tsv, txt, vcf, ldif, zip or folder; detected from the content unless told.
    #[arg(long, value_name = "F", value_parser = parse_format)]
    format: Option<Format>,
    /// The encoding of a text file, such as utf-8, utf-16le or windows-1252.
    #[arg(long, value_name = "E")]
    encoding: Option<String>,
    /// What stands between the cells of a text file: a character, or the word tab.
    #[arg(long, value_name = "D", allow_hyphen_values = true, value_parser = parse_delimiter)]
    delimiter: Option<char>,
    /// The row with the columns' names, counted from 1.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    header_row: Option<u32>,
    /// The file has no row with names: every row is a contact.
    #[arg(long, conflicts_with = "header_row")]
    no_header: bool,
    /// Repair text that was once read in a wrong encoding, such as "GrÃ¶ÃŸer"; `preview` tells where it is so.
    #[arg(long, value_name = "YES|NO", value_parser = yes_or_no)]
    repair_text: Option<bool>,
}

pub fn yes_or_no(text: &str) -> std::result::Result<bool, String> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("yes or no".into()),
    }
}

impl Reading {
    pub fn options(&self) -> ReadOptions {
        ReadOptions {
            format: self.format,
            sheet: self.sheet.clone(),
            encoding: self.encoding.clone(),
            delimiter: self.delimiter,
            header_row: if self.no_header {
                Some(0)
            } else {
                self.header_row
            },
            repair_text: self.repair_text,
        }
    }
}

fn parse_format(text: &str) -> std::result::Result<Format, String> {
    let known = || Format::ALL.map(Format::name).join(", ");
    Format::from_name(text).ok_or_else(|| format!("the formats are {}", known()))
}

fn parse_delimiter(text: &str) -> std::result::Result<char, String> {
    let mut letters = text.chars();
    match (text, letters.next(), letters.next()) {
        ("tab" | "\\t", ..) => Ok('\t'),
        (_, Some(one), None) => Ok(one),
        _ => Err("write one character, or the word tab".into()),
    }
}

/// A file, or with `-` the whole of standard input.
pub fn source(file: &Path, stdin: &mut dyn Read) -> Result<ImportSource> {
    if file == Path::new("-") {
        let mut bytes = Vec::new();
        stdin.read_to_end(&mut bytes)?;
        return Ok(ImportSource::Bytes {
            name: "standard input".into(),
            bytes,
        });
    }
    Ok(ImportSource::File { path: utf8(file)? })
}

/// Paths are kept with the batch as text.
pub fn utf8(path: &Path) -> Result<String> {
    path.to_str().map(str::to_owned).ok_or_else(|| {
        let message = format!("The name of {} is not valid UTF-8.", path.display());
        Failure::told("invalid", message, "Rename the file and try again.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_are_characters_or_the_word_tab() {
        let read: Vec<_> = ["tab", "\\t", "\t", ";", "-"].map(parse_delimiter).into();
        assert_eq!(read, ['\t', '\t', '\t', ';', '-'].map(Ok));
        assert!(parse_delimiter("").is_err() && parse_delimiter("::").is_err());
    }
}
