//! Kills at random moments of whatever writes: afterwards the workspace opens, every rule holds, and its state is the one
//! before or the one after.
//!
//! `ROSTER_KILLS` says how many (`npm run torture` runs 500), `ROSTER_SEED` repeats a run.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::old_databases;
use crate::support::Desk;
use crate::support::desk::text;
use crate::support::dump::{Dump, dump};
use crate::support::files::many;
use crate::support::process::roster;

const FEW: usize = 12;
/// Of the base workspace, and of what is imported into it.
const PEOPLE: usize = 400;
const MORE: usize = 4000;

/// What is done until it is killed, on a copy of a workspace.
struct Deed {
    name: &'static str,
    from: PathBuf,
    args: Vec<String>,
    before: Dump,
    /// How many rows each table has when it was done.
    after: Vec<(String, usize)>,
    lasts: Duration,
}

/// Files that deeds read or write beside their workspace.
struct Bench {
    desk: Desk,
    deeds: Vec<Deed>,
}

/// Numbers that look random (SplitMix64).
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Between 0 and 1.
    pub fn fraction(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

fn sizes(dump: &Dump) -> Vec<(String, usize)> {
    dump.iter()
        .map(|(table, rows)| (table.clone(), rows.len()))
        .collect()
}

/// A workspace as one closed file, alone in its folder.
fn lay_out(from: &Path, folder: &Path) -> PathBuf {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).unwrap();
    let workspace = folder.join("killed.roster");
    std::fs::copy(from, &workspace).unwrap();
    workspace
}

impl Bench {
    fn new() -> Self {
        let desk = Desk::new();
        let base = desk.file("base.csv", many(PEOPLE));
        desk.roster(&["import", &base]).done();
        let small = text(&desk.path("small.roster"));
        desk.roster(&["backup", &small]).done();
        let more = desk.file("more.csv", many(MORE));
        desk.roster(&["import", &more]).done();
        let large = text(&desk.path("large.roster"));
        desk.roster(&["backup", &large]).done();
        let (small, large) = (desk.path("small.roster"), desk.path("large.roster"));
        let mut bench = Self {
            desk,
            deeds: Vec::new(),
        };
        let word = |words: &[&str]| {
            words
                .iter()
                .map(|word| (*word).to_owned())
                .collect::<Vec<_>>()
        };
        bench.add("import", &small, word(&["import", &more]));
        bench.add(
            "bulk change",
            &large,
            word(&["bulk", "--set", "source=fair", "--add-tag", "gala"]),
        );
        bench.add("undo", &large, word(&["undo"]));
        bench.add("backup", &large, word(&["backups", "make"]));
        bench.add("restore", &large, word(&["restore", &text(&small)]));
        let old = bench.desk.path("old.roster");
        old_databases::unpack("20261122000000", &old);
        bench.add("migration", &old, word(&["stats"]));
        bench
    }

    /// Does it once without a kill, to know what comes of it and how long it takes.
    fn add(&mut self, name: &'static str, from: &Path, args: Vec<String>) {
        let workspace = lay_out(from, &self.desk.path("killed"));
        let before = match name {
            // What it held is compared by its own test; here it is enough that it is all there.
            "migration" => Dump::new(),
            _ => dump(&workspace),
        };
        let start = Instant::now();
        let done = roster(&workspace).args(&args).output().unwrap();
        assert!(done.status.success(), "{name}: {done:?}");
        let lasts = start.elapsed();
        self.deeds.push(Deed {
            name,
            from: from.to_owned(),
            args,
            before,
            after: sizes(&dump(&workspace)),
            lasts,
        });
    }

    /// Kills it after a part of the time that it takes. Answers whether it was still at work.
    fn kill(&self, deed: &Deed, part: f64) -> bool {
        let workspace = lay_out(&deed.from, &self.desk.path("killed"));
        let mut child = roster(&workspace)
            .args(&deed.args)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(deed.lasts.mul_f64(part));
        let was_at_work = child.try_wait().unwrap().is_none();
        // It may end by itself just now.
        let _ = child.kill();
        child.wait().unwrap();
        self.judge(deed, &workspace);
        was_at_work
    }

    fn judge(&self, deed: &Deed, workspace: &Path) {
        let name = deed.name;
        let check = roster(workspace).arg("check").output().unwrap();
        assert!(
            check.status.success(),
            "{name}: {}",
            String::from_utf8_lossy(&check.stdout)
        );
        let found = dump(workspace);
        let is_one_of_both = found == deed.before || sizes(&found) == deed.after;
        assert!(
            is_one_of_both,
            "{name}: neither before nor after: {:?}",
            sizes(&found)
        );
        // Whatever has got its name among the backups is whole.
        for backup in backups(workspace) {
            let check = roster(&backup).arg("check").output().unwrap();
            assert!(
                check.status.success(),
                "{name}: {}: {check:?}",
                backup.display()
            );
        }
    }
}

fn backups(workspace: &Path) -> Vec<PathBuf> {
    let folder = workspace.with_extension("backups");
    let read = std::fs::read_dir(folder).into_iter().flatten();
    read.map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "roster"))
        .collect()
}

pub fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

#[test]
fn a_kill_at_any_moment_leaves_the_state_before_or_the_state_after() {
    let kills = number("ROSTER_KILLS").map_or(FEW, |kills| usize::try_from(kills).unwrap());
    let seed = number("ROSTER_SEED").unwrap_or_else(|| u64::from(std::process::id()));
    println!("ROSTER_SEED={seed}");
    let bench = Bench::new();
    let mut chance = Chance(seed);
    let mut at_work = 0;
    for n in 0..kills {
        let deed = &bench.deeds[n % bench.deeds.len()];
        at_work += usize::from(bench.kill(deed, chance.fraction()));
    }
    println!("{kills} kills, {at_work} of them while it was at work");
    assert!(at_work > 0, "all came too late");
}
