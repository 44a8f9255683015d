//! The files that the user chose: in a native picker, by dropping them, or by starting Roster with them.
//!
//! The page names files by their paths, and the core reads and writes what it is told. Between the two stands this list:
//! a call that names any other file is refused. So a page that was taken over can't read a key or write a start script.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use crate::failure::{Failure, Result};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    Read,
    Save,
}

use Access::{Read, Save};

/// Where operations name files: the operation, the place in its input, and what is done to the file. An operation that
/// names files and is missing here would escape the check; a test looks for such in the types of the calls.
const FILES: &[(&str, &str, Access)] = &[
    ("backup_save", "/path", Save),
    ("backup_restore", "/path", Read),
    ("bank_book", "/path", Read),
    ("bank_look", "/path", Read),
    ("consents_save", "/path", Save),
    ("contact_erase", "/path", Save),
    ("contact_photo_set", "/path", Read),
    ("document_save", "/path", Save),
    ("dossier_save", "/path", Save),
    ("dunning_run", "/path", Save),
    ("export_left_out", "/path", Save),
    ("export_run", "/path", Save),
    ("export_run", "/left_out_path", Save),
    ("file_save", "/path", Save),
    ("files_attach", "/paths", Read),
    ("group_assign", "/who/source/path", Read),
    ("group_pin", "/who/source/path", Read),
    ("group_unassign", "/who/source/path", Read),
    ("import_example", "/path", Save),
    ("import_preview", "/source/path", Read),
    ("import_rehearse", "/source/path", Read),
    ("import_rehearse", "/rejects", Save),
    ("import_run", "/source/path", Read),
    ("import_run", "/rejects", Save),
    ("import_rejects_save", "/path", Save),
    ("import_values", "/source/path", Read),
    ("import_values", "/rejects", Save),
    ("invoice_save", "/path", Save),
    ("labels_save", "/path", Save),
    ("letters_save", "/path", Save),
    ("mapping_save", "/request/source/path", Read),
    ("mapping_save", "/request/rejects", Save),
    ("organizations_export", "/path", Save),
    ("receipt_save", "/path", Save),
    ("opt_outs_rehearse", "/source/path", Read),
    ("opt_outs_import", "/source/path", Read),
];

/// What was picked since the start, as the system knows it: links resolved, names in full.
#[derive(Default)]
pub struct Picked(Mutex<HashSet<(Access, PathBuf)>>);

impl Picked {
    pub fn allow(&self, access: Access, path: &Path) {
        if let Some(path) = resolved(path) {
            self.with(|list| list.insert((access, path)));
        }
    }

    pub fn allows(&self, access: Access, path: &Path) -> bool {
        resolved(path).is_some_and(|path| self.with(|list| list.contains(&(access, path))))
    }

    /// Refuses a call of the page that names a file which nobody picked.
    pub fn check(&self, operation: &str, input: &Value) -> Result<()> {
        let named = FILES.iter().filter(|(name, ..)| *name == operation);
        for (_, place, access) in named {
            for path in paths(input.pointer(place)) {
                if !self.allows(*access, Path::new(path)) {
                    return Err(Failure::not_picked(path));
                }
            }
        }
        Ok(())
    }

    fn with<T>(&self, act: impl FnOnce(&mut HashSet<(Access, PathBuf)>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn paths(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::String(path)) => vec![path],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The path without links and dots. Of a file that is not there yet, its folder's with its name.
fn resolved(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok().or_else(|| {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())?;
        Some(folder.canonicalize().ok()?.join(path.file_name()?))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_was_picked_is_read_or_written() {
        let folder = tempfile::tempdir().unwrap();
        let (list, key) = (folder.path().join("list.csv"), folder.path().join("key"));
        std::fs::write(&list, "a").unwrap();
        std::fs::write(&key, "b").unwrap();
        let picked = Picked::default();
        picked.allow(Read, &list);
        picked.allow(Save, &folder.path().join("new.xlsx"));
        let attach = |paths: &[&Path]| picked.check("files_attach", &json!({ "paths": paths }));
        assert!(attach(&[&list]).is_ok());
        assert!(attach(&[&list, &key]).is_err(), "one of several");
        let export = |path: &Path| {
            picked.check(
                "export_run",
                &json!({ "path": path, "left_out_path": null }),
            )
        };
        assert!(export(&folder.path().join("new.xlsx")).is_ok());
        assert!(
            export(&list).is_err(),
            "what was picked to be read is not written"
        );
        assert!(export(&folder.path().join("other.xlsx")).is_err());
        // A folder that was picked takes the files of a split export, whose names the core makes; the page names none in it.
        assert!(export(folder.path()).is_err());
        picked.allow(Save, folder.path());
        assert!(export(folder.path()).is_ok());
        assert!(export(&folder.path().join("other.xlsx")).is_err());
        let import = |source: Value| {
            picked.check("import_run", &json!({ "source": source, "rejects": null }))
        };
        assert!(import(json!({ "kind": "file", "path": list })).is_ok());
        assert!(import(json!({ "kind": "file", "path": key })).is_err());
        assert!(
            import(json!({ "kind": "text", "text": key })).is_ok(),
            "pasted rows name no file"
        );
    }

    #[test]
    fn another_way_of_writing_a_path_is_the_same_file() {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("list.csv");
        std::fs::write(&list, "a").unwrap();
        let picked = Picked::default();
        picked.allow(Read, &list);
        let dotted = folder
            .path()
            .join("../")
            .join(folder.path().file_name().unwrap())
            .join("list.csv");
        assert!(picked.allows(Read, &dotted));
        assert!(
            !picked.allows(Read, Path::new("list.csv")),
            "not relative to wherever Roster runs"
        );
        assert!(!picked.allows(Read, Path::new("")));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_what_it_leads_to() {
        let folder = tempfile::tempdir().unwrap();
        let (list, key, link) = (
            folder.path().join("list"),
            folder.path().join("key"),
            folder.path().join("link"),
        );
        std::fs::write(&list, "a").unwrap();
        std::fs::write(&key, "b").unwrap();
        std::os::unix::fs::symlink(&list, &link).unwrap();
        let picked = Picked::default();
        picked.allow(Read, &link);
        assert!(picked.allows(Read, &list));
        std::fs::remove_file(&link).unwrap();
        std::os::unix::fs::symlink(&key, &link).unwrap();
        assert!(
            !picked.allows(Read, &link),
            "a link that leads elsewhere by now"
        );
    }

    const BINDINGS: &str = include_str!("../../ui/src/ipc/bindings.ts");
    /// Names of fields that may hold a path.
    const TELLING: [&str; 8] = [
        "path",
        "file",
        "folder",
        "rejects",
        "target",
        "destination",
        "directory",
        "backup",
    ];

    /// The types that a declaration names, and its fields with their types, roughly as TypeScript reads them.
    fn declaration(name: &str) -> Option<&'static str> {
        let start = BINDINGS.find(&format!("export type {name} = "))?;
        let rest = &BINDINGS[start..];
        Some(&rest[..rest.find("\n\n").unwrap_or(rest.len())])
    }

    fn without_comments(text: &str) -> String {
        let mut left = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("/**") {
            left.push_str(before);
            rest = after.split_once("*/").map_or("", |(_, after)| after);
        }
        left + rest
    }

    fn words(text: &str) -> impl Iterator<Item = &str> {
        text.split(|c: char| !c.is_alphanumeric() && c != '_')
            .filter(|word| !word.is_empty())
    }

    /// The telling fields of strings in a type and in all that it names.
    fn telling_fields(name: &str, seen: &mut BTreeSet<String>, found: &mut BTreeSet<String>) {
        if !seen.insert(name.to_owned()) {
            return;
        }
        let Some(text) = declaration(name).map(without_comments) else {
            return;
        };
        for part in text.split([',', '{', ';']) {
            let Some((field, kind)) = part.split_once(':') else {
                continue;
            };
            let field = field.trim().trim_matches('"').trim_end_matches('?');
            let is_telling = TELLING.iter().any(|word| field.contains(word));
            if is_telling && kind.contains("string") {
                found.insert(field.to_owned());
            }
        }
        for word in words(&text) {
            telling_fields(word, seen, found);
        }
    }

    #[test]
    fn every_operation_that_names_a_file_is_checked() {
        let map = &BINDINGS[BINDINGS.find("export type Operations").unwrap()..];
        let mut named = BTreeSet::new();
        for line in map.lines().filter(|line| line.contains("{ input: ")) {
            let (operation, types) = line.trim().split_once(": { input: ").unwrap();
            let input = types.split(';').next().unwrap();
            let mut found = BTreeSet::new();
            for word in words(input) {
                telling_fields(word, &mut BTreeSet::new(), &mut found);
            }
            named.extend(found.into_iter().map(|field| (operation.to_owned(), field)));
        }
        let checked = FILES.iter().map(|(operation, place, _)| {
            (
                (*operation).to_owned(),
                place.rsplit('/').next().unwrap().to_owned(),
            )
        });
        assert_eq!(
            named,
            checked.collect(),
            "FILES above and the inputs of the operations"
        );
    }
}
