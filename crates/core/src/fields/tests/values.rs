//! What values a field takes, on contacts and organizations.

use super::*;

#[tokio::test]
async fn every_type_takes_its_values_and_refuses_others() {
    let temp = workspace().await;
    people(&temp, 1).await;
    let cases = [
        (FieldType::Text, "  Löwe 👩‍👩‍👧 ", "Löwe 👩‍👩‍👧", None),
        (FieldType::LongText, "one\n\ntwo", "one\n\ntwo", None),
        (FieldType::Number, "1,234.50", "1234.5", Some("many")),
        (FieldType::Money, "$12.5", "12.50 USD", Some("a lot")),
        (
            FieldType::Date,
            "31 Dec 2026",
            "2026-12-31",
            Some("tomorrow"),
        ),
        (FieldType::YesNo, "Ja", "yes", Some("perhaps")),
        (FieldType::OneOf, "red", "Red", Some("Blue")),
        (
            FieldType::ManyOf,
            "כחול; RED",
            "Red, כחול",
            Some("Red, Blue"),
        ),
        (
            FieldType::Url,
            "example.org",
            "https://example.org",
            Some("no address"),
        ),
    ];
    for (kind, typed, kept, refused) in cases {
        let code = made(&temp, &format!("Field {}", kind.name()), kind).await;
        there_and_back(&temp, async || set(&temp, 1, &code, typed).await.unwrap()).await;
        assert_eq!(value(&temp, 1, &code).await, kept);
        if let Some(odd) = refused {
            let error = set(&temp, 1, &code, odd).await.unwrap_err();
            assert!(
                matches!(&error, Error::Invalid { fields, .. } if fields[0].field == code),
                "{error}"
            );
            assert_eq!(value(&temp, 1, &code).await, kept);
        }
        there_and_back(&temp, async || set(&temp, 1, &code, "").await.unwrap()).await;
        assert_eq!(value(&temp, 1, &code).await, "");
    }
}

#[tokio::test]
async fn a_new_contact_gets_defaults_and_needs_what_is_required() {
    let temp = workspace().await;
    let default = FieldAdd {
        default: Some("kein".into()),
        ..new("Diet", FieldType::Text)
    };
    add(&temp.ws, &default).await.unwrap();
    add(
        &temp.ws,
        &FieldAdd {
            required: true,
            ..new("Locker", FieldType::Number)
        },
    )
    .await
    .unwrap();
    let create = async |set: &[(&str, &str)]| {
        let set = set.iter().map(|(field, value)| FieldValue {
            field: (*field).into(),
            value: (*value).into(),
        });
        contacts::create(&temp.ws, &ContactCreate { set: set.collect() }).await
    };
    let refused = create(&[("full_name", "Noa Levi")]).await.unwrap_err();
    assert!(
        matches!(&refused, Error::Invalid { fields, .. } if fields[0].field == "locker"),
        "{refused}"
    );
    assert!(temp.search("").await.is_empty());
    let contact = create(&[("full_name", "Noa Levi"), ("locker", "7")])
        .await
        .unwrap()
        .contact;
    assert_eq!(value(&temp, contact.id, "diet").await, "kein");
    assert!(message(set(&temp, contact.id, "locker", "").await.unwrap_err()).contains("required"));
    // Contacts from before the field need none.
    set(&temp, contact.id, "diet", "").await.unwrap();
}

#[tokio::test]
async fn values_of_organizations_are_kept_changed_and_removed_alike() {
    let temp = workspace().await;
    temp.create(&[("full_name", "Noa Levi"), ("organization", "Acme")])
        .await;
    let input = FieldAdd {
        subject: Subject::Organization,
        ..new("Sector", FieldType::Text)
    };
    let code = add(&temp.ws, &input).await.unwrap().field.code;
    assert!(set(&temp, 1, &code, "Retail").await.is_err());
    there_and_back(&temp, async || {
        let mut change = Change::begin(&temp.ws, Operation::ContactEdit)
            .await
            .unwrap();
        set_value(&mut change, Subject::Organization, 1, &code, "Retail")
            .await
            .unwrap();
        change.commit().await.unwrap();
    })
    .await;
    let to_number = FieldEdit {
        code: code.clone(),
        kind: Some(FieldType::Number),
        keep_misfits: true,
        ..FieldEdit::default()
    };
    there_and_back(&temp, async || {
        drop(edit(&temp.ws, &to_number, &Job::silent()).await.unwrap())
    })
    .await;
    let listed = misfits(&temp.ws, &FieldByCode { code: code.clone() })
        .await
        .unwrap();
    assert_eq!(listed.values[0].name, "Acme");
    there_and_back(&temp, async || {
        remove(
            &temp.ws,
            &FieldByCode { code: code.clone() },
            &Job::silent(),
        )
        .await
        .unwrap();
    })
    .await;
}
