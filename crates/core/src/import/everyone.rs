//! Files of a sending service that hold only people who must not be written to: Mailchimp's exports of those who
//! unsubscribed and of addresses that were cleaned (bounced). Their status is in no column; the names of the file and of
//! its columns tell it (I9).

use roster_formats::Row;

use super::draft::time;
use super::types::ImportRequest;
use crate::guess::normalize_header;
use crate::opt_outs::Initiative;
use crate::values::date::Order;

/// Columns that only Mailchimp writes; with one of them, the file's name is believed.
const MARKS: [&str; 5] = [
    "leid",
    "euid",
    "optin_time",
    "confirm_time",
    "member_rating",
];
const WHY_UNSUBSCRIBED: &[&str] = &["unsub_reason", "unsub_reason_other", "unsub_campaign_title"];
const WHY_CLEANED: &[&str] = &["clean_campaign_title"];

/// What such a file says of each of its rows, and in which columns (0-based).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EveryoneOut {
    pub initiative: Initiative,
    since: Option<usize>,
    reasons: Vec<usize>,
}

impl EveryoneOut {
    /// By the names of the file and of its columns, unless the user decided otherwise.
    pub fn of(request: &ImportRequest, file: &str, columns: &[String]) -> Option<Self> {
        match request.everyone_opted_out {
            Some(false) => None,
            Some(true) => Some(recognize(file, columns).unwrap_or(Self {
                initiative: Initiative::Theirs,
                since: None,
                reasons: Vec::new(),
            })),
            None => recognize(file, columns),
        }
    }

    /// Whether a column tells since when or why.
    pub fn reads(&self, column: usize) -> bool {
        self.since == Some(column) || self.reasons.contains(&column)
    }

    /// Since when and why, as the row says it: a time in UTC, and the reason with the campaign that it answers.
    pub fn case(&self, row: &Row) -> (Option<String>, Option<String>) {
        let text = |column: &usize| {
            let text = row.cell(*column).to_text();
            Some(text.trim().to_owned()).filter(|text| !text.is_empty())
        };
        let reasons: Vec<String> = self.reasons.iter().filter_map(text).collect();
        (
            self.since
                .as_ref()
                .and_then(text)
                .and_then(|text| time(&text, Order::Ymd)),
            Some(reasons.join(", ")).filter(|reason| !reason.is_empty()),
        )
    }
}

/// Whether the names of the file and of its columns say that everyone in it has opted out.
pub(super) fn recognize(file: &str, columns: &[String]) -> Option<EveryoneOut> {
    let keys: Vec<String> = columns.iter().map(|c| normalize_header(c)).collect();
    let place = |name: &str| {
        let name = normalize_header(name);
        keys.iter().position(|key| *key == name)
    };
    let file = file.to_lowercase();
    let named =
        |word: &str| file.starts_with(word) && MARKS.iter().any(|mark| place(mark).is_some());
    let (initiative, since, reasons) = if place("unsub_time").is_some() || named("unsubscribed") {
        (Initiative::Theirs, "unsub_time", WHY_UNSUBSCRIBED)
    } else if place("clean_time").is_some() || named("cleaned") {
        (Initiative::Bounce, "clean_time", WHY_CLEANED)
    } else {
        return None;
    };
    Some(EveryoneOut {
        initiative,
        since: place(since),
        reasons: reasons.iter().filter_map(|name| place(name)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    fn initiative(file: &str, names: &[&str]) -> Option<Initiative> {
        recognize(file, &columns(names)).map(|found| found.initiative)
    }

    #[test]
    fn the_columns_or_the_name_of_the_file_tell() {
        let left = ["Email Address", "UNSUB_TIME", "UNSUB_REASON"];
        assert_eq!(initiative("a.csv", &left), Some(Initiative::Theirs));
        let bounced = ["Email Address", "CLEAN_TIME"];
        assert_eq!(initiative("a.csv", &bounced), Some(Initiative::Bounce));
        let plain = ["Email Address", "LEID", "EUID"];
        let name = "Cleaned_segment_export_88.csv";
        assert_eq!(initiative(name, &plain), Some(Initiative::Bounce));
        let name = "unsubscribed_segment_export_88.csv";
        assert_eq!(initiative(name, &plain), Some(Initiative::Theirs));
        assert_eq!(initiative("subscribed_segment_export_88.csv", &plain), None);
        assert_eq!(
            initiative(name, &["Email", "Name"]),
            None,
            "any list may be called so"
        );
    }
}
