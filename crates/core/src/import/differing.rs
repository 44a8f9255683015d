//! What a row that repeats an earlier one of its file says otherwise. The earlier value stands; the other is told, and kept
//! as a note, so that nothing is dropped in silence.

use super::draft::{Draft, same_text};
use super::plan::{Plan, PlanColumn};
use super::types::Problem;
use crate::contacts::{Contact, Scalar};
use crate::fields::Target;

type Work = [Option<String>; 5];

/// What is known by the earlier rows.
pub(super) trait Held {
    fn scalar(&self, code: &str) -> Option<String>;
    /// Of a custom field, by the position of its column.
    fn custom(&self, position: usize, column: &PlanColumn) -> Option<String>;
    /// Title, department, role and days at the organization of this name, or without one.
    fn work(&self, organization: Option<&str>) -> Work;
    /// The hash of the picture.
    fn photo(&self) -> Option<&str>;
    fn consent(&self, purpose: &str) -> Option<String>;
}

impl Held for Draft {
    fn scalar(&self, code: &str) -> Option<String> {
        let mut scalars = self.scalars.iter();
        scalars
            .find(|(own, _)| *own == code)
            .map(|(_, value)| value.clone())
    }

    fn custom(&self, position: usize, _: &PlanColumn) -> Option<String> {
        let mut held = self.custom.iter();
        held.find(|(own, _)| *own == position)
            .map(|(_, value)| value.clone())
    }

    fn work(&self, organization: Option<&str>) -> Work {
        match (organization, &self.organization) {
            (Some(wanted), Some(own)) if !same_text(wanted, own) => Work::default(),
            _ => work_of(self),
        }
    }

    fn photo(&self) -> Option<&str> {
        self.photo.as_ref().map(|(hash, _)| hash.as_str())
    }

    fn consent(&self, purpose: &str) -> Option<String> {
        let mut held = self.consents.iter();
        held.find(|c| c.purpose == purpose).map(|c| c.state.clone())
    }
}

impl Held for Contact {
    fn scalar(&self, code: &str) -> Option<String> {
        self.scalar(code).map(std::borrow::Cow::into_owned)
    }

    fn custom(&self, _: usize, column: &PlanColumn) -> Option<String> {
        let field = column.custom.as_ref();
        let key = field.map_or(column.header.as_str(), |field| field.code.as_str());
        self.fields.get(key)?.as_str().map(str::to_owned)
    }

    fn photo(&self) -> Option<&str> {
        self.photo.as_deref()
    }

    fn work(&self, organization: Option<&str>) -> Work {
        let mut ties = self.organizations.iter();
        let tie = match organization {
            Some(name) => ties.find(|tie| same_text(&tie.name, name)),
            None => ties.next(),
        };
        match tie {
            Some(tie) => [
                tie.title.clone(),
                tie.department.clone(),
                tie.role.clone(),
                tie.from.clone(),
                tie.to.clone(),
            ],
            None => [
                self.job_title.clone(),
                self.department.clone(),
                None,
                None,
                None,
            ],
        }
    }

    fn consent(&self, purpose: &str) -> Option<String> {
        let mut held = self.consents.iter();
        held.find(|c| c.purpose == purpose).map(|c| c.state.clone())
    }
}

/// The values of a row that are not those of the rows before it.
pub(super) fn differing(plan: &Plan, held: &impl Held, row: &Draft) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut differs = |held: Option<String>, given: &str, is_it: &dyn Fn(&Target) -> bool| {
        if held.is_some_and(|held| !same_text(&held, given)) {
            found.push(problem(plan, given, is_it));
        }
    };
    for (code, value) in row.scalars.iter() {
        let is_list = Scalar::by_code(code).is_some_and(|scalar| scalar.kind == "list");
        // Notes are added to, and so are lists.
        if code != "notes" && !is_list {
            let is_it = |t: &Target| matches!(t, Target::Scalar(s) if s.code == code);
            differs(held.scalar(code), value, &is_it);
        }
    }
    let targets = [
        Target::JobTitle,
        Target::Department,
        Target::Role,
        Target::From,
        Target::To,
    ];
    let work = held.work(row.organization.as_deref()).into_iter();
    for ((held, given), target) in work.zip(work_of(row)).zip(targets) {
        if let Some(given) = given {
            differs(held, &given, &|t| *t == target);
        }
    }
    for consent in &row.consents {
        let given = format!("{}, {}", consent.purpose, consent.state);
        let known = held.consent(&consent.purpose);
        let known = known.map(|state| format!("{}, {state}", consent.purpose));
        differs(known, &given, &|t| *t == Target::Consents);
    }
    if let (Some(known), Some(given)) = (held.photo(), row.photo())
        && known != given
    {
        let picture = Problem {
            code: "another_picture".to_owned(),
            reason: "An earlier row has another picture".to_owned(),
            hint: "Only the first picture of a contact is kept: set the other one by hand"
                .to_owned(),
            ..problem(plan, "", &|t| *t == Target::Photo)
        };
        found.push(picture);
    }
    for (position, value) in &row.custom {
        let column = &plan.columns[*position];
        let known = held.custom(*position, column);
        if known.is_some_and(|known| !same_text(&known, value)) {
            found.push(of_column(*position, column, value));
        }
    }
    found
}

/// Title, department, role and days of a row's first organization.
fn work_of(row: &Draft) -> Work {
    let tie = row.ties.get(0).cloned().unwrap_or_default();
    [
        row.job_title.clone(),
        row.department.clone(),
        tie.role,
        tie.from,
        tie.to,
    ]
}

fn problem(plan: &Plan, value: &str, is_it: &dyn Fn(&Target) -> bool) -> Problem {
    let columns = plan.columns.iter().enumerate();
    let of = |is_it: &dyn Fn(&Target) -> bool| {
        columns
            .clone()
            .find(|(_, c)| c.target.as_ref().is_some_and(is_it))
    };
    // A part of a name may come from a name in one piece.
    let is_name = |t: &Target| matches!(t, Target::Scalar(s) if s.code == "full_name");
    match of(is_it).or_else(|| of(&is_name)) {
        Some((position, column)) => of_column(position, column, value),
        None => Problem {
            position: None,
            column: None,
            ..words(value)
        },
    }
}

fn of_column(position: usize, column: &PlanColumn, value: &str) -> Problem {
    let position = column.shown_at.unwrap_or(position);
    Problem {
        position: Some(position as u32 + 1),
        column: Some(column.header.clone()),
        ..words(value)
    }
}

fn words(value: &str) -> Problem {
    Problem {
        code: "differs".to_owned(),
        position: None,
        column: None,
        value: Some(value.to_owned()),
        reason: "An earlier row says otherwise".to_owned(),
        hint: "Look which of them is right".to_owned(),
    }
}
