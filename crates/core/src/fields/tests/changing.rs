//! Changing the type or options of a field, retiring and removing it.

use super::*;

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
