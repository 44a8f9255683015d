//! Preferences, consents, and values of any script and length.

use super::{apply, round_trip, set, try_edit};
use crate::contacts::{self, Edit};
use crate::error::Error;
use crate::testing::workspace;

#[tokio::test]
async fn preferences_and_consents_are_kept_with_their_proof() {
    let temp = workspace().await;
    let id = temp.create(&[("first_name", "Mia")]).await;
    let consent = |state: &str| Edit::Consent {
        purpose: "newsletter".into(),
        state: state.into(),
        date: Some("1.2.2026".into()),
        how: Some("form at the fair".into()),
        note: None,
    };
    let edits = vec![
        set("preferred_channel", "sms"),
        set("contact_frequency", "weekly"),
        set("content_topics", "sailing; tea , sailing"),
        consent("given"),
    ];
    let contact = round_trip(&temp, id, edits).await;
    assert_eq!(contact.preferred_channel.as_deref(), Some("sms"));
    assert_eq!(contact.content_topics, ["sailing", "tea"]);
    let held = &contact.consents[0];
    assert_eq!(
        (held.state.as_str(), held.date.as_deref()),
        ("given", Some("2026-02-01"))
    );
    let contact = round_trip(&temp, id, vec![consent("withdrawn")]).await;
    assert_eq!(contact.consents.len(), 1);
    assert_eq!(contact.consents[0].state, "withdrawn");
    assert!(
        apply(&temp, id, vec![consent("")])
            .await
            .consents
            .is_empty()
    );
    for odd in [set("contact_frequency", "hourly"), consent("perhaps")] {
        let refused = try_edit(&temp, id, vec![odd]).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })));
    }
}

#[tokio::test]
async fn uid_created_lifecycle_and_time_zone_are_brought_into_form() {
    let temp = workspace().await;
    let uid = "0190F3A0-1111-7000-8000-000000000001";
    let id = temp
        .create(&[
            ("first_name", "Mia"),
            ("uid", uid),
            ("created", "2019-05-06"),
        ])
        .await;
    let contact = apply(
        &temp,
        id,
        vec![
            set("lifecycle", "At risk"),
            set("time_zone", "asia/jerusalem"),
        ],
    )
    .await;
    assert_eq!(contact.uid, uid.to_lowercase());
    assert_eq!(contact.created, "2019-05-06T00:00:00Z");
    assert_eq!(contact.lifecycle.as_deref(), Some("customer/at_risk"));
    assert_eq!(contact.time_zone.as_deref(), Some("Asia/Jerusalem"));
    let odd = try_edit(&temp, id, vec![set("lifecycle", "acquaintance")])
        .await
        .unwrap();
    assert_eq!(odd.warnings.len(), 1);
    assert_eq!(odd.contact.lifecycle.as_deref(), Some("acquaintance"));
    let other = temp.create(&[("first_name", "Dan")]).await;
    for refused in [
        set("uid", uid),
        set("uid", "12"),
        set("created", "yesterday"),
    ] {
        let refused = try_edit(&temp, other, vec![refused]).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })));
    }
}

#[tokio::test]
async fn values_of_any_script_and_length_stay_as_they_were_typed() {
    let temp = workspace().await;
    let long = "שורה אחת\n\tשנייה 👩‍👩‍👧‍👦 \u{200f}(סוף)\u{200e}\n\n".repeat(400);
    let notes = format!("  {long}");
    for (field, typed) in [
        ("first_name", "מ"),
        ("last_name", "O’Neill-\u{200f}לוי"),
        ("nickname", "🦊"),
        ("notes", notes.as_str()),
        (
            "source",
            "a\u{0301} \"quoted\", 'single'; DROP TABLE contacts; -- %_\\",
        ),
    ] {
        let id = temp.create(&[("full_name", "X"), (field, typed)]).await;
        let contact = contacts::get(&temp.ws, id).await.unwrap();
        assert_eq!(contact.scalar(field).as_deref(), Some(typed), "{field}");
        let changes = crate::history::of_contact(&temp.ws, id)
            .await
            .unwrap()
            .changes;
        let told = changes.iter().find(|c| c.field == field).unwrap();
        assert_eq!(told.after.as_deref(), Some(typed), "{field}");
    }
    let id = temp
        .create(&[("first_name", "  Mia  "), ("notes", " \n ")])
        .await;
    let contact = contacts::get(&temp.ws, id).await.unwrap();
    assert_eq!(
        (contact.first_name.as_deref(), contact.notes),
        (Some("Mia"), None)
    );
}
