//! Making fields, their codes, their order and their uses.

use super::*;

#[tokio::test]
async fn a_field_is_made_taken_back_and_made_again() {
    let temp = workspace().await;
    there_and_back(&temp, async || {
        let input = FieldAdd {
            required: true,
            default: Some("1,5".into()),
            ..new("Shoe size", FieldType::Number)
        };
        let field = add(&temp.ws, &input).await.unwrap().field;
        assert_eq!(
            (field.code.as_str(), field.kind.as_str()),
            ("shoe_size", "number")
        );
        assert_eq!(field.default.as_deref(), Some("1.5"));
    })
    .await;
    let listed = list(&temp.ws).await.unwrap().fields;
    assert!(
        listed
            .iter()
            .any(|f| f.code == "shoe_size" && f.custom && f.required)
    );
}

#[tokio::test]
async fn what_makes_no_field_is_refused() {
    let temp = workspace().await;
    made(&temp, "Locker", FieldType::Text).await;
    let refused = [
        (
            FieldAdd {
                label: "  ".into(),
                ..FieldAdd::default()
            },
            "label",
        ),
        (new("locker", FieldType::Text), "label"),
        (
            FieldAdd {
                code: Some("locker".into()),
                ..new("Other", FieldType::Text)
            },
            "code",
        ),
        (
            FieldAdd {
                code: Some("phone".into()),
                ..new("Other", FieldType::Text)
            },
            "code",
        ),
        (
            FieldAdd {
                options: vec![" ".into()],
                ..new("Colour", FieldType::OneOf)
            },
            "options",
        ),
        (
            FieldAdd {
                options: vec!["Red".into(), "réd".into()],
                ..new("Colour", FieldType::OneOf)
            },
            "options",
        ),
        (
            FieldAdd {
                options: vec!["\"A\"".into()],
                ..new("Colour", FieldType::ManyOf)
            },
            "options",
        ),
        (
            FieldAdd {
                currency: Some("XYZ".into()),
                ..new("Dues", FieldType::Money)
            },
            "currency",
        ),
        (
            FieldAdd {
                default: Some("soon".into()),
                ..new("Until", FieldType::Date)
            },
            "default",
        ),
    ];
    let before = temp.dump().await;
    for (input, part) in refused {
        match add(&temp.ws, &input).await {
            Err(Error::Invalid { fields, .. }) => assert_eq!(fields[0].field, part),
            other => panic!("{input:?}: {other:?}"),
        }
    }
    assert_eq!(temp.dump().await, before);
}

#[tokio::test]
async fn codes_differ_where_labels_agree_and_stay_when_a_label_changes() {
    let temp = workspace().await;
    assert_eq!(made(&temp, "E mail", FieldType::Text).await, "e_mail");
    let organization = FieldAdd {
        subject: Subject::Organization,
        ..new("E mail", FieldType::Text)
    };
    assert_eq!(
        add(&temp.ws, &organization).await.unwrap().field.code,
        "e_mail_2"
    );
    let edit_label = FieldEdit {
        code: "e_mail".into(),
        label: Some("Second address".into()),
        ..FieldEdit::default()
    };
    there_and_back(&temp, async || {
        let field = edit(&temp.ws, &edit_label, &Job::silent())
            .await
            .unwrap()
            .field;
        assert_eq!(
            (field.code.as_str(), field.label.as_str()),
            ("e_mail", "Second address")
        );
    })
    .await;
}

#[tokio::test]
async fn fields_stand_in_the_order_that_was_chosen() {
    let temp = workspace().await;
    for label in ["One", "Two", "Three"] {
        made(&temp, label, FieldType::Text).await;
    }
    let order = FieldsArrange {
        subject: Subject::Contact,
        codes: vec!["three".into(), "one".into()],
    };
    there_and_back(&temp, async || {
        arrange(&temp.ws, &order).await.unwrap();
    })
    .await;
    let codes: Vec<String> = list(&temp.ws)
        .await
        .unwrap()
        .fields
        .into_iter()
        .filter(|f| f.custom)
        .map(|f| f.code)
        .collect();
    assert_eq!(codes, ["three", "one", "two"]);
    let odd = FieldsArrange {
        subject: Subject::Contact,
        codes: vec!["four".into()],
    };
    assert!(arrange(&temp.ws, &odd).await.is_err());
}

#[tokio::test]
async fn uses_count_default_and_custom_fields() {
    let temp = workspace().await;
    let code = made(&temp, "Locker", FieldType::Text).await;
    temp.import("First name,E-mail,Mobile,City,Company,Locker\nNoa,noa@x.example,050-123 4567,Haifa,Acme,12\nDan,dan@x.example,,,,\n").await;
    let uses = uses(&temp.ws).await.unwrap().uses;
    let of = |code: &str| uses.iter().find(|u| u.code == code).unwrap().values;
    assert_eq!(
        [
            of("first_name"),
            of("email"),
            of("phone_mobile"),
            of("city"),
            of("organization"),
            of(&code)
        ],
        [2, 2, 1, 1, 1, 1]
    );
    assert_eq!((of("last_name"), of("uid")), (0, 2));
    let every = manage(&temp.ws).await.unwrap().fields;
    assert!(
        every
            .iter()
            .all(|field| uses.iter().any(|u| u.code == field.code))
    );
}

#[tokio::test]
async fn two_hundred_fields_are_as_easy_as_one() {
    let temp = workspace().await;
    people(&temp, 1).await;
    for i in 0..200 {
        made(&temp, &format!("Field {i}"), FieldType::ALL[i % 9]).await;
    }
    let all: Vec<Field> = list(&temp.ws)
        .await
        .unwrap()
        .fields
        .into_iter()
        .filter(|f| f.custom)
        .collect();
    assert_eq!(all.len(), 200);
    let typed = |field: &Field| match field.kind.as_str() {
        "number" => "7".to_owned(),
        "money" => "7.00 EUR".to_owned(),
        "date" => "2026-07-07".to_owned(),
        "yes_no" => "yes".to_owned(),
        "one_of" | "many_of" => "Red".to_owned(),
        "url" => "https://x.example/7".to_owned(),
        _ => format!("value of {}", field.code),
    };
    let edits = all
        .iter()
        .map(|f| Edit::Set {
            field: f.code.clone(),
            value: typed(f),
        })
        .collect();
    there_and_back(&temp, async || {
        contacts::edit(&temp.ws, &ContactEdit { id: 1, edits })
            .await
            .unwrap();
    })
    .await;
    let contact = contacts::get(&temp.ws, 1).await.unwrap();
    assert!(all.iter().all(|f| contact.fields[&f.code] == typed(f)));
}
