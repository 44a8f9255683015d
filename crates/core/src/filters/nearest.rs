//! What was perhaps meant by a name that does not exist.

use strsim::damerau_levenshtein;

/// The name that differs least, if it differs by little.
pub(super) fn nearest(name: &str, names: impl Iterator<Item = String>) -> Option<String> {
    let said = name.to_lowercase();
    let most = 1 + said.chars().count() / 4;
    names
        .map(|name| (damerau_levenshtein(&said, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_slips_are_seen() {
        let names = || ["city", "country", "created"].map(String::from).into_iter();
        assert_eq!(nearest("contry", names()).as_deref(), Some("country"));
        assert_eq!(nearest("Cityy", names()).as_deref(), Some("city"));
        assert_eq!(nearest("shoe_size", names()), None);
    }
}
