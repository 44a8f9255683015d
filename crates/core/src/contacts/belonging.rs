//! Contacts and the organizations they belong to: what follows from a change of an organization, and the rule that every
//! contact belongs to one (R8).

use super::derive::derive;
use super::details::by_ids;
use super::edit::display_name;
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::sql;
use crate::workspace::settings;

/// After the organizations of contacts changed: a contact without a name of its own is named after them, and all are
/// found by them.
pub(crate) async fn follow_organizations(change: &mut Change, contacts: &[i64]) -> Result<()> {
    for chunk in contacts.chunks(500) {
        for contact in by_ids(change, chunk).await? {
            let name = display_name(&contact);
            // A contact that would have no name at all keeps the one it had.
            if !name.is_empty() && name != contact.name {
                sqlx::query("UPDATE contacts SET name = ? WHERE id = ?")
                    .bind(name)
                    .bind(contact.id)
                    .execute(&mut **change)
                    .await?;
            }
        }
        derive(change, &sql::ids(chunk)).await?;
    }
    Ok(())
}

/// Whether a contact belongs to an organization that is not in the trash.
pub(super) async fn belongs(change: &mut Change, contact: i64) -> Result<bool> {
    Ok(without_organization(change, &[contact]).await? == 0)
}

/// How many of these contacts belong to no organization that is not in the trash.
async fn without_organization(change: &mut Change, contacts: &[i64]) -> Result<i64> {
    Ok(sqlx::query_scalar(include_str!("without_organization.sql"))
        .bind(sql::ids(contacts))
        .fetch_one(&mut **change)
        .await?)
}

/// Where the workspace says that contacts belong to an organization: how many of these belong to none. Otherwise none.
pub(crate) async fn missing_organization(change: &mut Change, contacts: &[i64]) -> Result<i64> {
    if !settings(change).await?.organization_required {
        return Ok(0);
    }
    without_organization(change, contacts).await
}

/// Where the workspace says that contacts belong to an organization, refuses to bring contacts back from the trash
/// whose organizations are all there too. One without any stood so before the rule was made, and comes back as it was.
///
/// # Errors
/// `OrganizationsInTrash`, which names them.
pub(super) async fn insist_on_returning(change: &mut Change, contacts: &[i64]) -> Result<()> {
    if !settings(change).await?.organization_required {
        return Ok(());
    }
    let (contacts, organizations, names): (i64, i64, String) =
        sqlx::query_as(include_str!("organizations_in_trash.sql"))
            .bind(sql::ids(contacts))
            .fetch_one(&mut **change)
            .await?;
    if contacts == 0 {
        return Ok(());
    }
    let names: Vec<String> = serde_json::from_str(&names).unwrap_or_default();
    Err(Error::OrganizationsInTrash {
        contacts,
        more: organizations - names.len() as i64,
        names,
    })
}

/// Where the workspace says that contacts belong to an organization, refuses a change that leaves any of these without.
///
/// # Errors
/// `Invalid` at the field `organization`.
pub(crate) async fn insist_on_organization(change: &mut Change, contacts: &[i64]) -> Result<()> {
    match missing_organization(change, contacts).await? {
        0 => Ok(()),
        1 if contacts.len() == 1 => Err(Error::field(
            "organization",
            "Every contact belongs to an organization here. Choose one, or name a new one.",
        )),
        count => Err(Error::field(
            "organization",
            format!(
                "Every contact belongs to an organization here, and {count} would belong to none. Give them another one first."
            ),
        )),
    }
}

#[cfg(test)]
mod tests {
    use crate::contacts::{self, ContactEdit, Edit, Selection};
    use crate::error::Error;
    use crate::organizations::{self, OrganizationSelection};
    use crate::testing::{Temp, workspace};
    use crate::workspace::{Settings, set_settings};

    async fn require(temp: &Temp) {
        let settings = Settings {
            organization_required: true,
            ..Settings::default()
        };
        set_settings(&temp.ws, &settings).await.unwrap();
    }

    fn only(id: i64) -> Selection {
        Selection::Ids { ids: vec![id] }
    }

    fn only_organization(id: i64) -> OrganizationSelection {
        OrganizationSelection::Ids { ids: vec![id] }
    }

    /// Mia of Aurora, in the trash with it, where contacts must belong to an organization.
    async fn both_in_the_trash(temp: &Temp) -> (i64, i64) {
        let id = temp
            .create(&[("first_name", "Mia"), ("organization", "Aurora")])
            .await;
        let aurora = contacts::get(&temp.ws, id).await.unwrap().organizations[0].id;
        contacts::delete(&temp.ws, &only(id)).await.unwrap();
        organizations::delete(&temp.ws, &only_organization(aurora))
            .await
            .unwrap();
        require(temp).await;
        (id, aurora)
    }

    #[tokio::test]
    async fn nobody_comes_back_from_the_trash_before_an_organization_of_theirs() {
        let temp = workspace().await;
        let loner = temp.create(&[("first_name", "Loner")]).await;
        contacts::delete(&temp.ws, &only(loner)).await.unwrap();
        let (id, aurora) = both_in_the_trash(&temp).await;
        let before = temp.dump().await;
        let refused = contacts::restore(&temp.ws, &only(id)).await.unwrap_err();
        assert_eq!(
            refused.to_string(),
            "Every contact belongs to an organization here. 1 contact belongs only to organizations that are in the trash: “Aurora”. Nothing was changed."
        );
        assert_eq!(temp.dump().await, before);
        // Who belonged to none before the rule comes back as they were.
        contacts::restore(&temp.ws, &only(loner)).await.unwrap();
        organizations::restore(&temp.ws, &only_organization(aurora))
            .await
            .unwrap();
        contacts::restore(&temp.ws, &only(id)).await.unwrap();
        assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
    }

    #[tokio::test]
    async fn an_undo_always_works_and_tells_whom_it_left_without() {
        let temp = workspace().await;
        let (id, aurora) = both_in_the_trash(&temp).await;
        // The deletion of the organization stays; that of the contact is taken back by its number.
        let deletion = temp.batch_of("contacts_delete").await;
        let undone = temp.undo_batch(deletion).await;
        assert_eq!(undone.without_organization, 1);
        assert_eq!(contacts::get(&temp.ws, id).await.unwrap().deleted, None);
        organizations::restore(&temp.ws, &only_organization(aurora))
            .await
            .unwrap();
        // And so it is where the organization came later: the tie goes, and the redo brings it back.
        let other = temp
            .create(&[("first_name", "Dan"), ("organization", "Aurora")])
            .await;
        let tie = contacts::get(&temp.ws, other).await.unwrap().organizations[0].affiliation_id;
        let edits = vec![
            Edit::AddAffiliation {
                organization: crate::organizations::OrganizationChoice {
                    name: "Cedar".into(),
                    ..Default::default()
                },
            },
            Edit::RemoveAffiliation { affiliation: tie },
        ];
        let edit = ContactEdit { id: other, edits };
        contacts::edit(&temp.ws, &edit).await.unwrap();
        organizations::delete(&temp.ws, &only_organization(aurora))
            .await
            .unwrap_err();
        assert_eq!(temp.undo().await.without_organization, 0);
        assert_eq!(temp.redo().await.without_organization, 0);
        let refused = contacts::edit(
            &temp.ws,
            &ContactEdit {
                id: other,
                edits: vec![Edit::Set {
                    field: "organization".into(),
                    value: String::new(),
                }],
            },
        )
        .await;
        assert!(matches!(refused, Err(Error::Invalid { .. })));
    }
}
