//! No output can be forgotten: whatever operation names a channel or a file is known here, as one that the property goes
//! through or as one by which no value leaves for a channel.

use std::collections::BTreeSet;

use crate::bindings::typescript;

/// Held against the property by [`super::outputs`]; labels are made of the very texts that letters are.
const OUTPUTS: [&str; 6] = [
    "addresses_copy",
    "contact_reach",
    "export_left_out",
    "export_run",
    "labels_save",
    "letters_save",
];

/// They read a file, or write one that is for nobody to be reached by: a copy of the workspace, a file that was attached,
/// an example, the rows of an import back to whoever brought them, the organizations with the states of their values, what
/// somebody owes or has paid.
const NO_OUTPUTS: &[&str] = &[
    "backup_restore",
    "backup_save",
    "bank_book",
    "bank_look",
    "consents_save",
    "contact_erase",
    "contact_photo_set",
    "document_save",
    "dossier_save",
    "dunning_run",
    "file_save",
    "files_attach",
    "group_assign",
    "group_pin",
    "group_unassign",
    "import_example",
    "import_preview",
    "import_rehearse",
    "import_rejects_save",
    "import_run",
    "import_values",
    "invoice_save",
    "mapping_save",
    "organizations_export",
    "receipt_save",
    "opt_outs_import",
    "opt_outs_rehearse",
];

/// They only keep or tell what an export is to be for.
const NO_CONTACTS: [&str; 2] = ["export_profile_save", "export_profiles"];

/// The types of the page that mention one of the words, over however many others.
fn mentioning(declarations: &[&str], words: &[&str]) -> BTreeSet<String> {
    let mut known: BTreeSet<String> = BTreeSet::new();
    loop {
        let before = known.len();
        for declaration in declarations {
            let code: Vec<&str> = declaration
                .lines()
                .filter(|line| !line.trim_start().starts_with(['/', '*']))
                .flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_'))
                .collect();
            let name = code.iter().skip_while(|word| **word != "type").nth(1);
            let mentions = code
                .iter()
                .any(|word| words.contains(word) || known.contains(*word));
            if let (Some(name), true) = (name, mentions) {
                known.insert((*name).to_owned());
            }
        }
        if known.len() == before {
            return known;
        }
    }
}

#[test]
fn every_operation_that_may_be_an_output_is_known() {
    let typescript = typescript();
    let (types, operations) = typescript.split_once("export type Operations").unwrap();
    let declarations: Vec<&str> = types.split("\n\n").collect();
    let channels = mentioning(&declarations, &["Channel"]);
    // A source of an import is a type of its own, which says its file by `path` too.
    let files = mentioning(&declarations, &["path", "paths", "folder"]);
    assert!(channels.contains("ExportRequest") && files.contains("ExportRequest"));
    for line in operations.lines() {
        let Some((name, types)) = line.trim().split_once(": { input: ") else {
            continue;
        };
        let (input, output) = types.split_once("; output: ").unwrap();
        let output = output.trim_end_matches(" };");
        let is_output = OUTPUTS.contains(&name);
        if channels.contains(input) || channels.contains(output) {
            assert!(
                is_output || NO_CONTACTS.contains(&name),
                "{name} is for a channel: put it among the outputs of the property"
            );
        }
        if files.contains(input) {
            assert!(
                is_output || NO_OUTPUTS.contains(&name),
                "{name} names a file: does it write what people are reached by?"
            );
        }
    }
}
