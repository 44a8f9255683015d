//! Workspaces of every schema that was released: each opens, is backed up and brought up to date, and holds what it held.
//!
//! The files are in tests/old_databases, packed; its README says how one is added.

use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use serde_json::{Value, json};

use crate::support::Desk;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("old_databases")
}

/// Writes the workspace of a schema, named by its newest migration.
pub fn unpack(schema: &str, target: &Path) {
    let packed = std::fs::File::open(folder().join(format!("{schema}.roster.gz"))).unwrap();
    let mut bytes = Vec::new();
    GzDecoder::new(packed).read_to_end(&mut bytes).unwrap();
    std::fs::write(target, bytes).unwrap();
}

fn schemas() -> Vec<String> {
    let read = std::fs::read_dir(folder()).unwrap();
    let names = read.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut schemas: Vec<String> = names
        .filter_map(|name| name.strip_suffix(".roster.gz").map(str::to_owned))
        .collect();
    schemas.sort();
    schemas
}

/// What every one of them holds, in what all schemas know: written down once, by the Roster that made them.
fn held(desk: &Desk) -> Value {
    let contacts = desk.contacts(&[]);
    let parts = [
        "uid",
        "name",
        "first_name",
        "last_name",
        "points",
        "addresses",
        "groups",
        "tags",
        "lifecycle",
        "fields",
    ];
    let contacts: Vec<Value> = contacts
        .iter()
        .map(|contact| {
            let organizations: Vec<&Value> = contact["organizations"]
                .as_array()
                .unwrap()
                .iter()
                .map(|o| &o["name"])
                .collect();
            let mut kept = json!({ "organizations": organizations });
            for part in parts {
                kept[part] = contact[part].clone();
            }
            kept
        })
        .collect();
    let optouts = desk.roster(&["optouts"]).done();
    let optouts: Vec<Value> = optouts["optouts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|out| json!({ "value": out["value"], "status": out["status"], "reason": out["reason"] }))
        .collect();
    let batches = desk.roster(&["batches"]).done();
    let operations: Vec<&Value> = batches["batches"]
        .as_array()
        .unwrap()
        .iter()
        .map(|b| &b["operation"])
        .collect();
    json!({ "contacts": contacts, "optouts": optouts, "operations": operations })
}

#[test]
fn every_schema_opens_and_holds_what_it_held() {
    let expected = std::fs::read_to_string(folder().join("held.json")).unwrap();
    let expected: Value = serde_json::from_str(&expected).unwrap();
    let schemas = schemas();
    assert!(schemas.len() >= 2, "{schemas:?}");
    for schema in schemas {
        let desk = Desk::new();
        unpack(&schema, &desk.workspace());
        let before = std::fs::read(desk.workspace()).unwrap();
        desk.assert_sound();
        let found = held(&desk);
        assert_eq!(found, expected, "{schema}\n{found:#}");
        is_backed_up(&desk, &before);
        // And it goes on: undo of what was done then, and something new.
        desk.roster(&["undo"]).done();
        desk.roster(&["redo"]).done();
        desk.roster(&["contact", "add", "--set", "email=new@x.example"])
            .done();
        desk.assert_sound();
    }
}

/// What was brought up to date was kept before, as it was; what was of today's schema needed no backup.
fn is_backed_up(desk: &Desk, before: &[u8]) {
    let backups = desk.roster(&["backups"]).done();
    let whys: Vec<&Value> = backups["backups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|b| &b["why"])
        .collect();
    let is_of_today = std::fs::read(desk.workspace()).unwrap() == before;
    match is_of_today {
        true => assert!(whys.is_empty(), "{whys:?}"),
        false => assert_eq!(whys, [&json!("update")]),
    }
}
