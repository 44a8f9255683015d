//! Phones, e-mails and the like of a row on a contact that is there already.

use std::borrow::Cow;

use super::{NEW, Step};
use crate::contacts::{Contact, Point, PointStatus};
use crate::import::draft::DraftPoint;
use crate::import::types::Update;

pub(super) fn decide_point(
    contact: &mut Contact,
    point: &DraftPoint,
    at: usize,
    update: Update,
) -> Option<Step> {
    let kind = point.kind.name();
    let mut of_kind = contact.points.iter().filter(|p| p.kind == kind);
    if of_kind.any(|p| p.normalized == point.normalized) {
        return None;
    }
    let same_label = |p: &Point| p.kind == kind && p.label.as_deref() == point.label.as_deref();
    let slot_is_taken = contact.points.iter().any(|p| {
        p.kind == kind && (point.label.is_none() || p.label.as_deref() == point.label.as_deref())
    });
    if update == Update::Replace
        && let Some(old) = contact.points.iter_mut().find(|p| same_label(p))
    {
        old.value.clone_from(&point.value);
        old.normalized.clone_from(&point.normalized);
        return (old.id != NEW).then_some(Step::ReplacePoint { id: old.id, at });
    }
    if update == Update::Fill && slot_is_taken {
        return None;
    }
    let primary = !contact.points.iter().any(|p| p.kind == kind && p.primary);
    contact.points.push(new_point(point, primary));
    Some(Step::AddPoint { at, primary })
}

fn new_point(point: &DraftPoint, primary: bool) -> Point {
    Point {
        id: NEW,
        kind: point.kind.name().to_owned(),
        label: point.label.clone().map(Cow::into_owned),
        value: point.value.clone(),
        normalized: point.normalized.clone(),
        status: PointStatus::Active,
        primary,
        source: None,
    }
}
