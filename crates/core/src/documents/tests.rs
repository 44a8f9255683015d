use super::*;
use crate::contacts::{self, ById, ContactEdit, Edit};
use crate::error::Error;
use crate::journal::{UndoRequest, undo};
use crate::memberships::{self, MemberEnroll};
use crate::orders::{self, PaymentInput};
use crate::progress::Job;
use crate::testing::{Temp, association};

/// Mia, enrolled for 50 EUR: her order is 1.
async fn enrolled() -> (Temp, i64, i64) {
    let (temp, id) = association().await;
    let input = MemberEnroll {
        id,
        type_id: 1,
        ..MemberEnroll::default()
    };
    let batch = memberships::enroll(&temp.ws, &input).await.unwrap().batch;
    (temp, id, batch.unwrap())
}

fn path(temp: &Temp, name: &str) -> String {
    let beside = temp.ws.path().with_file_name(name);
    beside.to_string_lossy().into_owned()
}

async fn invoiced(temp: &Temp, order: i64) -> crate::error::Result<DocumentSaved> {
    let input = InvoiceSave {
        order,
        path: path(temp, "invoice.pdf"),
        language: None,
    };
    invoice(&temp.ws, &input).await
}

/// `kind number takes_back` of each, in order.
async fn issued(temp: &Temp) -> Vec<String> {
    let sql = "SELECT kind || ' ' || number || iif(takes_back IS NULL, '', ' takes back ' || takes_back) FROM documents ORDER BY id";
    let mut conn = temp.ws.read().await.unwrap();
    sqlx::query_scalar(sql).fetch_all(&mut *conn).await.unwrap()
}

async fn contents(temp: &Temp) -> Vec<types::Content> {
    let mut conn = temp.ws.read().await.unwrap();
    let all: Vec<String> = sqlx::query_scalar("SELECT content FROM documents ORDER BY id")
        .fetch_all(&mut *conn)
        .await
        .unwrap();
    all.iter().map(|text| paper::read(text).unwrap()).collect()
}

#[tokio::test]
async fn an_invoice_is_issued_once_and_stays_as_it_was() {
    let (temp, id, _) = enrolled().await;
    let head = Letterhead {
        name: "Choral Society".into(),
        address: "Market Street 1\nHaifa".into(),
        ..Letterhead::default()
    };
    set_letterhead(&temp.ws, &head).await.unwrap();
    let first = invoiced(&temp, 1).await.unwrap();
    assert_eq!((first.number, first.issued), (1, true));
    let printed = std::fs::read(&first.file).unwrap();
    assert!(printed.starts_with(b"%PDF"));
    set_letterhead(&temp.ws, &Letterhead::default())
        .await
        .unwrap();
    let edits = vec![Edit::Set {
        field: "last_name".into(),
        value: "Other".into(),
    }];
    contacts::edit(&temp.ws, &ContactEdit { id, edits })
        .await
        .unwrap();
    let again = invoiced(&temp, 1).await.unwrap();
    assert_eq!((again.number, again.issued), (1, false));
    let content = &contents(&temp).await[0];
    assert_eq!(content.title, "Invoice 1");
    assert_eq!(content.head, ["Choral Society", "Market Street 1", "Haifa"]);
    assert_eq!(content.totals, [["Total", "50.00 EUR"]]);
    assert_eq!(issued(&temp).await, ["invoice 1"]);
}

#[tokio::test]
async fn what_is_taken_back_leaves_no_hole_and_no_number_twice() {
    let (temp, id, batch) = enrolled().await;
    invoiced(&temp, 1).await.unwrap();
    orders::cancel(&temp.ws, &ById { id: 1 }).await.unwrap();
    assert_eq!(
        issued(&temp).await,
        ["invoice 1", "credit_note 2 takes back 1"]
    );
    let credit = contents(&temp).await.remove(1);
    assert_eq!(credit.totals, [["Total", "-50.00 EUR"]]);
    assert!(
        credit
            .facts
            .contains(&["Takes back".to_owned(), "Invoice 1".to_owned()])
    );
    assert!(matches!(
        invoiced(&temp, 1).await,
        Err(Error::Invalid { .. })
    ));
    // The order stands again, and gets another invoice; undoing what made it takes that back.
    temp.undo().await;
    assert_eq!(invoiced(&temp, 1).await.unwrap().number, 3);
    let request = UndoRequest { batch: Some(batch) };
    undo(&temp.ws, &request, &Job::silent()).await.unwrap();
    assert_eq!(orders::statement(&temp.ws, id).await.unwrap().orders, []);
    assert_eq!(
        issued(&temp).await[2..],
        ["invoice 3", "credit_note 4 takes back 3"]
    );
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
}

#[tokio::test]
async fn undoing_the_issue_itself_makes_a_credit_note() {
    let (temp, ..) = enrolled().await;
    invoiced(&temp, 1).await.unwrap();
    let mut conn = temp.ws.read().await.unwrap();
    let batch: i64 = sqlx::query_scalar("SELECT batch_id FROM documents")
        .fetch_one(&mut *conn)
        .await
        .unwrap();
    drop(conn);
    let request = UndoRequest { batch: Some(batch) };
    undo(&temp.ws, &request, &Job::silent()).await.unwrap();
    assert_eq!(
        issued(&temp).await,
        ["invoice 1", "credit_note 2 takes back 1"]
    );
    assert_eq!(invoiced(&temp, 1).await.unwrap().number, 3);
}

#[tokio::test]
async fn receipts_have_numbers_of_their_own() {
    let (temp, id, _) = enrolled().await;
    invoiced(&temp, 1).await.unwrap();
    let payment = PaymentInput {
        id,
        amount: "12.50".into(),
        ..PaymentInput::default()
    };
    orders::pay(&temp.ws, &payment).await.unwrap();
    let input = ReceiptSave {
        payment: 1,
        path: path(&temp, "receipt.pdf"),
        language: Some("he".into()),
    };
    let saved = receipt(&temp.ws, &input).await.unwrap();
    assert_eq!((saved.number, saved.issued), (1, true));
    orders::remove_payment(&temp.ws, &ById { id: 1 })
        .await
        .unwrap();
    assert_eq!(
        issued(&temp).await,
        ["invoice 1", "receipt 1", "voided_receipt 2 takes back 2"]
    );
}

#[tokio::test]
async fn a_file_that_can_not_be_written_uses_up_no_number() {
    let (temp, ..) = enrolled().await;
    let input = |path: String| InvoiceSave {
        order: 1,
        path,
        language: None,
    };
    let nowhere = path(&temp, "no such folder/invoice.pdf");
    assert!(invoice(&temp.ws, &input(nowhere)).await.is_err());
    assert!(
        invoice(&temp.ws, &input("invoice.doc".into()))
            .await
            .is_err()
    );
    assert_eq!(issued(&temp).await, [""; 0]);
    assert_eq!(invoiced(&temp, 1).await.unwrap().number, 1);
}

#[tokio::test]
async fn what_was_issued_is_listed_and_printed_again() {
    let (temp, id, _) = enrolled().await;
    invoiced(&temp, 1).await.unwrap();
    orders::cancel(&temp.ws, &ById { id: 1 }).await.unwrap();
    let request = |kind, search: &str| DocumentsRequest {
        kind,
        search: search.into(),
        offset: 0,
        limit: 10,
    };
    let told = async |request: DocumentsRequest| -> Vec<String> {
        let all = list(&temp.ws, &request).await.unwrap();
        assert_eq!(all.total as usize, all.documents.len());
        let one = |one: &Document| {
            let back = if one.taken_back { " taken back" } else { "" };
            let amount = one.amount.as_ref().unwrap();
            format!("{} {} {amount}{back}", one.title, one.name)
        };
        all.documents.iter().map(one).collect()
    };
    let credit = "Credit note 2 Mia -50.00 EUR";
    let invoice = "Invoice 1 Mia 50.00 EUR taken back";
    assert_eq!(told(request(None, "")).await, [credit, invoice]);
    let only = Some(DocumentKind::CreditNote);
    assert_eq!(told(request(only, "")).await, [credit]);
    assert_eq!(told(request(None, "MIA")).await.len(), 2);
    assert_eq!(told(request(None, "1")).await, [invoice]);
    assert_eq!(told(request(None, "Max")).await, [""; 0]);
    let all = list(&temp.ws, &request(None, "")).await.unwrap().documents;
    assert_eq!(all[0].contact_id, Some(id));
    let before = temp.dump().await;
    let input = DocumentSave {
        id: all[0].id,
        path: path(&temp, "credit.pdf"),
    };
    let saved = save_again(&temp.ws, &input).await.unwrap();
    assert_eq!((saved.number, saved.issued), (2, false));
    assert!(std::fs::read(saved.file).unwrap().starts_with(b"%PDF"));
    assert_eq!(temp.dump().await, before);
    let none = DocumentSave { id: 99, ..input };
    assert!(matches!(
        save_again(&temp.ws, &none).await,
        Err(Error::NotFound { .. })
    ));
}
