//! A full name taken apart into its parts, where that is certain: titles before it and suffixes behind it, "Last, First",
//! particles, family names in capitals, the order of East Asia, patronymics, Hebrew and Arabic. Every word of the name
//! comes to stand in a part, as it was written; where it isn't certain which, the name stays whole.

use super::family;
use super::titles::{is_prefix, is_suffix, is_surname_title};
use crate::values::characters::{clean, is_east_asian};
use crate::values::fold::fold;

/// The parts of a name; empty where it has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Split {
    pub prefix: String,
    pub first: String,
    pub middle: String,
    pub last: String,
    pub suffix: String,
}

/// More words than people have names: a sentence.
const MOST_WORDS: usize = 6;

/// Where full names begin with the family also in Latin letters, so that their order can't be told.
const FAMILY_FIRST: [&str; 9] = ["CN", "HK", "HU", "JP", "KH", "KR", "MO", "TW", "VN"];

/// Where people have two family names.
const TWO_FAMILY_NAMES: &str = "AR BO CL CO CR CU DO EC ES GT HN MX NI PA PE PR PY SV UY VE";

/// Words of desks, households and companies, folded. One of them, and it is no person's name.
const NO_PERSON: &str = "and und et y e en og och oder & team office info desk reception rezeption empfang sekretariat \
    buro verwaltung service services support sales school schule ecole escuela club verein association committee company \
    group department dept hotel restaurant praxis clinic hospital familie family famille familia household gmbh ag kg ug ev \
    sister brother father mother schwester bruder pater ltd llc inc corp plc bv nv sarl sas srl spa oy ab the of fur for משרד מזכירות קבלה עמותת חברת משפחת בעמ ועד בית";

/// The parts of a name written in one piece, or nothing where they are not certain. `country` is the one that the people
/// of the file live in, ISO 3166 alpha-2.
pub fn split(text: &str, country: Option<&str>) -> Option<Split> {
    let name = clean(text);
    if !name.chars().all(is_of_a_name) {
        return None;
    }
    if name.contains(is_east_asian) {
        return family::split(&name, country);
    }
    match name.split_once([',', '،']) {
        Some((before, after)) => with_comma(before, after, country),
        None => {
            let words: Vec<&str> = name.split_whitespace().collect();
            in_order(&words, country)
        }
    }
    .filter(|split| !split.first.is_empty() || !split.last.is_empty())
}

fn is_of_a_name(c: char) -> bool {
    use crate::values::characters::{is_apostrophe, is_dash};
    let is_mark = matches!(c, '.' | ',' | '،' | '"' | ' ' | '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05C7}' | '\u{064B}'..='\u{0652}');
    c.is_alphabetic() || is_mark || is_apostrophe(c) || is_dash(c)
}

fn joined(words: &[&str]) -> String {
    words.join(" ")
}

/// "Levi, Noa R.", "Smith, John, Jr.", "John Smith, PhD".
fn with_comma(before: &str, after: &str, country: Option<&str>) -> Option<Split> {
    let left: Vec<&str> = before.split_whitespace().collect();
    let mut pieces = after.split([',', '،']);
    let right: Vec<&str> = pieces.next()?.split_whitespace().collect();
    let rest: Vec<&str> = pieces.flat_map(str::split_whitespace).collect();
    if left.is_empty() || right.is_empty() {
        return None;
    }
    let are_suffixes = |words: &[&str]| words.iter().all(|word| is_suffix(&key(word), true));
    if are_suffixes(&right) && are_suffixes(&rest) {
        let suffix: Vec<&str> = right.iter().chain(&rest).copied().collect();
        let mut split = in_order(&left, country)?;
        split.suffix = [split.suffix, suffix.join(", ")]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        return Some(split);
    }
    if !are_suffixes(&rest) || right.iter().chain(&left).any(|word| is_no_person(word)) {
        return None;
    }
    last_then_first(&left, &right, &rest)
}

fn last_then_first(left: &[&str], right: &[&str], suffix: &[&str]) -> Option<Split> {
    let (own, family) = titles(left);
    let (before_given, given) = titles(right);
    let particles = given
        .iter()
        .rev()
        .take_while(|word| is_particle(word))
        .count();
    let (given, particles) = given.split_at(given.len() - particles);
    let (first, middle) = given.split_first()?;
    let is_name = (1..=3).contains(&family.len()) || family.first().is_some_and(|w| is_particle(w));
    if !is_name || family.is_empty() || middle.len() > 2 {
        return None;
    }
    let last: Vec<&str> = particles.iter().chain(family).copied().collect();
    let prefix: Vec<&str> = own.iter().chain(before_given).copied().collect();
    Some(Split {
        prefix: joined(&prefix),
        first: (*first).to_owned(),
        middle: joined(middle),
        last: joined(&last),
        suffix: joined(suffix),
    })
}

/// A name in the order that it is spoken.
fn in_order(words: &[&str], country: Option<&str>) -> Option<Split> {
    let (prefix, words) = titles(words);
    let at_end = words
        .iter()
        .rev()
        .take_while(|word| is_suffix(&key(word), false))
        .count();
    let (words, suffix) = words.split_at(words.len() - at_end.min(words.len()));
    let parts = |first: &[&str], middle: &[&str], last: &[&str]| Split {
        prefix: joined(prefix),
        first: joined(first),
        middle: joined(middle),
        last: joined(last),
        suffix: joined(suffix),
    };
    if words.len() > MOST_WORDS || words.iter().any(|word| is_no_person(word)) {
        return None;
    }
    match words {
        [] => None,
        // "Frau Müller" is a family name, "Sister Mary" is not.
        [only] => prefix
            .iter()
            .all(|title| is_surname_title(&key(title)))
            .then(|| parts(&[], &[], &[*only]))
            .filter(|_| !prefix.is_empty()),
        _ => {
            let at = family_place(words, country)?;
            let (first, middle) = given(words, &at);
            Some(parts(first, middle, &words[at.clone()]))
        }
    }
}

/// The given names: the words that are not the family's, of which the first is the first name.
fn given<'a>(
    words: &'a [&'a str],
    family: &std::ops::Range<usize>,
) -> (&'a [&'a str], &'a [&'a str]) {
    let given = if family.start == 0 {
        &words[family.end..]
    } else {
        &words[..family.start]
    };
    // "Abd Allah", "Abdul Rahman": one name in two words.
    let one = if given.len() > 1
        && ["abd", "abdul", "abdel", "عبد"].contains(&key(given[0]).as_str())
    {
        2
    } else {
        1
    };
    given.split_at(one.min(given.len()))
}

/// Where among the words the family name stands.
fn family_place(words: &[&str], country: Option<&str>) -> Option<std::ops::Range<usize>> {
    let many = words.len();
    if let Some(place) = in_capitals(words) {
        return Some(place);
    }
    if let Some(place) = beside_patronymic(words) {
        return Some(place);
    }
    let is_in = |list: &[&str]| country.is_some_and(|country| list.contains(&country));
    if is_in(&FAMILY_FIRST) || is_particle(words[0]) {
        return None;
    }
    if let Some(at) = (1..many - 1).find(|at| is_particle(words[*at])) {
        // "María del Carmen García": the particle belongs to the given name.
        let of_given = at == 1
            && many > 3
            && key(words[0]) == "maria"
            && ["de", "del"].contains(&key(words[1]).as_str());
        return (!of_given).then_some(at..many);
    }
    let has_two = country.is_some_and(|c| TWO_FAMILY_NAMES.split(' ').any(|other| other == c));
    match many {
        2 => Some(1..2),
        3 | 4 if has_two => Some(many - 2..many),
        3 | 4 => Some(many - 1..many),
        _ => None,
    }
}

/// "DUPONT Jean" and "Jean DUPONT": the words in capitals are the family's, where others are not.
fn in_capitals(words: &[&str]) -> Option<std::ops::Range<usize>> {
    let is_capital = |word: &&&str| {
        let letters = || word.chars().filter(|c| c.is_alphabetic());
        letters().count() > 1 && letters().all(char::is_uppercase)
    };
    let many = words.len();
    let at_start = words.iter().take_while(is_capital).count();
    let at_end = words.iter().rev().take_while(is_capital).count();
    match (at_start, at_end) {
        (0, end) if end > 0 && end < many => Some(many - end..many),
        (start, 0) if start > 0 && start < many => Some(0..start),
        _ => None,
    }
}

/// "Иванов Иван Иванович" and "Иван Иванович Иванов".
fn beside_patronymic(words: &[&str]) -> Option<std::ops::Range<usize>> {
    const ENDINGS: [&str; 6] = ["ович", "евич", "ївна", "овна", "евна", "івна"];
    let is_patronymic = |word: &str| {
        let word = word.to_lowercase();
        ENDINGS.iter().any(|ending| word.ends_with(ending))
    };
    match words {
        [_, _, last] if is_patronymic(last) => Some(0..1),
        [_, middle, _] if is_patronymic(middle) => Some(2..3),
        _ => None,
    }
}

/// The titles that the words begin with, and the others. A name is more than titles.
fn titles<'a>(words: &'a [&'a str]) -> (&'a [&'a str], &'a [&'a str]) {
    let many = words
        .iter()
        .take_while(|word| is_prefix(&key(word)))
        .count();
    words.split_at(many.min(words.len().saturating_sub(1)))
}

/// Folded, without marks within the word.
fn key(word: &str) -> String {
    fold(word).replace(' ', "")
}

fn is_no_person(word: &str) -> bool {
    let key = key(word);
    // "E." is an initial, "e" between two names a conjunction.
    let is_initial = word.chars().count() == 2 && word.ends_with('.');
    !is_initial
        && !word.chars().all(char::is_uppercase)
        && NO_PERSON.split_whitespace().any(|other| other == key)
        || key.len() > 1
            && word.chars().all(char::is_uppercase)
            && ["GMBH", "AG", "KG", "LTD", "LLC", "INC"].contains(&word)
}

/// Words that a family name begins with.
fn is_particle(word: &str) -> bool {
    const PARTICLES: &str = "van von vom der den de del della dello di da das do dos du des la le les lo ten ter tot zu zum \
        zur af av bin ibn bint ben bar al el abu bat בן בת בר אבו אל דה די ון ואן פון בן־ بن ابن بنت ابو ال عبد";
    let key = key(word);
    PARTICLES.split_whitespace().any(|particle| particle == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(text: &str, country: Option<&str>) -> String {
        split(text, country).map_or("-".into(), |s| {
            [s.prefix, s.first, s.middle, s.last, s.suffix].join("|")
        })
    }

    #[test]
    fn names_are_taken_apart_where_it_is_certain() {
        for (name, expected) in [
            ("Noa Levi", "|Noa||Levi|"),
            ("Noa R. Levi", "|Noa|R.|Levi|"),
            ("Prof. Dr. Käthe Größer", "Prof. Dr.|Käthe||Größer|"),
            ("Herr Müller", "Herr|||Müller|"),
            ("Martin Luther King Jr.", "|Martin|Luther|King|Jr."),
            ("John Smith, PhD", "|John||Smith|PhD"),
            ("Smith, John, Jr.", "|John||Smith|Jr."),
            ("Levi, Noa", "|Noa||Levi|"),
            ("Dr. Levi, Noa Ruth", "Dr.|Noa|Ruth|Levi|"),
            ("Beethoven, Ludwig van", "|Ludwig||van Beethoven|"),
            ("Ludwig van Beethoven", "|Ludwig||van Beethoven|"),
            ("Ursula von der Leyen", "|Ursula||von der Leyen|"),
            ("Maria da Silva Santos", "|Maria||da Silva Santos|"),
            ("Charles de Gaulle", "|Charles||de Gaulle|"),
            ("DUPONT Jean", "|Jean||DUPONT|"),
            ("Jean-Pierre DE LA TOUR", "|Jean-Pierre||DE LA TOUR|"),
            ("Siobhán O’Neill", "|Siobhán||O’Neill|"),
            ("Иванов Иван Иванович", "|Иван|Иванович|Иванов|"),
            ("Иван Иванович Иванов", "|Иван|Иванович|Иванов|"),
            ("ד\"ר נועה לוי", "ד\"ר|נועה||לוי|"),
            ("דוד בן גוריון", "|דוד||בן גוריון|"),
            ("לוי, נועה", "|נועה||לוי|"),
            ("عمر بن الخطاب", "|عمر||بن الخطاب|"),
            ("محمد احمد حسن", "|محمد|احمد|حسن|"),
            ("Abdul Rahman Hassan", "|Abdul Rahman||Hassan|"),
            ("山田 太郎", "|太郎||山田|"),
            ("陈美玲", "|美玲||陈|"),
            ("欧阳娜娜", "|娜娜||欧阳|"),
            ("김민준", "|민준||김|"),
            ("남궁민", "|민||남궁|"),
        ] {
            assert_eq!(parts(name, None), expected, "{name}");
        }
        let spanish = |name| parts(name, Some("ES"));
        assert_eq!(spanish("Ana García López"), "|Ana||García López|");
        assert_eq!(
            spanish("Juan Carlos García López"),
            "|Juan|Carlos|García López|"
        );
    }

    #[test]
    fn what_is_not_certain_stays_whole() {
        for name in [
            "",
            "Reception",
            "Noa",
            "Sister Mary",
            "Hans und Maria Müller",
            "Acme GmbH",
            "Tom & Ann",
            "noa@levi.example",
            "Haus 7",
            "Smith, Jones, Miller",
            "van Gogh",
            "María del Carmen García López",
            "山田太郎丸",
            "Levi,",
            "one two three four five six seven",
            "Familie Berg",
            "Noa Levi (new)",
            "בית ספר אלון",
        ] {
            assert_eq!(split(name, None), None, "{name}");
        }
        assert_eq!(
            parts("Nagy Anna", Some("HU")),
            "-",
            "the family may stand first"
        );
        assert_eq!(parts("NAGY Anna", Some("HU")), "|Anna||NAGY|");
        assert_eq!(
            parts("林太郎", Some("JP")),
            "-",
            "how many signs are the family's?"
        );
    }

    proptest! {
        #[test]
        fn no_word_is_lost(text in "([A-ZÄa-z.,' ]{1,8}|van|Dr\\.|, | |Jr|בן|לוי|山田|金){1,7}", any in any::<String>()) {
            for name in [text, any] {
                let Some(split) = split(&name, None) else { continue };
                let letters = |text: &str| {
                    let mut letters: Vec<char> = clean(text).chars().filter(|c| c.is_alphabetic()).collect();
                    letters.sort_unstable();
                    letters
                };
                let all = [split.prefix, split.first, split.middle, split.last, split.suffix].concat();
                prop_assert_eq!(letters(&all), letters(&name));
            }
        }
    }
}
