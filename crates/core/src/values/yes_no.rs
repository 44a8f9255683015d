//! Cells that say yes or no, and cells that say whether somebody may still be
//! written to or called. A status is read from its own words; whether "yes" under
//! a header means opted out is known from the header, not here.

use super::fold::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

const YES: &str = "yes y ja j oui o si s sim כן да d tak t ano hai evet نعم は い はい 是 有 예 네 joo \
                   kylla igen da nai ναι true wahr vrai verdadero vero verdadeiro waar prawda истина 1 on ein \
                   an checked x v ok";
const NO: &str = "no n nein non nee nao לא нет н nie ne hayir لا いいえ 否 无 無 아니요 아니오 ei nem nu oxi όχι \
                  οχι nej nei false falsch faux falso onwaar falsz ложь f 0 off aus unchecked none";

/// Ticks and crosses, which fold to nothing.
const TICKS: [&str; 8] = ["✓", "✔", "✔️", "☑", "☑️", "✅", "●", "-1"];
const CROSSES: [&str; 7] = ["✗", "✘", "☐", "❌", "○", "-", "–"];

/// Whether a cell says yes. An empty cell in a column of ticks says no; callers
/// for whom it says nothing ask before.
pub fn parse(text: &str) -> Option<bool> {
    let typed = text.trim();
    if typed.is_empty() || CROSSES.contains(&typed) {
        return Some(false);
    }
    if TICKS.contains(&typed) {
        return Some(true);
    }
    WORDS.get(&folded(typed)).copied()
}

static WORDS: LazyLock<HashMap<String, bool>> = LazyLock::new(|| {
    let says = |words: &'static str, answer| {
        words
            .split_whitespace()
            .map(move |word| (folded(word), answer))
    };
    says(YES, true).chain(says(NO, false)).collect()
});

/// Folded and without the blanks between East Asian characters.
fn folded(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// Beginnings of words and phrases, folded, that say opted out.
const OUT: [&str; 45] = [
    "unsub",
    "opted out",
    "opt out",
    "optout",
    "optedout",
    "out",
    "cleaned",
    "bounce",
    "hard bounce",
    "soft bounce",
    "do not",
    "dont",
    "no longer",
    "stop",
    "removed",
    "blocked",
    "blacklist",
    "suppressed",
    "complain",
    "spam",
    "inactive",
    "declined",
    "revoked",
    "abgemeldet",
    "abbestellt",
    "ausgetragen",
    "gesperrt",
    "inaktiv",
    "desabonne",
    "desinscri",
    "baja",
    "dado de baja",
    "dada de baja",
    "cancelad",
    "disiscritt",
    "cancellat",
    "afgemeld",
    "uitgeschreven",
    "descadastrad",
    "wypisan",
    "отпис",
    "הוסר",
    "הסר",
    "הסירו",
    "להסיר",
];

/// Beginnings of words and phrases, folded, that say active.
const ACTIVE: [&str; 29] = [
    "active",
    "subscribed",
    "opted in",
    "opt in",
    "optin",
    "optedin",
    "in",
    "confirmed",
    "enabled",
    "allowed",
    "member",
    "ok",
    "aktiv",
    "angemeldet",
    "abonniert",
    "bestatigt",
    "actif",
    "active",
    "abonne",
    "inscrit",
    "activo",
    "activa",
    "suscrit",
    "attivo",
    "iscritto",
    "actief",
    "ativo",
    "פעיל",
    "מנוי",
];

/// Reads a status cell: opted out, active, or neither that is known.
pub fn opted_out(text: &str) -> Option<bool> {
    let folded = fold(text);
    let words = format!(" {folded} ");
    let begins = |phrases: &[&str]| {
        phrases.iter().any(|phrase| match phrase.len() {
            // Short words stand for themselves only: "in", "out", "ok".
            0..=3 => folded == *phrase,
            _ => folded.starts_with(phrase),
        })
    };
    let negated = [" not ", " nicht ", " non ", " no ", " לא "]
        .iter()
        .any(|word| words.contains(word));
    if begins(&OUT) || words.contains(" unsubscribed") || words.contains(" opted out") {
        Some(true)
    } else if begins(&ACTIVE) && !negated {
        Some(false)
    } else if negated && ACTIVE.iter().any(|w| w.len() > 3 && words.contains(w)) {
        Some(true)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn yes_and_no_in_many_languages() {
        for text in [
            "yes", "Y", "JA", "oui", "Sí", "si", "sim", "כן", "да", "tak", "TRUE", "wahr", "1",
            "x", "X", "on", "✓", "✅", " yes ", "-1", "はい",
        ] {
            assert_eq!(parse(text), Some(true), "{text}");
        }
        for text in [
            "no", "N", "nein", "non", "nee", "não", "לא", "нет", "nie", "false", "falsch", "0", "",
            " ", "off", "-", "☐",
        ] {
            assert_eq!(parse(text), Some(false), "{text}");
        }
        for text in ["maybe", "2", "Noa", "yesterday", "1.5"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_status_says_opted_out_or_active() {
        for text in [
            "unsubscribed",
            "Unsubscribed ",
            "opted out",
            "Opt-out",
            "OptedOut",
            "cleaned",
            "Bounced",
            "Hard bounce",
            "do not contact",
            "Do-Not-Email",
            "no longer interested",
            "abgemeldet",
            "désabonné",
            "Désinscrit",
            "הוסר",
            "Baja",
            "uitgeschreven",
            "not subscribed",
            "nicht aktiv",
            "לא פעיל",
            "Inactive",
            "STOP",
            "отписан",
            "has unsubscribed",
            "has opted out",
            "subscribed: no",
        ] {
            assert_eq!(opted_out(text), Some(true), "{text}");
        }
        for text in [
            "active",
            "Subscribed",
            "opted in",
            "Opt-in",
            "aktiv",
            "abonné",
            "פעיל",
            "OK",
            "Aktiv",
        ] {
            assert_eq!(opted_out(text), Some(false), "{text}");
        }
        for text in [
            "",
            "yes",
            "no",
            "lead",
            "Noa",
            "outdoor",
            "inside",
            "pending",
            "nonsubscribed",
        ] {
            assert_eq!(opted_out(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(text in any::<String>()) {
            let _ = (parse(&text), opted_out(&text));
        }
    }
}
