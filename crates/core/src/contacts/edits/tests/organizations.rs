//! Ties to organizations.

use super::{apply, named, round_trip, seen, try_edit};
use crate::contacts::Edit;
use crate::error::Error;
use crate::organizations::{OrganizationChoice, OrganizationKind};
use crate::testing::workspace;

fn tie(affiliation: i64, part: &str, value: &str) -> Edit {
    Edit::Affiliation {
        affiliation,
        part: part.into(),
        value: value.into(),
    }
}

#[tokio::test]
async fn a_tie_moves_to_the_organization_that_was_picked_and_to_none_twice() {
    let temp = workspace().await;
    let id = temp
        .create(&[("first_name", "Mia"), ("organization", "Blue Harbour")])
        .await;
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
        id: Some(contact.organizations[0].id),
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
