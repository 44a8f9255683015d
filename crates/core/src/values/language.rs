//! Languages: from their names in many languages to ISO 639 codes. Not which languages there are.

use super::fold::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

static BY_NAME: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    let rows = || {
        include_str!("data/languages.tsv")
            .lines()
            .filter_map(|line| line.split_once('\t'))
    };
    for (code, others) in rows() {
        for name in others.split('|') {
            names.entry(fold(name)).or_insert(code);
        }
    }
    names
});

/// The code of a language that is written as a code (`de`, `pt-BR`) or by its name. Regions stay with their code.
pub fn code_of(text: &str) -> Option<String> {
    let typed = text.trim();
    if let Some(code) = BY_NAME.get(&fold(typed)) {
        return Some((*code).to_owned());
    }
    let mut parts = typed.split(['-', '_']);
    let language = parts.next()?.to_lowercase();
    let is_known = BY_NAME.values().any(|code| *code == language);
    let rest: Vec<&str> = parts.collect();
    let is_tag = rest
        .iter()
        .all(|part| (2..=8).contains(&part.len()) && part.is_ascii());
    (is_known && is_tag).then(|| match rest.as_slice() {
        [region] if region.len() == 2 => format!("{language}-{}", region.to_uppercase()),
        rest => [&[language.as_str()], rest].concat().join("-"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_known_by_code_and_name() {
        for (text, code) in [
            ("de", Some("de")),
            ("DE", Some("de")),
            ("pt_br", Some("pt-BR")),
            ("zh-Hant", Some("zh-Hant")),
            ("Deutsch", Some("de")),
            ("allemand", Some("de")),
            ("עברית", Some("he")),
            ("Hebräisch", Some("he")),
            (" русский ", Some("ru")),
            ("Klingon", None),
            ("xx", None),
            ("", None),
        ] {
            assert_eq!(code_of(text).as_deref(), code, "{text}");
        }
    }
}
