//! Headers that no list has, understood by the words in them: "Mobile number
//! (private)", "Telefon (geschäftlich)". The words are in `data/words.tsv`.

use super::claim::Claims;
use super::header::Header;
use crate::values::fold::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word does in a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Says what the column is about.
    Subject(&'static str),
    Work,
    Home,
    Main,
    Other,
    /// Adds nothing: "number", "of".
    Filler,
    /// Makes it another thing: "type", "id", "assistant".
    Bar,
}

/// What is most telling comes first: "E-mail address" is about e-mail.
const SUBJECTS: [&str; 30] = [
    "status",
    "linkedin",
    "facebook",
    "instagram",
    "x",
    "skype",
    "email",
    "fax",
    "phone_sms",
    "phone_mobile",
    "phone_main",
    "phone",
    "website",
    "postcode",
    "city",
    "region",
    "country",
    "street",
    "address",
    "birthday",
    "first_name",
    "last_name",
    "full_name",
    "job_title",
    "department",
    "organization",
    "language",
    "notes",
    "groups",
    "tags",
];

static WORDS: LazyLock<HashMap<String, Vec<Word>>> = LazyLock::new(|| {
    let mut words: HashMap<String, Vec<Word>> = HashMap::new();
    let lines = include_str!("data/words.tsv").lines();
    for (kind, names) in lines.filter_map(|line| line.split_once('\t')) {
        let word = match kind {
            "@work" => Word::Work,
            "@home" => Word::Home,
            "@main" => Word::Main,
            "@other" => Word::Other,
            "~" => Word::Filler,
            "!" => Word::Bar,
            subject => Word::Subject(subject),
        };
        for name in names.split('|') {
            let known = words.entry(fold(name).replace(' ', "")).or_default();
            known.push(word);
        }
    }
    words
});

/// The words of a header, understood.
#[derive(Debug, Default)]
struct Reading {
    words: Vec<Word>,
    unknown: usize,
}

/// The most words that make one: "адрес электронной почты".
const LONGEST_PHRASE: usize = 4;

fn read(header: &Header) -> Reading {
    let mut reading = Reading::default();
    let words = &header.words;
    let mut at = 0;
    while at < words.len() {
        let longest = LONGEST_PHRASE.min(words.len() - at);
        let phrase = (1..=longest)
            .rev()
            .find_map(|length| Some((length, WORDS.get(&words[at..at + length].concat())?)));
        if let Some((length, known)) = phrase {
            reading.words.extend(known);
            at += length;
        } else {
            match compound(&words[at]) {
                Some((first, second)) => reading.words.extend(first.iter().chain(second)),
                None => reading.unknown += 1,
            }
            at += 1;
        }
    }
    reading
}

/// Two words written as one, as in German: "Privattelefon".
fn compound(word: &str) -> Option<(&'static [Word], &'static [Word])> {
    const SHORTEST_PART: usize = 3;
    word.char_indices()
        .map(|(at, _)| word.split_at(at))
        .filter(|(first, second)| first.len() >= SHORTEST_PART && second.len() >= SHORTEST_PART)
        .find_map(|(first, second)| {
            Some((WORDS.get(first)?.as_slice(), WORDS.get(second)?.as_slice()))
        })
}

impl Reading {
    fn has(&self, word: Word) -> bool {
        self.words.contains(&word)
    }

    fn has_subject(&self, subject: &str) -> bool {
        self.words
            .iter()
            .any(|word| matches!(word, Word::Subject(s) if *s == subject))
    }

    fn subject(&self) -> Option<&'static str> {
        SUBJECTS
            .into_iter()
            .find(|subject| self.has_subject(subject))
    }

    /// "Address (street, postcode, city)" is all of them; "Postcode, city" none
    /// of the two.
    fn several_parts(&self) -> Option<Option<&'static str>> {
        let parts = ["postcode", "city", "region"];
        let count = parts.iter().filter(|part| self.has_subject(part)).count();
        let street = self.has_subject("street") || self.has_subject("address");
        (count > 1).then(|| street.then_some("full_address"))
    }

    fn field(&self) -> Option<&'static str> {
        if let Some(field) = self.several_parts() {
            return field;
        }
        let subject = self.subject()?;
        let work = self.has(Word::Work);
        let home = self.has(Word::Home) && !work;
        Some(match subject {
            "email" if work => "work_email",
            "email" if home => "home_email",
            "phone" if work => "phone_office",
            "phone" if home => "phone_home",
            "phone" if self.has(Word::Main) => "phone_main",
            "street" | "address" | "city" | "region" | "postcode" | "country" => {
                placed(subject, work, home)
            }
            "status" => self.status()?,
            subject => subject,
        })
    }

    fn status(&self) -> Option<&'static str> {
        if self.has_subject("email") {
            Some("status_email")
        } else if self.has_subject("phone") || self.has_subject("phone_sms") {
            Some("status_phone")
        } else {
            None
        }
    }

    /// 0.85 where every word is understood, less for each that is not.
    fn confidence(&self) -> f64 {
        match self.unknown {
            0 => 0.85,
            1 => 0.75,
            2 => 0.7,
            _ => 0.6,
        }
    }
}

fn placed(subject: &str, work: bool, home: bool) -> &'static str {
    let name = |plain, at_work, at_home| match (work, home) {
        (true, _) => at_work,
        (_, true) => at_home,
        _ => plain,
    };
    match subject {
        "city" => name("city", "work_city", "home_city"),
        "region" => name("region", "work_region", "home_region"),
        "postcode" => name("postcode", "work_postcode", "home_postcode"),
        "country" => name("country", "work_country", "home_country"),
        _ => name("street", "work_street", "home_street"),
    }
}

/// What the words of a header claim. A header that is barred is known to be no
/// field; one without a subject stays open.
pub fn compose(header: &Header) -> Claims {
    let reading = read(header);
    if reading.has(Word::Bar) {
        return Claims::nothing();
    }
    match reading.field() {
        Some(field) => Claims {
            counted: true,
            known: false,
            ..Claims::of(second_line(field, header), reading.confidence())
        },
        None => Claims::default(),
    }
}

/// "Private address 2" is the second line of an address, not a second one.
fn second_line(field: &'static str, header: &Header) -> &'static str {
    match (field, header.number) {
        ("street", Some(2)) => "street2",
        ("work_street", Some(2)) => "work_street2",
        ("home_street", Some(2)) => "home_street2",
        _ => field,
    }
}

/// Whether every word of a header is understood and it names a detail. What
/// begins with a digit is a value: "12 Main Street".
pub fn says_all(header: &Header) -> bool {
    let reading = read(header);
    let value = header.key.starts_with(|c: char| c.is_ascii_digit());
    !value && reading.unknown == 0 && reading.subject().is_some()
}

/// Whether a header names a street, not only an address.
pub fn names_street(header: &Header) -> bool {
    read(header).has_subject("street")
}

pub fn yes_means_opted_out(header: &Header) -> Option<bool> {
    const OUT: [&str; 24] = [
        "optout",
        "optedout",
        "unsub",
        "donot",
        "nocall",
        "noemail",
        "nosms",
        "nobulk",
        "abgemeldet",
        "abmeldung",
        "keineemail",
        "keineanruf",
        "nichtanruf",
        "desabonn",
        "desinscri",
        "nepas",
        "baja",
        "disiscritt",
        "afgemeld",
        "uitgeschreven",
        "descadastrad",
        "отписан",
        "הוסר",
        "הסרה",
    ];
    const IN: [&str; 9] = [
        "optin",
        "optedin",
        "subscribed",
        "subscription",
        "consent",
        "einwilligung",
        "abonn",
        "suscri",
        "iscritt",
    ];
    let says = |words: &[&str]| words.iter().any(|word| header.key.contains(word));
    if says(&OUT) {
        Some(true)
    } else if says(&IN) {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn composed(text: &str) -> (Option<&'static str>, f64) {
        let claims = compose(&Header::new(text));
        claims
            .best()
            .map_or((None, 0.0), |c| (Some(c.field), c.confidence))
    }

    #[test]
    fn words_within_a_header_are_understood() {
        for (text, field) in [
            ("Mobile number (private)", "phone_mobile"),
            ("Telefonnummer (geschäftlich)", "phone_office"),
            ("private Rufnummer", "phone_home"),
            ("Main telephone", "phone_main"),
            ("Privatadresse 2", "home_street2"),
            ("Zip code of residence", "postcode"),
            ("Ville (travail)", "work_city"),
            ("Member e-mail address", "email"),
            ("E-mail consent status", "status_email"),
            ("Adresse (Straße, PLZ, Ort)", "full_address"),
            ("Home address city", "home_city"),
        ] {
            assert_eq!(composed(text).0, Some(field), "{text}");
        }
        assert_eq!(composed("Mobile number (private)").1, 0.85);
        assert_eq!(composed("Mobile number, Tuesday").1, 0.75);
        assert_eq!(composed("Mobile number since Tuesday").1, 0.7);
    }

    #[test]
    fn words_that_make_it_another_thing_bar_it() {
        for text in [
            "Phone type",
            "Phone ID",
            "Assistant's mobile",
            "City code",
            "Emergency phone",
        ] {
            assert_eq!(compose(&Header::new(text)), Claims::nothing(), "{text}");
        }
        assert!(compose(&Header::new("Frobnication")).is_open());
        assert!(compose(&Header::new("PLZ / Ort")).is_open());
    }

    #[test]
    fn what_yes_means_is_known_from_the_header() {
        for text in [
            "Email Opt Out",
            "HasOptedOutOfEmail",
            "Unsubscribed from all email",
            "Do Not Call",
            "Abgemeldet",
        ] {
            assert_eq!(
                yes_means_opted_out(&Header::new(text)),
                Some(true),
                "{text}"
            );
        }
        assert_eq!(yes_means_opted_out(&Header::new("Subscribed")), Some(false));
        assert_eq!(
            yes_means_opted_out(&Header::new("Email opt-in")),
            Some(false)
        );
        assert_eq!(yes_means_opted_out(&Header::new("E-mail")), None);
    }
}
