use super::*;

/// A statement of one account with these entries.
fn statement(entries: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>
<Stmt><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>{entries}</Stmt></BkToCstmrStmt></Document>"#
    )
}

fn read(text: &str) -> Result<Option<BankMessage>, FormatError> {
    read_bank_message(Source::Bytes {
        name: "a.xml".into(),
        bytes: text.as_bytes().to_vec(),
    })
}

fn entries(text: &str) -> Vec<BankEntry> {
    read(&statement(text)).unwrap().unwrap().entries
}

const ONE: &str = r#"<Ntry><Amt Ccy="EUR">50.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>2026-06-10</Dt></BookgDt><AcctSvcrRef>REF-1</AcctSvcrRef><NtryDtls><TxDtls>
<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
<RltdPties><Dbtr><Pty><Nm>M&#252;ller &amp; Sohn</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct></RltdPties>
<RmtInf><Ustrd>Invoice 12</Ustrd><Ustrd>thank
 you</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"#;

#[test]
fn an_entry_says_who_paid_what_and_why() {
    let message = read(&statement(ONE)).unwrap().unwrap();
    assert_eq!(message.message, "camt.053");
    assert_eq!(message.account.as_deref(), Some("DE02120300000000202051"));
    let expected = BankEntry {
        date: "2026-06-10".parse().ok(),
        amount: "50.00".into(),
        currency: "EUR".into(),
        is_credit: true,
        name: "Müller & Sohn".into(),
        iban: Some("DE89370400440532013000".into()),
        text: "Invoice 12 thank you".into(),
        reference: Some("REF-1".into()),
    };
    assert_eq!(message.entries, [expected]);
}

#[test]
fn what_is_pending_is_left_out_and_what_came_back_is_no_credit() {
    let pending = ONE.replace("BOOK", "PDNG");
    let older = ONE.replace("<Cd>BOOK</Cd>", "BOOK");
    let returned = ONE.replace("<Sts>", "<RvslInd>true</RvslInd><Sts>");
    let spent = ONE.replace("CRDT", "DBIT");
    let all = entries(&[pending, older, returned, spent].concat());
    let credits: Vec<bool> = all.iter().map(|entry| entry.is_credit).collect();
    assert_eq!(credits, [true, false, false]);
}

#[test]
fn a_collected_booking_is_taken_apart() {
    let part = |amount: &str, name: &str| {
        format!(
            "<TxDtls><Amt Ccy=\"EUR\">{amount}</Amt><RltdPties><Dbtr><Nm>{name}</Nm></Dbtr></RltdPties></TxDtls>"
        )
    };
    let details = format!("{}{}", part("20.00", "Ada"), part("30.00", "Bo"));
    let start = ONE.split("<TxDtls>").next().unwrap();
    let all = entries(&format!("{start}{details}</NtryDtls></Ntry>"));
    let told: Vec<String> = all
        .iter()
        .map(|e| {
            format!(
                "{} {} {}",
                e.name,
                e.amount,
                e.reference.as_deref().unwrap()
            )
        })
        .collect();
    assert_eq!(told, ["Ada 20.00 REF-1/1", "Bo 30.00 REF-1/2"]);
}

#[test]
fn hostile_and_other_files_are_refused_by_what_they_are() {
    let code = |text: &str| read(text).unwrap_err().code();
    let bomb = r#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]><Document>&b;</Document>"#;
    let message = read(bomb).unwrap_err().to_string();
    assert!(message.contains("DTD"), "{message}");
    let outside = statement("<Ntry><AddtlNtryInf>&xxe;</AddtlNtryInf></Ntry>");
    assert_eq!(code(&outside), "unsupported_format");
    let deep = statement(&format!("{}{}", "<A>".repeat(500), "</A>".repeat(500)));
    assert_eq!(code(&deep), "too_large");
    let whole = statement(ONE);
    assert_eq!(code(&whole[..whole.len() - 60]), "damaged_file");
    assert_eq!(
        code("<?xml version=\"1.0\"?><feed><a/></feed>"),
        "unsupported_format"
    );
    assert_eq!(read("Date;Amount\n2026-06-10;5\n"), Ok(None));
}

#[test]
fn an_older_encoding_is_read_as_it_says() {
    let text = statement(ONE)
        .replace("UTF-8", "ISO-8859-1")
        .replace("&#252;", "ü");
    let bytes = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
    let source = Source::Bytes {
        name: "a.xml".into(),
        bytes,
    };
    let message = read_bank_message(source).unwrap().unwrap();
    assert_eq!(message.entries[0].name, "Müller & Sohn");
}
