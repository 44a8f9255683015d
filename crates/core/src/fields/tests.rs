//! Custom fields from end to end in the core: made, changed, carried over, removed; done, undone and done again.

use super::*;
use crate::contacts::{self, ContactCreate, ContactEdit, Edit, FieldValue};
use crate::error::Error;
use crate::journal::Change;
use crate::operations::Operation;
use crate::progress::Job;
use crate::testing::{Temp, workspace};
use crate::values::custom::FieldType;

fn new(label: &str, kind: FieldType) -> FieldAdd {
    FieldAdd {
        label: label.into(),
        kind,
        options: match kind.has_options() {
            true => ["Red", "Green, dark", "כחול"].map(String::from).to_vec(),
            false => Vec::new(),
        },
        ..FieldAdd::default()
    }
}

async fn made(temp: &Temp, label: &str, kind: FieldType) -> String {
    add(&temp.ws, &new(label, kind)).await.unwrap().field.code
}

async fn set(temp: &Temp, id: i64, code: &str, value: &str) -> Result<(), Error> {
    let edits = vec![Edit::Set {
        field: code.into(),
        value: value.into(),
    }];
    contacts::edit(&temp.ws, &ContactEdit { id, edits })
        .await
        .map(drop)
}

async fn value(temp: &Temp, id: i64, code: &str) -> String {
    let contact = contacts::get(&temp.ws, id).await.unwrap();
    contact
        .fields
        .get(code)
        .and_then(|v| v.as_str())
        .unwrap_or_default()
        .to_owned()
}

fn message(error: Error) -> String {
    error.to_string()
}

/// Does, undoes and does again, comparing the whole workspace.
async fn there_and_back(temp: &Temp, deed: impl AsyncFnOnce()) {
    let before = temp.dump().await;
    deed().await;
    let after = temp.dump().await;
    assert_ne!(before, after);
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
    let check = crate::workspace::check(&temp.ws).await.unwrap();
    assert!(check.ok, "{:?}", check.problems);
}

async fn people(temp: &Temp, count: usize) {
    for i in 0..count {
        temp.create(&[("full_name", &format!("Person {i}"))]).await;
    }
}

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
async fn a_change_of_type_shows_what_would_not_fit_and_wipes_nothing() {
    let temp = workspace().await;
    people(&temp, 4).await;
    let code = made(&temp, "Size", FieldType::Text).await;
    for (id, typed) in [(1, "43"), (2, "large"), (3, "1.234,5"), (4, "large")] {
        set(&temp, id, &code, typed).await.unwrap();
    }
    let to_number = FieldEdit {
        code: code.clone(),
        kind: Some(FieldType::Number),
        ..FieldEdit::default()
    };
    let shown = preview(&temp.ws, &to_number, &Job::silent()).await.unwrap();
    assert_eq!((shown.values, shown.converted, shown.misfits), (4, 1, 2));
    let first = Conversion {
        value: "large".into(),
        becomes: None,
        count: 2,
    };
    let second = Conversion {
        value: "1.234,5".into(),
        becomes: Some("1234.5".into()),
        count: 1,
    };
    assert_eq!(shown.conversions, [first, second]);

    let before = temp.dump().await;
    let refused = edit(&temp.ws, &to_number, &Job::silent())
        .await
        .unwrap_err();
    assert!(message(refused).contains("2 values would not fit"));
    assert_eq!(temp.dump().await, before);

    let kept = FieldEdit {
        keep_misfits: true,
        ..to_number
    };
    there_and_back(&temp, async || {
        drop(edit(&temp.ws, &kept, &Job::silent()).await.unwrap())
    })
    .await;
    assert_eq!(value(&temp, 2, &code).await, "large");
    assert_eq!(value(&temp, 3, &code).await, "1234.5");
    let listed = misfits(&temp.ws, &FieldByCode { code: code.clone() })
        .await
        .unwrap();
    let names: Vec<_> = listed
        .values
        .iter()
        .map(|v| (v.id, v.value.as_str()))
        .collect();
    assert_eq!((listed.total, names), (2, vec![(2, "large"), (4, "large")]));

    // A value that is set right is no longer listed; back in text everything fits again.
    set(&temp, 2, &code, "44").await.unwrap();
    assert_eq!(
        misfits(&temp.ws, &FieldByCode { code: code.clone() })
            .await
            .unwrap()
            .total,
        1
    );
    let to_text = FieldEdit {
        code: code.clone(),
        kind: Some(FieldType::Text),
        ..FieldEdit::default()
    };
    there_and_back(&temp, async || {
        drop(edit(&temp.ws, &to_text, &Job::silent()).await.unwrap())
    })
    .await;
    assert_eq!(
        misfits(&temp.ws, &FieldByCode { code })
            .await
            .unwrap()
            .total,
        0
    );
}

#[tokio::test]
async fn marks_are_right_after_an_undo_that_kept_a_later_edit() {
    let temp = workspace().await;
    people(&temp, 1).await;
    let code = made(&temp, "Size", FieldType::Number).await;
    set(&temp, 1, &code, "5").await.unwrap();
    let to_text = FieldEdit {
        code: code.clone(),
        kind: Some(FieldType::Text),
        ..FieldEdit::default()
    };
    let batch = edit(&temp.ws, &to_text, &Job::silent())
        .await
        .unwrap()
        .batch;
    set(&temp, 1, &code, "large").await.unwrap();
    crate::journal::undo(
        &temp.ws,
        &crate::journal::UndoRequest { batch },
        &Job::silent(),
    )
    .await
    .unwrap();
    assert_eq!(value(&temp, 1, &code).await, "large");
    assert_eq!(
        misfits(&temp.ws, &FieldByCode { code })
            .await
            .unwrap()
            .total,
        1
    );
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
}

#[tokio::test]
async fn a_renamed_option_carries_its_values_and_a_removed_one_is_shown() {
    let temp = workspace().await;
    people(&temp, 3).await;
    let code = made(&temp, "Colours", FieldType::ManyOf).await;
    set(&temp, 1, &code, "Red, כחול").await.unwrap();
    set(&temp, 2, &code, "\"Green, dark\"").await.unwrap();
    set(&temp, 3, &code, "Red").await.unwrap();
    let option = |name: &str, was: Option<&str>| OptionEdit {
        name: name.into(),
        was: was.map(str::to_owned),
    };
    let swapped = FieldEdit {
        code: code.clone(),
        options: Some(vec![
            option("כחול", Some("Red")),
            option("Red", Some("כחול")),
            option("Dark", Some("Green, dark")),
        ]),
        ..FieldEdit::default()
    };
    there_and_back(&temp, async || {
        drop(edit(&temp.ws, &swapped, &Job::silent()).await.unwrap())
    })
    .await;
    assert_eq!(value(&temp, 2, &code).await, "Dark");
    assert_eq!(value(&temp, 3, &code).await, "כחול");
    let fewer = FieldEdit {
        code: code.clone(),
        options: Some(vec![option("Dark", None), option("Red", None)]),
        ..FieldEdit::default()
    };
    let shown = preview(&temp.ws, &fewer, &Job::silent()).await.unwrap();
    assert_eq!((shown.values, shown.misfits), (3, 2));
    let kept = FieldEdit {
        keep_misfits: true,
        ..fewer
    };
    there_and_back(&temp, async || {
        drop(edit(&temp.ws, &kept, &Job::silent()).await.unwrap())
    })
    .await;
    assert_eq!(value(&temp, 3, &code).await, "כחול");
}

#[tokio::test]
async fn removing_takes_the_values_along_and_undo_brings_all_back() {
    let temp = workspace().await;
    let keep = made(&temp, "Kept", FieldType::Text).await;
    let code = made(&temp, "Locker", FieldType::Text).await;
    // More than one packed lot, with gaps between the ids.
    let rows: String = (0..1500)
        .map(|i| format!("p{i}@x.example,{i},{i}\n"))
        .collect();
    temp.import(&format!("E-mail,Locker,Kept\n{rows}")).await;
    there_and_back(&temp, async || {
        let removed = remove(
            &temp.ws,
            &FieldByCode { code: code.clone() },
            &Job::silent(),
        )
        .await
        .unwrap();
        assert_eq!(removed.values, 1500);
    })
    .await;
    assert_eq!(value(&temp, 7, &keep).await, "6");
    assert_eq!(value(&temp, 7, &code).await, "");
    temp.undo().await;
    assert_eq!(value(&temp, 7, &code).await, "6");
    let entries: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM journal WHERE batch_id = (SELECT max(id) FROM batches)",
    )
    .fetch_one(&mut *temp.ws.read().await.unwrap())
    .await
    .unwrap();
    assert!(entries < 10, "{entries} entries for one field");
}

#[tokio::test]
async fn a_retired_field_keeps_its_values_and_comes_back_with_them() {
    let temp = workspace().await;
    people(&temp, 1).await;
    let code = made(&temp, "Locker", FieldType::Text).await;
    set(&temp, 1, &code, "12").await.unwrap();
    let out = FieldRetire {
        code: code.clone(),
        retired: true,
    };
    there_and_back(&temp, async || drop(retire(&temp.ws, &out).await.unwrap())).await;
    assert!(
        list(&temp.ws)
            .await
            .unwrap()
            .fields
            .iter()
            .all(|f| f.code != code)
    );
    assert!(set(&temp, 1, &code, "13").await.is_err());
    made(&temp, "Locker", FieldType::Text).await;
    let back = FieldRetire {
        code: code.clone(),
        retired: false,
    };
    assert!(message(retire(&temp.ws, &back).await.unwrap_err()).contains("already"));
    temp.undo().await;
    retire(&temp.ws, &back).await.unwrap();
    assert_eq!(value(&temp, 1, &code).await, "12");
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
