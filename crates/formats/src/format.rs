//! The kinds of file that can be read, and what the user may say about a file before it is.

use serde::{Deserialize, Serialize};

/// A kind of file, named as its ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Xlsx,
    Xls,
    Xlsb,
    Ods,
    Csv,
    Tsv,
    Txt,
    Vcf,
    Ldif,
    Zip,
    Folder,
}

impl Format {
    pub const ALL: [Self; 11] = [
        Self::Xlsx,
        Self::Xls,
        Self::Xlsb,
        Self::Ods,
        Self::Csv,
        Self::Tsv,
        Self::Txt,
        Self::Vcf,
        Self::Ldif,
        Self::Zip,
        Self::Folder,
    ];

    /// The format called `name` ("csv"), whatever its case.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.name().eq_ignore_ascii_case(name))
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Xlsb => "xlsb",
            Self::Ods => "ods",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Txt => "txt",
            Self::Vcf => "vcf",
            Self::Ldif => "ldif",
            Self::Zip => "zip",
            Self::Folder => "folder",
        }
    }

    /// Whether the file is plain text with delimiters rather than a workbook.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Csv | Self::Tsv | Self::Txt)
    }

    /// What a person calls such a file.
    pub(crate) fn description(self) -> &'static str {
        match self {
            Self::Xlsx => "an Excel workbook (.xlsx)",
            Self::Xls => "an old Excel workbook (.xls)",
            Self::Xlsb => "a binary Excel workbook (.xlsb)",
            Self::Ods => "an OpenDocument spreadsheet (.ods)",
            Self::Csv | Self::Tsv | Self::Txt => "a text file with delimiters",
            Self::Vcf => "a file of contact cards (vCard)",
            Self::Ldif => "an address book (LDIF)",
            Self::Zip => "a compressed archive (ZIP)",
            Self::Folder => "a folder",
        }
    }

    /// The text format that a file's name asks for.
    pub(crate) fn text_from_file_name(name: &str) -> Option<Self> {
        Self::from_file_name(name).filter(|format| format.is_text())
    }

    /// The kind that a file's name promises, where it is no text.
    pub(crate) fn promised_by_file_name(name: &str) -> Option<Self> {
        Self::from_file_name(name).filter(|format| !format.is_text())
    }

    /// Whether the file is a table by itself rather than cards or a container.
    pub(crate) fn is_table(self) -> bool {
        !matches!(self, Self::Vcf | Self::Ldif | Self::Zip | Self::Folder)
    }

    pub(crate) fn from_file_name(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
        match ending.as_str() {
            "xlsm" | "xltx" | "xltm" => Some(Self::Xlsx),
            "xlt" => Some(Self::Xls),
            "tab" => Some(Self::Tsv),
            "vcard" => Some(Self::Vcf),
            "ldi" => Some(Self::Ldif),
            other => Self::from_name(other),
        }
    }
}

/// What the user decided instead of the detection; everything left out is detected.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadOptions {
    pub format: Option<Format>,
    pub sheet: Option<String>,
    /// A name of the Encoding Standard ("windows-1255") or a code page ("cp932").
    pub encoding: Option<String>,
    pub delimiter: Option<char>,
    /// The 1-based row that holds the header; 0 says that there is none.
    pub header_row: Option<u32>,
    /// Whether text that was once read in a wrong encoding is repaired; only said, not done, unless told.
    pub repair_text: Option<bool>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_both_ways() {
        for format in Format::ALL {
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
        assert_eq!(Format::from_name("CSV"), Some(Format::Csv));
        assert_eq!(Format::from_name("pdf"), None);
    }

    #[test]
    fn options_come_from_json_with_anything_left_out() {
        let options: ReadOptions =
            serde_json::from_str(r#"{"format":"tsv","header_row":0}"#).unwrap();
        assert_eq!(options.format, Some(Format::Tsv));
        assert_eq!(options.header_row, Some(0));
        assert_eq!(options.sheet, None);
    }
}
