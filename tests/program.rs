//! The program as a process: streams, pipes, the environment, the words for people.

use std::io::{BufRead, BufReader, Read};

use crate::support::desk::run;
use crate::support::files::many;
use crate::support::{Desk, process};

#[test]
fn people_read_tables_and_scripts_one_document() {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail,Groups", "Noa Levi,noa@x.example,Choir"], &[]);
    for command in [
        &["contacts"][..],
        &["groups"],
        &["fields"],
        &["stats"],
        &["batches"],
        &["contact", "show", "1"],
    ] {
        let told = desk.told(command);
        assert_eq!(told.code, 0);
        assert!(
            told.stdout.lines().count() > 1
                && serde_json::from_str::<serde_json::Value>(&told.stdout).is_err()
        );
        desk.roster(command).done();
    }
    assert!(desk.told(&["contacts"]).stdout.contains("noa@x.example"));
}

#[test]
fn quiet_leaves_out_confirmations_and_nothing_else() {
    let desk = Desk::new();
    let file = desk.file("people.csv", "Name,E-mail\nNoa,noa@x.example\n");
    let quiet = desk.told(&["import", &file, "--quiet"]);
    assert_eq!(
        (quiet.code, quiet.stdout.as_str(), quiet.stderr.as_str()),
        (0, "", "")
    );
    assert!(desk.told(&["contacts", "--quiet"]).stdout.contains("Noa"));
    assert_eq!(desk.roster(&["undo", "--quiet"]).done()["batch"], 1);
}

#[test]
fn errors_for_people_go_to_standard_error_with_the_hint() {
    let desk = Desk::new();
    let told = desk.told(&["stats"]);
    assert_eq!((told.code, told.stdout.as_str()), (1, ""));
    assert_eq!(told.stderr.lines().count(), 2, "{}", told.stderr);
}

#[test]
fn help_version_completions_and_the_manual_are_there() {
    assert!(run(&["--version"], b"").stdout.starts_with("roster "));
    for args in [&["--help"][..], &["import", "--help"], &["help", "contact"]] {
        let help = run(args, b"");
        assert_eq!((help.code, help.stderr.as_str()), (0, ""));
        assert!(help.stdout.contains("Usage: roster"), "{}", help.stdout);
    }
    for shell in ["bash", "zsh", "fish", "powershell"] {
        assert!(
            run(&["completions", shell], b"").stdout.contains("roster"),
            "{shell}"
        );
    }
    assert!(run(&["man"], b"").stdout.contains(".TH roster"));
}

#[test]
fn the_environment_names_the_workspace() {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail", "Noa,noa@x.example"], &[]);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_roster-under-test"));
    let output = command
        .env("ROSTER_WORKSPACE", desk.workspace())
        .args(["--json", "stats"])
        .output()
        .unwrap();
    assert_eq!(process::json(&output)["contacts"], 1);
}

#[test]
fn exit_codes_reach_the_shell() {
    let desk = Desk::new();
    let code = |args: &[&str]| {
        process::roster(&desk.workspace())
            .args(args)
            .output()
            .unwrap()
            .status
            .code()
    };
    assert_eq!(code(&["--version"]), Some(0));
    assert_eq!(code(&["stats"]), Some(1));
    assert_eq!(code(&["bogus"]), Some(2));
}

/// `roster contacts | head -1`: the reader goes away in the middle of the answer.
#[test]
fn a_closed_pipe_ends_quietly() {
    let desk = Desk::new();
    let file = desk.file("many.csv", many(2000));
    desk.roster(&["import", &file]).done();
    let mut command = process::roster(&desk.workspace());
    let mut child = command
        .args(["contacts", "--limit", "2000"])
        .spawn()
        .unwrap();
    let mut first = [0; 64];
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut first).unwrap();
    drop(stdout);
    let stderr: Vec<String> = BufReader::new(child.stderr.take().unwrap())
        .lines()
        .map(Result::unwrap)
        .collect();
    assert_eq!(
        (child.wait().unwrap().code(), stderr),
        (Some(0), Vec::new())
    );
}

#[test]
fn a_file_that_is_no_workspace_is_left_alone() {
    let desk = Desk::new();
    let file = desk.file("people.csv", "Name,E-mail\nNoa,noa@x.example\n");
    for args in [&["stats"][..], &["import", &file]] {
        let answer = run(&[&["--workspace", &file, "--json"], args].concat(), b"");
        assert_eq!(answer.failed()["code"], "not_a_workspace");
    }
    assert_eq!(
        std::fs::read_to_string(&file).unwrap(),
        "Name,E-mail\nNoa,noa@x.example\n"
    );
}
