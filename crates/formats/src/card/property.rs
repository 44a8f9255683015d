//! One property of a card, as vCard has them: `group.NAME;PARAM=a,b:value`.
//!
//! The value stands as text with its backslashes, since only who knows the property knows whether a semicolon
//! separates; encodings of the transport are undone. Names are upper case.

use super::escape;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// `item1` of `item1.EMAIL`, which ties it to `item1.X-ABLabel`.
    pub group: Option<String>,
    pub name: String,
    pub params: Vec<Param>,
    pub value: Value,
}

/// `TYPE=home,fax`; the bare `HOME` of vCard 2.1 is a TYPE too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param {
    pub name: String,
    pub values: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// With its backslashes: `\n` is a line break, `\;` a semicolon that separates nothing.
    Text(String),
    /// What stood there in base64.
    Bytes(Vec<u8>),
}

impl Property {
    /// A property whose value is one text.
    pub fn text(name: &str, value: &str) -> Self {
        Self::raw(name, escape::escaped(value))
    }

    /// A property of several fields: `N`, `ADR`, `ORG`.
    pub fn fields<S: AsRef<str>>(name: &str, fields: &[S]) -> Self {
        let fields: Vec<String> = fields.iter().map(|f| escape::escaped(f.as_ref())).collect();
        Self::raw(name, fields.join(";"))
    }

    /// A property whose value is written as it is.
    pub fn raw(name: &str, value: String) -> Self {
        Self {
            group: None,
            name: name.to_owned(),
            params: Vec::new(),
            value: Value::Text(value),
        }
    }

    pub fn with(mut self, param: &str, values: &[&str]) -> Self {
        if !values.is_empty() {
            self.params.push(Param {
                name: param.to_owned(),
                values: values.iter().map(|v| (*v).to_owned()).collect(),
            });
        }
        self
    }

    /// The values of a parameter, over all its occurrences.
    pub fn param<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self.params.iter().filter(move |p| p.name == name);
        named.flat_map(|p| p.values.iter().map(String::as_str))
    }

    /// The types in lower case. RFC 6350 quotes several at once in its examples, and writers follow it.
    pub fn types(&self) -> Vec<String> {
        let lists = self.param("TYPE").flat_map(|value| value.split(','));
        let types = lists.map(|one| one.trim().to_ascii_lowercase());
        types.filter(|one| !one.is_empty()).collect()
    }

    /// The value with its backslashes, "" for bytes.
    pub fn raw_text(&self) -> &str {
        match &self.value {
            Value::Text(text) => text,
            Value::Bytes(_) => "",
        }
    }

    /// The value as one text.
    pub fn plain(&self) -> String {
        escape::unescaped(self.raw_text()).trim().to_owned()
    }

    pub fn is_empty(&self) -> bool {
        match &self.value {
            Value::Text(text) => text.chars().all(|c| c.is_whitespace() || c == ';'),
            Value::Bytes(bytes) => bytes.is_empty(),
        }
    }

    /// Roughly what it takes in memory.
    pub(super) fn size(&self) -> usize {
        let value = match &self.value {
            // Taken apart, a text of nothing but separators takes this much.
            Value::Text(text) => 8 * text.len(),
            Value::Bytes(bytes) => bytes.len(),
        };
        let params = self.params.iter().flat_map(|p| &p.values);
        self.name.len() + value + params.map(|v| v.len() + 64).sum::<usize>() + 128
    }
}

/// What stands before the colon of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub group: Option<String>,
    pub name: String,
    pub params: Vec<Param>,
    /// Where the value begins.
    pub value_at: usize,
}

/// Values of ENCODING that vCard 2.1 writes without saying what they are.
const BARE_ENCODINGS: [&str; 5] = ["QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"];

impl Head {
    /// Understands a line; None where it is none of a property. A quote that is never closed counts as an ordinary
    /// character.
    pub fn of(line: &[u8]) -> Option<Self> {
        Self::with_colon(line, colon(line, true).or_else(|| colon(line, false))?)
    }

    /// As [`Head::of`], where every quote is closed: the rest may stand on the next line.
    pub fn complete(line: &[u8]) -> Option<Self> {
        Self::with_colon(line, colon(line, true)?)
    }

    fn with_colon(line: &[u8], colon: usize) -> Option<Self> {
        let name_end = line.iter().position(|b| matches!(b, b':' | b';'))?;
        let name = std::str::from_utf8(&line[..name_end]).ok()?.trim();
        let (group, name) = match name.rsplit_once('.') {
            Some((group, name)) => (Some(group), name),
            None => (None, name),
        };
        let is_word = |text: &str| {
            let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
            !text.is_empty() && text.len() <= 128 && text.bytes().all(allowed)
        };
        if !is_word(name) || group.is_some_and(|group| !is_word(group)) {
            return None;
        }
        Some(Self {
            group: group.map(str::to_owned),
            name: name.to_ascii_uppercase(),
            params: params(&String::from_utf8_lossy(&line[name_end..colon])),
            value_at: colon + 1,
        })
    }

    pub fn param(&self, name: &str) -> Option<&str> {
        let param = self.params.iter().find(|p| p.name == name)?;
        param.values.first().map(String::as_str)
    }

    pub fn is_quoted_printable(&self) -> bool {
        self.param("ENCODING")
            .is_some_and(|e| e.eq_ignore_ascii_case("QUOTED-PRINTABLE"))
    }

    pub fn is_base64(&self) -> bool {
        self.param("ENCODING")
            .is_some_and(|e| e.eq_ignore_ascii_case("BASE64") || e.eq_ignore_ascii_case("B"))
    }
}

/// The colon before the value.
fn colon(line: &[u8], quotes: bool) -> Option<usize> {
    let mut quoted = false;
    for (at, byte) in line.iter().enumerate() {
        match byte {
            b'"' if quotes => quoted = !quoted,
            b':' if !quoted => return Some(at),
            _ => {}
        }
    }
    None
}

fn params(text: &str) -> Vec<Param> {
    let pieces = split_outside_quotes(text, ';');
    let named = pieces.into_iter().filter(|piece| !piece.trim().is_empty());
    named.map(param).collect()
}

fn param(piece: &str) -> Param {
    let Some((name, values)) = piece.split_once('=') else {
        let bare = piece.trim();
        let encoding = BARE_ENCODINGS
            .iter()
            .any(|e| e.eq_ignore_ascii_case(bare) && e.len() > 1);
        return Param {
            name: if encoding { "ENCODING" } else { "TYPE" }.to_owned(),
            values: vec![bare.trim_matches('"').to_owned()],
        };
    };
    let values = split_outside_quotes(values, ',');
    Param {
        name: name.trim().to_ascii_uppercase(),
        values: values
            .into_iter()
            .map(|value| escape::uncareted(value.trim().trim_matches('"')))
            .collect(),
    }
}

fn split_outside_quotes(text: &str, separator: char) -> Vec<&str> {
    let mut quoted = false;
    text.split(move |c: char| {
        quoted ^= c == '"';
        c == separator && !quoted
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(line: &str) -> Head {
        Head::of(line.as_bytes()).unwrap()
    }

    #[test]
    fn groups_names_and_parameters_are_told_apart() {
        let head = head("item1.tel;type=CELL;TYPE=\"a,b:c\",pref;VOICE;quoted-printable:1:2");
        assert_eq!(head.group.as_deref(), Some("item1"));
        assert_eq!(head.name, "TEL");
        assert_eq!(head.params[1].values, ["a,b:c", "pref"]);
        assert_eq!(head.params[2].name, "TYPE");
        assert!(head.is_quoted_printable());
    }

    #[test]
    fn what_is_no_property_is_told() {
        assert_eq!(Head::of(b"Packstation 999;Hamburg;;99999;Germany"), None);
        assert_eq!(Head::of(b"9999999\\"), None);
        assert_eq!(Head::of(b"/9j/4AAQ;SkZJ:Rg"), None);
        assert_eq!(Head::of(b":"), None);
    }

    #[test]
    fn an_open_quote_swallows_nothing() {
        assert_eq!(head("TEL;TYPE=\"home:123").value_at, 15);
    }
}
