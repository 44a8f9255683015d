//! Edits of everything that a contact holds.

use crate::contacts::{
    self, Contact, ContactChanged, ContactEdit, ContactsQuery, Edit, FieldValue,
};
use crate::error::{Error, Result};
use crate::organizations::{
    self, OrganizationChoice, OrganizationCreate, OrganizationEdit, OrganizationKind,
    OrganizationStep,
};
use crate::testing::{Temp, workspace};

async fn try_edit(temp: &Temp, id: i64, edits: Vec<Edit>) -> Result<ContactChanged> {
    contacts::edit(&temp.ws, &ContactEdit { id, edits }).await
}

async fn apply(temp: &Temp, id: i64, edits: Vec<Edit>) -> Contact {
    try_edit(temp, id, edits).await.unwrap().contact
}

fn set(field: &str, value: &str) -> Edit {
    Edit::Set {
        field: field.into(),
        value: value.into(),
    }
}

fn seen(was: &str, edit: Edit) -> Edit {
    Edit::Seen {
        was: was.into(),
        edit: Box::new(edit),
    }
}

fn word(field: &str, word: &str) -> Edit {
    Edit::AddWord {
        field: field.into(),
        word: word.into(),
    }
}

fn tie(affiliation: i64, part: &str, value: &str) -> Edit {
    Edit::Affiliation {
        affiliation,
        part: part.into(),
        value: value.into(),
    }
}

/// A change of everything, taken back and done again: the workspace is the same each time.
async fn round_trip(temp: &Temp, id: i64, edits: Vec<Edit>) -> Contact {
    let before = temp.dump().await;
    let contact = apply(temp, id, edits).await;
    let after = temp.dump().await;
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
    contact
}

fn named(name: &str) -> OrganizationChoice {
    OrganizationChoice {
        name: name.into(),
        ..OrganizationChoice::default()
    }
}

/// An organization with an address, and a contact that belongs to it.
async fn at_harbour(temp: &Temp) -> (i64, i64) {
    let create = OrganizationCreate {
        kind: OrganizationKind::Account,
        name: "Blue Harbour".into(),
        set: [("street", "Quay 1"), ("city", "Leeds")]
            .map(|(field, value)| FieldValue {
                field: field.into(),
                value: value.into(),
            })
            .into(),
    };
    let made = organizations::create(&temp.ws, &create).await.unwrap();
    let contact = temp
        .create(&[("first_name", "Mia"), ("organization", "Blue Harbour")])
        .await;
    (made.organization.id, contact)
}

async fn move_harbour(temp: &Temp, organization: i64, city: &str) {
    let edits = vec![OrganizationStep::Set {
        field: "city".into(),
        value: city.into(),
    }];
    let edit = OrganizationEdit {
        id: organization,
        edits,
    };
    organizations::edit(&temp.ws, &edit).await.unwrap();
}

/// How many contacts a filter finds.
async fn found(temp: &Temp, filter: &str) -> u32 {
    let query = ContactsQuery {
        filter: filter.into(),
        ..ContactsQuery::default()
    };
    contacts::details(&temp.ws, &query, 0, 1).await.unwrap().0
}

fn follow(organization: i64) -> Edit {
    Edit::FollowAddress {
        organization,
        label: "physical".into(),
    }
}

fn city(contact: &Contact) -> Option<&str> {
    contact.addresses[0].part("city")
}

#[tokio::test]
async fn an_address_follows_the_organization_until_a_copy_is_kept() {
    let temp = workspace().await;
    let (organization, id) = at_harbour(&temp).await;
    let contact = round_trip(&temp, id, vec![follow(organization), follow(organization)]).await;
    let address = &contact.addresses[0];
    assert_eq!(contact.addresses.len(), 1);
    assert_eq!(address.organization.as_deref(), Some("Blue Harbour"));
    assert_eq!((city(&contact), address.primary), (Some("Leeds"), true));
    assert_eq!(found(&temp, "city = Leeds").await, 1);

    move_harbour(&temp, organization, "Whitby").await;
    let contact = contacts::get(&temp.ws, id).await.unwrap();
    assert_eq!(city(&contact), Some("Whitby"));
    assert_eq!(found(&temp, "city = Leeds").await, 0);
    assert_eq!(found(&temp, "city = Whitby and has street").await, 1);

    let address = contact.addresses[0].id;
    let kept = round_trip(&temp, id, vec![Edit::KeepAddress { address }]).await;
    assert_eq!(kept.addresses[0].organization_id, None);
    assert_eq!(kept.addresses[0].street.as_deref(), Some("Quay 1"));
    move_harbour(&temp, organization, "York").await;
    let contact = contacts::get(&temp.ws, id).await.unwrap();
    assert_eq!(city(&contact), Some("Whitby"));
}

#[tokio::test]
async fn a_part_that_is_typed_makes_a_followed_address_the_contacts_own() {
    let temp = workspace().await;
    let (organization, id) = at_harbour(&temp).await;
    apply(&temp, id, vec![follow(organization)]).await;
    let contact = round_trip(&temp, id, vec![set("street", "Quay 7")]).await;
    let address = &contact.addresses[0];
    assert_eq!(
        (address.street.as_deref(), city(&contact)),
        (Some("Quay 7"), Some("Leeds"))
    );
    assert_eq!(address.organization_id, None);
}

#[tokio::test]
async fn who_leaves_an_organization_keeps_its_address_as_a_copy() {
    let temp = workspace().await;
    let (organization, id) = at_harbour(&temp).await;
    let contact = apply(&temp, id, vec![follow(organization)]).await;
    let affiliation = contact.organizations[0].affiliation_id;
    let moved = Edit::AffiliationOrganization {
        affiliation,
        organization: named("Aurora"),
    };
    let contact = round_trip(&temp, id, vec![moved]).await;
    assert_eq!(contact.organizations[0].name, "Aurora");
    assert_eq!(contact.addresses[0].organization_id, None);
    assert_eq!(city(&contact), Some("Leeds"));
    // Without a tie there is nothing to follow.
    let refused = try_edit(&temp, id, vec![follow(organization)]).await;
    assert!(matches!(refused, Err(Error::Invalid { .. })));
}

#[tokio::test]
async fn an_import_that_says_otherwise_changes_the_contact_and_not_the_organization() {
    let temp = workspace().await;
    let (organization, id) = at_harbour(&temp).await;
    apply(
        &temp,
        id,
        vec![follow(organization), set("email", "mia@x.example")],
    )
    .await;
    let before = temp.dump().await;
    let csv = "E-mail,Street,City,Postcode\nmia@x.example,Quay 1,Leeds,LS1\n";
    assert_eq!(temp.import(csv).await.unchanged, 1);
    let mut replacing = crate::testing::request("E-mail,City\nmia@x.example,Hull\n");
    replacing.update = crate::import::Update::Replace;
    assert_eq!(temp.import_with(replacing).await.updated, 1);
    let contact = contacts::get(&temp.ws, id).await.unwrap();
    let address = &contact.addresses[0];
    assert_eq!(
        (city(&contact), address.organization_id),
        (Some("Hull"), None)
    );
    assert_eq!(address.street.as_deref(), Some("Quay 1"));
    let there = organizations::get(&temp.ws, organization).await.unwrap();
    assert_eq!(there.addresses[0].city.as_deref(), Some("Leeds"));
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
}

#[tokio::test]
async fn a_tie_moves_to_the_organization_that_was_picked_and_to_none_twice() {
    let temp = workspace().await;
    let (organization, id) = at_harbour(&temp).await;
    let add = Edit::AddAffiliation {
        organization: named("Aurora"),
    };
    let contact = apply(&temp, id, vec![add]).await;
    let affiliation = contact.organizations[1].affiliation_id;
    let to = |organization: OrganizationChoice| Edit::AffiliationOrganization {
        affiliation,
        organization,
    };
    let there = OrganizationChoice {
        id: Some(organization),
        ..OrganizationChoice::default()
    };
    let refused = try_edit(&temp, id, vec![to(there)]).await;
    assert!(matches!(refused, Err(Error::Invalid { .. })));
    let lead = OrganizationChoice {
        kind: Some(OrganizationKind::Lead),
        ..named("Cedar")
    };
    let contact = round_trip(&temp, id, vec![seen("Aurora", to(lead))]).await;
    let tie = &contact.organizations[1];
    assert_eq!((tie.name.as_str(), tie.kind.as_str()), ("Cedar", "lead"));
    let late = try_edit(&temp, id, vec![seen("Aurora", to(named("Dune")))]).await;
    assert!(matches!(late, Err(Error::Conflict { .. })));
}

#[tokio::test]
async fn a_contact_is_tied_to_several_organizations_with_dates() {
    let temp = workspace().await;
    let id = temp
        .create(&[("first_name", "Mia"), ("job_title", "CFO")])
        .await;
    let add = |name: &str| Edit::AddAffiliation {
        organization: named(name),
    };
    let contact = round_trip(
        &temp,
        id,
        vec![add("Aurora"), add("Blue Harbour"), add("aurora")],
    )
    .await;
    let ties = &contact.organizations;
    let names: Vec<_> = ties.iter().map(|t| (t.name.as_str(), t.primary)).collect();
    assert_eq!(names, [("Aurora", true), ("Blue Harbour", false)]);
    assert_eq!(ties[0].title.as_deref(), Some("CFO"));
    let (first, second) = (ties[0].affiliation_id, ties[1].affiliation_id);
    let edits = vec![
        tie(second, "role", "decision maker"),
        tie(second, "from", "2020-01-31"),
        tie(second, "to", "31.12.2024"),
        Edit::AffiliationPrimary {
            affiliation: second,
        },
    ];
    let contact = round_trip(&temp, id, edits).await;
    let main = &contact.organizations[0];
    assert_eq!((main.name.as_str(), main.primary), ("Blue Harbour", true));
    assert_eq!(main.from.as_deref(), Some("2020-01-31"));
    assert_eq!(main.to.as_deref(), Some("2024-12-31"));
    let refused = try_edit(&temp, id, vec![tie(second, "from", "2025-06-01")]).await;
    assert!(matches!(refused, Err(Error::Invalid { .. })));
    let gone = vec![Edit::RemoveAffiliation {
        affiliation: second,
    }];
    let contact = round_trip(&temp, id, gone).await;
    assert!(contact.organizations[0].primary);
    assert_eq!(contact.organizations[0].affiliation_id, first);
}

#[tokio::test]
async fn addresses_of_every_label_come_go_and_change_place() {
    let temp = workspace().await;
    let id = temp
        .create(&[("first_name", "Mia"), ("city", "Leeds")])
        .await;
    let part = |field: &str, value: &str| FieldValue {
        field: field.into(),
        value: value.into(),
    };
    let add = |label: &str| Edit::AddAddress {
        label: label.into(),
        parts: vec![part("city", "Haifa"), part("country", "Israel")],
    };
    let contact = round_trip(&temp, id, vec![add("billing"), add("billing")]).await;
    let labels: Vec<_> = contact.addresses.iter().map(|a| a.label.as_str()).collect();
    assert_eq!(labels, ["physical", "billing", "billing"]);
    assert_eq!(contact.addresses[1].country.as_deref(), Some("IL"));
    let second = contact.addresses[1].id;
    let edits = vec![
        Edit::AddressPrimary { address: second },
        Edit::AddressLabel {
            address: second,
            label: "mailing".into(),
        },
    ];
    let contact = round_trip(&temp, id, edits).await;
    let main = &contact.addresses[0];
    assert_eq!((main.label.as_str(), main.primary), ("mailing", true));
    let contact = round_trip(&temp, id, vec![Edit::RemoveAddress { address: second }]).await;
    assert!(contact.addresses[0].primary);
    let other = temp.create(&[("first_name", "Dan")]).await;
    let address = contact.addresses[0].id;
    let foreign = try_edit(&temp, other, vec![Edit::RemoveAddress { address }]).await;
    assert!(matches!(foreign, Err(Error::NotFound { .. })));
    let odd = try_edit(&temp, id, vec![add("castle")]).await;
    assert!(matches!(odd, Err(Error::Invalid { .. })));
}

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
async fn an_edit_changes_only_what_it_names() {
    let temp = workspace().await;
    let id = temp
        .create(&[("first_name", "Mia"), ("tags", "vip"), ("groups", "Choir")])
        .await;
    // Two windows that both saw the contact above.
    apply(
        &temp,
        id,
        vec![set("nickname", "M."), word("tags", "press")],
    )
    .await;
    let contact = apply(
        &temp,
        id,
        vec![
            set("job_title", "CFO"),
            word("tags", "board"),
            word("groups", "Board"),
        ],
    )
    .await;
    assert_eq!(contact.nickname.as_deref(), Some("M."));
    assert_eq!(contact.tags, ["board", "press", "vip"]);
    assert_eq!(contact.groups, ["Board", "Choir"]);
    let remove = Edit::RemoveWord {
        field: "tags".into(),
        word: "VIP".into(),
    };
    assert_eq!(
        round_trip(&temp, id, vec![remove]).await.tags,
        ["board", "press"]
    );
}

#[tokio::test]
async fn a_value_that_was_changed_meanwhile_is_not_overwritten() {
    let temp = workspace().await;
    let id = temp
        .create(&[
            ("job_title", "CFO"),
            ("email", "mia@x.example"),
            ("city", "Leeds"),
        ])
        .await;
    let contact = contacts::get(&temp.ws, id).await.unwrap();
    let (point, address) = (contact.points[0].id, contact.addresses[0].id);
    let point = |value: &str| Edit::Point {
        point,
        value: value.into(),
    };
    let city = |value: &str| Edit::Address {
        address,
        part: "city".into(),
        value: value.into(),
    };
    apply(
        &temp,
        id,
        vec![set("job_title", "CEO"), point("m@x.example"), city("York")],
    )
    .await;
    let before = temp.dump().await;
    for (was, edit, now) in [
        ("CFO", set("job_title", "Chair"), "CEO"),
        ("mia@x.example", point("mia@y.example"), "m@x.example"),
        ("Leeds", city("Bath"), "York"),
    ] {
        let refused = try_edit(&temp, id, vec![set("notes", "x"), seen(was, edit)]).await;
        match refused {
            Err(Error::Conflict { present, .. }) => assert_eq!(present, now),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(temp.dump().await, before);
    // The same new value twice is no quarrel, and the value as it stands can be changed.
    let twice = try_edit(&temp, id, vec![seen("CFO", set("job_title", "CEO"))]).await;
    assert_eq!(twice.unwrap().batch, None);
    let contact = apply(&temp, id, vec![seen("CEO", set("job_title", "Chair"))]).await;
    assert_eq!(contact.job_title.as_deref(), Some("Chair"));
}

#[tokio::test]
async fn a_numbered_field_means_one_point() {
    let temp = workspace().await;
    let id = temp
        .create(&[
            ("email", "a@x.example"),
            ("email2", "b@x.example"),
            ("work_email", "c@x.example"),
        ])
        .await;
    let contact = apply(&temp, id, vec![set("email2", "")]).await;
    let values: Vec<_> = contact.points.iter().map(|p| p.value.as_str()).collect();
    assert_eq!(values, ["a@x.example", "c@x.example"]);
    let contact = apply(&temp, id, vec![set("email", "")]).await;
    assert!(contact.points.is_empty());
}

#[tokio::test]
async fn points_of_any_kind_and_label_are_added() {
    let temp = workspace().await;
    let id = temp.create(&[("first_name", "Mia")]).await;
    let add = |kind: &str, label: Option<&str>, value: &str| Edit::AddPoint {
        point_kind: kind.into(),
        label: label.map(str::to_owned),
        value: value.into(),
    };
    let edits = vec![
        add("phone", Some("other"), "+34612345679"),
        add("messaging", Some("signal"), "@mia"),
        add("social", None, "mastodon.example/@mia"),
    ];
    let contact = round_trip(&temp, id, edits).await;
    let shown: Vec<_> = contact
        .points
        .iter()
        .map(|p| (p.kind.as_str(), p.label.as_deref(), p.primary))
        .collect();
    assert_eq!(
        shown,
        [
            ("messaging", Some("signal"), true),
            ("phone", Some("other"), true),
            ("social", None, true)
        ]
    );
    let odd = try_edit(&temp, id, vec![add("pigeon", None, "x")]).await;
    assert!(matches!(odd, Err(Error::Invalid { .. })));
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
        let changes = contacts::history(&temp.ws, id).await.unwrap().changes;
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
