//! E-mail addresses: understood as they stand in cells ("Noa Levi
//! <noa@example.com>", "mailto:…"), checked by the standard, normalized for
//! comparing. Whether an address exists is not asked. One address per call:
//! cells that hold several are split by the caller.

use super::characters::clean;
use email_address::EmailAddress;
use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use std::borrow::Cow;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    /// Lower case, with an IDNA (ASCII) domain: what is compared.
    pub normalized: String,
    /// As typed, without what surrounds the address: what is shown.
    pub value: String,
    /// The name that stood with the address: `Noa Levi <noa@example.com>`.
    pub display_name: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailProblem {
    MissingAt,
    MissingDomain,
    MissingLocal,
    BadDomain,
    BadCharacter,
    SeveralAddresses,
    TooLong,
}

impl EmailProblem {
    pub fn code(self) -> &'static str {
        match self {
            Self::MissingAt => "email_missing_at",
            Self::MissingDomain => "email_missing_domain",
            Self::MissingLocal => "email_missing_local",
            Self::BadDomain => "email_bad_domain",
            Self::BadCharacter => "email_bad_character",
            Self::SeveralAddresses => "email_several_addresses",
            Self::TooLong => "email_too_long",
        }
    }

    /// What to do, for the hint column of the rejected rows.
    pub fn hint(self) -> &'static str {
        match self {
            Self::MissingAt => "An e-mail address has an @, as in name@example.com.",
            Self::MissingDomain => "Write the domain after the @, as in name@example.com.",
            Self::MissingLocal => "Write the name before the @, as in name@example.com.",
            Self::BadDomain => {
                "The part after the @ is no domain: check its dots and spelling, as in example.com."
            }
            Self::BadCharacter => {
                "Remove blanks, commas and other characters that an address cannot have."
            }
            Self::SeveralAddresses => "Write one address in each cell.",
            Self::TooLong => {
                "An address has at most 254 characters, at most 64 of them before the @."
            }
        }
    }
}

/// RFC 5321, 4.5.3.1, and its erratum 1690.
const LONGEST_ADDRESS: usize = 254;
const LONGEST_LOCAL_PART: usize = 64;

/// Understands one address.
pub fn parse(raw: &str) -> Result<Email, EmailProblem> {
    let mut cell = clean(raw);
    if cell.contains('＠') {
        cell = cell.replace('＠', "@");
    }
    let (display_name, address) = unwrap(&cell);
    if has_several(address) {
        return Err(EmailProblem::SeveralAddresses);
    }
    let (local, domain) = address.rsplit_once('@').ok_or(EmailProblem::MissingAt)?;
    if local.is_empty() {
        return Err(EmailProblem::MissingLocal);
    }
    if domain.is_empty() {
        return Err(EmailProblem::MissingDomain);
    }
    if local.len() > LONGEST_LOCAL_PART || address.len() > LONGEST_ADDRESS {
        return Err(EmailProblem::TooLong);
    }
    if !EmailAddress::is_valid_local_part(local) {
        return Err(EmailProblem::BadCharacter);
    }
    let mut normalized = local.to_lowercase();
    normalized.push('@');
    normalized.push_str(&ascii_domain(domain)?);
    Ok(Email {
        normalized,
        value: address.to_owned(),
        display_name,
    })
}

/// The address without name, angle brackets, scheme and stray punctuation.
fn unwrap(cell: &str) -> (Option<String>, &str) {
    let (name, inner) = match (cell.rfind('<'), cell.rfind('>')) {
        (Some(open), Some(close)) if open < close && !cell[close..].contains('@') => {
            (&cell[..open], &cell[open + 1..close])
        }
        _ => ("", cell),
    };
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ','));
    let address = without_scheme(inner.trim());
    let stray = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '\'');
    let before = |c: char| stray(c) && c != '.';
    let address = address.trim_end_matches(stray).trim_start_matches(before);
    (
        (!name.is_empty()).then(|| name.to_owned()),
        unquoted(address),
    )
}

/// `"noa@example.com"` in quotation marks as a whole; quotation marks around
/// the local part alone belong to the address.
fn unquoted(address: &str) -> &str {
    address
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(address)
}

fn without_scheme(address: &str) -> &str {
    const SCHEME: &str = "mailto:";
    match address.get(..SCHEME.len()) {
        Some(head) if head.eq_ignore_ascii_case(SCHEME) => {
            let rest = &address[SCHEME.len()..];
            rest.split_once('?').map_or(rest, |(address, _)| address)
        }
        _ => address,
    }
}

fn has_several(address: &str) -> bool {
    let with_at = |piece: &&str| piece.contains('@');
    let separator = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '/');
    !address.starts_with('"') && address.split(separator).filter(with_at).count() > 1
}

/// The domain as it stands in DNS. It needs a dot and a last label that is no
/// number: addresses in brackets, host names and IP numbers are refused.
fn ascii_domain(domain: &str) -> Result<Cow<'_, str>, EmailProblem> {
    let ascii = Uts46::new()
        .to_ascii(
            domain.as_bytes(),
            AsciiDenyList::STD3,
            Hyphens::CheckFirstLast,
            DnsLength::Verify,
        )
        .map_err(|_| EmailProblem::BadDomain)?;
    match ascii.rsplit_once('.') {
        Some((_, last)) if !last.bytes().all(|b| b.is_ascii_digit()) => Ok(ascii),
        _ => Err(EmailProblem::BadDomain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn normalized(raw: &str) -> String {
        parse(raw).map_or_else(
            |problem| problem.code().to_owned(),
            |email| email.normalized,
        )
    }

    #[test]
    fn case_and_domain_are_normalized_and_the_typed_form_kept() {
        let email = parse("  Noa.Levi+X@Bücher.Example ").unwrap();
        assert_eq!(email.normalized, "noa.levi+x@xn--bcher-kva.example");
        assert_eq!(email.value, "Noa.Levi+X@Bücher.Example");
        assert_eq!(email.display_name, None);
    }

    #[test]
    fn what_surrounds_an_address_is_taken_off() {
        let email = parse("\"Levi, Noa\" <Noa@example.com>").unwrap();
        assert_eq!(email.normalized, "noa@example.com");
        assert_eq!(email.display_name.as_deref(), Some("Levi, Noa"));
        for raw in [
            "mailto:noa@example.com?subject=x",
            "MAILTO:noa@example.com",
            "<noa@example.com>",
            "noa@example.com.",
            "noa@example.com;",
            "\u{200e}noa@example.com\u{a0}",
            "\"noa@example.com\"",
            "'noa@example.com'",
            "noa＠example.com",
            "Noa Levi <mailto:noa@example.com>",
        ] {
            assert_eq!(normalized(raw), "noa@example.com", "{raw}");
        }
    }

    #[test]
    fn other_scripts_and_quoted_local_parts_are_addresses() {
        assert_eq!(
            normalized("נועה@דוגמה.ישראל"),
            "נועה@xn--6dbbec0c.xn--4dbrk0ce"
        );
        assert_eq!(
            normalized("\"noa levi\"@example.com"),
            "\"noa levi\"@example.com"
        );
        assert_eq!(
            normalized("o'neill@sub.example.co.uk"),
            "o'neill@sub.example.co.uk"
        );
        assert_eq!(
            normalized("\"a@b c@d\"@example.com"),
            "\"a@b c@d\"@example.com"
        );
    }

    #[test]
    fn each_problem_is_named() {
        for (raw, code) in [
            ("", "email_missing_at"),
            ("noa.example.com", "email_missing_at"),
            ("noa@", "email_missing_domain"),
            ("@example.com", "email_missing_local"),
            ("noa@localhost", "email_bad_domain"),
            ("noa@example..com", "email_bad_domain"),
            ("noa@example,com", "email_bad_domain"),
            ("noa@-x.com", "email_bad_domain"),
            ("noa@exa mple.com", "email_bad_domain"),
            ("noa@[127.0.0.1]", "email_bad_domain"),
            ("noa@10.0.0.1", "email_bad_domain"),
            ("noa levi@example.com", "email_bad_character"),
            ("noa..levi@example.com", "email_bad_character"),
            ("noa@levi@example.com", "email_bad_character"),
            ("a@example.com, b@example.com", "email_several_addresses"),
            ("a@example.com b@example.com", "email_several_addresses"),
            ("a@example.com;b@example.com", "email_several_addresses"),
        ] {
            assert_eq!(normalized(raw), code, "{raw}");
        }
        let long = format!("{}@example.com", "a".repeat(65));
        assert_eq!(normalized(&long), "email_too_long");
        let labels = "a.".repeat(120);
        assert_eq!(
            normalized(&format!("noa.levi.cohen@{labels}com")),
            "email_too_long"
        );
    }

    #[test]
    fn addresses_are_taken_as_in_practice() {
        let lines = include_str!("email/table.tsv")
            .lines()
            .filter(|line| !line.starts_with("# "));
        let rows: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once('\t')).collect();
        assert!(rows.len() >= 150);
        let wrong: Vec<_> = rows
            .iter()
            .filter(|(taken, address)| parse(address).is_ok() != (*taken == "yes"))
            .map(|(taken, address)| format!("{taken} {address} {}", normalized(address)))
            .collect();
        assert_eq!(wrong, [""; 0]);
    }

    proptest! {
        #[test]
        fn nothing_panics(text in any::<String>(), around in "[<>@\"':;,. a-zé]{0,20}") {
            let _ = parse(&text);
            let _ = parse(&around);
        }

        #[test]
        fn a_normalized_address_stays(local in "[a-zA-Z0-9.+_é-]{1,12}", domain in "[a-zA-Z0-9.ü-]{1,20}") {
            if let Ok(email) = parse(&format!("{local}@{domain}")) {
                prop_assert_eq!(parse(&email.normalized).unwrap().normalized, email.normalized);
            }
        }
    }
}
