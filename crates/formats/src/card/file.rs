//! Cards as a table: a first pass learns the columns, the groups and the character set, and every reading gives a row
//! for each person.

use std::io::{self, Read};
use std::ops::ControlFlow;
use std::sync::Arc;

use encoding_rs::Encoding;

use super::bundle::{Bundle, CardKind, Part};
use super::charset::{Charset, Survey};
use super::columns::{Columns, PHOTO, cells};
use super::groups::Groups;
use super::ldif::{Entries, OfChanges};
use super::lines::TooLong;
use super::model::Card;
use super::vcard::VCards;
use crate::book::capped::part_error;
use crate::cell::{Cell, Row};
use crate::error::FormatError;
use crate::guard::guarded;
use crate::table::Rows;
use crate::text::encoding;

/// A file, zip or folder of cards that was looked through.
pub(crate) struct CardFile {
    pub titles: Vec<String>,
    pub encoding: &'static Encoding,
    name: String,
    bundle: Bundle,
    charset: Charset,
    columns: Columns,
    groups: Groups,
    /// Members of groups that have no card.
    alone: Vec<Card>,
}

/// The cards of one file, of either kind.
pub(super) enum Cards<R> {
    VCard(VCards<R>),
    Ldif(Entries<R>),
}

impl<R: Read> Cards<R> {
    pub fn new(kind: CardKind, content: R, charset: Charset, survey: Option<Survey>) -> Self {
        match kind {
            CardKind::VCard => {
                let mut cards = VCards::new(content, charset);
                cards.survey = survey;
                Self::VCard(cards)
            }
            CardKind::Ldif => {
                let mut entries = Entries::new(content, charset);
                entries.survey = survey;
                Self::Ldif(entries)
            }
        }
    }

    pub fn next_card(&mut self) -> io::Result<Option<Card>> {
        match self {
            Self::VCard(cards) => Ok(cards.next_card()?.map(Card::from)),
            Self::Ldif(entries) => entries.next_card(),
        }
    }

    fn survey(self) -> Option<Survey> {
        match self {
            Self::VCard(cards) => cards.survey,
            Self::Ldif(entries) => entries.survey,
        }
    }
}

impl CardFile {
    /// Looks through everything once, and once more where the names of groups and columns are in a code page.
    pub fn open(name: &str, bundle: Bundle, wanted: Option<&str>) -> Result<Self, FormatError> {
        let decided = wanted.map(encoding::named).transpose()?;
        let charset = decided.map_or_else(Charset::default, |otherwise| Charset {
            otherwise,
            decided: true,
        });
        let mut look = Look::through(name, &bundle, charset)?;
        let (learnt, named) = std::mem::take(&mut look.survey)
            .unwrap_or_default()
            .outcome();
        let (charset, encoding) = match decided {
            Some(encoding) => (charset, encoding),
            None => (learnt, named),
        };
        if decided.is_none() && charset.otherwise != Charset::default().otherwise {
            look = Look::through(name, &bundle, charset)?;
        }
        if !look.found {
            return Err(nothing_found(name, &bundle));
        }
        let alone = look.groups.settle();
        for card in &alone {
            look.columns_of(card, &look.groups.of(card));
        }
        if look.rows + alone.len() as u64 == 0 {
            return Err(FormatError::EmptyFile {
                name: name.to_owned(),
            });
        }
        let mut columns = look.columns;
        Ok(Self {
            titles: columns.settle(),
            encoding,
            name: name.to_owned(),
            bundle,
            charset,
            columns,
            groups: look.groups,
            alone,
        })
    }

    fn row(&self, card: &Card, number: u32, position: f32) -> Option<Row> {
        let groups = self.groups.of(card);
        let texts = self.columns.row(cells(card, &groups));
        if texts.iter().all(String::is_empty) {
            return None;
        }
        let mut cells: Vec<Cell> = texts.into_iter().map(Cell::from_text).collect();
        if let (Some(photo), Some(place)) = (&card.photo, self.columns.place(PHOTO)) {
            cells[place] = Cell::Picture(Arc::new(photo.bytes.clone()));
        }
        Some(Row {
            number,
            cells,
            position,
        })
    }
}

impl Rows for CardFile {
    fn read(&self, sink: &mut dyn FnMut(Row) -> ControlFlow<()>) -> Result<(), FormatError> {
        let mut number = 0;
        let mut flow = ControlFlow::Continue(());
        let mut give = |card: &Card, position: f32| {
            if card.is_group {
                return ControlFlow::Continue(());
            }
            number += 1;
            match self.row(card, number, position) {
                Some(row) => sink(row),
                None => ControlFlow::Continue(()),
            }
        };
        self.bundle.each(&mut |part| {
            let mut cards = Cards::new(part.kind, part.content, self.charset, None);
            while let Some(card) = next(&self.name, &mut cards)? {
                flow = give(&card, (part.position)());
                if flow.is_break() {
                    break;
                }
            }
            Ok(flow)
        })?;
        for card in &self.alone {
            if flow.is_break() {
                break;
            }
            flow = give(card, 1.0);
        }
        Ok(())
    }
}

/// What a pass over everything finds.
struct Look {
    columns: Columns,
    groups: Groups,
    survey: Option<Survey>,
    /// Any file of cards.
    found: bool,
    rows: u64,
}

impl Look {
    fn through(name: &str, bundle: &Bundle, charset: Charset) -> Result<Self, FormatError> {
        let mut look = Self {
            columns: Columns::default(),
            groups: Groups::default(),
            survey: None,
            found: false,
            rows: 0,
        };
        bundle.each(&mut |part| look.part(name, part, charset))?;
        Ok(look)
    }

    fn part(
        &mut self,
        name: &str,
        part: Part<'_>,
        charset: Charset,
    ) -> Result<ControlFlow<()>, FormatError> {
        self.found = true;
        let survey = Some(self.survey.take().unwrap_or_default());
        let mut cards = Cards::new(part.kind, part.content, charset, survey);
        while let Some(card) = next(name, &mut cards)? {
            self.groups.see(name, &card)?;
            if card.is_group {
                self.columns.see("Groups");
            } else {
                self.rows += u64::from(self.columns_of(&card, &[]));
            }
        }
        self.survey = cards.survey();
        Ok(ControlFlow::Continue(()))
    }

    /// Says whether the card holds anything for a row.
    fn columns_of(&mut self, card: &Card, groups: &[String]) -> bool {
        let cells = cells(card, groups);
        cells
            .iter()
            .for_each(|(column, _)| self.columns.see(column));
        !cells.is_empty()
    }
}

fn nothing_found(name: &str, bundle: &Bundle) -> FormatError {
    let name = name.to_owned();
    match bundle {
        Bundle::Folder(_) => FormatError::IsFolder { name },
        Bundle::Zip(_) | Bundle::File(_) => FormatError::Unsupported {
            name,
            what: "a compressed archive (ZIP)",
        },
    }
}

/// The next card; whatever goes wrong inside is the file's fault and has a name.
fn next<R: Read>(name: &str, cards: &mut Cards<R>) -> Result<Option<Card>, FormatError> {
    guarded(name, || cards.next_card().map_err(|e| card_error(name, &e)))
}

fn card_error(name: &str, error: &io::Error) -> FormatError {
    let inner = error.get_ref();
    if let Some(TooLong(what)) = inner.and_then(|inner| inner.downcast_ref()) {
        FormatError::too_large(name, *what)
    } else if inner.is_some_and(|inner| inner.is::<OfChanges>()) {
        FormatError::Unsupported {
            name: name.to_owned(),
            what: "an LDIF file of changes (changetype)",
        }
    } else {
        part_error(name, error)
    }
}
