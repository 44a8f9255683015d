//! Addresses of a contact's own, and those that follow an organization's.

use super::{apply, named, round_trip, set, try_edit};
use crate::contacts::{self, Contact, ContactsQuery, Edit, FieldValue};
use crate::error::Error;
use crate::organizations::{
    self, OrganizationCreate, OrganizationEdit, OrganizationKind, OrganizationStep,
};
use crate::testing::{Temp, workspace};

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
