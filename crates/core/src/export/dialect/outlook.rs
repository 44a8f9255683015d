//! Outlook: one column for each phone that it knows, three e-mails, three addresses, in any of its languages.

use super::super::columns::point_text;
use super::Dialect;
use super::going::{Going, Place};
use crate::fields::AddressPart;
use crate::guess::{self, ListColumn};
use crate::points::Kind;
use crate::values::split;

const EMAILS: [&str; 3] = ["E-mail Address", "E-mail 2 Address", "E-mail 3 Address"];
/// Where phones go that have no column of their own, or one that is taken.
const OTHER_PHONES: [&str; 3] = ["Other Phone", "Primary Phone", "Car Phone"];
const PLACES: [(&str, &str); 3] = [
    ("work", "Business"),
    ("home", "Home"),
    ("physical", "Other"),
];

/// The languages whose lists have the columns of the English one, in its order.
pub(super) fn languages() -> Vec<&'static str> {
    let english = fields_of(&guess::columns_of("outlook-desktop", "en"));
    guess::locales_of("outlook-desktop")
        .into_iter()
        .filter(|locale| fields_of(&guess::columns_of("outlook-desktop", locale)) == english)
        .collect()
}

fn fields_of(columns: &[ListColumn]) -> Vec<&'static str> {
    columns.iter().map(|column| column.field).collect()
}

pub(super) struct Outlook {
    language: &'static str,
    english: Vec<&'static str>,
}

struct Row<'a> {
    outlook: &'a Outlook,
    cells: Vec<String>,
}

impl Outlook {
    pub fn new(language: &'static str) -> Self {
        let english = Dialect::Outlook("en").headers();
        Self {
            language,
            english: english.iter().map(|column| column.header).collect(),
        }
    }

    pub fn headers(&self) -> Vec<String> {
        let own = Dialect::Outlook(self.language).headers();
        own.iter().map(|column| column.header.to_owned()).collect()
    }

    pub fn row(&self, going: &mut Going) -> Vec<String> {
        let mut row = Row {
            outlook: self,
            cells: vec![String::new(); self.english.len()],
        };
        row.fields(going);
        row.points(going);
        row.places(going);
        let categories: Vec<&str> = going.take_tags().iter().map(String::as_str).collect();
        row.put("Categories", split::join_by(&categories, ";"));
        row.cells
    }
}

impl Row<'_> {
    /// Fills a column by its English name, unless something stands there.
    fn put(&mut self, column: &str, text: String) -> bool {
        let at = self.outlook.english.iter().position(|name| *name == column);
        let cell = at.and_then(|at| self.cells.get_mut(at));
        match cell.filter(|cell| cell.is_empty()) {
            Some(cell) => {
                *cell = text;
                true
            }
            None => false,
        }
    }

    fn fields(&mut self, going: &mut Going) {
        const FIELDS: [(&str, &str); 11] = [
            ("Title", "prefix"),
            ("First Name", "first_name"),
            ("Middle Name", "middle_name"),
            ("Last Name", "last_name"),
            ("Suffix", "suffix"),
            ("Name", "full_name"),
            ("Company", "organization"),
            ("Department", "department"),
            ("Job Title", "job_title"),
            ("Language", "language"),
            ("Referred By", "source"),
        ];
        for (column, code) in FIELDS {
            self.put(column, going.take(code));
        }
        self.put("Notes", going.take("notes"));
        match going.take("birthday") {
            // Outlook has no birthday without its year.
            day if day.starts_with("--") => going.leave("birthday"),
            day => drop(self.put("Birthday", day)),
        }
    }

    fn points(&mut self, going: &mut Going) {
        let mut labels_left = false;
        going.take_points(|kind, point| {
            let (columns, keeps): (Vec<&str>, usize) = match kind {
                Kind::Email => (EMAILS.to_vec(), 0),
                Kind::Phone => phones(point.label.as_deref()),
                Kind::Fax => (vec!["Business Fax", "Home Fax", "Other Fax"], 3),
                Kind::Website => (vec!["Web Page"], 1),
                Kind::Messaging | Kind::Social => return false,
            };
            let text = point_text(point);
            let at = columns
                .iter()
                .position(|column| self.put(column, text.clone()));
            labels_left |= point.label.is_some() && at.is_some_and(|at| at >= keeps);
            at.is_some()
        });
        if labels_left {
            going.leave("point_labels");
        }
    }

    fn places(&mut self, going: &mut Going) {
        let taken = going.take_places(|place| {
            let column = PLACES.iter().find(|(label, _)| *label == place.label);
            column.is_some_and(|(_, name)| self.place(name, place))
        });
        drop(taken);
    }

    /// Whether the address found its place free.
    fn place(&mut self, name: &str, place: &Place) -> bool {
        let parts = [
            ("Street", place.street()),
            ("Street 2", place.part(AddressPart::Street2)),
            ("City", place.part(AddressPart::City)),
            ("State", place.part(AddressPart::Region)),
            ("Postal Code", place.part(AddressPart::Postcode)),
            ("Country", place.country(self.outlook.language)),
        ];
        let is_free = |part: &str| {
            let column = format!("{name} {part}");
            let at = self.outlook.english.iter().position(|own| *own == column);
            at.is_some_and(|at| self.cells[at].is_empty())
        };
        if !parts.iter().all(|(part, _)| is_free(part)) {
            return false;
        }
        for (part, text) in parts {
            self.put(&format!("{name} {part}"), text);
        }
        true
    }
}

/// The columns that a phone may stand in, the best first, and how many of them keep its label.
fn phones(label: Option<&str>) -> (Vec<&'static str>, usize) {
    let own: &[&str] = match label {
        Some("mobile") => &["Mobile Phone"],
        Some("office") => &["Business Phone", "Business Phone 2"],
        Some("home") => &["Home Phone", "Home Phone 2"],
        Some("main") => &["Company Main Phone"],
        _ => &[],
    };
    (
        own.iter().chain(&OTHER_PHONES).copied().collect(),
        own.len(),
    )
}
