//! The floor of reading a workbook: calamine's streaming reader, each cell looked at and forgotten.

use std::path::Path;

use calamine::{DataRef, Reader, Xlsx, open_workbook};
use serde_json::{Value, json};

use crate::Result;

pub fn walk(file: &Path) -> Result<Value> {
    let mut book: Xlsx<_> = open_workbook(file)?;
    let sheet = book.sheet_names().first().cloned().ok_or("no sheet")?;
    let mut cells = book.worksheet_cells_reader(&sheet)?;
    let mut count = 0_u64;
    while let Some(cell) = cells.next_cell()? {
        count += u64::from(!matches!(cell.get_value(), DataRef::Empty));
    }
    Ok(json!({ "cells": count }))
}
