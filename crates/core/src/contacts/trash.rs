//! The trash and the archive: contacts go there and come back, with everything on them, as one batch (L5, L6). Only
//! emptying the trash (`crate::trash`) removes them for good.

use sqlx::AssertSqlSafe;

use super::belonging::insist_on_returning;
use super::list::{Selected, selected};
use super::types::{BatchDone, Selection};
use crate::backup::{self, Why};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::sql;
use crate::workspace::Workspace;

/// Puts contacts into the trash.
///
/// # Errors
/// `NotFound` when a single id is named that doesn't exist or is in the trash already; `ListChanged`.
pub async fn delete(ws: &Workspace, selection: &Selection) -> Result<BatchDone> {
    move_to(
        ws,
        selection,
        Operation::ContactsDelete,
        "deleted_at = ?2, changed_at = ?2",
        "deleted_at IS NULL",
    )
    .await
}

/// Brings contacts back from the trash.
///
/// # Errors
/// `NotFound`, `ListChanged`; `OrganizationsInTrash` when contacts must belong to an organization and theirs are in the
/// trash too.
pub async fn restore(ws: &Workspace, selection: &Selection) -> Result<BatchDone> {
    move_to(
        ws,
        selection,
        Operation::ContactsRestore,
        "deleted_at = NULL, changed_at = ?2",
        "deleted_at IS NOT NULL",
    )
    .await
}

/// Puts contacts aside: they leave lists, counts and groups, and stay findable in the archive.
pub async fn archive(ws: &Workspace, selection: &Selection) -> Result<BatchDone> {
    move_to(
        ws,
        selection,
        Operation::ContactsArchive,
        "archived_at = ?2, changed_at = ?2",
        "archived_at IS NULL AND deleted_at IS NULL",
    )
    .await
}

/// Brings contacts back into the lists.
pub async fn unarchive(ws: &Workspace, selection: &Selection) -> Result<BatchDone> {
    move_to(
        ws,
        selection,
        Operation::ContactsUnarchive,
        "archived_at = NULL, changed_at = ?2",
        "archived_at IS NOT NULL",
    )
    .await
}

async fn move_to(
    ws: &Workspace,
    selection: &Selection,
    operation: Operation,
    set: &str,
    where_it_is: &str,
) -> Result<BatchDone> {
    let Selected { ids, generation } = selected(ws, selection).await?;
    if ids.len() >= backup::MANY {
        backup::before(ws, Why::Change).await;
    }
    let mut change = Change::begin(ws, operation).await?;
    change.expect_generation(generation)?;
    if operation == Operation::ContactsRestore {
        insist_on_returning(&mut change, &ids).await?;
    }
    let sql = format!(
        "UPDATE contacts SET {set} WHERE id IN (SELECT value FROM json_each(?1)) AND {where_it_is}"
    );
    let count = sqlx::query(AssertSqlSafe(sql))
        .bind(sql::ids(&ids))
        .bind(change.now.clone())
        .execute(&mut *change)
        .await?
        .rows_affected();
    if let (0, [id]) = (count, ids.as_slice()) {
        return Err(Error::not_found("contact", id));
    }
    Ok(BatchDone {
        batch: change.commit().await?,
        count,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contacts::{self, ContactEdit, ContactsQuery, Edit, Place};
    use crate::journal::{UndoRequest, undo};
    use crate::progress::Job;
    use crate::testing::{Temp, workspace};
    use crate::trash::{TrashEmpty, empty};
    use crate::workspace::stats;

    fn only(ids: &[i64]) -> Selection {
        Selection::Ids { ids: ids.to_vec() }
    }

    async fn names(temp: &Temp, place: Place, search: &str) -> Vec<String> {
        let query = ContactsQuery {
            place,
            search: search.into(),
            ..ContactsQuery::default()
        };
        let (_, found) = contacts::details(&temp.ws, &query, 0, 100).await.unwrap();
        found.into_iter().map(|contact| contact.name).collect()
    }

    async fn empty_all(temp: &Temp) -> u64 {
        let job = Job::silent();
        empty(&temp.ws, &TrashEmpty::default(), &job)
            .await
            .unwrap()
            .count
    }

    #[tokio::test]
    async fn the_archive_is_out_of_the_lists_and_still_found() {
        let temp = workspace().await;
        let id = temp
            .create(&[
                ("first_name", "Mia"),
                ("groups", "Choir"),
                ("email", "m@x.example"),
            ])
            .await;
        temp.create(&[("first_name", "Dan")]).await;
        let before = temp.dump().await;
        assert_eq!(archive(&temp.ws, &only(&[id])).await.unwrap().count, 1);
        assert_eq!(names(&temp, Place::Lists, "").await, ["Dan"]);
        assert_eq!(names(&temp, Place::Archive, "x.example").await, ["Mia"]);
        let counts = stats(&temp.ws).await.unwrap();
        assert_eq!((counts.contacts, counts.archived, counts.trash), (1, 1, 0));
        assert_eq!(
            crate::groups::list(&temp.ws).await.unwrap().groups[0].total,
            0
        );
        temp.undo().await;
        assert_eq!(temp.dump().await, before);
        temp.redo().await;
        unarchive(&temp.ws, &only(&[id])).await.unwrap();
        assert_eq!(names(&temp, Place::Lists, "").await, ["Dan", "Mia"]);
    }

    #[tokio::test]
    async fn the_trash_is_searched_and_sorted_like_the_lists() {
        let temp = workspace().await;
        let mia = temp.create(&[("first_name", "Mia")]).await;
        let dan = temp.create(&[("first_name", "Dan")]).await;
        delete(&temp.ws, &only(&[mia, dan])).await.unwrap();
        assert_eq!(names(&temp, Place::Trash, "").await, ["Dan", "Mia"]);
        assert_eq!(names(&temp, Place::Trash, "mi").await, ["Mia"]);
        assert!(names(&temp, Place::Lists, "mi").await.is_empty());
    }

    #[tokio::test]
    async fn emptying_removes_contacts_and_what_the_journal_knows_of_them() {
        let temp = workspace().await;
        let import =
            "First name,E-mail,E-mail status\nNoa,noa@x.example,unsubscribed\nDan,dan@x.example,\n";
        temp.import(import).await;
        let mia = temp
            .create(&[("first_name", "Mia"), ("notes", "secret words")])
            .await;
        let kept = temp.create(&[("first_name", "Eva")]).await;
        delete(&temp.ws, &only(&[1, mia, kept])).await.unwrap();
        restore(&temp.ws, &only(&[kept])).await.unwrap();
        assert_eq!(empty_all(&temp).await, 2);
        assert_eq!(names(&temp, Place::Trash, "").await, [""; 0]);
        assert_eq!(names(&temp, Place::Lists, "").await, ["Dan", "Eva"]);
        let mut conn = temp.ws.read().await.unwrap();
        let traces: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM journal WHERE before || coalesce(after, '') LIKE '%secret%' OR after LIKE '%secret%'",
        )
        .fetch_one(&mut *conn)
        .await
        .unwrap();
        drop(conn);
        assert_eq!(traces, 0);
        // The opt-out belongs to the value, not to the contact.
        assert_eq!(stats(&temp.ws).await.unwrap().opt_outs, 1);
        assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
        assert_eq!(empty_all(&temp).await, 0);
    }

    #[tokio::test]
    async fn what_stayed_can_still_be_undone_and_emptying_cannot() {
        let temp = workspace().await;
        let mia = temp.create(&[("first_name", "Mia")]).await;
        let dan = temp.create(&[("first_name", "Dan")]).await;
        let edits = vec![Edit::Set {
            field: "nickname".into(),
            value: "D.".into(),
        }];
        let edit = ContactEdit { id: dan, edits };
        contacts::edit(&temp.ws, &edit).await.unwrap();
        delete(&temp.ws, &only(&[mia])).await.unwrap();
        empty_all(&temp).await;
        let last: i64 = sqlx::query_scalar("SELECT max(id) FROM batches")
            .fetch_one(&mut *temp.ws.read().await.unwrap())
            .await
            .unwrap();
        let refused = undo(&temp.ws, &UndoRequest { batch: Some(last) }, &Job::silent()).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })));
        // The deletion has nothing left to give back: the edit before it is what undo takes.
        assert_eq!(temp.undo().await.operation, "contact_edit");
        assert_eq!(contacts::get(&temp.ws, dan).await.unwrap().nickname, None);
    }

    #[tokio::test]
    async fn only_what_is_in_the_trash_is_removed_and_a_cancelled_emptying_removes_nothing() {
        let temp = workspace().await;
        let mia = temp.create(&[("first_name", "Mia")]).await;
        let dan = temp.create(&[("first_name", "Dan")]).await;
        delete(&temp.ws, &only(&[mia])).await.unwrap();
        let before = temp.dump().await;
        let job = Job::silent();
        job.cancel_handle().cancel();
        let cancelled = empty(&temp.ws, &TrashEmpty::default(), &job).await;
        assert!(matches!(cancelled, Err(Error::Cancelled)));
        assert_eq!(temp.dump().await, before);
        let chosen = TrashEmpty::Contacts {
            selection: Some(only(&[mia, dan])),
        };
        let emptied = empty(&temp.ws, &chosen, &Job::silent()).await.unwrap();
        assert_eq!(emptied.count, 1);
        assert_eq!(names(&temp, Place::Lists, "").await, ["Dan"]);
    }
}
