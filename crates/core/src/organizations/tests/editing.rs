//! Making and editing one organization, and its custom fields.

use super::*;

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

#[tokio::test]
async fn a_value_that_was_changed_meanwhile_is_not_overwritten() {
    let temp = workspace().await;
    let aurora = add(&temp, OrganizationKind::Account, "Aurora", AURORA).await;
    let above = account(&temp, "Above").await;
    let id = aurora.id;
    let (point, address) = (aurora.points[0].id, aurora.addresses[0].id);
    let phone = |value: &str| OrganizationStep::Point {
        point,
        value: value.into(),
    };
    let city = |value: &str| OrganizationStep::Address {
        address,
        part: "city".into(),
        value: value.into(),
    };
    let seen = |was: &str, edit: OrganizationStep| OrganizationStep::Seen {
        was: was.into(),
        edit: Box::new(edit),
    };
    let elsewhere = vec![
        set("name", "Aurora SA"),
        set("owner", "Ines"),
        set("parent", &above.to_string()),
        phone("+34 954 000 001"),
        city("Cadiz"),
    ];
    steps(&temp, id, elsewhere).await.unwrap();
    let before = temp.dump().await;
    for (was, edit, now) in [
        ("Aurora", set("name", "Aurora GmbH"), "Aurora SA"),
        ("", set("owner", "Noa"), "Ines"),
        ("", set("parent", ""), "Above"),
        (
            "+34 954 123 456",
            phone("+34 954 000 002"),
            "+34 954 000 001",
        ),
        ("Sevilla", city("Huelva"), "Cadiz"),
    ] {
        let refused = steps(&temp, id, vec![set("industry", "Sea"), seen(was, edit)]).await;
        match refused {
            Err(Error::Conflict { present, .. }) => assert_eq!(present, now),
            other => panic!("{was}: {other:?}"),
        }
    }
    assert_eq!(temp.dump().await, before);
    // The same new value twice is no quarrel, and the value as it stands can be changed.
    let twice = steps(&temp, id, vec![seen("", set("owner", "Ines"))]).await;
    assert_eq!(twice.unwrap().owner.as_deref(), Some("Ines"));
    let now = steps(&temp, id, vec![seen("Ines", set("owner", "Noa"))]).await;
    assert_eq!(now.unwrap().owner.as_deref(), Some("Noa"));
}
