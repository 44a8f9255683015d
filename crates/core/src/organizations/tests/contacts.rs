//! The contacts of an organization, and the rule that they belong to one (R8).

use super::*;
use crate::contacts::{self, ContactEdit, Edit};
use crate::workspace::Settings;

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
