//! Organizations in a spreadsheet: every column that holds anything, or those that were asked for.

use super::*;
use crate::contacts::FieldValue;
use crate::organizations::{
    OrganizationCreate, OrganizationKind, OrganizationSelection, OrganizationsQuery, create,
};

async fn add(temp: &Temp, kind: OrganizationKind, name: &str, set: &[(&str, &str)]) -> i64 {
    let set = set.iter().map(|(field, value)| FieldValue {
        field: (*field).into(),
        value: (*value).into(),
    });
    let input = OrganizationCreate {
        kind,
        name: name.into(),
        set: set.collect(),
    };
    create(&temp.ws, &input).await.unwrap().organization.id
}

async fn two() -> Temp {
    let temp = workspace().await;
    let field = serde_json::json!({"label": "Fleet", "type": "number", "subject": "organization"});
    crate::fields::add(&temp.ws, &serde_json::from_value(field).unwrap())
        .await
        .unwrap();
    let aurora = [
        ("number", "K-1"),
        ("phone", "+34 954 123 456"),
        ("phone", "+34 954 123 457"),
        ("email", "=hola@aurora.example"),
        ("city", "Sevilla"),
        ("notes", "two\nlines"),
        ("fleet", "3"),
    ];
    add(&temp, OrganizationKind::Lead, "Aurora", &aurora).await;
    let boreal = [("parent", "Aurora"), ("owner", "Mia")];
    add(&temp, OrganizationKind::Agency, "בוריאל", &boreal).await;
    temp.create(&[("organization", "Aurora")]).await;
    temp
}

async fn exported_with(
    temp: &Temp,
    request: OrganizationsExport,
) -> (Vec<String>, Vec<Vec<String>>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.csv");
    let request = OrganizationsExport {
        path: path.display().to_string(),
        ..request
    };
    let report = run_organizations(&temp.ws, &request, &Job::silent())
        .await
        .unwrap();
    let (header, rows) = read_back(path);
    assert_eq!(report.organizations as usize, rows.len());
    (header, rows)
}

#[tokio::test]
async fn a_whole_export_has_every_column_that_holds_anything() {
    let temp = two().await;
    let (header, rows) = exported_with(&temp, OrganizationsExport::default()).await;
    let heads = [
        "Organization",
        "Organization kind",
        "Number",
        "Belongs to",
        "Contacts",
        "Owner",
        "Organization id",
        "E-mail",
        "Phone",
        "Phone 2",
        "E-mail status",
        "Phone status",
        "City",
        "Notes",
        "Created",
        "Fleet",
    ];
    assert_eq!(header, heads);
    let cell = |row: usize, head: &str| {
        let at = header.iter().position(|h| h == head).unwrap();
        rows[row][at].as_str()
    };
    for (head, value) in [
        ("Organization", "Aurora"),
        ("Organization kind", "lead"),
        ("Contacts", "1"),
        ("Phone", "+34 954 123 456"),
        ("Phone 2", "+34 954 123 457"),
        ("Notes", "two\nlines"),
        ("City", "Sevilla"),
        ("Fleet", "3"),
    ] {
        assert_eq!(cell(0, head), value);
    }
    assert_eq!(
        (
            cell(1, "Organization"),
            cell(1, "Belongs to"),
            cell(1, "Owner")
        ),
        ("בוריאל", "Aurora", "Mia")
    );
}

#[tokio::test]
async fn chosen_columns_and_organizations_stand_in_their_order() {
    let temp = two().await;
    let request = |fields: &[&str]| OrganizationsExport {
        fields: fields.iter().map(|f| (*f).to_owned()).collect(),
        selection: Some(OrganizationSelection::Ids { ids: vec![2, 1] }),
        ..OrganizationsExport::default()
    };
    let (header, rows) = exported_with(&temp, request(&["kind", "name", "fleet", "phone"])).await;
    assert_eq!(
        header,
        ["Organization kind", "Organization", "Fleet", "Phone"]
    );
    assert_eq!(
        rows,
        [
            ["agency", "בוריאל", "", ""],
            ["lead", "Aurora", "3", "+34 954 123 456"]
        ]
    );
    let leads = OrganizationsExport {
        query: OrganizationsQuery {
            kind: Some(OrganizationKind::Lead),
            ..OrganizationsQuery::default()
        },
        fields: vec!["name".into()],
        ..OrganizationsExport::default()
    };
    assert_eq!(exported_with(&temp, leads).await.1, [["Aurora"]]);
}

#[tokio::test]
async fn the_plain_address_is_the_primary_one_where_there_is_no_physical_one() {
    let temp = workspace().await;
    let id = add(&temp, OrganizationKind::Account, "Aurora", &[]).await;
    let mailing = serde_json::json!({"id": id, "edits": [{
        "kind": "add_address", "label": "mailing", "parts": [{"field": "city", "value": "Oslo"}]
    }]});
    let mailing = serde_json::from_value(mailing).unwrap();
    crate::organizations::edit(&temp.ws, &mailing)
        .await
        .unwrap();
    let fields = |fields: &[&str]| OrganizationsExport {
        fields: fields.iter().map(|f| (*f).to_owned()).collect(),
        ..OrganizationsExport::default()
    };
    assert_eq!(exported_with(&temp, fields(&["city"])).await.1, [["Oslo"]]);
    let both = exported_with(&temp, fields(&["city", "mailing_city"]))
        .await
        .1;
    assert_eq!(both, [["", "Oslo"]]);
}

#[tokio::test]
async fn unknown_fields_and_endings_are_refused_and_a_cancel_leaves_no_file() {
    let temp = two().await;
    let folder = tempfile::tempdir().unwrap();
    let to = |name: &str, fields: &[&str]| OrganizationsExport {
        path: folder.path().join(name).display().to_string(),
        fields: fields.iter().map(|f| (*f).to_owned()).collect(),
        ..OrganizationsExport::default()
    };
    for (name, fields) in [
        ("out.vcf", &[][..]),
        ("out.csv", &["first_name"]),
        ("out.csv", &["shoe"]),
    ] {
        let refused = run_organizations(&temp.ws, &to(name, fields), &Job::silent()).await;
        assert!(
            matches!(refused, Err(Error::Invalid { .. })),
            "{name} {fields:?}"
        );
    }
    let job = Job::silent();
    job.cancel_handle().cancel();
    let cancelled = run_organizations(&temp.ws, &to("out.xlsx", &[]), &job).await;
    assert!(matches!(cancelled, Err(Error::Cancelled)));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
