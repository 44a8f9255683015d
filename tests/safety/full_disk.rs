//! A disk that is full or fails: nothing that was there is lost, and the message says what to do. The disk is a small one in
//! memory, in a name space of its own; where the system doesn't allow that, the test says so and passes.

use std::process::{Command, Output};

use crate::support::Desk;
use crate::support::desk::text;
use crate::support::files::many;

const PROGRAM: &str = env!("CARGO_BIN_EXE_roster-under-test");

/// Runs a script with a disk of some megabytes at `$DISK`.
fn on_a_small_disk(desk: &Desk, script: &str) -> Option<Output> {
    let disk = desk.path("disk");
    std::fs::create_dir(&disk).unwrap();
    let whole = format!("mount -t tmpfs -o size=12m tmpfs \"$DISK\" || exit 77\n{script}");
    let run = Command::new("unshare")
        .args(["-rm", "sh", "-eu", "-c", &whole])
        .env("DISK", &disk)
        .env("ROSTER", PROGRAM)
        .env("FEW", desk.file("few.csv", many(50)))
        .env("MANY", desk.file("many.csv", many(30_000)))
        .env("OUT", text(&desk.path("out.json")))
        .output();
    let allowed = run.ok().filter(|output| output.status.code() != Some(77));
    if allowed.is_none() {
        eprintln!("This system allows no disk of one's own: not tested.");
    }
    allowed
}

const PREPARE: &str = r#"
W="$DISK/desk.roster"
"$ROSTER" --workspace "$W" import "$FEW" > /dev/null
"$ROSTER" --workspace "$W" settings --set backups=no > /dev/null
"#;

fn assert_full(output: &Output, desk: &Desk) {
    assert!(output.status.success(), "{output:?}");
    let said = std::fs::read_to_string(desk.path("out.json")).unwrap();
    let answer: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(answer["error"]["code"], "disk_full", "{said}");
    assert!(
        answer["error"]["hint"].as_str().unwrap().contains("space"),
        "{said}"
    );
}

const STILL_THERE: &str = r#"
"$ROSTER" --workspace "$W" check > /dev/null
test "$("$ROSTER" --workspace "$W" --json stats | grep -o '"contacts": *[0-9]*' | grep -o '[0-9]*')" = 50
"$ROSTER" --workspace "$W" contact add --set email=after@x.example > /dev/null
"#;

#[test]
fn an_import_that_fills_the_disk_changes_nothing() {
    let desk = Desk::new();
    let script = format!(
        "{PREPARE}\n! \"$ROSTER\" --workspace \"$W\" --json import \"$MANY\" > \"$OUT\"\n{STILL_THERE}"
    );
    if let Some(output) = on_a_small_disk(&desk, &script) {
        assert_full(&output, &desk);
    }
}

#[test]
fn a_backup_that_fills_the_disk_leaves_none() {
    let desk = Desk::new();
    let script = format!(
        "{PREPARE}\nLEFT=$(df --output=avail -k \"$DISK\" | tail -1)\nhead -c $((LEFT - 400))k /dev/zero > \"$DISK/filling\"\n! \"$ROSTER\" --workspace \"$W\" --json backups make > \"$OUT\"\nrm \"$DISK/filling\"\ntest -z \"$(ls -A \"$DISK/desk.backups\")\"\n{STILL_THERE}"
    );
    if let Some(output) = on_a_small_disk(&desk, &script) {
        assert_full(&output, &desk);
    }
}

/// A write that fails for another reason than a full disk: the system refuses to let a file grow (`RLIMIT_FSIZE`).
#[test]
fn a_write_that_fails_changes_nothing() {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail", "Noa,noa@x.example"], &[]);
    let file = desk.file("many.csv", many(20_000));
    let before = crate::support::dump::dump(&desk.workspace());
    let output = Command::new("sh")
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f 2000; exec \"$0\" \"$@\"",
            PROGRAM,
        ])
        .args([
            "--workspace",
            &text(&desk.workspace()),
            "--json",
            "import",
            &file,
        ])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    crate::support::dump::assert_same(&before, &crate::support::dump::dump(&desk.workspace()));
    desk.assert_sound();
}
