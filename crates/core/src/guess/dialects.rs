//! The exports of well-known programs, recognized by their whole header: in
//! them a word means what the program means by it, and a word that occurs twice
//! means two things. Which program writes what is in `data/dialects.tsv`.

use super::claim::{Claims, confidence};
use super::header::Header;
use crate::values::fold::fold;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// An export that a header was recognized as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// `outlook-desktop`
    pub name: &'static str,
    /// `de`; for some programs the kind of export
    pub locale: &'static str,
    /// How many of the file's columns the dialect has.
    pub known: usize,
    /// How many columns with a header the file has.
    pub columns: usize,
}

pub struct List {
    pub name: &'static str,
    pub locale: &'static str,
    /// In the order of the file.
    pub columns: Vec<ListColumn>,
}

#[derive(Debug, Clone, Copy)]
pub struct ListColumn {
    pub header: &'static str,
    pub field: &'static str,
}

impl ListColumn {
    /// As [`Header::key`].
    pub fn key(&self) -> String {
        fold(self.header).replace(' ', "")
    }
}

struct Index {
    lists: Vec<List>,
    /// For each key the lists that have it, and how often.
    by_key: HashMap<String, Vec<(usize, usize)>>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let lists: Vec<List> = include_str!("data/dialects.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(list)
        .collect();
    let mut by_key: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
    for (at, list) in lists.iter().enumerate() {
        for column in &list.columns {
            let holders = by_key.entry(column.key()).or_default();
            match holders.last_mut() {
                Some((last, times)) if *last == at => *times += 1,
                _ => holders.push((at, 1)),
            }
        }
    }
    Index { lists, by_key }
});

fn list(line: &'static str) -> Option<List> {
    let mut cells = line.split('\t');
    Some(List {
        name: cells.next()?,
        locale: cells.next()?,
        columns: cells
            .filter_map(|cell| cell.rsplit_once('='))
            .map(|(header, field)| ListColumn { header, field })
            .collect(),
    })
}

pub fn lists() -> &'static [List] {
    &INDEX.lists
}

/// The columns of an export in their order; none where there is no such.
pub fn columns_of(name: &str, locale: &str) -> Vec<ListColumn> {
    let mut lists = lists().iter();
    let found = lists.find(|list| list.name == name && list.locale == locale);
    found.map(|list| list.columns.clone()).unwrap_or_default()
}

/// Whether some language has all of these headers. One that no export has may be of any.
pub fn are_of_one_language(headers: &[Header]) -> bool {
    let of_lists = |header: &Header| INDEX.by_key.get(&header.key);
    let mut known = headers.iter().filter_map(of_lists).map(|holders| {
        let locales = holders.iter().map(|(at, _)| INDEX.lists[*at].locale);
        locales.collect::<HashSet<_>>()
    });
    let Some(first) = known.next() else {
        return true;
    };
    let common = known.fold(first, |all, locales| &all & &locales);
    !common.is_empty()
}

/// The languages that an export is known in.
pub fn locales_of(name: &str) -> Vec<&'static str> {
    let of_name = lists().iter().filter(|list| list.name == name);
    of_name.map(|list| list.locale).collect()
}

/// Which export a header is read as.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Wanted {
    /// The one that the whole header votes for, if there is one.
    #[default]
    Voted,
    /// None: each header by itself.
    None,
    /// One that the user names; of several languages the one that knows most.
    Named {
        name: String,
        locale: Option<String>,
    },
}

impl Wanted {
    /// Reads `NAME`, `NAME:LOCALE` or `none`; None where no export is called so.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("none") {
            return Some(Self::None);
        }
        let (name, locale) = match text.split_once(':') {
            Some((name, locale)) => (name.trim(), Some(locale.trim().to_owned())),
            None => (text, None),
        };
        let wanted = Self::Named {
            name: name.to_owned(),
            locale,
        };
        INDEX
            .lists
            .iter()
            .any(|list| wanted.allows(list))
            .then_some(wanted)
    }

    fn allows(&self, list: &List) -> bool {
        match self {
            Self::Voted => true,
            Self::None => false,
            Self::Named { name, locale } => {
                let is_locale = |locale: &String| list.locale.eq_ignore_ascii_case(locale);
                list.name.eq_ignore_ascii_case(name) && locale.as_ref().is_none_or(is_locale)
            }
        }
    }
}

/// The export that `headers` are read as, if there is one.
pub fn dialect(headers: &[&str], wanted: &Wanted) -> Option<Dialect> {
    let headers: Vec<Header> = headers.iter().map(|text| Header::new(text)).collect();
    let (list, known) = vote(&headers, wanted)?;
    Some(found(list, known, &headers))
}

/// The exports that know at least one column, the most knowing first; of each program's languages the best three.
pub fn candidates(headers: &[&str]) -> Vec<Dialect> {
    const OF_EACH: usize = 3;
    let headers: Vec<Header> = headers.iter().map(|text| Header::new(text)).collect();
    let mut lists: Vec<(&List, usize)> = INDEX.lists.iter().zip(counts(&headers)).collect();
    lists.sort_by_key(|(list, known)| (std::cmp::Reverse(*known), list.columns.len()));
    let mut taken: HashMap<&str, usize> = HashMap::new();
    lists.retain(|(list, known)| {
        let of_it = taken.entry(list.name).or_default();
        *of_it += 1;
        *known > 0 && *of_it <= OF_EACH
    });
    lists
        .into_iter()
        .map(|(list, known)| found(list, known, &headers))
        .collect()
}

fn found(list: &'static List, known: usize, headers: &[Header]) -> Dialect {
    Dialect {
        name: list.name,
        locale: list.locale,
        known,
        columns: headers.iter().filter(|h| !h.key.is_empty()).count(),
    }
}

/// The claims of the export that is wanted or recognized; open ones where there
/// is none or where it doesn't have the column.
pub fn claims(headers: &[Header], wanted: &Wanted) -> Vec<Claims> {
    let Some((list, _)) = vote(headers, wanted) else {
        return vec![Claims::default(); headers.len()];
    };
    let mut fields: HashMap<String, Vec<&'static str>> = HashMap::new();
    for column in list.columns.iter().rev() {
        fields.entry(column.key()).or_default().push(column.field);
    }
    headers
        .iter()
        .map(|header| {
            let next = fields.get_mut(&header.key).and_then(Vec::pop);
            next.map_or_else(Claims::default, of_field)
        })
        .collect()
}

/// What a field of the data files says: a field, `-` nothing, `-birth_day` a
/// part of something, `-city` a field unless another column has it.
pub fn of_field(field: &'static str) -> Claims {
    match field.strip_prefix('-') {
        None => Claims::of(field, confidence::DIALECT),
        Some("") => Claims::nothing(),
        Some(part @ ("birth_year" | "birth_month" | "birth_day")) => Claims {
            part: Some(part),
            ..Claims::nothing()
        },
        Some(field) => Claims::of(field, confidence::SPARE),
    }
}

/// The list with the most headers in common; of several, the one of which less
/// is missing. It must have most columns of the file, and the file most of its
/// columns: three usual names are no Outlook export yet.
fn vote(headers: &[Header], wanted: &Wanted) -> Option<(&'static List, usize)> {
    let columns = headers
        .iter()
        .filter(|header| !header.key.is_empty())
        .count();
    let most = |part: usize, whole: usize| part * 10 >= whole * 6;
    let is_voted =
        |known: usize, list: &List| most(known, columns) && most(known, list.columns.len());
    INDEX
        .lists
        .iter()
        .zip(counts(headers))
        .filter(|(list, _)| wanted.allows(list))
        .filter(|(list, known)| *wanted != Wanted::Voted || is_voted(*known, list))
        .min_by_key(|(list, known)| (std::cmp::Reverse(*known), list.columns.len()))
}

/// How many of the headers each list has.
fn counts(headers: &[Header]) -> Vec<usize> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for header in headers.iter().filter(|header| !header.key.is_empty()) {
        *times.entry(&header.key).or_default() += 1;
    }
    let mut known = vec![0; INDEX.lists.len()];
    for (key, times) in &times {
        for (at, in_list) in INDEX.by_key.get(*key).into_iter().flatten() {
            known[*at] += in_list.min(times);
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voted(headers: &[&str]) -> Option<Dialect> {
        dialect(headers, &Wanted::Voted)
    }

    #[test]
    fn another_export_or_none_can_be_asked_for() {
        let headers = ["Name", "Title", "E-mail"];
        let as_asked =
            |text: &str| dialect(&headers, &Wanted::parse(text).unwrap()).map(|d| d.name);
        assert_eq!(voted(&headers), None);
        assert_eq!(as_asked("none"), None);
        assert_eq!(as_asked("Google:old"), Some("google"));
        assert_eq!(as_asked("outlook-desktop"), Some("outlook-desktop"));
        for unknown in ["Lotus", "google:de", ""] {
            assert_eq!(Wanted::parse(unknown), None, "{unknown}");
        }
        let names: Vec<&str> = candidates(&headers).iter().map(|d| d.name).collect();
        assert!(
            names.contains(&"odoo") && !names.contains(&"linkedin"),
            "{names:?}"
        );
    }

    #[test]
    fn each_export_is_called_by_its_name() {
        for list in lists() {
            let headers: Vec<&str> = list.columns.iter().map(|c| c.header).collect();
            let found = voted(&headers).unwrap();
            assert_eq!(found.name, list.name, "{} {}", list.name, list.locale);
            let other = lists()
                .iter()
                .find(|l| (l.name, l.locale) == (found.name, found.locale))
                .unwrap();
            let keys = |list: &List| {
                let mut keys: Vec<String> = list.columns.iter().map(ListColumn::key).collect();
                keys.sort_unstable();
                keys
            };
            assert_eq!(
                keys(other),
                keys(list),
                "another language only with the same words: {}",
                list.locale
            );
        }
    }

    #[test]
    fn an_export_is_recognized_by_its_whole_header() {
        let linkedin = [
            "First Name",
            "Last Name",
            "URL",
            "Email Address",
            "Company",
            "Position",
            "Connected On",
        ];
        let found = voted(&linkedin).unwrap();
        assert_eq!(
            (found.name, found.locale, found.known, found.columns),
            ("linkedin", "en", 7, 7)
        );
        assert_eq!(
            voted(&["First Name", "Last Name", "Title", "Company", "Email"]),
            None
        );
        let mut more = linkedin.to_vec();
        more.extend(["a", "b", "c", "d", "e"]);
        assert_eq!(voted(&more), None);
        assert_eq!(voted(&[]), None);
        assert_eq!(voted(&["", ""]), None);
    }

    #[test]
    fn each_export_recognizes_itself_or_one_that_reads_the_same() {
        for list in lists() {
            let headers: Vec<Header> = list.columns.iter().map(|c| Header::new(c.header)).collect();
            let (found, known) = vote(&headers, &Wanted::Voted).unwrap();
            let named = headers
                .iter()
                .filter(|header| !header.key.is_empty())
                .count();
            assert_eq!(known, named, "{} {}", list.name, list.locale);
            let fields = |list: &List| list.columns.iter().map(|c| c.field).collect::<Vec<_>>();
            assert_eq!(fields(found), fields(list), "{} {}", list.name, list.locale);
        }
    }
}
