//! The terms and acts of memberships in one text, as exports write them into a cell and imports read them back: one on each
//! line, `Annual,term,2025-01-01,2025-12-31,Adult` or `Annual,cancel,2026-03-01`.

use std::fmt;

use chrono::NaiveDate;

use super::standing::ActKind;
use crate::values::lines;

/// Type, what, from or on, until, tier, issues, reason.
const PARTS: usize = 7;
const TERM: &str = "term";

/// A line of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub type_name: String,
    /// The first day, or that of the act.
    pub on: NaiveDate,
    pub what: What,
    pub reason: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    Term {
        end: Option<NaiveDate>,
        tier: String,
        issues: Option<u32>,
    },
    Act(ActKind),
}

impl Line {
    fn parts(&self) -> [String; PARTS] {
        let (what, end, tier, issues) = match &self.what {
            What::Term { end, tier, issues } => (TERM, end.as_ref(), tier.as_str(), *issues),
            What::Act(kind) => (kind.name(), None, "", None),
        };
        [
            self.type_name.clone(),
            what.to_owned(),
            self.on.to_string(),
            end.map(NaiveDate::to_string).unwrap_or_default(),
            tier.to_owned(),
            issues.map(|n| n.to_string()).unwrap_or_default(),
            self.reason.clone().unwrap_or_default(),
        ]
    }
}

/// As it stands in the file.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text(std::slice::from_ref(self)))
    }
}

pub(crate) fn text(all: &[Line]) -> String {
    let parts: Vec<[String; PARTS]> = all.iter().map(Line::parts).collect();
    lines::join(parts.iter().map(|line| line.each_ref().map(String::as_str)))
}

/// Reads what [`text`] wrote; `None` where it is something else.
pub(crate) fn read(text: &str) -> Option<Vec<Line>> {
    let filled = |text: String| Some(text).filter(|text| !text.is_empty());
    let all = lines::read::<PARTS>(text)?.into_iter();
    let all = all.map(|[type_name, what, on, end, tier, issues, reason]| {
        let what = match what.as_str() {
            TERM => What::Term {
                end: filled(end).map(|end| end.parse()).transpose().ok()?,
                tier,
                issues: filled(issues).map(|n| n.parse()).transpose().ok()?,
            },
            kind => What::Act(ActKind::from_name(kind)?),
        };
        Some(Line {
            type_name: filled(type_name)?,
            on: on.parse().ok()?,
            what,
            reason: filled(reason),
        })
    });
    all.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let line = |what: What, reason: Option<&str>| Line {
            type_name: "Family, \"large\"".into(),
            on: "2026-01-01".parse().unwrap(),
            what,
            reason: reason.map(str::to_owned),
        };
        let term = What::Term {
            end: Some("2026-12-31".parse().unwrap()),
            tier: "Erwachsene; ü".into(),
            issues: Some(12),
        };
        let endless = What::Term {
            end: None,
            tier: String::new(),
            issues: None,
        };
        let all = [
            line(term, None),
            line(endless, Some("founder,\nhonoured")),
            line(What::Act(ActKind::Cancel), Some("moved")),
        ];
        assert_eq!(read(&text(&all)).unwrap(), all);
        for wrong in [
            "Annual",
            "Annual,term,yesterday",
            "Annual,ends,2026-01-01",
            ",term,2026-01-01",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
