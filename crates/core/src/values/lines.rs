//! Several records in one cell: one on each line, its parts separated by commas and quoted like csv, so that no text
//! loses a sign. Exports write them, imports and the command line read them back.

/// The records in one text.
pub fn join<'a, const PARTS: usize>(records: impl Iterator<Item = [&'a str; PARTS]>) -> String {
    let mut lines = csv::WriterBuilder::new()
        .terminator(csv::Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    for record in records {
        // Writing to memory can't fail.
        let _ = lines.write_record(record);
    }
    let bytes = lines.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).trim_end().to_owned()
}

/// The parts of each record, blanks around them cut; `None` where the text is no such list. Parts that are not there are
/// empty.
pub fn read<const PARTS: usize>(text: &str) -> Option<Vec<[String; PARTS]>> {
    let mut lines = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    lines
        .records()
        .map(|line| {
            let line = line.ok()?;
            let part = |at: usize| line.get(at).unwrap_or_default().trim().to_owned();
            Some(std::array::from_fn(part))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let records = [["a, \"b\"", "", "two\nlines"], ["שלום", "'c'", ""]];
        let text = join(records.into_iter());
        assert_eq!(read::<3>(&text).unwrap(), records);
        assert!(read::<3>("").unwrap().is_empty());
        assert_eq!(read::<2>(" one ").unwrap(), [["one", ""]]);
    }
}
