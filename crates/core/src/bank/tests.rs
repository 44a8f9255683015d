use super::*;
use crate::documents::{self, InvoiceSave};
use crate::error::Error;
use crate::orders::{self, OrderCreate, OrderLineInput, OrderState, Statement};
use crate::testing::{Temp, association};

async fn owes(temp: &Temp, id: i64, amount: &str) -> i64 {
    let line = OrderLineInput {
        text: "Dues".into(),
        amount: amount.into(),
    };
    let input = OrderCreate {
        id,
        lines: vec![line],
        code: None,
        currency: None,
        date: None,
        note: None,
    };
    let made = orders::create(&temp.ws, &input).await.unwrap();
    made.statement.orders[0].id
}

async fn person(temp: &Temp, first: &str, last: &str) -> i64 {
    let email = format!("{first}.{last}@x.example");
    temp.create(&[
        ("first_name", first),
        ("last_name", last),
        ("email", &email),
    ])
    .await
}

/// A file beside the workspace.
fn file(temp: &Temp, name: &str, text: &str) -> String {
    let path = temp.ws.path().with_file_name(name);
    std::fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}

async fn look_at(temp: &Temp, path: &str) -> BankStatement {
    let input = BankLook {
        path: path.to_owned(),
        limit: None,
    };
    look(&temp.ws, &input).await.unwrap()
}

fn chosen(statement: &BankStatement) -> Vec<BankChoice> {
    let lines = statement.lines.iter();
    lines
        .filter_map(|line| {
            let first = line.proposals.first()?;
            Some(BankChoice {
                key: line.key.clone(),
                contact: first.contact_id,
                order: first.order,
            })
        })
        .collect()
}

/// `contact order reasons` of the first proposal of each line.
fn told(statement: &BankStatement) -> Vec<String> {
    let told = |line: &BankLine| match line.proposals.first() {
        Some(first) => format!(
            "{} {:?} {:?}{}",
            first.name,
            first.order,
            first.reasons,
            if line.sure { " sure" } else { "" }
        ),
        None => "nothing".to_owned(),
    };
    statement.lines.iter().map(told).collect()
}

async fn statement_of(temp: &Temp, id: i64) -> Statement {
    orders::statement(&temp.ws, id).await.unwrap()
}

const HEAD: &str = "Buchungstag;Name Zahlungsbeteiligter;Verwendungszweck;Betrag;Währung\n";

#[tokio::test]
async fn numbers_names_and_amounts_lead_to_orders_with_the_reason() {
    let (temp, mia) = association().await;
    let noa = person(&temp, "Noa", "Levi").await;
    let order = owes(&temp, noa, "40.00").await;
    let second = owes(&temp, mia, "25.50").await;
    let input = InvoiceSave {
        order: second,
        path: temp
            .ws
            .path()
            .with_file_name("i.pdf")
            .to_string_lossy()
            .into(),
        language: None,
    };
    let invoice = documents::invoice(&temp.ws, &input).await.unwrap().number;
    let rows = format!(
        "{HEAD}10.06.2026;LEVI, NOA;Beitrag;40,00;EUR\n10.06.2026;Somebody;Rechnung Nr. {invoice};25,50;EUR\n\
         11.06.2026;Shop;Order {order};-3,00;EUR\n12.06.2026;Nobody;Hello;99,99;EUR\n"
    );
    let shown = look_at(&temp, &file(&temp, "a.csv", &rows)).await;
    let expected = [
        format!("Noa Levi Some({order}) [Payer, Amount] sure"),
        format!("Mia Some({second}) [Invoice, Amount] sure"),
        "nothing".to_owned(),
    ];
    assert_eq!(told(&shown), expected);
    assert_eq!(
        (shown.credits, shown.sure, shown.outgoing, shown.unread),
        (3, 2, 1, 0)
    );
    assert_eq!(shown.lines[0].amount.to_string(), "40.00 EUR");
    assert_eq!(shown.lines[0].date.to_string(), "2026-06-10");
}

#[tokio::test]
async fn namesakes_and_bare_numbers_are_left_to_the_officer() {
    let (temp, mia) = association().await;
    let one = person(&temp, "Noa", "Levi").await;
    owes(&temp, one, "40.00").await;
    let other = temp
        .create(&[
            ("first_name", "Noa"),
            ("last_name", "Levi"),
            ("email", "n2@x.example"),
        ])
        .await;
    owes(&temp, other, "40.00").await;
    let third = owes(&temp, mia, "7.00").await;
    let rows = format!("{HEAD}10.06.2026;Noa Levi;;40,00;EUR\n10.06.2026;X;{third};7,00;EUR\n");
    let shown = look_at(&temp, &file(&temp, "a.csv", &rows)).await;
    assert_eq!(shown.sure, 0);
    assert_eq!(shown.lines[0].proposals.len(), 2);
    assert_eq!(
        shown.lines[1].proposals[0].reasons,
        [BankReason::Number, BankReason::Amount]
    );
}

#[tokio::test]
async fn booking_is_one_batch_and_no_line_is_booked_twice() {
    let (temp, mia) = association().await;
    let noa = person(&temp, "Noa", "Levi").await;
    owes(&temp, noa, "40.00").await;
    owes(&temp, noa, "10.00").await;
    owes(&temp, mia, "25.00").await;
    // The first pays both orders at once, the second in part.
    let rows = format!("{HEAD}10.06.2026;Noa Levi;Dues;50,00;EUR\n10.06.2026;Mia;Dues;20,00;EUR\n");
    let path = file(&temp, "a.csv", &rows);
    let shown = look_at(&temp, &path).await;
    assert_eq!(told(&shown)[0], "Noa Levi None [Payer, AllOpen] sure");
    assert_eq!(
        shown.lines[1].proposals[0].reasons,
        [BankReason::Payer, BankReason::Part]
    );
    let before = temp.dump().await;
    let input = BankBook {
        path: path.clone(),
        choices: chosen(&shown),
    };
    let done = book(&temp.ws, &input).await.unwrap();
    assert_eq!((done.payments, done.already), (2, 0));
    assert_eq!(done.totals[0].to_string(), "70.00 EUR");
    let noas = statement_of(&temp, noa).await;
    assert!(
        noas.orders
            .iter()
            .all(|order| order.state == OrderState::Paid)
    );
    assert_eq!(noas.payments[0].date.to_string(), "2026-06-10");
    assert_eq!(noas.payments[0].note.as_deref(), Some("Noa Levi: Dues"));
    assert_eq!(statement_of(&temp, mia).await.orders[0].open.minor, 500);

    let again = look_at(&temp, &path).await;
    assert_eq!((again.credits, again.booked), (0, 2));
    let twice = book(&temp.ws, &input).await.unwrap();
    assert_eq!((twice.batch, twice.payments, twice.already), (None, 0, 2));
    // A later statement holds the same lines and one more that says the same.
    let longer = format!("{rows}10.06.2026;Mia;Dues;20,00;EUR\n");
    let later = look_at(&temp, &file(&temp, "b.csv", &longer)).await;
    assert_eq!((later.credits, later.booked), (1, 2));

    let after = temp.dump().await;
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    assert_eq!(look_at(&temp, &path).await.booked, 0);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
}

#[tokio::test]
async fn what_does_not_fit_books_nothing() {
    let (temp, mia) = association().await;
    let order = owes(&temp, mia, "25.00").await;
    let rows = format!("{HEAD}10.06.2026;Mia;;25,00;EUR\n10.06.2026;Mia;;5,00;USD\n");
    let path = file(&temp, "a.csv", &rows);
    let shown = look_at(&temp, &path).await;
    let keys: Vec<String> = shown.lines.iter().map(|line| line.key.clone()).collect();
    let with = |key: &str, contact: i64, order: Option<i64>| {
        let good = BankChoice {
            key: keys[0].clone(),
            contact: mia,
            order: None,
        };
        let bad = BankChoice {
            key: key.to_owned(),
            contact,
            order,
        };
        BankBook {
            path: path.clone(),
            choices: vec![good, bad],
        }
    };
    let before = temp.dump().await;
    let refused = async |input: BankBook| book(&temp.ws, &input).await.unwrap_err();
    assert!(matches!(
        refused(with("0", mia, None)).await,
        Error::FileChanged
    ));
    assert!(matches!(
        refused(with(&keys[0], mia, None)).await,
        Error::FileChanged
    ));
    assert!(matches!(
        refused(with(&keys[1], 999, None)).await,
        Error::NotFound { .. }
    ));
    assert!(matches!(
        refused(with(&keys[1], mia, Some(99))).await,
        Error::NotFound { .. }
    ));
    assert!(matches!(
        refused(with(&keys[1], mia, Some(order))).await,
        Error::Invalid { .. }
    ));
    assert_eq!(temp.dump().await, before);
    let input = BankLook {
        path: file(&temp, "b.csv", "First name,Last name\nMia,Ray\n"),
        limit: None,
    };
    assert!(matches!(
        look(&temp.ws, &input).await,
        Err(Error::Invalid { .. })
    ));
}

#[tokio::test]
async fn tables_of_banks_are_understood() {
    let (temp, mia) = association().await;
    owes(&temp, mia, "1234.50").await;
    for (name, text) in [
        (
            "english.csv",
            "Account,12-34\n\nDate,Description,Paid out,Paid in,Balance\n06/13/2026,MIA 1,,\"1,234.50\",9\n06/14/2026,RENT,10.00,,9\n",
        ),
        (
            "german.csv",
            "\"Buchungstag\";\"Valutadatum\";\"Beguenstigter/Zahlungspflichtiger\";\"Verwendungszweck\";\"Kontonummer/IBAN\";\"Betrag\";\"Waehrung\"\n\"13.06.26\";\"13.06.26\";\"Mia\";\"x\";\"DE1\";\"1.234,50\";\"EUR\"\n\"14.06.26\";\"14.06.26\";\"Rent\";\"x\";\"DE1\";\"-10,00\";\"EUR\"\n",
        ),
        (
            "hebrew.csv",
            "תאריך,תיאור,אסמכתא,חובה,זכות,יתרה\n13/06/2026,העברה Mia,77,,1234.50,9\n14/06/2026,עמלה,78,10.00,,9\n",
        ),
    ] {
        let shown = look_at(&temp, &file(&temp, name, text)).await;
        let line = &shown.lines[0];
        let told = (
            line.date.to_string(),
            line.amount.to_string(),
            shown.outgoing,
        );
        assert_eq!(
            told,
            ("2026-06-13".into(), "1234.50 EUR".into(), 1),
            "{name}"
        );
        assert_eq!(line.proposals[0].contact_id, mia, "{name}");
    }
}

#[tokio::test]
async fn a_message_of_the_bank_is_matched_and_known_again() {
    let (temp, mia) = association().await;
    let order = owes(&temp, mia, "50.00").await;
    let entry = |name: &str, text: &str, reference: &str| {
        format!(
            "<Ntry><Amt Ccy=\"EUR\">50.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-06-10</Dt></BookgDt>\
             <AcctSvcrRef>{reference}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>{name}</Nm></Dbtr></RltdPties>\
             <RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
        )
    };
    let whole = |entries: &str| {
        format!(
            "<?xml version=\"1.0\"?><Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE1</IBAN></Id></Acct>{entries}</Stmt></BkToCstmrStmt></Document>"
        )
    };
    let first = entry("Max", &format!("Bestellung {order}"), "A1");
    let path = file(&temp, "a.xml", &whole(&first));
    let shown = look_at(&temp, &path).await;
    assert_eq!(
        told(&shown),
        [format!("Mia Some({order}) [Order, Amount] sure")]
    );
    let input = BankBook {
        path,
        choices: chosen(&shown),
    };
    book(&temp.ws, &input).await.unwrap();
    // The bank may word a booking anew; its reference stays.
    let reworded = entry("MAX", "other words", "A1");
    let later = whole(&[reworded, entry("Max", "", "A2")].concat());
    let shown = look_at(&temp, &file(&temp, "b.xml", &later)).await;
    assert_eq!((shown.booked, shown.credits), (1, 1));
}

#[test]
fn numbers_are_read_with_what_they_are_of() {
    use super::matching::{Of, numbers};
    let told = |text: &str| numbers(&crate::values::fold::fold(text));
    assert_eq!(told("Invoice no. 12"), [(Of::Invoice, "12".to_owned())]);
    assert_eq!(told("RG0012, danke"), [(Of::Invoice, "0012".to_owned())]);
    assert_eq!(told("Order 7 and 8")[1].0, Of::Unknown);
    assert!(told("member no 1004").contains(&(Of::Member, "1004".to_owned())));
    assert!(told("Mitglied A7").contains(&(Of::Member, "a7".to_owned())));
    assert_eq!(told("Ref X12"), []);
    assert_eq!(told("no number"), []);
}
