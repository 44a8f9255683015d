use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::thread::yield_now;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::support::Desk;
use crate::support::dump::{assert_same, dump, rows};
use crate::support::process::{json, roster};

const SIZE: usize = 24 << 20;

/// A contact, and a large file that no other is like.
fn desk() -> (Desk, String) {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail", "Noa,noa@x.example"], &[]);
    let content: Vec<u8> = (0..SIZE as u32 / 4).flat_map(u32::to_le_bytes).collect();
    let file = desk.file("scan.tif", content);
    (desk, file)
}

/// How much lies in a folder, whatever it is called.
fn bytes(folder: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(folder) else {
        return 0;
    };
    let size = |entry: fs::DirEntry| match entry.metadata() {
        Ok(data) if data.is_dir() => bytes(&entry.path()),
        Ok(data) => data.len(),
        Err(_) => 0,
    };
    entries.flatten().map(size).sum()
}

#[test]
fn a_kill_while_a_file_is_attached_leaves_it_attached_or_not() {
    let (desk, file) = desk();
    let before = dump(&desk.workspace());
    let folder = desk.path("desk.roster.files");
    // At its beginning, in its middle, near its end, and when all of it is there.
    for share in [0, 2, 3, 4] {
        let kept = bytes(&folder);
        let until = kept + (SIZE as u64 * share / 4).max(1);
        let mut child = roster(&desk.workspace())
            .args(["file", "add", &file, "--contact", "1"])
            .spawn()
            .unwrap();
        while bytes(&folder) < until && child.try_wait().unwrap().is_none() {
            yield_now();
        }
        let pid = Pid::from_raw(i32::try_from(child.id()).unwrap());
        // It may have ended by itself in the meantime.
        let _ = kill(pid, Signal::SIGKILL);
        child.wait().unwrap();
        if rows(&desk.workspace(), "files") == 0 {
            assert_same(&before, &dump(&desk.workspace()));
        } else {
            let listed = desk.roster(&["contact", "files", "1"]).done();
            assert_eq!(listed["files"][0]["state"], "whole");
            desk.assert_sound();
            desk.roster(&["undo"]).done();
            assert_same(&before, &dump(&desk.workspace()));
        }
        desk.assert_sound();
    }
    let added = desk
        .roster(&["file", "add", &file, "--contact", "1"])
        .done();
    assert_eq!(added["files"][0]["size"], SIZE);
    assert_eq!(desk.roster(&["file", "verify"]).done()["checked"], 1);
    desk.assert_sound();
}

/// A disk of a few megabytes, taken away again at the end.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    /// None where this user may not mount anything.
    fn mount(at: &'a Path) -> Option<Self> {
        fs::create_dir(at).unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=8m", "tmpfs"])
            .arg(at)
            .output();
        let is_mounted = |output: &Output| output.status.success();
        mounted
            .is_ok_and(|output| is_mounted(&output))
            .then_some(Self(at))
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[test]
fn a_full_disk_while_a_file_is_attached_is_told_and_changes_nothing() {
    let (desk, file) = desk();
    let at = desk.path("small");
    let Some(_disk) = SmallDisk::mount(&at) else {
        eprintln!("skipped: a small disk can only be mounted by root");
        return;
    };
    let workspace = at.join("small.roster");
    fs::copy(desk.workspace(), &workspace).unwrap();
    let before = dump(&workspace);
    let output = roster(&workspace)
        .args(["file", "add", &file, "--contact", "1"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(json(&output)["error"]["code"], "disk_full");
    assert_same(&before, &dump(&workspace));
    assert_eq!(
        bytes(&at.join("small.roster.files")),
        0,
        "nothing is left of it"
    );
    let check = roster(&workspace).arg("check").output().unwrap();
    assert_eq!(json(&check)["ok"], true);
    let small = desk.file("small.txt", "fits");
    let added = roster(&workspace)
        .args(["file", "add", &small, "--contact", "1"])
        .output()
        .unwrap();
    assert_eq!(json(&added)["files"][0]["name"], "small.txt");
}
