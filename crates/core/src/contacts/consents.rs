//! Consents in one text, as exports write them into a cell and imports read them back: one on each line, its parts
//! separated by commas and quoted like csv, so that no note loses a sign.

use super::types::Consent;

/// Purpose, state, date, how, note.
const PARTS: usize = 5;
pub(crate) const STATES: [&str; 3] = ["given", "refused", "withdrawn"];

pub(crate) fn text(consents: &[Consent]) -> String {
    let mut lines = csv::WriterBuilder::new()
        .terminator(csv::Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    for consent in consents {
        let part = |part: &Option<String>| part.clone().unwrap_or_default();
        let line: [String; PARTS] = [
            consent.purpose.clone(),
            consent.state.clone(),
            part(&consent.date),
            part(&consent.how),
            part(&consent.note),
        ];
        // Writing to memory can't fail.
        let _ = lines.write_record(line);
    }
    let bytes = lines.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).trim_end().to_owned()
}

/// Reads what [`text`] wrote; `None` where it is something else. Dates are as they stand there.
pub(crate) fn read(text: &str) -> Option<Vec<Consent>> {
    let mut lines = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut consents = Vec::new();
    for line in lines.records() {
        let line = line.ok()?;
        let part = |at: usize| line.get(at).map(str::trim).filter(|text| !text.is_empty());
        let state = STATES.iter().find(|state| part(1) == Some(state))?;
        consents.push(Consent {
            contact_id: 0,
            purpose: part(0)?.to_owned(),
            state: (*state).to_owned(),
            date: part(2).map(str::to_owned),
            how: part(3).map(str::to_owned),
            note: part(4).map(str::to_owned),
        });
    }
    Some(consents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let consent = |purpose: &str, state: &str, note: Option<&str>| Consent {
            contact_id: 0,
            purpose: purpose.into(),
            state: state.into(),
            date: Some("2024-05-01".into()),
            how: None,
            note: note.map(str::to_owned),
        };
        let all = [
            consent(
                "Newsletter",
                "given",
                Some("said \"yes\", twice\nand signed"),
            ),
            consent("תמונות", "withdrawn", None),
        ];
        let written = text(&all);
        let read_back = read(&written).unwrap();
        assert_eq!(text(&read_back), written);
        assert_eq!(read_back[0].note, all[0].note);
        assert_eq!(read_back[1].purpose, "תמונות");
        assert!(read("anything").is_none());
        assert!(read("").unwrap().is_empty());
    }
}
