//! Consents in one text, as exports write them into a cell and imports read them back: one on each line.

use super::types::Consent;
use crate::values::lines;

/// Purpose, state, date, how, note.
const PARTS: usize = 5;
pub(crate) const STATES: [&str; 3] = ["given", "refused", "withdrawn"];

pub(crate) fn text(consents: &[Consent]) -> String {
    lines::join(consents.iter().map(|consent| -> [&str; PARTS] {
        [
            &consent.purpose,
            &consent.state,
            consent.date.as_deref().unwrap_or_default(),
            consent.how.as_deref().unwrap_or_default(),
            consent.note.as_deref().unwrap_or_default(),
        ]
    }))
}

/// Reads what [`text`] wrote; `None` where it is something else. Dates are as they stand there.
pub(crate) fn read(text: &str) -> Option<Vec<Consent>> {
    let filled = |text: String| Some(text).filter(|text| !text.is_empty());
    let consents = lines::read::<PARTS>(text)?.into_iter();
    let consents = consents.map(|[purpose, state, date, how, note]| {
        Some(Consent {
            contact_id: 0,
            purpose: filled(purpose)?,
            state: STATES.contains(&state.as_str()).then_some(state)?,
            date: filled(date),
            how: filled(how),
            note: filled(note),
        })
    });
    consents.collect()
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
