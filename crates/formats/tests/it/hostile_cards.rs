//! Cards that are broken or made to harm: rows or a named error, whatever happens.

use std::io::{self, Read};
use std::ops::ControlFlow;

use proptest::prelude::*;
use roster_formats::{FormatError, ReadOptions, VCards, open};

use crate::support::{bytes, package, sample_path};

fn count(name: &str, content: impl Into<Vec<u8>>) -> Result<usize, FormatError> {
    let table = open(bytes(name, content), &ReadOptions::default())?;
    let mut rows = 0;
    table.read(&mut |_| {
        rows += 1;
        ControlFlow::Continue(())
    })?;
    Ok(rows)
}

fn code(name: &str, content: impl Into<Vec<u8>>) -> &'static str {
    count(name, content).map_or_else(|e| e.code(), |_| "fine")
}

/// The head, and the body for ever.
fn endless(head: &'static [u8], body: &'static [u8]) -> impl Read {
    let blocks = body.repeat(64 * 1024 / body.len());
    head.chain(Repeated { blocks, at: 0 })
}

struct Repeated {
    blocks: Vec<u8>,
    at: usize,
}

impl Read for Repeated {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let read = (&self.blocks[self.at..]).read(buf)?;
        self.at = (self.at + read) % self.blocks.len();
        Ok(read)
    }
}

#[test]
fn what_never_ends_is_refused_early() {
    let endings: [(&[u8], &[u8]); 5] = [
        (b"BEGIN:VCARD\nNOTE:", b"aaaaaaaaaaaaaaaa"),
        (
            b"BEGIN:VCARD\nNOTE:a",
            b"\n aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ),
        (
            b"BEGIN:VCARD\nNOTE;QUOTED-PRINTABLE:",
            b"a=20aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=\n",
        ),
        (
            b"BEGIN:VCARD\nPHOTO;BASE64:",
            b"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
        ),
        (b"BEGIN:VCARD\n", b"TEL:1234567890\n"),
    ];
    for (head, body) in endings {
        let error = VCards::of(endless(head, body)).next_card().unwrap_err();
        assert!(error.to_string().contains("MB"), "{error}");
    }
}

#[test]
fn sizes_that_no_card_has_are_named() {
    let mut line = b"BEGIN:VCARD\nNOTE:".to_vec();
    line.resize(40 << 20, b'a');
    assert_eq!(code("a.vcf", line), "too_large");
    let mut members = "BEGIN:VCARD\nKIND:group\nFN:G\n".to_owned();
    (0..1_000_001).for_each(|n| members.push_str(&format!("MEMBER:{n}\n")));
    assert_eq!(code("a.vcf", members), "too_large");
}

#[test]
fn what_could_take_time_squared_does_not() {
    let blanks = format!(
        "BEGIN:VCARD\nFN;QUOTED-PRINTABLE:a\n{}END:VCARD\n",
        "  \n".repeat(300_000)
    );
    assert_eq!(count("a.vcf", blanks), Ok(1));
    let group = "BEGIN:VCARD\nKIND:group\nFN:G\nMEMBER:x\nEND:VCARD\n";
    assert_eq!(code("a.vcf", group.repeat(50_000)), "too_large");
    let separators = format!("BEGIN:VCARD\nORG:{}\nEND:VCARD\n", ";".repeat(20 << 20));
    assert_eq!(code("a.vcf", separators), "too_large");
}

#[test]
fn columns_do_not_grow_without_end() {
    let mut content = String::new();
    for n in 0..3000 {
        content.push_str(&format!("BEGIN:VCARD\nFN:N{n}\nX-P{n}:v\nEND:VCARD\n"));
    }
    let table = open(bytes("a.vcf", content), &ReadOptions::default()).unwrap();
    assert!(table.columns.len() < 310, "{}", table.columns.len());
    assert_eq!(table.columns.last().unwrap(), "Other properties");
}

#[test]
fn nesting_costs_nothing() {
    assert_eq!(
        count("a.vcf", "BEGIN:VCARD\nTEL:1\n".repeat(20_000)),
        Ok(20_000)
    );
    let mut agent = "BEGIN:VCARD\\nTEL:1\\nEND:VCARD\\n".to_owned();
    for _ in 0..6 {
        agent = format!(
            "BEGIN:VCARD\\nTEL:2\\nAGENT:{}\\nEND:VCARD\\n",
            agent.replace('\\', "\\\\")
        );
    }
    let content = format!("BEGIN:VCARD\nFN:A\nAGENT:{agent}\nEND:VCARD\n");
    assert!(count("a.vcf", content).unwrap() >= 4);
}

#[test]
fn a_zip_of_bombs_is_refused() {
    let mut bomb = b"BEGIN:VCARD\nFN:A\nEND:VCARD\n".to_vec();
    bomb.resize(17 << 20, b' ');
    let parts: Vec<(String, &[u8])> = (0..4)
        .map(|n| (format!("{n}.vcf"), bomb.as_slice()))
        .collect();
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, content)| (name.as_str(), *content))
        .collect();
    assert_eq!(code("a.zip", package(&parts)), "too_large");
}

#[test]
fn cards_of_nothing_are_an_empty_file() {
    assert_eq!(code("a.vcf", "BEGIN:VCARD\r\n"), "empty_file");
    assert_eq!(
        code("a.vcf", "BEGIN:VCARD;X:VCARD\r\nEND:VCARD"),
        "empty_file"
    );
    assert_eq!(
        code(
            "a.ldif",
            "version: 1\ndn: ou=x\nobjectclass: organizationalUnit\n"
        ),
        "empty_file"
    );
    assert_eq!(code("a.vcf", "Hello\nWorld\n"), "not_what_it_says");
    assert_eq!(code("a.ics", "BEGIN:VCALENDAR\r\n"), "unsupported_format");
}

/// Samples cut, doubled and with bytes changed: any outcome but a panic or a hang.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let names = [
        "v21_complicated",
        "v21_japanese_2",
        "v21_nest",
        "v21_adr_multiple_line",
        "v30_ios_613_multiline",
        "v21_backslash",
        "v40_sort_as",
    ];
    let place = || any::<prop::sample::Index>();
    let edits = prop::collection::vec(
        (
            place(),
            prop_oneof![
                any::<u8>(),
                prop::sample::select(b"\n\r=;:\\\"., #\0".to_vec())
            ],
        ),
        0..30,
    );
    (
        prop::sample::select(names.to_vec()),
        edits,
        place(),
        place(),
        any::<bool>(),
    )
        .prop_map(|(name, edits, from, to, doubled)| {
            let mut content = std::fs::read(sample_path(&format!("vcards/{name}.vcf"))).unwrap();
            for (at, byte) in edits {
                let at = at.index(content.len());
                content[at] = byte;
            }
            let (from, to) = (from.index(content.len()), to.index(content.len()));
            let piece = content[from.min(to)..from.max(to)].to_vec();
            if doubled {
                content.splice(from..from, piece);
            } else {
                content.drain(from.min(to)..from.max(to));
            }
            content
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_mutation_brings_the_program_down(content in mutated()) {
        let mut cards = VCards::of(content.as_slice());
        while let Ok(Some(card)) = cards.next_card() {
            let _ = roster_formats::Card::from(card);
        }
        let _ = count("a.vcf", content.clone());
        let _ = count("a.zip", package(&[("a.vcf", &content)]));
    }

    #[test]
    fn no_ldif_brings_the_program_down(lines in prop::collection::vec("(dn|cn|sn|mail|member|objectclass|jpegPhoto|birthyear|x)(:|::|:<|;a:)( ?[ -~é]{0,20})|| [a-z=]{0,9}|#.{0,9}", 0..40)) {
        let content = format!("dn: cn=a\n{}", lines.join("\n"));
        let _ = count("a.ldif", content);
    }
}
