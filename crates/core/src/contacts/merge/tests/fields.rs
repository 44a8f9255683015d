//! Which value stays where both have one.

use super::*;

#[tokio::test]
async fn fields_are_chosen_preferred_or_set() {
    let (temp, noa, also) = two().await;
    let look = look(
        &temp.ws,
        &BySelection {
            selection: Selection::Ids {
                ids: vec![also, noa],
            },
        },
    )
    .await
    .unwrap();
    assert_eq!(look.contacts[0].id, noa, "the one that was there first");
    let told: Vec<_> = look.fields.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(told, ["first_name"], "what only one has is no choice");
    let before = temp.dump().await;
    let chosen = ContactsMerge {
        choose: vec![
            MergeChoice {
                field: "first_name".into(),
                contact: also,
            },
            MergeChoice {
                field: "last_name".into(),
                contact: also,
            },
            MergeChoice {
                field: "notes".into(),
                contact: also,
            },
        ],
        ..plain(noa, &[also])
    };
    let kept = merged(&temp, &chosen).await;
    assert_eq!((kept.name.as_str(), kept.last_name), ("Noah", None));
    assert_eq!(kept.notes.as_deref(), Some("Likes tea."));
    temp.undo().await;
    let preferred = ContactsMerge {
        prefer: Some(also),
        set: vec![FieldValue {
            field: "suffix".into(),
            value: "MA".into(),
        }],
        ..plain(noa, &[also])
    };
    let kept = merged(&temp, &preferred).await;
    assert_eq!(
        (
            kept.first_name.as_deref(),
            kept.last_name.as_deref(),
            kept.suffix.as_deref()
        ),
        (Some("Noah"), Some("Levi"), Some("MA"))
    );
    undone_and_redone(&temp, before).await;
}

#[tokio::test]
async fn custom_values_fill_blanks_or_are_chosen() {
    let (temp, noa, also) = two().await;
    let third = temp
        .create(&[("first_name", "N."), ("email", "n@x.example")])
        .await;
    for (code, kind) in [("shoe", "number"), ("hobby", "text")] {
        let input = serde_json::json!({ "label": code, "type": kind, "code": code });
        crate::operations::call(&temp.ws, "field_add", input, &Job::silent())
            .await
            .unwrap();
    }
    edit(&temp, noa, vec![set("shoe", "38")]).await;
    edit(&temp, also, vec![set("shoe", "39"), set("hobby", "Chess")]).await;
    edit(&temp, third, vec![set("shoe", "40")]).await;
    let before = temp.dump().await;
    let value = |contact: &Contact, code: &str| contact.fields[code].as_str().unwrap().to_owned();
    let kept = merged(&temp, &plain(noa, &[also, third])).await;
    assert_eq!(
        (value(&kept, "shoe"), value(&kept, "hobby")),
        ("38".into(), "Chess".into())
    );
    undone_and_redone(&temp, before.clone()).await;
    temp.undo().await;
    let chosen = ContactsMerge {
        choose: vec![
            MergeChoice {
                field: "shoe".into(),
                contact: third,
            },
            MergeChoice {
                field: "hobby".into(),
                contact: third,
            },
        ],
        ..plain(noa, &[also, third])
    };
    let kept = merged(&temp, &chosen).await;
    assert_eq!(value(&kept, "shoe"), "40");
    assert!(!kept.fields.contains_key("hobby"), "chosen blank");
    undone_and_redone(&temp, before).await;
}
