//! Custom fields of an address book that stand as label and value beside each other, as Google writes them: "Custom Field 1 -
//! Label" says in each row which field the value beside it is of. Each label becomes a column of the plan that has no place
//! in the file.

use std::collections::HashMap;
use std::ops::ControlFlow;

use roster_formats::{Row, Table};

use super::plan::{Plan, PlanColumn};
use super::types::PreviewColumn;
use crate::error::Result;
use crate::fields::{CustomField, Target};
use crate::guess::normalize_header;
use crate::values::fold::fold;

/// What a column of such values is given to.
pub(super) const FIELD: &str = "custom_fields";
/// The field that a column of labels is reported as.
const LABEL: &str = "custom_field_label";
/// More than that are no fields of an office.
const MOST: usize = 100;
const STEMS: [&str; 3] = ["custom field", "relation", "event"];

/// Which columns of the plan the labels of a column stand for.
#[derive(Debug, Clone, Default)]
pub(super) struct ByLabel {
    /// Where a value has no label.
    bare: String,
    places: HashMap<String, usize>,
}

impl ByLabel {
    /// The column of the plan for a label.
    pub fn place(&self, label: &str) -> Option<usize> {
        self.places.get(&fold(&self.named(label))).copied()
    }

    fn named(&self, label: &str) -> String {
        match label.trim_start_matches('*').trim() {
            "" => self.bare.clone(),
            label => label.to_owned(),
        }
    }
}

/// Proposes the columns of such values.
pub(super) fn propose(columns: &mut [PreviewColumn]) {
    let headers: Vec<String> = columns.iter().map(|c| c.column.clone()).collect();
    for (value, label) in pairs(&headers) {
        columns[value].field = Some(FIELD.to_owned());
        columns[value].confidence = 0.95;
        columns[label].field = Some("ignore".to_owned());
        columns[label].label_of = Some(value as u32 + 1);
    }
}

/// Columns of values, each with the one that has their labels.
fn pairs(headers: &[String]) -> Vec<(usize, usize)> {
    let keys: Vec<String> = headers.iter().map(|h| normalize_header(h)).collect();
    let stem = |at: usize, end: &str| {
        let stem = keys[at].strip_suffix(end)?;
        let bare = stem
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .trim_end();
        (STEMS.contains(&bare) && bare != stem).then_some(stem)
    };
    let all = || 0..keys.len();
    let label_of = |wanted: &str| {
        all().find(|at| {
            [" label", " type"]
                .iter()
                .any(|end| stem(*at, end) == Some(wanted))
        })
    };
    let values = all().filter_map(|at| Some((at, stem(at, " value")?)));
    values
        .filter_map(|(value, stem)| Some((value, label_of(stem)?)))
        .collect()
}

/// Gives the plan a column for each label that stands beside a value.
///
/// # Errors
/// The file's own.
pub(super) fn expand(plan: &mut Plan, table: &Table, customs: &[CustomField]) -> Result<()> {
    let headers: Vec<String> = plan.columns.iter().map(|c| c.header.clone()).collect();
    let mut wanted = pairs(&headers);
    wanted.retain(|(value, _)| plan.columns[*value].field == FIELD);
    if wanted.is_empty() {
        return Ok(());
    }
    let bare = |value: usize| {
        let header = headers[value].split(" - ").next().unwrap_or_default();
        let bare = header.trim_end_matches(|c: char| c.is_ascii_digit());
        bare.trim_end().to_owned()
    };
    let mut labels: Vec<ByLabel> = wanted
        .iter()
        .map(|(value, _)| ByLabel {
            bare: bare(*value),
            places: HashMap::new(),
        })
        .collect();
    let mut found: Vec<(String, usize)> = Vec::new();
    table.read(&mut |row| {
        note_labels(&row, &wanted, &labels, &mut found);
        ControlFlow::Continue(())
    })?;
    let first = plan.columns.len();
    let places: HashMap<String, usize> = found
        .iter()
        .enumerate()
        .map(|(i, (label, _))| (fold(label), first + i))
        .collect();
    for (label, shown_at) in found {
        let column = column(&plan.columns[shown_at], label, shown_at, customs);
        plan.columns.push(column);
    }
    for ((value, label), by_label) in wanted.into_iter().zip(&mut labels) {
        by_label.places.clone_from(&places);
        plan.columns[value].labelled_by = Some(label);
        plan.columns[value].by_label = Some(std::mem::take(by_label));
        plan.columns[label].field = LABEL.to_owned();
    }
    Ok(())
}

/// Notes labels that are new, each with the column of its first value.
fn note_labels(
    row: &Row,
    wanted: &[(usize, usize)],
    labels: &[ByLabel],
    found: &mut Vec<(String, usize)>,
) {
    for ((value, label), by_label) in wanted.iter().zip(labels) {
        if found.len() == MOST || row.cell(*value).is_empty() {
            continue;
        }
        let name = by_label.named(&row.cell(*label).to_text());
        if !found.iter().any(|(known, _)| fold(known) == fold(&name)) {
            found.push((name, *value));
        }
    }
}

/// The column of one label: a field that is there, else one to be made.
fn column(
    like: &PlanColumn,
    label: String,
    shown_at: usize,
    customs: &[CustomField],
) -> PlanColumn {
    let custom = customs
        .iter()
        .find(|field| fold(&field.label) == fold(&label))
        .cloned();
    PlanColumn {
        field: fold(&label).replace(' ', "_"),
        target: custom
            .as_ref()
            .map(|field| Target::Custom(field.code.clone())),
        new_field: custom.is_none().then(|| label.clone()),
        custom,
        header: label,
        shown_at: Some(shown_at),
        ..like.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::counts;
    use crate::import::{rehearse, run};
    use crate::progress::Job;
    use crate::testing::{request, workspace};

    #[test]
    fn values_stand_beside_their_labels() {
        let headers = [
            "Custom Field 1 - Label",
            "Custom Field 1 - Value",
            "Relation 2 - Value",
            "Relation 2 - Type",
            "Event - Value",
        ];
        assert_eq!(pairs(&headers.map(str::to_owned)), [(1, 0), (2, 3)]);
    }

    const GOOGLE: &str = "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,\
        Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,\
        Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Relation 1 - Label,Relation 1 - Value,Event 1 - Label,Event 1 - Value,\
        Custom Field 1 - Label,Custom Field 1 - Value,Custom Field 2 - Label,Custom Field 2 - Value\n\
        Noa,,Levi,,,,,,,,,,,,,,,* Work,noa@x.example,Spouse,Uri,,,Shoe size,43,Member since,2010\n\
        Dana,,Bar,,,,,,,,,,,,,,,,dana@x.example,,,Name day,2010-05-06,Member since,2012,shoe SIZE,38\n\
        Gil,,Or,,,,,,,,,,,,,,,,gil@x.example,,,,,,blue,,\n";

    #[tokio::test]
    async fn each_label_is_a_field() {
        let temp = workspace().await;
        let since = crate::fields::FieldAdd {
            label: "Member since".into(),
            kind: crate::values::custom::FieldType::Number,
            ..crate::fields::FieldAdd::default()
        };
        crate::fields::add(&temp.ws, &since).await.unwrap();
        let rehearsed = rehearse(&temp.ws, request(GOOGLE), &Job::silent()).await;
        let done = run(&temp.ws, request(GOOGLE), &Job::silent())
            .await
            .unwrap();
        assert_eq!(counts(&rehearsed.unwrap()), counts(&done));
        assert_eq!(done.mapping.len(), 27, "columns of the file only");
        let value = &done.mapping[24];
        assert_eq!(
            (value.field.as_str(), value.values.unwrap().stored),
            (FIELD, 3)
        );
        let fields = |id| {
            let ws = temp.ws.clone();
            async move { serde_json::Value::from(crate::contacts::get(&ws, id).await.unwrap().fields) }
        };
        assert_eq!(
            fields(1).await,
            serde_json::json!({"spouse": "Uri", "shoe_size": "43", "member_since": "2010"})
        );
        assert_eq!(
            fields(2).await,
            serde_json::json!({"name_day": "2010-05-06", "shoe_size": "38", "member_since": "2012"})
        );
        assert_eq!(fields(3).await, serde_json::json!({"custom_field": "blue"}));
        assert_eq!(counts(&temp.import(GOOGLE).await), [0, 0, 3, 0, 0]);
    }
}
