//! `roster workspace`: where passphrases come from, what is told, and kills in the middle of a change.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::support::Desk;
use crate::support::desk::text;
use crate::support::process::{json, roster};

const FIRST: &str = "correct horse battery";
const SECOND: &str = "another one entirely";
const FEW: usize = 6;

fn with(workspace: &Path, passphrase: Option<&str>, args: &[&str]) -> Command {
    let mut command = roster(workspace);
    command.args(args);
    if let Some(passphrase) = passphrase {
        command.env("ROSTER_PASSPHRASE", passphrase);
    }
    command
}

fn run(workspace: &Path, passphrase: Option<&str>, args: &[&str]) -> Output {
    with(workspace, passphrase, args).output().unwrap()
}

fn refusal(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    json(output)["error"]["code"].as_str().unwrap().to_owned()
}

fn done(output: &Output) -> Value {
    assert!(output.status.success(), "{output:?}");
    json(output)
}

/// Two contacts, one of them with a file.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.import_csv(
        &[
            "First name,E-mail",
            "Noa,noa@x.example",
            "Ines,ines@x.example",
        ],
        &[],
    );
    let letter = desk.file("letter.txt", "Dear Noa");
    desk.roster(&["file", "add", &letter, "--contact", "1"])
        .done();
    desk
}

#[test]
fn a_workspace_is_encrypted_worked_with_and_decrypted() {
    let desk = desk();
    let path = desk.workspace();
    let before = done(&run(&path, None, &["contacts"]));
    let changed = done(&run(&path, Some(FIRST), &["workspace", "encrypt"]));
    assert_eq!(changed["encrypted"], true);
    assert_eq!(changed["left"], serde_json::json!([]));
    assert_eq!(done(&run(&path, Some(FIRST), &["contacts"])), before);
    assert_eq!(
        refusal(&run(&path, None, &["contacts"])),
        "passphrase_needed"
    );
    assert_eq!(
        refusal(&run(&path, Some(SECOND), &["contacts"])),
        "wrong_passphrase"
    );
    assert_eq!(
        refusal(&run(&path, Some(FIRST), &["workspace", "encrypt"])),
        "invalid"
    );
    done(&run(&path, Some(FIRST), &["file", "verify"]));
    let changing = with(&path, Some(FIRST), &["workspace", "passphrase"])
        .env("ROSTER_NEW_PASSPHRASE", SECOND)
        .output()
        .unwrap();
    done(&changing);
    assert_eq!(
        refusal(&run(&path, Some(FIRST), &["contacts"])),
        "wrong_passphrase"
    );
    let backup = text(&desk.path("copy.roster"));
    done(&run(&path, Some(SECOND), &["backup", &backup]));
    done(&run(&path, Some(SECOND), &["contact", "delete", "1"]));
    done(&run(&path, Some(SECOND), &["restore", &backup]));
    assert_eq!(done(&run(&path, Some(SECOND), &["contacts"])), before);
    assert_eq!(
        done(&run(&path, Some(SECOND), &["workspace", "decrypt"]))["encrypted"],
        false
    );
    assert_eq!(done(&run(&path, None, &["contacts"])), before);
    done(&run(&path, None, &["check"]));
}

#[test]
fn without_a_passphrase_nothing_is_changed() {
    let desk = desk();
    let path = desk.workspace();
    let before = std::fs::read(&path).unwrap();
    assert_eq!(
        refusal(&run(&path, None, &["workspace", "encrypt"])),
        "passphrase_needed"
    );
    assert_eq!(
        refusal(&run(&path, Some("short"), &["workspace", "encrypt"])),
        "invalid"
    );
    assert_eq!(
        refusal(&run(&path, None, &["workspace", "decrypt"])),
        "invalid"
    );
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let missing = desk.path("missing.roster");
    assert_eq!(
        refusal(&run(&missing, Some(FIRST), &["workspace", "encrypt"])),
        "no_workspace"
    );
    assert!(!missing.exists());
}

#[cfg(unix)]
mod kills {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::safety::torture::{Chance, number};

    /// A change of the passphrase, on a copy of a folder.
    struct Deed {
        verb: &'static str,
        from: PathBuf,
        present: Option<&'static str>,
        lasts: Duration,
    }

    impl Deed {
        fn command(&self, workspace: &Path) -> Command {
            let mut command = with(workspace, self.present, &["workspace", self.verb]);
            command.env("ROSTER_NEW_PASSPHRASE", SECOND);
            command
        }

        fn kill(&self, workspace: &Path, part: f64, before: &Value) {
            copy(&self.from, workspace.parent().unwrap());
            let mut child = self
                .command(workspace)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            std::thread::sleep(self.lasts.mul_f64(part));
            // It may end by itself just now.
            let _ = child.kill();
            child.wait().unwrap();
            judge(self.verb, workspace, before);
        }
    }

    fn copy(from: &Path, to: &Path) {
        let _ = std::fs::remove_dir_all(to);
        let copied = Command::new("cp")
            .arg("-a")
            .arg(from)
            .arg(to)
            .status()
            .unwrap();
        assert!(copied.success());
    }

    /// It opens with one of the passphrases, holds what it held, and nothing is left beside it.
    fn judge(verb: &str, workspace: &Path, before: &Value) {
        let opens =
            |passphrase: &Option<&str>| run(workspace, *passphrase, &["stats"]).status.success();
        let passphrase = [None, Some(FIRST), Some(SECOND)].into_iter().find(opens);
        let passphrase = passphrase.unwrap_or_else(|| panic!("{verb}: it opens with none"));
        assert_eq!(
            &done(&run(workspace, passphrase, &["contacts"])),
            before,
            "{verb}"
        );
        let check = done(&run(workspace, passphrase, &["check"]));
        assert_eq!(check["remarks"], Value::Null, "{verb}");
        for entry in std::fs::read_dir(workspace.parent().unwrap()).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(!name.contains(".rewriting-"), "{verb}: {name}");
        }
    }

    #[test]
    fn a_kill_during_a_passphrase_change_leaves_the_old_or_the_new() {
        let desk = desk();
        let plain = desk.path("plain");
        std::fs::create_dir(&plain).unwrap();
        let workspace = desk.path("killed").join("desk.roster");
        for name in ["desk.roster", "desk.roster.files"] {
            std::fs::rename(desk.path(name), plain.join(name)).unwrap();
        }
        done(&run(&plain.join("desk.roster"), None, &["backups", "make"]));
        let before = done(&run(&plain.join("desk.roster"), None, &["contacts"]));
        let sealed = desk.path("sealed");
        copy(&plain, &sealed);
        done(&run(
            &sealed.join("desk.roster"),
            Some(FIRST),
            &["workspace", "encrypt"],
        ));
        let deeds = [
            ("encrypt", &plain, None),
            ("passphrase", &sealed, Some(FIRST)),
            ("decrypt", &sealed, Some(FIRST)),
        ];
        let deeds = deeds.map(|(verb, from, present)| {
            let mut deed = Deed {
                verb,
                from: from.clone(),
                present,
                lasts: Duration::ZERO,
            };
            copy(from, workspace.parent().unwrap());
            let start = Instant::now();
            done(&deed.command(&workspace).output().unwrap());
            deed.lasts = start.elapsed();
            deed
        });
        let kills = number("ROSTER_KILLS").map_or(FEW, |kills| usize::try_from(kills / 5).unwrap());
        let seed = number("ROSTER_SEED").unwrap_or_else(|| u64::from(std::process::id()));
        println!("ROSTER_SEED={seed}");
        let mut chance = Chance(seed);
        for n in 0..kills {
            deeds[n % deeds.len()].kill(&workspace, chance.fraction(), &before);
        }
        println!("{kills} kills");
    }
}
