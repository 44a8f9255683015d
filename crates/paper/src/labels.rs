//! Sheets of labels: each text as large as it fits, the first on the place where the sheet is still whole.

use krilla::Document;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;

use crate::text::{Block, Typesetter};
use crate::{PaperError, Sheet, points};

/// The lines of one label.
pub type Label = Vec<String>;

/// Type sizes to try, the largest first.
const SIZES: [f32; 7] = [11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0];
/// From the edge of a label to its text, in millimetres: printers are off by about two.
const PADDING: (f32, f32) = (4.0, 2.5);

/// A document of labels that grows, one label after another.
pub struct Labels {
    sheet: Sheet,
    document: Document,
    type_: Typesetter,
    /// The page that is being filled.
    page: Vec<Option<Label>>,
    cut: usize,
    count: usize,
}

/// What was made.
pub struct Printed {
    pub pdf: Vec<u8>,
    pub pages: usize,
    /// Labels whose text didn't fit even in the smallest type, and was cut.
    pub cut: usize,
}

impl Labels {
    /// Begins on the place `first`, counted from 0, of the first sheet.
    ///
    /// # Errors
    /// `Sheet` for a sheet that can't be, or one that has no such place.
    pub fn new(sheet: Sheet, first: usize, title: &str) -> Result<Self, PaperError> {
        Self::check(&sheet, first)?;
        let mut document = Document::new();
        document.set_metadata(
            Metadata::new()
                .title(title.to_owned())
                .creator("Roster".to_owned()),
        );
        Ok(Self {
            sheet,
            document,
            type_: Typesetter::new(),
            page: vec![None; first],
            cut: 0,
            count: 0,
        })
    }

    /// Whether a document can begin so.
    ///
    /// # Errors
    /// `Sheet`
    pub fn check(sheet: &Sheet, first: usize) -> Result<(), PaperError> {
        sheet.check()?;
        if first >= sheet.count() {
            let places = sheet.count();
            return Err(PaperError::Sheet(format!(
                "A sheet has {places} labels: begin on one of them."
            )));
        }
        Ok(())
    }

    /// Puts a label on the next place.
    ///
    /// # Errors
    /// `Pdf`
    pub fn add(&mut self, label: Label) -> Result<(), PaperError> {
        if self.page.len() == self.sheet.count() {
            self.flush()?;
        }
        self.page.push(Some(label));
        Ok(())
    }

    /// Ends the document. Without any label it has no page.
    ///
    /// # Errors
    /// `Pdf`
    pub fn finish(mut self) -> Result<Printed, PaperError> {
        if self.page.iter().any(Option::is_some) {
            self.flush()?;
        }
        let pdf = self
            .document
            .finish()
            .map_err(|e| PaperError::Pdf(format!("{e:?}")))?;
        Ok(Printed {
            pdf,
            pages: self.count,
            cut: self.cut,
        })
    }

    fn flush(&mut self) -> Result<(), PaperError> {
        let (width, height) = self.sheet.paper.size();
        let settings = PageSettings::from_wh(points(width), points(height));
        let settings =
            settings.ok_or_else(|| PaperError::Pdf("the page has no size".to_owned()))?;
        let mut page = self.document.start_page_with(settings);
        let mut surface = page.surface();
        for (place, label) in std::mem::take(&mut self.page).into_iter().enumerate() {
            let Some(label) = label else { continue };
            let (x, y) = self.sheet.place(place);
            let (block, room) = fit(&mut self.type_, &self.sheet, &label);
            let top = points(y + PADDING.1);
            let above = ((room - block.height) / 2.0).max(0.0);
            let whole = self.type_.draw(
                &mut surface,
                &block,
                (points(x + PADDING.0), top + above),
                top + room + 0.1,
            );
            self.cut += usize::from(!whole);
        }
        surface.finish();
        page.finish();
        self.count += 1;
        Ok(())
    }
}

/// The lines in the largest type in which they fit, else in the smallest; and the height that they have.
fn fit(type_: &mut Typesetter, sheet: &Sheet, label: &Label) -> (Block, f32) {
    let width = points(sheet.label.0 - 2.0 * PADDING.0);
    let room = points(sheet.label.1 - 2.0 * PADDING.1);
    let mut block = type_.lay(label, SIZES[0], width);
    for size in &SIZES[1..] {
        if block.height <= room {
            break;
        }
        block = type_.lay(label, *size, width);
    }
    (block, room)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        Sheet::known("L7160").unwrap()
    }

    fn made(first: usize, labels: impl IntoIterator<Item = Label>) -> Printed {
        let mut document = Labels::new(sheet(), first, "Labels").unwrap();
        for label in labels {
            document.add(label).unwrap();
        }
        document.finish().unwrap()
    }

    fn lines(lines: &[&str]) -> Label {
        lines.iter().map(|line| (*line).to_owned()).collect()
    }

    /// What a reader of the PDF finds on a page, counted from 1.
    fn text(printed: &Printed, page: u32) -> String {
        let document = lopdf::Document::load_mem(&printed.pdf).unwrap();
        document.extract_text(&[page]).unwrap()
    }

    #[test]
    fn labels_go_on_the_next_sheet_when_one_is_full() {
        let printed = made(0, (0..22).map(|i| lines(&[&format!("Person {i}")])));
        assert_eq!(printed.pages, 2);
        assert!(text(&printed, 1).contains("Person 20"));
        assert!(text(&printed, 2).contains("Person 21"));
        assert!(!text(&printed, 1).contains("Person 21"));
    }

    #[test]
    fn a_sheet_is_begun_where_it_is_still_whole() {
        assert_eq!(made(20, [lines(&["One"])]).pages, 1);
        assert_eq!(made(20, [lines(&["One"]), lines(&["Two"])]).pages, 2);
        assert!(Labels::new(sheet(), 21, "").is_err());
    }

    #[test]
    fn no_labels_make_no_page() {
        assert_eq!(made(3, []).pages, 0);
    }

    #[test]
    fn scripts_and_letters_are_kept() {
        let told = ["Zoë Åström", "Łódź", "Афанасий", "Σωκράτης", "נועה לוי"];
        let printed = made(0, told.map(|name| lines(&[name])));
        let text = text(&printed, 1);
        for name in &told[..4] {
            assert!(text.contains(name), "{name} in {text}");
        }
        // A line from right to left lies on the page as it is seen: its first word is the last.
        for letter in ['נ', 'ו', 'ע', 'ה', 'ל', 'י'] {
            assert!(text.contains(letter), "{letter} in {text}");
        }
    }

    #[test]
    fn long_texts_get_a_smaller_type_before_anything_is_cut() {
        let five = lines(&[
            "Dr. Maximiliane von und zu Hohenstein-Bartenstein",
            "Institute",
            "12 Long Street",
            "12345 Town",
            "Germany",
        ]);
        assert_eq!(made(0, [five]).cut, 0);
        let endless = vec!["All work and no play makes Jack a dull boy".to_owned(); 40];
        assert_eq!(made(0, [endless]).cut, 1);
        let word = "x".repeat(5000);
        assert_eq!(made(0, [lines(&[&word])]).cut, 1);
    }
}
