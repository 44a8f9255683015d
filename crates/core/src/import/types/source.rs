//! Where rows come from, and how they are read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the rows come from.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ImportSource {
    File {
        path: String,
    },
    /// Pasted or typed rows.
    Text {
        text: String,
    },
    /// Standard input of the command line: bytes and a name to show.
    #[serde(skip)]
    #[ts(skip)]
    Bytes {
        name: String,
        bytes: Vec<u8>,
    },
}

/// The TypeScript shape of [`Order`].
#[derive(TS)]
#[ts(rename = "DateOrder", rename_all = "UPPERCASE")]
#[allow(dead_code)]
pub(super) enum OrderTs {
    Dmy,
    Mdy,
    Ymd,
}

/// The TypeScript shape of `roster_formats::ReadOptions`.
#[derive(TS)]
#[ts(rename = "ReadOptions", optional_fields = nullable)]
#[allow(dead_code)]
pub(super) struct ReadOptionsTs {
    format: Option<String>,
    sheet: Option<String>,
    encoding: Option<String>,
    delimiter: Option<String>,
    /// 1-based; 0 when there is no header.
    header_row: Option<u32>,
    /// Whether text that was once read in a wrong encoding is repaired.
    repair_text: Option<bool>,
}
