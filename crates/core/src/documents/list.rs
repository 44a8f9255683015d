//! What was issued: the list, and the paper of each, as it was.

use sqlx::FromRow;

use super::paper;
use super::types::{
    Document, DocumentKind, DocumentSave, DocumentSaved, Documents, DocumentsRequest,
};
use crate::error::{Error, Result};
use crate::memberships::day;
use crate::operations::Operation;
use crate::orders::Amount;
use crate::staff;
use crate::values::fold::fold;
use crate::workspace::Workspace;

const MOST: u32 = 1000;

#[derive(FromRow)]
struct Row {
    id: i64,
    kind: DocumentKind,
    number: i64,
    on_date: String,
    order_id: Option<i64>,
    payment_id: Option<i64>,
    contact_id: Option<i64>,
    title: String,
    name: Option<String>,
    amount: Option<String>,
    taken_back: bool,
}

/// A stretch of the documents that were issued, the latest first.
pub async fn list(ws: &Workspace, request: &DocumentsRequest) -> Result<Documents> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("list.sql"))
        .fetch_all(&mut *ws.read().await?)
        .await?;
    let search = fold(&request.search);
    let is_meant = |row: &Row| {
        request.kind.is_none_or(|kind| kind == row.kind)
            && (search.is_empty()
                || fold(row.name.as_deref().unwrap_or_default()).contains(&search)
                || row.number.to_string() == search)
    };
    let found: Vec<Row> = rows.into_iter().filter(is_meant).collect();
    let total = found.len() as u32;
    let stretch = found
        .into_iter()
        .skip(request.offset as usize)
        .take(request.limit.min(MOST) as usize);
    Ok(Documents {
        total,
        documents: stretch.map(Row::document).collect::<Result<_>>()?,
    })
}

impl Row {
    fn document(self) -> Result<Document> {
        // As it stands on the paper, always with its currency.
        let amount = self.amount.as_deref();
        Ok(Document {
            id: self.id,
            kind: self.kind,
            number: self.number,
            title: self.title,
            date: day(&self.on_date)?,
            contact_id: self.contact_id,
            name: self.name.unwrap_or_default(),
            amount: amount.and_then(|amount| Amount::read(amount, "")),
            order: self.order_id,
            payment: self.payment_id,
            taken_back: self.taken_back,
        })
    }
}

/// Writes a document that was issued as PDF once more, as it was.
///
/// # Errors
/// `NotFound`; `Invalid` where the file's name doesn't end with `.pdf`; the file's own errors.
pub async fn save_again(ws: &Workspace, input: &DocumentSave) -> Result<DocumentSaved> {
    staff::permit(ws, Operation::DocumentSave).await?;
    let path = paper::checked(&input.path)?;
    let held: Option<(i64, String)> =
        sqlx::query_as("SELECT number, content FROM documents WHERE id = ?")
            .bind(input.id)
            .fetch_optional(&mut *ws.read().await?)
            .await?;
    let (number, content) = held.ok_or_else(|| Error::not_found("document", input.id))?;
    paper::write(&path, &content)?;
    Ok(DocumentSaved {
        file: path.to_string_lossy().into_owned(),
        number,
        issued: false,
    })
}
