//! Words in names that say nothing about who it is: forms of address, academic
//! titles, generations and degrees behind a name.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Folded, without blanks within a word.
const TITLES: &str = "mr mrs ms miss mx sir madam dame lord lady dr prof professor rev reverend fr father sister \
    hon judge capt captain col maj sgt lt gen rabbi imam sheikh mister herr frau frl fraulein hr dipl ing mag doktor \
    m mme mlle mlles mm mmes monsieur madame mademoiselle maitre me docteur sr sra srta senor senora senorita don dona \
    ing lic sig sigra sigina signor signora signorina dott dottssa avv arch dhr mevr mevrouw meneer mw drs ir \
    pan pani mgr inz г гн гжа господин госпожа доктор проф מר גב גברת דר פרופ עוד הרב אינג \
    السيد السيدة الدكتور د";

const SUFFIXES: &str =
    "jr junior snr senior ii iii iv phd md mba msc bsc ma ba esq cpa rn dds jd bc llm llb";

static WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    TITLES
        .split_whitespace()
        .chain(SUFFIXES.split_whitespace())
        .collect()
});

pub fn is_title(word: &str) -> bool {
    WORDS.contains(word)
}

/// Titles that are nobody's name; "Don" and "M." are left to the name.
const PREFIXES: &str = "mr mrs ms miss mx sir dr drs prof professor rev reverend rabbi imam sheikh mister herr frau fraulein hr \
    dipl ing mag doktor mme mlle monsieur madame mademoiselle maitre docteur sr sra srta senor senora senorita sig sigra \
    signor signora signorina dott dottssa dhr mevr mevrouw meneer mgr inz г гн гжа господин госпожа доктор проф מר גב גברת \
    דר פרופ עוד הרב אינג السيد السيدة الدكتور";
/// Titles of a given name.
const OF_GIVEN_NAMES: &str = "sir rev reverend rabbi imam sheikh הרב";
/// Suffixes that are no family name without a comma before them; "Ma" and "Ba" are.
const BEHIND_A_NAME: &str = "jr junior snr senior ii iii iv phd md mba msc bsc esq";

fn is_in(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|other| other == word)
}

pub(super) fn is_prefix(word: &str) -> bool {
    is_in(PREFIXES, word)
}

/// Whether a title stands before a family name: "Frau Müller", but "Sir Ian".
pub(super) fn is_surname_title(word: &str) -> bool {
    is_prefix(word) && !is_in(OF_GIVEN_NAMES, word)
}

pub(super) fn is_suffix(word: &str, after_comma: bool) -> bool {
    is_in(if after_comma { SUFFIXES } else { BEHIND_A_NAME }, word)
}
