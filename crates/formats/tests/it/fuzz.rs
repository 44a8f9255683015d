//! Real files, damaged at random: whatever comes of it, a reader gives rows or a named error, soon and in little memory.
//!
//! A few cases each time the tests run; `npm run fuzz` goes on for a minute a format. What a case found is written to a file
//! that belongs into `tests/samples/found`, where every later run reads it.

use std::io::{Cursor, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{TestError, TestRunner};
use roster_formats::{ReadOptions, open};
use zip::ZipArchive;

use crate::support::{bytes, package, sample_path};

const CASES: u32 = 24;
/// Only what hangs takes so long on a sample of some kilobytes, however busy the machine is.
const HANGS: Duration = Duration::from_secs(60);
/// Of a program that does nothing else, in kilobytes.
const MOST_MEMORY: u64 = 1 << 20;

/// What readers look for, and what makes numbers too large.
const WORDS: [&[u8]; 16] = [
    b"\"",
    b"\r\n",
    b"\r",
    b"\0",
    b";",
    b"BEGIN:VCARD\r\n",
    b"END:VCARD\r\n",
    b";ENCODING=QUOTED-PRINTABLE:=\r\n",
    b";ENCODING=b;CHARSET=UTF-16:",
    b"dn:: ",
    b"sep=",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"4294967295",
    b"-1",
    b"</row><row r=\"1048577\">",
];

#[derive(Debug, Clone)]
enum Change {
    Flip(Index, u8),
    Cut(Index),
    Drop(Index, usize),
    Repeat(Index, usize, usize),
    Word(Index, &'static [u8]),
    /// The rest is that of another sample.
    Splice(Index, Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        4 => (at(), 1..=255u8).prop_map(|(at, bits)| Change::Flip(at, bits)),
        1 => at().prop_map(Change::Cut),
        2 => (at(), 1..2000usize).prop_map(|(at, length)| Change::Drop(at, length)),
        2 => (at(), 1..200usize, 1..2000usize).prop_map(|(at, length, times)| Change::Repeat(at, length, times)),
        3 => (at(), select(&WORDS[..])).prop_map(|(at, word)| Change::Word(at, word)),
        1 => (at(), at(), at()).prop_map(|(at, other, from)| Change::Splice(at, other, from)),
    ]
}

fn changed(content: &[u8], change: &Change, all: &[Vec<u8>]) -> Vec<u8> {
    let place = |at: &Index, of: &[u8]| at.index(of.len() + 1);
    let mut content = content.to_vec();
    match change {
        Change::Flip(at, bits) => {
            let at = place(at, &content);
            if let Some(byte) = content.get_mut(at) {
                *byte ^= bits;
            }
        }
        Change::Cut(at) => content.truncate(place(at, &content)),
        Change::Drop(at, length) => {
            let at = place(at, &content);
            content.drain(at..(at + length).min(content.len()));
        }
        Change::Repeat(at, length, times) => {
            let at = place(at, &content);
            let piece = content[at..(at + length).min(content.len())].repeat(*times);
            content.splice(at..at, piece);
        }
        Change::Word(at, word) => {
            let at = place(at, &content);
            content.splice(at..at, word.iter().copied());
        }
        Change::Splice(at, other, from) => {
            let other = &all[other.index(all.len())];
            content.truncate(place(at, &content));
            content.extend(&other[place(from, other)..]);
        }
    }
    content
}

/// The files of a format, read once.
struct Corpus {
    ending: &'static str,
    files: Vec<Vec<u8>>,
}

fn files(folder: &Path, ending: &str) -> Vec<Vec<u8>> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == ending))
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| std::fs::read(path).unwrap())
        .collect()
}

static CARDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| files(&sample_path("vcards"), "vcf"));

const CSV: [&str; 4] = [
    "First name,E-mail,Phone\nNoa,noa@x.example,050-123 4567\n\"Levi, \"\"N\"\"\",\"two\nlines\",4.41E+11\n",
    "sep=;\r\nVorname;Straße;PLZ\r\nJörg;\"Hauptstr. 5; links\";01067\r\n",
    "Notes:\n\"When exporting your connection data …\"\n\nFirst Name,Last Name,URL\nA,B,https://x.example\n",
    "Name\tTel\r\u{5e0}\u{5d5}\u{5e2}\u{5d4}\t'+972501234567\r",
];

const LDIF: [&str; 2] = [
    "dn: cn=Noa Levi,mail=noa@x.example\nobjectclass: top\nobjectclass: person\ncn: Noa Levi\ngivenName: Noa\nmail: noa@x.example\n\
     description:: dHdvCmxpbmVz\nmobile: 050-\n 1234567\n\n# a comment\ndn: cn=Eli\ncn: Eli\nmail: eli@x.example\n",
    "version: 1\n\ndn:: Y249xYHDs2TFug==\nobjectClass: groupOfNames\ncn:: xYHDs2TFug==\nmember: cn=Noa Levi,mail=noa@x.example\n",
];

fn corpus(ending: &'static str) -> Corpus {
    let texts = |texts: &[&str]| texts.iter().map(|text| text.as_bytes().to_vec()).collect();
    let files = match ending {
        "vcf" => CARDS.clone(),
        "csv" => {
            let mut all: Vec<Vec<u8>> = texts(&CSV);
            let wide = CSV[1].encode_utf16().flat_map(u16::to_le_bytes);
            all.push([vec![0xFF, 0xFE], wide.collect()].concat());
            all
        }
        "ldif" => texts(&LDIF),
        "zip" => {
            let named: Vec<(String, &Vec<u8>)> = CARDS
                .iter()
                .enumerate()
                .map(|(n, card)| (format!("{n}.vcf"), card))
                .collect();
            let parts: Vec<(&str, &[u8])> = named
                .iter()
                .map(|(name, card)| (name.as_str(), card.as_slice()))
                .collect();
            vec![
                package(&parts[..8]),
                package(&[("a/b.csv", CSV[0].as_bytes()), ("c.vcf", &CARDS[1])]),
            ]
        }
        ending => files(&sample_path(""), ending),
    };
    assert!(!files.is_empty(), "no sample of {ending}");
    Corpus { ending, files }
}

/// What is packed in a zip, and the damage done to one of its parts, so that it reaches what reads the part.
fn changed_inside(
    content: &[u8],
    which: &Index,
    changes: &[Change],
    all: &[Vec<u8>],
) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(content)).ok()?;
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut inside = Vec::new();
        part.read_to_end(&mut inside).ok()?;
        parts.push((name, inside));
    }
    let damaged = which.get_mut(&mut parts);
    for change in changes {
        damaged.1 = changed(&damaged.1, change, all);
    }
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, part)| (name.as_str(), part.as_slice()))
        .collect();
    Some(package(&parts))
}

fn case(corpus: &Corpus) -> impl Strategy<Value = Vec<u8>> + use<> {
    let files = corpus.files.clone();
    let changes = proptest::collection::vec(change(), 1..6);
    (any::<Index>(), any::<Index>(), changes, any::<bool>()).prop_map(
        move |(file, part, changes, inside)| {
            let whole = file.get(&files);
            let deep = inside
                .then(|| changed_inside(whole, &part, &changes, &files))
                .flatten();
            deep.unwrap_or_else(|| {
                changes
                    .iter()
                    .fold(whole.clone(), |content, one| changed(&content, one, &files))
            })
        },
    )
}

/// Reads a file to its end, or says what is wrong with the reader.
fn read(ending: &str, content: Vec<u8>) -> Result<(), String> {
    let name = format!("a.{ending}");
    let (sender, done) = channel();
    let reading = std::thread::spawn(move || {
        if let Ok(table) = open(bytes(&name, content), &ReadOptions::default()) {
            let _ = table.read(&mut |_| ControlFlow::Continue(()));
        }
        let _ = sender.send(());
    });
    match done.recv_timeout(HANGS) {
        Ok(()) => Ok(()),
        Err(RecvTimeoutError::Timeout) => Err("it hangs".into()),
        Err(RecvTimeoutError::Disconnected) => {
            Err(format!("it panics: {:?}", reading.join().err().map(|_| ())))
        }
    }
}

fn fuzz(ending: &'static str) {
    let corpus = corpus(ending);
    let seconds: Option<u64> = std::env::var("ROSTER_FUZZ_SECONDS")
        .ok()
        .and_then(|s| s.parse().ok());
    let begun = Instant::now();
    let config = ProptestConfig {
        cases: CASES,
        max_shrink_iters: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    loop {
        let mut runner = TestRunner::new(config.clone());
        let found = runner.run(&case(&corpus), |content| {
            read(corpus.ending, content).map_err(TestCaseError::fail)
        });
        if let Err(TestError::Fail(reason, content)) = found {
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("found.{ending}"));
            std::fs::write(&path, content).unwrap();
            panic!(
                "{reason}; the file is {}: put it into tests/samples/found",
                path.display()
            );
        }
        if seconds.is_none_or(|seconds| begun.elapsed().as_secs() >= seconds) {
            break;
        }
    }
    if seconds.is_some() {
        assert!(
            peak_memory().is_none_or(|peak| peak < MOST_MEMORY),
            "more than a gigabyte"
        );
    }
}

/// In kilobytes, where the system tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

#[test]
fn damaged_xlsx() {
    fuzz("xlsx");
}

#[test]
fn damaged_xls() {
    fuzz("xls");
}

#[test]
fn damaged_xlsb() {
    fuzz("xlsb");
}

#[test]
fn damaged_ods() {
    fuzz("ods");
}

#[test]
fn damaged_csv() {
    fuzz("csv");
}

#[test]
fn damaged_vcards() {
    fuzz("vcf");
}

#[test]
fn damaged_ldif() {
    fuzz("ldif");
}

#[test]
fn damaged_zip() {
    fuzz("zip");
}

#[test]
fn what_fuzzing_found_brings_no_reader_down_again() {
    for entry in std::fs::read_dir(sample_path("found")).unwrap() {
        let path = entry.unwrap().path();
        let ending = path.extension().unwrap().to_str().unwrap().to_owned();
        let read = read(&ending, std::fs::read(&path).unwrap());
        assert_eq!(read, Ok(()), "{}", path.display());
    }
}
