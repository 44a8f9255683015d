//! The organization, job title and department of a row on a contact that is there already.

use super::{NEW, Policy, Step, same};
use crate::contacts::{Affiliation, Contact};
use crate::fields::Target;
use crate::import::draft::Draft;
use crate::import::types::Update;

pub(super) fn affiliation(
    policy: &Policy,
    contact: &mut Contact,
    draft: &Draft,
    steps: &mut Vec<Step>,
) {
    let Some(name) = &draft.organization else {
        return titles_without_organization(policy, contact, draft, steps);
    };
    let known = contact
        .organizations
        .iter()
        .position(|o| same(&o.name, name));
    let index = match known {
        Some(index) => index,
        None => {
            let update = policy.of(|t| *t == Target::Organization);
            let primary = contact.organizations.iter().position(|o| o.primary);
            let replace = match (update, primary) {
                (_, None) => None,
                (Update::Replace, Some(at)) => Some(contact.organizations[at].affiliation_id),
                (Update::Add, Some(_)) => None,
                (Update::Fill, Some(_)) => return,
            };
            let tie = Affiliation {
                id: NEW,
                affiliation_id: replace.unwrap_or(NEW),
                kind: "account".into(),
                name: name.clone(),
                role: None,
                title: draft.job_title.clone(),
                department: draft.department.clone(),
                from: None,
                to: None,
                primary: primary.is_none() || replace.is_some(),
            };
            steps.push(Step::Affiliate {
                replace,
                primary: tie.primary,
            });
            match (replace, primary) {
                (Some(_), Some(at)) => contact.organizations[at] = tie,
                _ => contact.organizations.push(tie),
            }
            return;
        }
    };
    let tie = &mut contact.organizations[index];
    let id = tie.affiliation_id;
    let columns = [
        ("title", &mut tie.title, &draft.job_title, Target::JobTitle),
        (
            "department",
            &mut tie.department,
            &draft.department,
            Target::Department,
        ),
    ];
    for (column, held, given, target) in columns {
        let Some(given) = given else { continue };
        let replaces = policy.of(|t| *t == target) == Update::Replace;
        if held.is_none() || (replaces && held.as_ref() != Some(given)) {
            *held = Some(given.clone());
            if id != NEW {
                steps.push(Step::AffiliationColumn {
                    id,
                    column,
                    value: given.clone(),
                });
            }
        }
    }
}

/// Job title and department of a row that names no organization: on the primary tie, else on the contact.
fn titles_without_organization(
    policy: &Policy,
    contact: &mut Contact,
    draft: &Draft,
    steps: &mut Vec<Step>,
) {
    let columns = [
        ("title", "job_title", &draft.job_title, Target::JobTitle),
        (
            "department",
            "department",
            &draft.department,
            Target::Department,
        ),
    ];
    for (column, code, given, target) in columns {
        let Some(given) = given else { continue };
        let replaces = policy.of(|t| *t == target) == Update::Replace;
        let tie = contact.organizations.iter_mut().find(|o| o.primary);
        let (id, held) = match (tie, code) {
            (Some(tie), "job_title") => (Some(tie.affiliation_id), &mut tie.title),
            (Some(tie), _) => (Some(tie.affiliation_id), &mut tie.department),
            (None, "job_title") => (None, &mut contact.job_title),
            (None, _) => (None, &mut contact.department),
        };
        if held.is_some() && !(replaces && held.as_ref() != Some(given)) {
            continue;
        }
        *held = Some(given.clone());
        match id {
            None => steps.push(Step::Column {
                code,
                value: given.clone(),
            }),
            Some(NEW) => {}
            Some(id) => steps.push(Step::AffiliationColumn {
                id,
                column,
                value: given.clone(),
            }),
        }
    }
}
