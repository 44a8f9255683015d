//! The state of all phones or e-mails of a contact in one text, as lists and exports show it.

use super::types::{Point, PointStatus};
use crate::values::split;

const OPTED_OUT: &str = "opted out";

/// `active`, `opted out`, or which of several are out: `opted out: a@x.example, b@x.example`.
pub(crate) fn text(points: &[Point], kind: &str) -> Option<String> {
    let of_kind = points.iter().filter(|point| point.kind == kind);
    let (out, others): (Vec<_>, Vec<_>) =
        of_kind.partition(|point| point.status == PointStatus::OptedOut);
    Some(match (out.is_empty(), others.is_empty()) {
        (true, true) => return None,
        (true, false) => "active".to_owned(),
        (false, true) => OPTED_OUT.to_owned(),
        (false, false) => {
            let values = out
                .iter()
                .map(|p| p.normalized.as_deref().unwrap_or(&p.value));
            let values: Vec<&str> = values.collect();
            format!("{OPTED_OUT}: {}", split::join(&values))
        }
    })
}

/// The values that such a text names as opted out; `None` where it speaks of all of them, or of none.
pub(crate) fn named(text: &str) -> Option<Vec<&str>> {
    let values = text.strip_prefix(OPTED_OUT)?.strip_prefix(':')?;
    Some(split::list(values))
}
