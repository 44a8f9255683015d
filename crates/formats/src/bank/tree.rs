//! Elements of XML as small trees, within bounds: a document type is refused, since it may declare entities that grow without
//! end or lead out of the file, and so are references to anything but the characters that XML itself names.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::error::FormatError;

/// How deep elements lie in each other; CAMT needs fewer than 20.
const DEEPEST: usize = 64;
/// Elements in one entry; a collected booking of thousands of payments has some dozens for each.
const MOST_NODES: usize = 2_000_000;

/// An element with what is in it.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub name: String,
    /// Of all attributes only this one is asked for.
    pub currency: Option<String>,
    pub text: String,
    pub children: Vec<Node>,
}

impl Node {
    fn of(tag: &BytesStart<'_>) -> Self {
        let currency = tag.try_get_attribute("Ccy").ok().flatten();
        Self {
            name: tag.local_name().as_ref().to_owned(),
            currency: currency.map(|value| value.value.trim().to_owned()),
            ..Self::default()
        }
    }

    /// All elements of that name directly within.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first element at a path such as `Refs/EndToEndId`.
    pub fn at(&self, path: &str) -> Option<&Self> {
        path.split('/').try_fold(self, |node, name| {
            node.children.iter().find(|child| child.name == name)
        })
    }

    /// The text at a path, with single blanks; None where it says nothing.
    pub fn text_at(&self, path: &str) -> Option<String> {
        let words: Vec<&str> = self.at(path)?.text.split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    }
}

/// The elements of a document, one after another.
pub(super) struct Elements<'a> {
    file: &'a str,
    xml: Reader<&'a [u8]>,
    /// The elements that are open.
    pub path: Vec<String>,
}

/// What comes next.
pub(super) enum Step {
    /// An element begins; its name is the last of the path.
    Begins(Node),
    Text(String),
    Ends,
    Over,
}

impl<'a> Elements<'a> {
    pub fn new(file: &'a str, text: &'a str) -> Self {
        let mut xml = Reader::from_str(text);
        xml.config_mut().expand_empty_elements = true;
        Self {
            file,
            xml,
            path: Vec::new(),
        }
    }

    pub fn next(&mut self) -> Result<Step, FormatError> {
        loop {
            let event = self.xml.read_event();
            let event = event.map_err(|e| FormatError::damaged(self.file, e.to_string()))?;
            return Ok(match event {
                Event::Start(tag) => {
                    let node = Node::of(&tag);
                    self.path.push(node.name.clone());
                    if self.path.len() > DEEPEST {
                        return Err(FormatError::too_large(
                            self.file,
                            format!("its elements lie more than {DEEPEST} deep in each other"),
                        ));
                    }
                    Step::Begins(node)
                }
                Event::End(_) => {
                    self.path.pop();
                    Step::Ends
                }
                Event::Text(part) => Step::Text(part.xml10_content().into_owned()),
                Event::CData(part) => Step::Text(part.xml10_content().into_owned()),
                Event::GeneralRef(part) => Step::Text(character(self.file, &part)?.to_string()),
                Event::DocType(_) => return Err(refused(self.file, DTD)),
                Event::Eof if self.path.is_empty() => Step::Over,
                Event::Eof => return Err(FormatError::damaged(self.file, "it ends too early")),
                _ => continue,
            });
        }
    }

    /// The whole of an element that has just begun.
    pub fn whole(&mut self, begun: Node) -> Result<Node, FormatError> {
        let mut open = vec![begun];
        let mut nodes = 0;
        loop {
            match self.next()? {
                Step::Begins(node) => {
                    nodes += 1;
                    if nodes > MOST_NODES {
                        let detail = format!("one entry has more than {MOST_NODES} elements");
                        return Err(FormatError::too_large(self.file, detail));
                    }
                    open.push(node);
                }
                Step::Text(text) => {
                    if let Some(node) = open.last_mut() {
                        node.text.push_str(&text);
                    }
                }
                Step::Ends => {
                    let Some(done) = open.pop() else { continue };
                    match open.last_mut() {
                        Some(parent) => parent.children.push(done),
                        None => return Ok(done),
                    }
                }
                Step::Over => return Err(FormatError::damaged(self.file, "it ends too early")),
            }
        }
    }

    pub fn refused(&self, what: &'static str) -> FormatError {
        refused(self.file, what)
    }
}

fn character(file: &str, reference: &BytesRef<'_>) -> Result<char, FormatError> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Ok(c);
    }
    match &*reference.xml10_content() {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(refused(file, ENTITY)),
    }
}

fn refused(file: &str, what: &'static str) -> FormatError {
    FormatError::Unsupported {
        name: file.to_owned(),
        what,
    }
}

const DTD: &str =
    "an XML document that declares a document type of its own (DTD), as no bank's statement does";
const ENTITY: &str =
    "an XML document that refers to entities of its own, as no bank's statement does";
