//! Every csv file of csv-spectrum reads as its json says.

use std::ops::ControlFlow;
use std::path::Path;

use roster_formats::{ReadOptions, Source, open};
use serde_json::{Map, Value};

#[test]
fn every_file_reads_as_its_json_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/csv-spectrum");
    let mut tried = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let csv = entry.unwrap().path();
        if csv.extension().is_none_or(|ending| ending != "csv") {
            continue;
        }
        let json = std::fs::read_to_string(csv.with_extension("json")).unwrap();
        let expected: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(rows(&csv), expected, "{}", csv.display());
        tried += 1;
    }
    assert_eq!(tried, 11);
}

fn rows(csv: &Path) -> Value {
    let options = ReadOptions {
        header_row: Some(1),
        delimiter: Some(','),
        ..ReadOptions::default()
    };
    let table = open(Source::Path(csv.to_owned()), &options).unwrap();
    let mut rows = Vec::new();
    let mut sink = |row: roster_formats::Row| {
        let columns = table.columns.iter().enumerate();
        let object: Map<String, Value> = columns
            .map(|(at, title)| (title.clone(), row.cell(at).to_text().into_owned().into()))
            .collect();
        rows.push(Value::Object(object));
        ControlFlow::Continue(())
    };
    table.read(&mut sink).unwrap();
    Value::Array(rows)
}
