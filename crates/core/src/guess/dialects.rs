//! The exports of well-known programs, recognized by their whole header: in
//! them a word means what the program means by it, and a word that occurs twice
//! means two things. Which program writes what is in `data/dialects.tsv`.

use super::claim::{Claims, confidence};
use super::header::Header;
use crate::values::fold::fold;
use std::collections::HashMap;
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

/// The export that `headers` come from, if one is recognized.
pub fn dialect(headers: &[&str]) -> Option<Dialect> {
    let headers: Vec<Header> = headers.iter().map(|text| Header::new(text)).collect();
    let (list, known) = vote(&headers)?;
    Some(Dialect {
        name: list.name,
        locale: list.locale,
        known,
        columns: headers.iter().filter(|h| !h.key.is_empty()).count(),
    })
}

/// The claims of the recognized export; open ones where there is none or where
/// it doesn't have the column.
pub fn claims(headers: &[Header]) -> Vec<Claims> {
    let Some((list, _)) = vote(headers) else {
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
fn vote(headers: &[Header]) -> Option<(&'static List, usize)> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for header in headers.iter().filter(|header| !header.key.is_empty()) {
        *times.entry(&header.key).or_default() += 1;
    }
    let columns: usize = times.values().sum();
    let mut known = vec![0; INDEX.lists.len()];
    for (key, times) in &times {
        for (at, in_list) in INDEX.by_key.get(*key).into_iter().flatten() {
            known[*at] += in_list.min(times);
        }
    }
    let most = |part: usize, whole: usize| part * 10 >= whole * 6;
    INDEX
        .lists
        .iter()
        .zip(known)
        .filter(|(list, known)| most(*known, columns) && most(*known, list.columns.len()))
        .min_by_key(|(list, known)| (std::cmp::Reverse(*known), list.columns.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let found = dialect(&linkedin).unwrap();
        assert_eq!(
            (found.name, found.locale, found.known, found.columns),
            ("linkedin", "en", 7, 7)
        );
        assert_eq!(
            dialect(&["First Name", "Last Name", "Title", "Company", "Email"]),
            None
        );
        let mut more = linkedin.to_vec();
        more.extend(["a", "b", "c", "d", "e"]);
        assert_eq!(dialect(&more), None);
        assert_eq!(dialect(&[]), None);
        assert_eq!(dialect(&["", ""]), None);
    }

    #[test]
    fn each_export_recognizes_itself_or_one_that_reads_the_same() {
        for list in lists() {
            let headers: Vec<Header> = list.columns.iter().map(|c| Header::new(c.header)).collect();
            let (found, known) = vote(&headers).unwrap();
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
