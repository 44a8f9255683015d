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
