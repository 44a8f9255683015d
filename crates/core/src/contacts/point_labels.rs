//! Labels of contact points in the office's own words, for which no column of a file stands: kind, value and label of
//! each point on a line of one text.

use super::types::Point;
use crate::points::{Kind, PointField};
use crate::values::lines;

/// Kind, value as it is compared or shown, label.
pub(crate) type PointLabel = (Kind, String, String);

pub(crate) fn text(points: &[Point]) -> String {
    let own = points.iter().filter(|point| {
        let kind = Kind::from_name(&point.kind);
        kind.is_some_and(|kind| is_own(kind, point.label.as_deref()))
    });
    lines::join(own.map(|point| {
        let value = point.normalized.as_deref().unwrap_or(&point.value);
        [
            &point.kind,
            value,
            point.label.as_deref().unwrap_or_default(),
        ]
    }))
}

/// Whether no field stands for points of this label.
pub(crate) fn is_own(kind: Kind, label: Option<&str>) -> bool {
    label.is_some() && PointField::of(kind, label).label != label
}

/// Reads what [`text`] wrote; `None` where it is something else.
pub(crate) fn read(text: &str) -> Option<Vec<PointLabel>> {
    let lines = lines::read::<3>(text)?;
    let labels = lines.into_iter().map(|[kind, value, label]| {
        let kind = Kind::from_name(&kind)?;
        (!value.is_empty() && !label.is_empty()).then_some((kind, value, label))
    });
    labels.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_office_are_its_own_and_known_ones_are_not() {
        assert!(is_own(Kind::Phone, Some("Summer house")));
        assert!(is_own(Kind::Fax, Some("work")));
        assert!(!is_own(Kind::Phone, Some("mobile")));
        assert!(!is_own(Kind::Phone, None));
        let label = (Kind::Phone, "+1".to_owned(), "Boss, \"direct\"".to_owned());
        assert_eq!(read("phone,+1,\"Boss, \"\"direct\"\"\"").unwrap(), [label]);
        assert!(read("Summer house").is_none());
    }
}
