//! Whether two names are clearly not the same person's. It errs on the side of
//! "could be": a wrong "different" makes a second contact, so it is said only
//! where the given names cannot be meant for one another.

use super::key::{NameKey, Words};
use crate::values::characters::{is_east_asian, is_hebrew};
use std::collections::HashMap;
use std::sync::LazyLock;
use strsim::osa_distance;

/// Whether the names differ so that a shared e-mail or phone does not make them
/// one person (I7). An empty name differs from none; a changed surname is none.
pub fn clearly_different(a: &NameKey, b: &NameKey) -> bool {
    if a == b || a.is_empty() || b.is_empty() {
        return false;
    }
    match (a.words(), b.words()) {
        (
            Words::Parts {
                given: a,
                family: a_family,
            },
            Words::Parts {
                given: b,
                family: b_family,
            },
        ) => {
            let turned_round = a == b_family && b == a_family;
            !a.is_empty()
                && !b.is_empty()
                && !turned_round
                && same_script(a, b)
                && !given_names_match(a, b)
        }
        (Words::Parts { given, family }, Words::Whole(whole))
        | (Words::Whole(whole), Words::Parts { given, family }) => {
            part_and_whole_differ(given, family, whole)
        }
        (Words::Whole(a), Words::Whole(b)) => wholes_differ(a, b),
    }
}

fn tokens(words: &str) -> Vec<&str> {
    words.split(' ').filter(|word| !word.is_empty()).collect()
}

/// The first given names match, or the first of one is among the other's: many
/// go by their second name.
fn given_names_match(a: &str, b: &str) -> bool {
    if is_eastern(a) {
        return one_holds_the_other(&tokens(a), &tokens(b));
    }
    let (a, b) = (tokens(a), tokens(b));
    a.iter().any(|name| name_matches(name, b[0])) || b.iter().any(|name| name_matches(name, a[0]))
}

/// Whether two single names can be forms of one: equal, an initial, a short
/// form, a slip of the pen, a usual nickname.
fn name_matches(a: &str, b: &str) -> bool {
    let (short, long) = if a.chars().count() <= b.chars().count() {
        (a, b)
    } else {
        (b, a)
    };
    let length = short.chars().count();
    let initial_or_short = (length == 1 || length >= 3) && long.starts_with(short);
    let slips = match length {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    initial_or_short || osa_distance(a, b) <= slips || are_nicknames(a, b)
}

fn are_nicknames(a: &str, b: &str) -> bool {
    static SETS: LazyLock<HashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
        let mut sets: HashMap<&'static str, Vec<usize>> = HashMap::new();
        let lines = include_str!("../data/nicknames.txt").lines();
        for (set, line) in lines.filter(|line| !line.starts_with('#')).enumerate() {
            for name in line.split_whitespace() {
                sets.entry(name).or_default().push(set);
            }
        }
        sets
    });
    match (SETS.get(a), SETS.get(b)) {
        (Some(a), Some(b)) => a.iter().any(|set| b.contains(set)),
        _ => false,
    }
}

/// A whole name that has none of the given names, though it is more than the
/// family name, is another's.
fn part_and_whole_differ(given: &str, family: &str, whole: &str) -> bool {
    if given.is_empty() {
        return false;
    }
    if is_eastern(given) || is_eastern(whole) {
        return wholes_differ(&format!("{family} {given}"), whole);
    }
    let others = tokens(whole);
    let is_surname = |name: &&str| tokens(family).iter().any(|f| name_matches(f, name));
    let has_more = !others.iter().all(is_surname);
    same_script(given, whole)
        && has_more
        && !tokens(given)
            .iter()
            .any(|name| others.iter().any(|other| name_matches(name, other)))
}

fn wholes_differ(a: &str, b: &str) -> bool {
    if !same_script(a, b) {
        return false;
    }
    let (a_words, b_words) = (tokens(a), tokens(b));
    if is_eastern(a) {
        return eastern_differ(&a_words, &b_words);
    }
    let common: Vec<&&str> = a_words
        .iter()
        .filter(|name| b_words.iter().any(|other| name_matches(name, other)))
        .collect();
    let surname_only = a_words.len() > 1
        && b_words.len() > 1
        && a_words.last() == b_words.last()
        && common.iter().all(|name| a_words.last() == Some(*name));
    common.is_empty() || surname_only
}

/// The family name comes first and each character is a word: what follows the
/// common beginning is the given name.
fn eastern_differ(a: &[&str], b: &[&str]) -> bool {
    let family = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a_given, b_given) = (&a[family..], &b[family..]);
    !one_holds_the_other(a_given, b_given)
}

/// Whether one of two runs of characters stands within the other. One character
/// in common does not suffice: brothers and sisters often share one.
fn one_holds_the_other(a: &[&str], b: &[&str]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.is_empty() || long.windows(short.len()).any(|run| run == short)
}

fn is_eastern(words: &str) -> bool {
    words.chars().next().is_some_and(is_east_asian)
}

/// Names in different scripts cannot be compared letter by letter.
fn same_script(a: &str, b: &str) -> bool {
    script(a) == script(b)
}

fn script(words: &str) -> u32 {
    match words.chars().find(|c| c.is_alphabetic()) {
        None => 0,
        Some(c) if is_east_asian(c) => 1,
        Some(c) if is_hebrew(c) => 2,
        // Blocks of Latin, Greek, Cyrillic, Arabic and the Indian scripts are
        // 256 characters or fewer; folded Latin is ASCII.
        Some(c) => 0x100 + u32::from(c) / 0x100,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{NameParts, key};
    use super::*;

    fn parts(first: &str, last: &str) -> NameKey {
        key(&NameParts {
            first: Some(first),
            last: Some(last),
            ..NameParts::default()
        })
    }

    fn full(name: &str) -> NameKey {
        key(&NameParts {
            full: Some(name),
            ..NameParts::default()
        })
    }

    fn differ(a: &NameKey, b: &NameKey) -> bool {
        let answer = clearly_different(a, b);
        assert_eq!(
            clearly_different(b, a),
            answer,
            "the order of the names matters"
        );
        answer
    }

    #[test]
    fn other_given_names_are_other_people() {
        assert!(differ(&parts("Noa", "Levi"), &parts("Dana", "Levi")));
        assert!(differ(&parts("Tom", "Levi"), &parts("Ann", "Cohen")));
        assert!(differ(&parts("Tom", ""), &parts("Ann", "Levi")));
        assert!(
            differ(&parts("Don", "Levi"), &parts("Ann", "Levi")),
            "a title alone is a name"
        );
    }

    #[test]
    fn forms_of_a_given_name_are_the_same() {
        for (a, b) in [
            ("Noa", "noa"),
            ("N.", "Noa"),
            ("Dan", "Daniel"),
            ("Anna", "Anne"),
            ("Konstantin", "Constantyn"),
            ("Bob", "Robert"),
            ("Liz", "Elisabeth"),
            ("Kasia", "Katarzyna"),
            ("Саша", "Александр"),
            ("José", "Jose"),
            ("J. Robert", "Robert"),
            ("Anna Maria", "Anna"),
            ("Dr. Noa", "Noa"),
            ("Mary Ann", "Ann"),
            ("Noa", "Noah"),
            ("Merav", "Meirav"),
        ] {
            assert!(!differ(&parts(a, "Levi"), &parts(b, "Levi")), "{a} {b}");
        }
        assert!(
            differ(&parts("Al", "Levi"), &parts("Alon", "Levi")),
            "two letters are no short form"
        );
        assert!(differ(&parts("Tom", "Levi"), &parts("Tim", "Levi")));
        assert!(
            differ(&parts("Maren", "Levi"), &parts("Baron", "Levi")),
            "two slips in five letters"
        );
    }

    #[test]
    fn a_changed_surname_and_a_missing_name_are_no_difference() {
        assert!(!differ(&parts("Noa", "Levi"), &parts("Noa", "Cohen")));
        assert!(!differ(&parts("", "Levi"), &parts("Noa", "Cohen")));
        assert!(!differ(&full(""), &parts("Noa", "Cohen")));
        assert!(!differ(&parts("Dr.", "Levi"), &parts("", "Levi")));
        assert!(!differ(&parts("7", "Levi"), &parts("", "Levi")));
        assert!(!differ(&full("7"), &full("")));
        assert!(!differ(&parts("", "Levi"), &full("Tom Jones")));
        assert!(!parts("", "Levi").is_empty());
    }

    #[test]
    fn names_whose_parts_were_turned_round_are_the_same() {
        assert!(!differ(&parts("Noa", "Levi"), &parts("Levi", "Noa")));
        assert!(differ(&parts("Noa", "Levi"), &parts("Levi", "Dana")));
        assert!(differ(&parts("Noa", ""), &parts("Dana", "")));
    }

    #[test]
    fn whole_names_are_compared_by_their_words() {
        assert!(!differ(&full("Noa Levi"), &full("Levi, Noa")));
        assert!(!differ(&full("Noa Levi"), &full("N. Levi")));
        assert!(!differ(&full("Dr. Noa Levi"), &full("Noa Cohen")));
        assert!(!differ(&full("Levi"), &full("Noa Levi")));
        assert!(differ(&full("Noa Levi"), &full("Dana Levi")));
        assert!(differ(&full("Noa Levi"), &full("Tom Jones")));
    }

    #[test]
    fn parts_are_found_in_whole_names() {
        assert!(!differ(&parts("Noa", "Levi"), &full("Levi Noa")));
        assert!(!differ(&parts("Robert", "Levi"), &full("Bob Levi")));
        assert!(!differ(&parts("Noa", "Levi"), &full("Levi")));
        assert!(differ(&parts("Dana", "Levi"), &full("Levi Noa")));
    }

    #[test]
    fn scripts_cannot_be_compared_and_eastern_names_begin_with_the_family() {
        assert!(!differ(&parts("נועה", "לוי"), &parts("Noa", "Levi")));
        assert!(!differ(&full("王美玲"), &full("Wang Meiling")));
        assert!(differ(&parts("נועה", "לוי"), &parts("דנה", "לוי")));
        assert!(differ(&full("王美玲"), &full("王大明")));
        assert!(differ(&parts("美玲", "王"), &full("王大明")));
        assert!(differ(&parts("小明", "王"), &full("王大明")));
        assert!(!differ(&parts("", "王"), &full("李小龙")));
        assert!(!differ(&parts("美玲", "王"), &full("王美玲")));
        assert!(differ(&parts("美玲", "王"), &parts("大明", "王")));
        assert!(differ(&parts("小明", "王"), &parts("大明", "王")));
        assert!(differ(&parts("明美", "王"), &parts("美玲", "王")));
        assert!(!differ(&parts("明", "王"), &parts("大明", "王")));
        assert!(!differ(&full("王大明"), &full("王")));
    }

    #[test]
    fn equal_names_have_equal_keys() {
        assert_eq!(parts("Dr. Noa", "LÉVI"), parts("noa", "Levi"));
        assert_ne!(parts("Noa", "Levi"), full("Noa Levi"));
    }

    #[test]
    fn nicknames_are_stored_folded() {
        for name in include_str!("../data/nicknames.txt")
            .lines()
            .filter(|l| !l.starts_with('#'))
        {
            assert_eq!(crate::values::fold::fold(name), name);
        }
    }
}
