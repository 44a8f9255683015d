//! Countries: from what people write (codes, names in many languages, usual
//! short forms) to ISO 3166 alpha-2, and back to a name. Not regions, not
//! languages, not dialling codes.

use super::fold::fold_into;
use std::collections::HashMap;
use std::sync::LazyLock;

const NAMES: &str = include_str!("data/countries.tsv");
const MORE_NAMES: &str = include_str!("data/countries-more.tsv");

/// Longer cells name no country.
const LONGEST_NAME: usize = 120;

static BY_NAME: LazyLock<HashMap<String, &'static str>> = LazyLock::new(by_name);
static TABLE: LazyLock<Table> = LazyLock::new(table);

/// The ISO 3166 alpha-2 code of a country written as alpha-2, alpha-3 or name.
pub fn code_of(text: &str) -> Option<&'static str> {
    if text.len() > LONGEST_NAME {
        return None;
    }
    BY_NAME.get(&folded(text)).copied()
}

/// The name of a country in a language (`de`), if that is among those known.
pub fn name_of(code: &str, language: &str) -> Option<&'static str> {
    let column = TABLE.languages.iter().position(|l| *l == language)?;
    TABLE.names.get(code)?.get(column).copied()
}

struct Table {
    languages: Vec<&'static str>,
    /// The first name in each language, by code.
    names: HashMap<&'static str, Vec<&'static str>>,
}

fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

fn by_name() -> HashMap<String, &'static str> {
    let mut names = HashMap::new();
    // Codes of two letters first: none is taken for another country's short name.
    let mut add = |name: &str, code| {
        names.entry(folded(name)).or_insert(code);
    };
    for row in rows(NAMES).skip(1) {
        add(row[0], row[0]);
    }
    for row in rows(MORE_NAMES).chain(rows(NAMES).skip(1)) {
        for name in row[1..].iter().flat_map(|cell| cell.split('|')) {
            add(name, row[0]);
        }
    }
    names
}

fn table() -> Table {
    let mut rows = rows(NAMES);
    let head = rows.next().unwrap_or_default();
    let first_name = |cell: &&'static str| cell.split('|').next().unwrap_or_default();
    Table {
        languages: head.into_iter().skip(2).collect(),
        names: rows
            .map(|row| (row[0], row[2..].iter().map(first_name).collect()))
            .collect(),
    }
}

/// Folded and without blanks, so that "U.S.A." and "USA" are one.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    fold_into(text, &mut out);
    out.retain(|c| c != ' ');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_names_and_short_forms_are_known() {
        for (text, code) in [
            ("de", "DE"),
            ("DEU", "DE"),
            ("Germany", "DE"),
            (" deutschland ", "DE"),
            ("Allemagne", "DE"),
            ("Alemania", "DE"),
            ("Germania", "DE"),
            ("Duitsland", "DE"),
            ("Alemanha", "DE"),
            ("גרמניה", "DE"),
            ("Германия", "DE"),
            ("Niemcy", "DE"),
            ("BRD", "DE"),
            ("UK", "GB"),
            ("U.K.", "GB"),
            ("England", "GB"),
            ("Great Britain", "GB"),
            ("USA", "US"),
            ("U.S.A.", "US"),
            ("United States of America", "US"),
            ("ארה\"ב", "US"),
            ("España", "ES"),
            ("Espana", "ES"),
            ("ישראל", "IL"),
            ("Israel", "IL"),
            ("Österreich", "AT"),
            ("Oesterreich", "AT"),
            ("The Netherlands", "NL"),
            ("Holland", "NL"),
            ("Korea, Republic of", "KR"),
            ("Côte d'Ivoire", "CI"),
            ("Czech Republic", "CZ"),
            ("日本", "JP"),
            ("Russian Federation", "RU"),
            ("RU", "RU"),
            ("Türkiye", "TR"),
            ("Viet Nam", "VN"),
            ("Kosovo", "XK"),
        ] {
            assert_eq!(code_of(text), Some(code), "{text}");
        }
    }

    #[test]
    fn other_words_are_no_country() {
        for text in ["", " ", "Bavaria", "Paris", "XX", "Europe", "12", "-"] {
            assert_eq!(code_of(text), None, "{text}");
        }
    }

    #[test]
    fn each_code_has_a_name_in_each_language_and_is_found_by_it() {
        assert_eq!(TABLE.names.len(), 250);
        for (code, names) in &TABLE.names {
            assert_eq!(names.len(), TABLE.languages.len(), "{code}");
            for name in names {
                // Polish calls both republics on the Congo "Kongo".
                assert!(
                    code_of(name) == Some(code) || is_congo(name),
                    "{code} {name}"
                );
            }
        }
        assert_eq!(name_of("DE", "he"), Some("גרמניה"));
        assert_eq!(name_of("GB", "en"), Some("United Kingdom"));
        assert_eq!(name_of("DE", "tlh"), None);
        assert_eq!(name_of("XX", "en"), None);
    }

    fn is_congo(name: &str) -> bool {
        folded(name) == "kongo"
    }

    proptest! {
        #[test]
        fn nothing_panics(text in any::<String>()) {
            let _ = code_of(&text);
            let _ = name_of(&text, &text);
        }
    }
}
