//! What is asked of a mailing, and what came of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contacts::{ContactsQuery, Selection};
use crate::export::LeftOutRow;
use crate::gate::LeftOut;

/// Whom letters go to, and how they are addressed.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct Mailing {
    #[serde(default)]
    pub query: ContactsQuery,
    /// Instead of the query's contacts.
    #[serde(default)]
    pub selection: Option<Selection>,
    /// One letter for those who have the same address.
    #[serde(default)]
    pub per_household: bool,
    /// The country that the letters are posted in, ISO 3166 alpha-2: addresses there go without the country's name.
    #[serde(default)]
    pub home: Option<String>,
    /// The language of the names of countries; English unless told.
    #[serde(default)]
    pub language: Option<String>,
}

#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct LabelsRequest {
    /// Ends with `.pdf`.
    pub path: String,
    #[serde(default)]
    pub mailing: Mailing,
    pub sheet: SheetChoice,
    /// The label of the first sheet to begin on, counted from 1, row by row.
    #[serde(default = "first")]
    pub first: u32,
}

fn first() -> u32 {
    1
}

/// A sheet by its number, or by its measures.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SheetChoice {
    /// Such as `L7160`.
    Known {
        code: String,
    },
    Own {
        sheet: SheetMeasures,
    },
}

impl Default for SheetChoice {
    fn default() -> Self {
        let code = roster_paper::KNOWN[0].code.to_owned();
        Self::Known { code }
    }
}

/// A sheet of labels; lengths in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct SheetMeasures {
    pub paper: PaperSize,
    pub columns: u16,
    pub rows: u16,
    pub width: f32,
    pub height: f32,
    /// From the left edge of the paper to the first label.
    pub left: f32,
    /// From the top edge of the paper to the first label.
    pub top: f32,
    /// From the left edge of one label to that of the next.
    pub step_across: f32,
    /// From the top edge of one label to that of the next.
    pub step_down: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperSize {
    A4,
    Letter,
}

/// A sheet that is sold under a number.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KnownSheet {
    pub code: String,
    pub sheet: SheetMeasures,
    /// Width and height of the paper in millimetres.
    pub paper: (f32, f32),
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct KnownSheets {
    pub sheets: Vec<KnownSheet>,
}

#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct LettersRequest {
    /// xlsx or csv by its ending.
    pub path: String,
    #[serde(default)]
    pub mailing: Mailing,
}

/// What was written. `contacts` are those who are written to; several of them may share a letter.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Mailed {
    pub file: String,
    pub contacts: u64,
    pub letters: u64,
    /// Sheets of labels; 0 for a mail merge.
    pub pages: u64,
    /// Labels whose text was too long even in the smallest type.
    pub cut: u64,
    pub left_out: LeftOut,
    /// The first of those left out, at most 500.
    pub left_out_rows: Vec<LeftOutRow>,
    pub seconds: f64,
}
