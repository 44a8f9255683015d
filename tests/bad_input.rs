//! Issue 2, "Bad input": each kind of bad file gets a message that says what it is and what to do, exits with 1 and
//! changes nothing; whatever asks for memory gets it refused.

use std::io::Write;

use flate2::{Compress, Compression, FlushCompress, Status};

use crate::support::Desk;
use crate::support::desk::{counts, text};
use crate::support::files::Cell::Text;
use crate::support::files::{sample, xlsx, zip};

/// A desk with one contact, and what its workspace's file holds.
fn desk_with_a_contact() -> (Desk, Vec<u8>) {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail", "Noa,noa@x.example"], &[]);
    let bytes = std::fs::read(desk.workspace()).unwrap();
    (desk, bytes)
}

/// Previewing, rehearsing and importing the file fail with this code, and change neither an existing workspace nor
/// make a new one.
#[track_caller]
fn assert_refused(file: &str, code: &str) {
    let (desk, before) = desk_with_a_contact();
    let fresh = Desk::new();
    for args in [
        &["preview", file][..],
        &["import", file, "--rehearse"],
        &["import", file],
    ] {
        for desk in [&desk, &fresh] {
            let error = desk.roster(args).failed();
            assert_eq!(error["code"], code, "{args:?}: {error:#}");
            assert!(
                error["hint"].as_str().is_some_and(|h| !h.is_empty()),
                "it says what to do: {error:#}"
            );
        }
    }
    assert!(
        before == std::fs::read(desk.workspace()).unwrap(),
        "{file} changed the workspace"
    );
    assert!(
        !fresh.workspace().exists(),
        "{file} left a workspace behind"
    );
}

fn people() -> Vec<u8> {
    xlsx(&[
        vec![Text("Name"), Text("E-mail")],
        vec![Text("Noa"), Text("noa@x.example")],
    ])
}

#[test]
fn files_that_are_not_what_their_name_says() {
    let desk = Desk::new();
    for (name, content) in [
        ("people.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice()),
        (
            "people.xls",
            b"<html><body><table><tr><td>Name</td></tr></table></body></html>",
        ),
        ("people.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
        ("people.ods", &zip(&[("holiday.txt", b"sun")])),
    ] {
        assert_refused(&desk.file(name, content), "unsupported_format");
    }
    let told = desk.file("told.csv", "Name,E-mail\nNoa,noa@x.example\n");
    let error = desk.roster(&["import", &told, "--format", "xlsx"]).failed();
    assert_eq!(error["code"], "not_what_it_says");
}

#[test]
fn truncated_workbooks() {
    let desk = Desk::new();
    let whole = people();
    assert_refused(
        &desk.file("half.xlsx", &whole[..whole.len() / 2]),
        "damaged_file",
    );
    assert_refused(&sample("too_small.xls"), "not_what_it_says");
    for name in ["date.xls", "date.xlsb", "date.ods"] {
        let whole = std::fs::read(sample(name)).unwrap();
        assert_refused(
            &desk.file(name, &whole[..whole.len() * 2 / 3]),
            "damaged_file",
        );
    }
}

#[test]
fn workbooks_with_a_password() {
    for name in [
        "pass_protected.xlsx",
        "pass_protected.xlsb",
        "pass_protected.ods",
    ] {
        assert_refused(&sample(name), "password_protected");
    }
}

#[test]
fn files_without_rows() {
    let desk = Desk::new();
    assert_refused(&desk.file("empty.csv", ""), "empty_file");
    assert_refused(&sample("empty_sheet.xlsx"), "empty_sheet");
}

#[test]
fn a_header_without_rows() {
    let (desk, before) = desk_with_a_contact();
    let file = desk.file("header.csv", "Name,E-mail,Mobile\n");
    let preview = desk.roster(&["preview", &file]).done();
    assert_eq!(
        (
            preview["columns"].as_array().unwrap().len(),
            &preview["rows"]
        ),
        (3, &serde_json::json!([]))
    );
    let error = desk.roster(&["import", &file]).failed();
    assert_eq!(error["code"], "no_rows");
    assert!(before == std::fs::read(desk.workspace()).unwrap());
}

#[test]
fn folders_and_files_that_vanish() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("folder.xlsx")).unwrap();
    assert_refused(&text(&desk.path("folder.xlsx")), "file_is_folder");
    assert_refused(&text(&desk.path("gone.xlsx")), "file_not_found");
}

/// While Excel holds a workbook it keeps a marker beside it, which people drop by mistake; and a file that is being
/// written has its beginning but not its end.
#[test]
fn files_that_excel_is_writing() {
    let desk = Desk::new();
    let marker = [b"\x04Olaf".as_slice(), &[b' '; 160]].concat();
    assert_refused(&desk.file("~$people.xlsx", marker), "unsupported_format");
    let whole = people();
    assert_refused(
        &desk.file("people.xlsx", &whole[..whole.len() - 40]),
        "damaged_file",
    );
}

#[test]
fn rows_of_differing_length_are_read_and_add_up() {
    let desk = Desk::new();
    let lines = [
        "Name,E-mail,Mobile",
        "Noa,noa@x.example",
        "Ines,ines@x.example,,more,and more",
        "Tariq,tariq@x.example,",
        "Mia,mia@x.example,",
        "Omar",
        "\"Open,x",
    ];
    let report = desk.import_csv(&lines, &[]);
    assert_eq!(counts(&report), [4, 0, 0, 0, 2]);
}

/// The first declares a billion cells, the second allocates by a number in the file. Either may be read as what it
/// really holds or refused; neither may take the memory it asks for.
#[cfg(target_os = "linux")]
#[test]
fn enormous_declared_sizes() {
    use crate::support::process::{json, roster_within};
    for name in ["issue_594_dos.ods", "OOM_alloc.xls"] {
        let desk = Desk::new();
        let output = roster_within(1000, &desk.workspace())
            .args(["preview", &sample(name)])
            .output()
            .unwrap();
        let answer = json(&output);
        match output.status.code() {
            Some(0) => assert!(answer["rows"].is_array(), "{name}"),
            Some(1) => assert!(answer["error"]["hint"].is_string(), "{name}: {answer}"),
            code => panic!(
                "{name} ended it with {code:?}: {}",
                String::from_utf8_lossy(&output.stderr)
            ),
        }
    }
}

/// A sheet of 4 GB packed into 4 MB is refused within bounded memory.
#[cfg(target_os = "linux")]
#[test]
fn zip_bombs() {
    use crate::support::process::{json, roster_within};
    let desk = Desk::new();
    let file = desk.file("bomb.xlsx", bomb(4096));
    let output = roster_within(1000, &desk.workspace())
        .args(["import", &file])
        .output()
        .unwrap();
    assert_eq!(
        output.status.code(),
        Some(1),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(json(&output)["error"]["code"], "too_large");
    assert!(!desk.workspace().exists());
}

/// A workbook whose sheet ends in blanks: one deflated stretch of a megabyte, repeated.
fn bomb(megabytes: usize) -> Vec<u8> {
    let start: &[u8] = br#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#;
    let blanks = vec![b' '; 1 << 20];
    let (stretch, mut sheet) = (deflated(&blanks), deflated(start));
    let mut crc = crc32fast::Hasher::new();
    crc.update(start);
    let mut one = crc32fast::Hasher::new();
    one.update(&blanks);
    for _ in 0..megabytes {
        sheet.extend_from_slice(&stretch);
        crc.combine(&one);
    }
    // An empty last block ends the stream.
    sheet.extend_from_slice(&[0x03, 0x00]);
    let size = start.len() as u64 + ((megabytes as u64) << 20);
    with_sheet(&sheet, crc.finalize(), size)
}

/// Deflates to a byte boundary, without ending the stream.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut compress = Compress::new(Compression::best(), false);
    let mut out = Vec::with_capacity(bytes.len() + 64);
    let status = compress
        .compress_vec(bytes, &mut out, FlushCompress::Full)
        .unwrap();
    assert_eq!(
        (status, compress.total_in()),
        (Status::Ok, bytes.len() as u64)
    );
    out
}

/// Puts a deflated sheet of `size` bytes into a small workbook, by hand, since no library writes such a thing. What
/// is beyond 4 GB lies about its size, as such files do.
fn with_sheet(sheet: &[u8], crc: u32, size: u64) -> Vec<u8> {
    let name = b"xl/worksheets/sheet1.xml";
    let sizes = [
        crc,
        sheet.len() as u32,
        u32::try_from(size).unwrap_or(u32::MAX - 1),
    ];
    let sizes: Vec<u8> = sizes.iter().flat_map(|n| n.to_le_bytes()).collect();
    let common = [
        &[20, 0, 0, 0, 8, 0, 0, 0, 33, 0][..],
        &sizes,
        &[name.len() as u8, 0, 0, 0],
    ]
    .concat();
    let mut out = Vec::new();
    let mut entry = b"PK\x03\x04".to_vec();
    entry.extend_from_slice(&common);
    entry.extend_from_slice(name);
    entry.extend_from_slice(sheet);
    let rest = zip(WORKBOOK);
    let (files, directory, count) = parts(&rest);
    out.extend_from_slice(files);
    let offset = out.len() as u32;
    out.extend_from_slice(&entry);
    let start = out.len() as u32;
    out.extend_from_slice(directory);
    out.write_all(b"PK\x01\x02\x14\0").unwrap();
    out.extend_from_slice(&common);
    out.extend_from_slice(&[0; 10]);
    out.extend_from_slice(&offset.to_le_bytes());
    out.extend_from_slice(name);
    let length = out.len() as u32 - start;
    let count = (count + 1).to_le_bytes();
    out.extend_from_slice(&[b"PK\x05\x06\0\0\0\0", &count[..], &count[..]].concat());
    out.extend_from_slice(&[length.to_le_bytes(), start.to_le_bytes()].concat());
    out.extend_from_slice(&[0, 0]);
    out
}

/// The files, the central directory and the number of entries of an archive.
fn parts(archive: &[u8]) -> (&[u8], &[u8], u16) {
    let end = archive.len() - 22;
    let number = |at: usize| u32::from_le_bytes(archive[at..at + 4].try_into().unwrap()) as usize;
    let (length, start) = (number(end + 12), number(end + 16));
    let count = u16::from_le_bytes(archive[end + 10..end + 12].try_into().unwrap());
    (&archive[..start], &archive[start..start + length], count)
}

const WORKBOOK: &[(&str, &[u8])] = &[
    (
        "[Content_Types].xml",
        br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        br#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
];
