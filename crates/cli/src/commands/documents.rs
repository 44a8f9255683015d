//! `roster orders documents` and `roster orders document`: what was issued, and its PDF once more.

use clap::{Args, ValueEnum};
use roster_core::Workspace;
use roster_core::documents::{
    self, DocumentKind, DocumentSave, DocumentSaved, Documents as All, DocumentsRequest,
};

use super::Context;
use crate::failure::Result;
use crate::table::{counted, table};

/// List the invoices, receipts and what takes them back, the latest first.
#[derive(Debug, Args)]
pub struct Documents {
    /// Only these.
    #[arg(long, value_name = "KIND")]
    kind: Option<Kind>,
    /// A number, or part of a name.
    #[arg(long, value_name = "TEXT", default_value = "")]
    search: String,
    /// How many to show.
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: u32,
    /// How many to skip.
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: u32,
}

/// Write a document that was issued as PDF once more, as it was.
#[derive(Debug, Args)]
pub struct Document {
    /// Its id, from `roster orders documents`.
    id: i64,
    /// The file to write; ends with .pdf.
    file: String,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    Invoice,
    CreditNote,
    Receipt,
    VoidedReceipt,
}

impl From<Kind> for DocumentKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Invoice => Self::Invoice,
            Kind::CreditNote => Self::CreditNote,
            Kind::Receipt => Self::Receipt,
            Kind::VoidedReceipt => Self::VoidedReceipt,
        }
    }
}

impl Documents {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let request = DocumentsRequest {
            kind: self.kind.map(DocumentKind::from),
            search: self.search,
            offset: self.offset,
            limit: self.limit,
        };
        let work = async |ws: &Workspace| Ok(documents::list(ws, &request).await?);
        let all: All = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&all, || {
            let rows = all.documents.iter().map(|one| {
                let amount = one.amount.as_ref().map(ToString::to_string);
                [
                    one.id.to_string(),
                    one.title.clone(),
                    one.date.to_string(),
                    one.name.clone(),
                    amount.unwrap_or_default(),
                    if one.taken_back { "taken back" } else { "" }.to_owned(),
                ]
            });
            let list = table(["Id", "Document", "Date", "To", "Amount", ""], rows);
            format!("{list}{}\n", counted(all.total, "document", "documents"))
        })
    }
}

impl Document {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let input = DocumentSave {
            id: self.id,
            path: self.file,
        };
        let work = async |ws: &Workspace| Ok(documents::save_again(ws, &input).await?);
        let saved: DocumentSaved = crate::workspace::existing(context.global, work).await?;
        context.out.done(&saved, || {
            format!(
                "Number {} written again, as it was issued: {}\n",
                saved.number, saved.file
            )
        })
    }
}
