//! Organizations as an office uses them: made, edited, found, put into a hierarchy, converted, deleted, and taken back.

use super::*;
use crate::contacts::{self, BatchDone, ContactEdit, Edit, FieldValue};
use crate::error::Error;
use crate::testing::{Temp, workspace};
use crate::workspace::{self, Settings};

fn values(set: &[(&str, &str)]) -> Vec<FieldValue> {
    let set = set.iter().map(|(field, value)| FieldValue {
        field: (*field).into(),
        value: (*value).into(),
    });
    set.collect()
}

async fn add(
    temp: &Temp,
    kind: OrganizationKind,
    name: &str,
    set: &[(&str, &str)],
) -> Organization {
    let input = OrganizationCreate {
        kind,
        name: name.into(),
        set: values(set),
    };
    create(&temp.ws, &input).await.unwrap().organization
}

async fn account(temp: &Temp, name: &str) -> i64 {
    add(temp, OrganizationKind::Account, name, &[]).await.id
}

async fn steps(temp: &Temp, id: i64, edits: Vec<OrganizationStep>) -> crate::Result<Organization> {
    let changed = edit(&temp.ws, &OrganizationEdit { id, edits }).await?;
    Ok(changed.organization)
}

fn set(field: &str, value: &str) -> OrganizationStep {
    OrganizationStep::Set {
        field: field.into(),
        value: value.into(),
    }
}

async fn search(temp: &Temp, search: &str) -> Vec<String> {
    listed(
        temp,
        OrganizationsQuery {
            search: search.into(),
            ..OrganizationsQuery::default()
        },
    )
    .await
}

async fn listed(temp: &Temp, query: OrganizationsQuery) -> Vec<String> {
    let request = OrganizationsPageRequest {
        query,
        offset: 0,
        limit: 100,
    };
    let page = page(&temp.ws, &request).await.unwrap();
    assert_eq!(page.total as usize, page.rows.len());
    page.rows.into_iter().map(|row| row.name).collect()
}

async fn bin(temp: &Temp, id: i64) -> crate::Result<BatchDone> {
    delete(&temp.ws, &OrganizationSelection::Ids { ids: vec![id] }).await
}

/// Undo brings the workspace back exactly, redo does the change again exactly.
async fn is_reversible(temp: &Temp, before: crate::testing::Dump) {
    let after = temp.dump().await;
    assert_ne!(before, after);
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
    assert_eq!(workspace::check(&temp.ws).await.unwrap().problems, [""; 0]);
}

const AURORA: &[(&str, &str)] = &[
    ("number", "K-1042"),
    ("website", "https://aurora.example"),
    ("industry", "Travel"),
    ("size", "50 to 249"),
    ("owner", "Mia"),
    ("notes", "Pays late.\nAsk for Ines."),
    ("phone", "+34 954 123 456"),
    ("email", "Hola@Aurora.example"),
    ("street", "Calle Sierpes 1"),
    ("city", "Sevilla"),
    ("country", "Spain"),
];

#[tokio::test]
async fn a_new_organization_holds_what_it_was_given() {
    let temp = workspace().await;
    let before = temp.dump().await;
    let aurora = add(&temp, OrganizationKind::Agency, " Aurora ", AURORA).await;
    assert_eq!(
        (aurora.name.as_str(), aurora.kind),
        ("Aurora", OrganizationKind::Agency)
    );
    assert_eq!(aurora.number.as_deref(), Some("K-1042"));
    assert_eq!(aurora.notes.as_deref(), Some("Pays late.\nAsk for Ines."));
    let points: Vec<_> = aurora
        .points
        .iter()
        .map(|p| (p.kind.as_str(), p.normalized.as_deref().unwrap(), p.primary))
        .collect();
    assert_eq!(
        points,
        [
            ("phone", "+34954123456", true),
            ("website", "https://aurora.example", true),
            ("email", "hola@aurora.example", true)
        ]
    );
    assert_eq!(aurora.addresses[0].country.as_deref(), Some("ES"));
    is_reversible(&temp, before).await;
}

#[tokio::test]
async fn an_organization_needs_a_name_and_known_fields() {
    let temp = workspace().await;
    let nameless = OrganizationCreate {
        kind: OrganizationKind::Lead,
        name: " ".into(),
        set: vec![],
    };
    assert!(matches!(
        create(&temp.ws, &nameless).await,
        Err(Error::Invalid { .. })
    ));
    let id = account(&temp, "Aurora").await;
    for (field, value) in [
        ("name", ""),
        ("kind", "club"),
        ("shoe", "43"),
        ("first_name", "Mia"),
    ] {
        let refused = steps(&temp, id, vec![set(field, value)]).await;
        let Err(Error::Invalid { fields, .. }) = refused else {
            panic!("{field} is taken");
        };
        assert_eq!(fields[0].field, field);
    }
    assert_eq!(steps(&temp, id, vec![]).await.unwrap().name, "Aurora");
}

#[tokio::test]
async fn every_edit_is_undone_and_done_again() {
    let temp = workspace().await;
    let aurora = add(&temp, OrganizationKind::Account, "Aurora", AURORA).await;
    let (id, street) = (aurora.id, aurora.addresses[0].id);
    let phone = aurora.points[0].id;
    let mailing = OrganizationStep::AddAddress {
        label: "mailing".into(),
        parts: values(&[("city", "Cádiz")]),
    };
    let added = steps(&temp, id, vec![set("phone_office", "954 1"), mailing])
        .await
        .unwrap();
    let office = added.points[1].id;
    let post = added.addresses[1].id;
    for edits in [
        vec![
            set("name", "Aurora Norte"),
            set("kind", "agency"),
            set("owner", ""),
        ],
        vec![OrganizationStep::Primary { point: office }],
        vec![OrganizationStep::Point {
            point: phone,
            value: String::new(),
        }],
        vec![OrganizationStep::PointLabel {
            point: office,
            label: "desk".into(),
        }],
        vec![OrganizationStep::AddressPrimary { address: post }],
        vec![OrganizationStep::AddressLabel {
            address: post,
            label: "billing".into(),
        }],
        vec![OrganizationStep::Address {
            address: post,
            part: "city".into(),
            value: String::new(),
        }],
        vec![OrganizationStep::RemoveAddress { address: street }],
        vec![set("website", "")],
    ] {
        let before = temp.dump().await;
        steps(&temp, id, edits).await.unwrap();
        is_reversible(&temp, before).await;
    }
    let last = get(&temp.ws, id).await.unwrap();
    assert_eq!((last.points.len(), last.addresses.len()), (2, 0));
}

#[tokio::test]
async fn an_older_edit_is_taken_back_and_what_was_made_since_stays() {
    let temp = workspace().await;
    let id = account(&temp, "Aurora").await;
    let two = vec![
        set("phone", "+34954123456"),
        set("phone", "+34954123457"),
        set("phone", "+34954123458"),
    ];
    let points = steps(&temp, id, two).await.unwrap().points;
    let primary = |point: i64| OrganizationEdit {
        id,
        edits: vec![OrganizationStep::Primary { point }],
    };
    let batch = edit(&temp.ws, &primary(points[1].id)).await.unwrap().batch;
    edit(&temp.ws, &primary(points[2].id)).await.unwrap();
    let request = crate::journal::UndoRequest { batch };
    crate::journal::undo(&temp.ws, &request, &crate::Job::silent())
        .await
        .unwrap();
    let now = get(&temp.ws, id).await.unwrap().points;
    assert_eq!(now[0].id, points[2].id);
    assert!(now[0].primary && !now[1].primary && !now[2].primary);
}

#[tokio::test]
async fn contacts_follow_the_name_of_their_organization() {
    let temp = workspace().await;
    let desk = temp.create(&[("organization", "Aurora")]).await;
    let ines = temp
        .create(&[("full_name", "Ines Vidal"), ("organization", "Aurora")])
        .await;
    let id = contacts::get(&temp.ws, ines).await.unwrap().organizations[0].id;
    let before = temp.dump().await;
    steps(&temp, id, vec![set("name", "Boreal")]).await.unwrap();
    assert_eq!(temp.search("boreal").await, ["Boreal", "Ines Vidal"]);
    assert!(temp.search("aurora").await.is_empty());
    assert_eq!(search(&temp, "bor").await, ["Boreal"]);
    is_reversible(&temp, before).await;
    let before = temp.dump().await;
    bin(&temp, id).await.unwrap();
    assert!(temp.search("boreal ines").await.is_empty());
    // The desk has no other name, so it keeps this one.
    assert_eq!(contacts::get(&temp.ws, desk).await.unwrap().name, "Boreal");
    is_reversible(&temp, before).await;
    restore(&temp.ws, &OrganizationSelection::Ids { ids: vec![id] })
        .await
        .unwrap();
    assert_eq!(temp.search("boreal ines").await, ["Ines Vidal"]);
}

#[tokio::test]
async fn the_list_is_searched_sorted_and_kept_to_a_kind() {
    let temp = workspace().await;
    add(&temp, OrganizationKind::Agency, "Zöe Travel", AURORA).await;
    add(
        &temp,
        OrganizationKind::Lead,
        "Acme בע\"מ",
        &[("owner", "Noa"), ("number", "7")],
    )
    .await;
    account(&temp, "Émile & Co").await;
    for name in ["Ines", "Tariq"] {
        temp.create(&[("full_name", name), ("organization", "emile & co")])
            .await;
    }
    assert_eq!(
        search(&temp, "").await,
        ["Acme בע\"מ", "Émile & Co", "Zöe Travel"]
    );
    for words in [
        "zoe",
        "K-1042",
        "954123",
        "sevil trav",
        "mia",
        "hola@aurora",
    ] {
        assert_eq!(search(&temp, words).await, ["Zöe Travel"], "{words}");
    }
    assert_eq!(search(&temp, "בעמ").await, ["Acme בע\"מ"]);
    assert!(search(&temp, "zoe acme").await.is_empty());
    let leads = OrganizationsQuery {
        kind: Some(OrganizationKind::Lead),
        ..OrganizationsQuery::default()
    };
    assert_eq!(listed(&temp, leads).await, ["Acme בע\"מ"]);
    let most = OrganizationSort {
        field: OrganizationSortField::Contacts,
        descending: true,
    };
    let by_contacts = OrganizationsQuery {
        sort: most,
        ..OrganizationsQuery::default()
    };
    assert_eq!(listed(&temp, by_contacts).await[0], "Émile & Co");
}

#[tokio::test]
async fn every_column_sorts() {
    let temp = workspace().await;
    add(&temp, OrganizationKind::Agency, "Aurora", AURORA).await;
    account(&temp, "Bare").await;
    use OrganizationSortField as Field;
    for field in [
        Field::Name,
        Field::Kind,
        Field::Number,
        Field::Contacts,
        Field::Parent,
        Field::Phone,
        Field::Email,
        Field::Website,
        Field::Industry,
        Field::Size,
        Field::Owner,
        Field::City,
        Field::Country,
        Field::Created,
        Field::Changed,
    ] {
        for descending in [false, true] {
            let query = OrganizationsQuery {
                sort: OrganizationSort { field, descending },
                ..OrganizationsQuery::default()
            };
            assert_eq!(listed(&temp, query).await.len(), 2, "{field:?}");
        }
    }
    let last = OrganizationsQuery {
        sort: OrganizationSort {
            field: Field::City,
            descending: true,
        },
        ..OrganizationsQuery::default()
    };
    assert_eq!(
        listed(&temp, last).await,
        ["Aurora", "Bare"],
        "without a city comes last"
    );
}

#[tokio::test]
async fn a_hierarchy_is_a_tree_and_never_a_circle() {
    let temp = workspace().await;
    let group = account(&temp, "Group").await;
    let north = account(&temp, "North").await;
    let south = account(&temp, "South").await;
    let desk = account(&temp, "Desk").await;
    steps(&temp, north, vec![set("parent", &group.to_string())])
        .await
        .unwrap();
    steps(&temp, south, vec![set("parent", "group")])
        .await
        .unwrap();
    let desk = steps(&temp, desk, vec![set("parent", "North")])
        .await
        .unwrap();
    let above: Vec<&str> = desk.above.iter().map(|o| o.name.as_str()).collect();
    assert_eq!(above, ["Group", "North"]);
    for parent in [group, north, desk.id] {
        let refused = steps(&temp, group, vec![set("parent", &parent.to_string())]).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{parent}");
    }
    let shape = async |id: i64| {
        let nodes = tree(&temp.ws, id).await.unwrap().nodes.into_iter();
        nodes
            .map(|n| format!("{}{}", "-".repeat(n.depth as usize), n.name))
            .collect::<Vec<_>>()
    };
    assert_eq!(shape(south).await, ["Group", "-North", "--Desk", "-South"]);
    // One in the trash leaves the tree with what is below it; a circle through it is refused too.
    bin(&temp, north).await.unwrap();
    assert_eq!(shape(south).await, ["Group", "-South"]);
    assert_eq!(shape(desk.id).await, ["Desk"]);
    let refused = steps(&temp, group, vec![set("parent", &desk.id.to_string())]).await;
    assert!(matches!(refused, Err(Error::Invalid { .. })));
}

#[tokio::test]
async fn a_lead_becomes_an_account_with_everything_kept() {
    let temp = workspace().await;
    let lead = add(&temp, OrganizationKind::Lead, "Aurora", AURORA).await;
    let ines = temp
        .create(&[("full_name", "Ines"), ("organization", "Aurora")])
        .await;
    let before = temp.dump().await;
    let account = convert(&temp.ws, lead.id).await.unwrap().organization;
    assert_eq!(account.kind, OrganizationKind::Account);
    let as_before = Organization {
        kind: lead.kind,
        changed: lead.changed.clone(),
        contacts: 0,
        ..account
    };
    assert_eq!(serde_json::json!(as_before), serde_json::json!(lead));
    assert_eq!(
        contacts::get(&temp.ws, ines).await.unwrap().organizations[0].kind,
        "account"
    );
    is_reversible(&temp, before).await;
    let again = convert(&temp.ws, lead.id).await;
    assert!(
        matches!(again, Err(Error::Invalid { .. })),
        "an account is no lead"
    );
}

#[tokio::test]
async fn contacts_are_added_and_made() {
    let temp = workspace().await;
    let id = account(&temp, "Aurora").await;
    let ines = temp
        .create(&[("full_name", "Ines Vidal"), ("job_title", "CEO")])
        .await;
    let before = temp.dump().await;
    let input = OrganizationContactsAdd {
        organization: id,
        contacts: vec![ines],
        role: "decision maker".into(),
    };
    assert_eq!(add_contacts(&temp.ws, &input).await.unwrap().count, 1);
    assert_eq!(temp.search("aurora").await, ["Ines Vidal"]);
    is_reversible(&temp, before).await;
    assert_eq!(
        add_contacts(&temp.ws, &input).await.unwrap().batch,
        None,
        "tied already"
    );
    let before = temp.dump().await;
    let new = OrganizationContactCreate {
        organization: OrganizationChoice {
            id: Some(id),
            ..OrganizationChoice::default()
        },
        role: String::new(),
        set: values(&[
            ("full_name", "Tariq Aziz"),
            ("job_title", "CFO"),
            ("email", "t@x.example"),
        ]),
    };
    create_contact(&temp.ws, &new).await.unwrap();
    is_reversible(&temp, before).await;
    let request = OrganizationContactsRequest {
        organization: id,
        offset: 0,
        limit: 10,
    };
    let panel = super::contacts(&temp.ws, &request).await.unwrap();
    let rows: Vec<_> = panel
        .rows
        .iter()
        .map(|r| (r.name.as_str(), r.role.as_deref(), r.title.as_deref()))
        .collect();
    assert_eq!(
        rows,
        [
            ("Ines Vidal", Some("decision maker"), Some("CEO")),
            ("Tariq Aziz", None, Some("CFO"))
        ]
    );
    assert_eq!(
        (panel.total, get(&temp.ws, id).await.unwrap().contacts),
        (2, 2)
    );
    let nowhere = OrganizationContactsAdd {
        organization: 99,
        ..input
    };
    assert!(matches!(
        add_contacts(&temp.ws, &nowhere).await,
        Err(Error::NotFound { .. })
    ));
}

#[tokio::test]
async fn a_new_contact_may_bring_its_organization() {
    let temp = workspace().await;
    let before = temp.dump().await;
    let new = OrganizationContactCreate {
        organization: OrganizationChoice {
            name: "Aurora".into(),
            kind: Some(OrganizationKind::Lead),
            ..OrganizationChoice::default()
        },
        role: String::new(),
        set: values(&[("full_name", "Tariq Aziz")]),
    };
    let contact = create_contact(&temp.ws, &new).await.unwrap().contact;
    assert_eq!(contact.organizations[0].kind, "lead");
    is_reversible(&temp, before).await;
}

async fn require_organizations(temp: &Temp) {
    let settings = Settings {
        organization_required: true,
        ..Settings::default()
    };
    workspace::set_settings(&temp.ws, &settings).await.unwrap();
}

#[tokio::test]
async fn where_contacts_belong_to_an_organization_none_is_without() {
    let temp = workspace().await;
    let loner = temp.create(&[("full_name", "Loner")]).await;
    let ines = temp
        .create(&[("full_name", "Ines"), ("organization", "Aurora")])
        .await;
    require_organizations(&temp).await;
    let alone = contacts::ContactCreate {
        set: values(&[("full_name", "Tariq")]),
    };
    let refused = contacts::create(&temp.ws, &alone).await;
    assert!(
        matches!(refused, Err(Error::Invalid { fields, .. }) if fields[0].field == "organization")
    );
    temp.create(&[("full_name", "Tariq"), ("organization", "New one")])
        .await;
    let edit = async |id: i64, field: &str, value: &str| {
        let edits = vec![Edit::Set {
            field: field.into(),
            value: value.into(),
        }];
        contacts::edit(&temp.ws, &ContactEdit { id, edits }).await
    };
    assert!(matches!(
        edit(ines, "organization", "").await,
        Err(Error::Invalid { .. })
    ));
    edit(loner, "nickname", "Lo").await.unwrap();
    let aurora = contacts::get(&temp.ws, ines).await.unwrap().organizations[0].id;
    assert!(matches!(
        bin(&temp, aurora).await,
        Err(Error::Invalid { .. })
    ));
    assert_eq!(
        search(&temp, "aurora").await,
        ["Aurora"],
        "nothing was changed"
    );
}

#[tokio::test]
async fn custom_fields_of_organizations_hold_checked_values() {
    let temp = workspace().await;
    let field = crate::fields::FieldAdd {
        label: "Founded".into(),
        kind: crate::values::custom::FieldType::Date,
        code: None,
        subject: crate::fields::Subject::Organization,
        options: Vec::new(),
        currency: None,
        required: false,
        default: Some("1999-02-01".into()),
    };
    crate::fields::add(&temp.ws, &field).await.unwrap();
    let id = account(&temp, "Aurora").await;
    assert_eq!(
        get(&temp.ws, id).await.unwrap().fields["founded"],
        "1999-02-01"
    );
    let before = temp.dump().await;
    let edited = steps(&temp, id, vec![set("founded", "2001-03-04")])
        .await
        .unwrap();
    assert_eq!(edited.fields["founded"], "2001-03-04");
    is_reversible(&temp, before).await;
    let refused = steps(&temp, id, vec![set("founded", "soon")]).await;
    assert!(matches!(refused, Err(Error::Invalid { fields, .. }) if fields[0].field == "founded"));
    assert!(
        steps(&temp, id, vec![set("founded", "")])
            .await
            .unwrap()
            .fields
            .is_empty()
    );
}
