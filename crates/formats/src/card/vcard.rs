//! vCard 2.1, 3.0 and 4.0 as a stream of cards, each a list of properties.
//!
//! Cards inside cards (an AGENT of vCard 2.1, or one whose END is missing) come out as cards of their own: they are
//! people too. What is held at a time is bounded, whatever the file says.

use std::collections::VecDeque;
use std::io::{self, Read};

use super::charset::{Charset, Survey};
use super::content::{Content, Line};
use super::escape;
use super::lines::too_long;
use super::property::{Head, Param, Property, Value};
use super::transfer;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    V21,
    V30,
    V40,
}

/// A card as its properties, VERSION left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VCard {
    pub version: Version,
    pub properties: Vec<Property>,
}

impl VCard {
    pub fn new(version: Version) -> Self {
        Self {
            version,
            properties: Vec::new(),
        }
    }

    pub fn first(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|p| p.name == name)
    }
}

/// All cards that are open at a time; a card is a photo and some text. Text counts eightfold, see [`Property`].
const MOST_HELD: usize = 64 << 20;
/// Cards within cards; from here on the outermost one is taken to miss its END.
const DEEPEST: usize = 8;
/// Cards within the text of an AGENT, each with its backslashes doubled.
const DEEPEST_TEXT: usize = 3;

/// Properties that are text even when a phone packs them as base64.
const TEXTS: [&str; 10] = [
    "FN",
    "N",
    "NOTE",
    "ADR",
    "LABEL",
    "ORG",
    "TITLE",
    "ROLE",
    "NICKNAME",
    "CATEGORIES",
];
/// Properties of one text, whose semicolons and commas vCard 2.1 leaves bare.
const PLAIN: [&str; 6] = ["FN", "NOTE", "LABEL", "TITLE", "ROLE", "SORT-STRING"];

/// Reads cards one after the other.
pub struct VCards<R> {
    content: Content<R>,
    charset: Charset,
    /// In a first pass, what is learnt about character sets.
    pub(super) survey: Option<Survey>,
    open: Vec<VCard>,
    held: usize,
    closed: VecDeque<VCard>,
    depth: usize,
}

impl<R: Read> VCards<R> {
    /// Reads UTF-8 and whatever its properties declare; a file is better opened as a table, which finds out.
    pub fn of(input: R) -> Self {
        Self::new(input, Charset::default())
    }

    pub(super) fn new(input: R, charset: Charset) -> Self {
        Self {
            content: Content::new(input),
            charset,
            survey: None,
            open: Vec::new(),
            held: 0,
            closed: VecDeque::new(),
            depth: 0,
        }
    }

    /// The next card that ends.
    ///
    /// # Errors
    /// Where the input fails, or a line or card is larger than any honest one.
    pub fn next_card(&mut self) -> io::Result<Option<VCard>> {
        loop {
            if let Some(card) = self.closed.pop_front() {
                return Ok(Some(card));
            }
            match self.content.next_line()? {
                Some(line) => self.line(line)?,
                None if self.open.is_empty() => return Ok(None),
                None => self.closed.extend(self.open.drain(..)),
            }
        }
    }

    fn line(&mut self, line: Line) -> io::Result<()> {
        match line {
            Line::Stray(text) => self.stray(&text),
            Line::Property(head, text) => match head.name.as_str() {
                "BEGIN" if is_vcard(&head, &text) => self.begin(),
                "END" if is_vcard(&head, &text) => self.end(),
                _ if self.open.is_empty() => {}
                _ => self.property(head, &text)?,
            },
        }
        if self.held > MOST_HELD {
            return Err(too_long("a single card in it is larger than 64 MB"));
        }
        Ok(())
    }

    fn begin(&mut self) {
        if self.open.is_empty() {
            self.held = 0;
        } else if self.open.len() >= DEEPEST {
            self.closed.push_back(self.open.remove(0));
        }
        self.open.push(VCard::new(Version::V30));
        self.content.keeps_blanks = false;
    }

    fn end(&mut self) {
        let Some(card) = self.open.pop() else {
            return;
        };
        let parent = self.open.last_mut();
        self.content.keeps_blanks = parent.as_ref().is_some_and(|p| p.version == Version::V21);
        if let Some(agent) = parent.and_then(|parent| open_agent(&mut parent.properties)) {
            agent.value = name_of(&card);
        }
        self.closed.push_back(card);
    }

    fn property(&mut self, head: Head, line: &[u8]) -> io::Result<()> {
        let Some(version) = self.open.last().map(|card| card.version) else {
            return Ok(());
        };
        let bytes = &line[head.value_at..];
        if head.name == "VERSION" {
            self.version(bytes);
            return Ok(());
        }
        let mut property = self.decode(head, bytes, version);
        self.held += property.size();
        if property.name == "AGENT" {
            self.agent(&mut property)?;
        }
        if let Some(card) = self.open.last_mut() {
            card.properties.push(property);
        }
        Ok(())
    }

    fn version(&mut self, bytes: &[u8]) {
        let version = match bytes.trim_ascii().first() {
            Some(b'2') => Version::V21,
            Some(b'4') => Version::V40,
            _ => Version::V30,
        };
        self.content.keeps_blanks = version == Version::V21;
        if let Some(card) = self.open.last_mut() {
            card.version = version;
        }
    }

    fn decode(&mut self, mut head: Head, bytes: &[u8], version: Version) -> Property {
        let charset = head.param("CHARSET");
        let value = if head.is_base64() {
            match transfer::base64(bytes) {
                Some(bytes) if TEXTS.contains(&head.name.as_str()) => {
                    Value::Text(self.text(&bytes, charset, &head.name, version))
                }
                Some(bytes) => Value::Bytes(bytes),
                None => Value::Text(self.text(bytes, charset, &head.name, version)),
            }
        } else if head.is_quoted_printable() {
            let bytes = transfer::quoted_printable(bytes);
            Value::Text(self.text(&bytes, charset, &head.name, version))
        } else {
            let text = self.text(bytes, charset, &head.name, version);
            data_address(&text, &mut head.params).unwrap_or(Value::Text(text))
        };
        let is_transport = |name: &str| name == "ENCODING" || name == "CHARSET";
        Property {
            group: head.group,
            name: head.name,
            params: head
                .params
                .into_iter()
                .filter(|p| !is_transport(&p.name))
                .collect(),
            value,
        }
    }

    fn text(
        &mut self,
        bytes: &[u8],
        charset: Option<&str>,
        name: &str,
        version: Version,
    ) -> String {
        if let Some(survey) = &mut self.survey {
            survey.see(bytes, charset);
        }
        let text = self.charset.decode(bytes, charset);
        if version == Version::V21 && PLAIN.contains(&name) {
            escape::escaped(&escape::unescaped(&text))
        } else {
            escape::canonical(&text)
        }
    }

    /// A line that belongs to nothing: the rest of the value before, as the program meant it.
    fn stray(&mut self, text: &[u8]) {
        let text = escape::canonical(&self.charset.decode(text, None));
        let last = self
            .open
            .last_mut()
            .and_then(|card| card.properties.last_mut());
        if let Some(Value::Text(value)) = last.map(|property| &mut property.value) {
            // A backslash at the end stood for the line break; canonical text has none that stands alone.
            if value.ends_with("\\\\") {
                value.truncate(value.len() - 2);
            }
            value.push_str("\\n");
            value.push_str(&text);
            self.held += 8 * (text.len() + 2);
        }
    }

    /// A card in the text of an AGENT comes out as its own; its name stays.
    fn agent(&mut self, property: &mut Property) -> io::Result<()> {
        let text = escape::unescaped(property.raw_text());
        let begins = text.trim_start().get(..11);
        if self.depth >= DEEPEST_TEXT
            || !begins.is_some_and(|b| b.eq_ignore_ascii_case("BEGIN:VCARD"))
        {
            return Ok(());
        }
        let mut cards = VCards::new(text.as_bytes(), self.charset);
        cards.depth = self.depth + 1;
        let mut name = None;
        while let Some(card) = cards.next_card()? {
            name.get_or_insert_with(|| name_of(&card));
            self.closed.push_back(card);
        }
        property.value = name.unwrap_or(Value::Text(String::new()));
        Ok(())
    }
}

/// The bytes of a `data:` address, as 4.0 writes pictures; their type stands among the parameters then, as in 3.0.
fn data_address(text: &str, params: &mut Vec<Param>) -> Option<Value> {
    let (kind, data) = text.strip_prefix("data:")?.split_once(',')?;
    let kind = escape::unescaped(kind);
    let media_type = kind.trim_end_matches('\\').strip_suffix(";base64")?;
    let bytes = transfer::base64(data.as_bytes())?;
    if let Some((_, subtype)) = media_type.split_once('/') {
        params.push(Param {
            name: "TYPE".into(),
            values: vec![subtype.to_uppercase()],
        });
    }
    Some(Value::Bytes(bytes))
}

fn is_vcard(head: &Head, line: &[u8]) -> bool {
    line[head.value_at..]
        .trim_ascii()
        .eq_ignore_ascii_case(b"VCARD")
}

fn open_agent(properties: &mut [Property]) -> Option<&mut Property> {
    let last = properties.last_mut()?;
    (last.name == "AGENT" && last.is_empty()).then_some(last)
}

fn name_of(card: &VCard) -> Value {
    let name = card.first("FN").or_else(|| card.first("N"));
    Value::Text(name.map(|p| p.raw_text().to_owned()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: impl AsRef<[u8]>) -> Vec<VCard> {
        let mut cards = VCards::new(text.as_ref(), Charset::default());
        let mut all = Vec::new();
        while let Some(card) = cards.next_card().unwrap() {
            all.push(card);
        }
        all
    }

    fn names(cards: &[VCard]) -> Vec<&str> {
        cards
            .iter()
            .map(|c| c.first("FN").unwrap().raw_text())
            .collect()
    }

    #[test]
    fn a_missing_end_loses_no_card() {
        let text = "BEGIN:VCARD\nFN:A\nTEL:1\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C\nEND:VCARD\n";
        assert_eq!(names(&read(text)), ["B", "C", "A"]);
    }

    #[test]
    fn agents_are_people_too() {
        let text =
            "BEGIN:VCARD\nFN:Boss\nAGENT:\nBEGIN:VCARD\nFN:Eve\nEND:VCARD\nTEL:1\nEND:VCARD\n";
        let cards = read(text);
        assert_eq!(names(&cards), ["Eve", "Boss"]);
        assert_eq!(cards[1].first("AGENT").unwrap().raw_text(), "Eve");
        assert_eq!(cards[1].first("TEL").unwrap().raw_text(), "1");
        let text = "BEGIN:VCARD\r\nFN:Boss\r\nAGENT:BEGIN:VCARD\\nFN:Eve\\, A\\nEND:VCARD\\n\r\nEND:VCARD\r\n";
        let cards = read(text);
        assert_eq!(names(&cards), ["Eve, A", "Boss"]);
    }

    #[test]
    fn a_thousand_nested_beginnings_cost_little() {
        let cards = read("BEGIN:VCARD\nFN:A\n".repeat(1000));
        assert_eq!(cards.len(), 1000);
    }

    #[test]
    fn line_breaks_that_nobody_marked_stay_line_breaks() {
        let text = "BEGIN:VCARD\nVERSION:2.1\nADR:;;Brevern\\\n99\\\nPost 9;Hamburg\nNOTE:one\ntwo\nEND:VCARD";
        let cards = read(text);
        let value = |name: &str| cards[0].first(name).unwrap().raw_text();
        assert_eq!(value("ADR"), ";;Brevern\\n99\\nPost 9;Hamburg");
        assert_eq!(value("NOTE"), "one\\ntwo");
    }

    #[test]
    fn all_that_wraps_a_value_is_undone() {
        let text = "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=windows-1252;ENCODING=QUOTED-PRINTABLE:J=F6rg=0D=0AX;Y\n\
            NOTE;QUOTED-PRINTABLE:J=C3=B6rg\nPHOTO;JPEG;BASE64:\n aGVs\n bG8=\n\nEND:VCARD";
        let cards = read(text);
        assert_eq!(cards[0].version, Version::V21);
        let value = |name: &str| &cards[0].first(name).unwrap().value;
        assert_eq!(value("FN"), &Value::Text("Jörg\\nX\\;Y".into()));
        assert_eq!(value("NOTE"), &Value::Text("Jörg".into()));
        assert_eq!(value("PHOTO"), &Value::Bytes(b"hello".to_vec()));
        assert_eq!(cards[0].first("PHOTO").unwrap().types(), ["jpeg"]);
    }
}
