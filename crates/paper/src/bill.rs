//! Invoices and receipts: the office at the top, whom it is for, lines with their amounts, sums, and where to pay at the foot
//! of each page. What has no room goes on on the next page. A bill in Hebrew begins at the right.

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Rect};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;

use crate::sheet::Paper;
use crate::text::{Block, Side, Typesetter};
use crate::{PaperError, points};

/// What stands on it; amounts are texts, since nothing is reckoned here.
#[derive(Debug, Clone, Default)]
pub struct Bill {
    pub from_right: bool,
    pub title: String,
    pub head: Vec<String>,
    pub to: Vec<String>,
    pub facts: Vec<[String; 2]>,
    pub columns: [String; 2],
    pub lines: Vec<[String; 2]>,
    pub totals: Vec<[String; 2]>,
    pub text: Vec<String>,
    pub foot: Vec<String>,
}

/// Millimetres from each edge.
const MARGIN: f32 = 20.0;
/// Where an address shows in the window of an envelope.
const ADDRESS_TOP: f32 = 50.0;
const ADDRESS_WIDTH: f32 = 85.0;
const AMOUNT_WIDTH: f32 = 40.0;
const BODY: f32 = 10.0;
const SMALL: f32 = 8.5;

/// Texts and rules of one page, drawn once all of it is laid out.
#[derive(Default)]
struct Page {
    blocks: Vec<(Block, f32, f32)>,
    /// From the left, from the top, width, height.
    rules: Vec<(f32, f32, f32, f32)>,
}

struct Setting<'a> {
    bill: &'a Bill,
    type_: Typesetter,
    pages: Vec<Page>,
    /// The next free place from the top of the page, in points.
    top: f32,
    bottom: f32,
    width: f32,
}

impl Bill {
    /// # Errors
    /// `Pdf`
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        Self::together(std::slice::from_ref(self))
    }

    /// Several as one file, each from a page of its own.
    ///
    /// # Errors
    /// `Pdf`
    pub fn together(bills: &[Self]) -> Result<Vec<u8>, PaperError> {
        let (width, height) = Paper::A4.size();
        let size = (points(width), points(height));
        let mut type_ = Typesetter::new();
        let mut document = Document::new();
        let title = bills.first().map(|bill| bill.title.clone());
        document.set_metadata(
            Metadata::new()
                .title(title.unwrap_or_default())
                .creator("Roster".to_owned()),
        );
        for bill in bills {
            let pages;
            (pages, type_) = bill.laid_out(type_, size);
            draw(&mut document, &pages, &mut type_, size)?;
        }
        document
            .finish()
            .map_err(|e| PaperError::Pdf(format!("{e:?}")))
    }

    fn laid_out(&self, type_: Typesetter, (width, height): (f32, f32)) -> (Vec<Page>, Typesetter) {
        let mut setting = Setting {
            bill: self,
            type_,
            pages: vec![Page::default()],
            top: points(MARGIN),
            bottom: height - points(MARGIN),
            width,
        };
        setting.foot();
        setting.whole();
        (setting.pages, setting.type_)
    }
}

fn draw(
    document: &mut Document,
    pages: &[Page],
    type_: &mut Typesetter,
    (width, height): (f32, f32),
) -> Result<(), PaperError> {
    let no_size = || PaperError::Pdf("the page has no size".to_owned());
    for page in pages {
        let settings = PageSettings::from_wh(width, height).ok_or_else(no_size)?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        for rule in &page.rules {
            draw_rule(&mut surface, *rule);
        }
        for (block, x, y) in &page.blocks {
            type_.draw(&mut surface, block, (*x, *y), height);
        }
        surface.finish();
        sheet.finish();
    }
    Ok(())
}

fn draw_rule(surface: &mut Surface<'_>, (x, y, width, height): (f32, f32, f32, f32)) {
    surface.set_fill(Some(Fill {
        paint: rgb::Color::new(150, 150, 150).into(),
        ..Fill::default()
    }));
    let mut path = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(x, y, width, height) {
        path.push_rect(rect);
    }
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

impl Setting<'_> {
    fn whole(&mut self) {
        let bill = self.bill;
        let (first, rest) = bill.head.split_at(bill.head.len().min(1));
        let all = self.inner();
        self.put(first, 16.0, (0.0, all), self.begin());
        self.put(rest, SMALL, (0.0, all), self.begin());
        self.top = self.top.max(points(ADDRESS_TOP));
        let address = self.top;
        self.put(&bill.to, BODY, (0.0, points(ADDRESS_WIDTH)), self.begin());
        let below = self.top;
        self.top = address;
        self.facts();
        self.top = self.top.max(below) + points(14.0);
        self.put(
            std::slice::from_ref(&bill.title),
            18.0,
            (0.0, all),
            self.begin(),
        );
        self.top += points(6.0);
        self.row(&bill.columns, SMALL);
        self.rule();
        for line in &bill.lines {
            self.row(line, BODY);
        }
        self.rule();
        for total in &bill.totals {
            self.row(total, 11.0);
        }
        self.top += points(8.0);
        for line in &bill.text {
            self.room(points(6.0));
            self.put(std::slice::from_ref(line), BODY, (0.0, all), self.begin());
        }
    }

    /// The width between the margins.
    fn inner(&self) -> f32 {
        self.width - 2.0 * points(MARGIN)
    }

    fn begin(&self) -> Side {
        match self.bill.from_right {
            true => Side::Right,
            false => Side::Left,
        }
    }

    fn end(&self) -> Side {
        match self.bill.from_right {
            true => Side::Left,
            false => Side::Right,
        }
    }

    fn page(&mut self) -> &mut Page {
        if self.pages.is_empty() {
            self.pages.push(Page::default());
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    /// Puts lines below what is there: so far from the side where reading begins, so wide.
    fn put(&mut self, lines: &[String], size: f32, (from, width): (f32, f32), side: Side) {
        let block = self.type_.lay_to(lines, size, width, side);
        let x = self.place(from, width);
        let (top, height) = (self.top, block.height);
        self.page().blocks.push((block, x, top));
        self.top += height;
    }

    fn place(&self, from: f32, width: f32) -> f32 {
        let left = points(MARGIN) + from;
        match self.bill.from_right {
            true => self.width - left - width,
            false => left,
        }
    }

    /// Goes on on the next page where so much has no room.
    fn room(&mut self, height: f32) {
        if self.top + height > self.bottom {
            self.pages.push(Page::default());
            self.top = points(MARGIN);
            self.foot();
        }
    }

    fn facts(&mut self) {
        let from = points(ADDRESS_WIDTH + 5.0);
        let width = self.inner() - from;
        let name = width * 0.5;
        for [label, value] in &self.bill.facts {
            let top = self.top;
            self.put(
                std::slice::from_ref(label),
                SMALL,
                (from, name),
                self.begin(),
            );
            let below = self.top;
            self.top = top;
            self.put(
                std::slice::from_ref(value),
                SMALL,
                (from + name, width - name),
                self.end(),
            );
            self.top = self.top.max(below) + 2.0;
        }
    }

    /// A text and its amount.
    fn row(&mut self, [text, amount]: &[String; 2], size: f32) {
        let amounts = points(AMOUNT_WIDTH);
        let width = self.inner() - amounts;
        let block = self.type_.lay_to(
            std::slice::from_ref(text),
            size,
            width - points(4.0),
            self.begin(),
        );
        self.room(block.height + 8.0);
        self.top += 4.0;
        let (top, height) = (self.top, block.height);
        let x = self.place(0.0, width - points(4.0));
        self.page().blocks.push((block, x, top));
        self.put(
            std::slice::from_ref(amount),
            size,
            (width, amounts),
            self.end(),
        );
        self.top = top + height.max(self.top - top) + 4.0;
    }

    fn rule(&mut self) {
        let rule = (points(MARGIN), self.top, self.inner(), 0.6);
        self.page().rules.push(rule);
        self.top += 2.0;
    }

    /// Where to pay, at the foot of the page; the rest has its room above.
    fn foot(&mut self) {
        let (_, height) = Paper::A4.size();
        let mut bottom = points(height - MARGIN);
        if !self.bill.foot.is_empty() {
            let block = self
                .type_
                .lay_to(&self.bill.foot, SMALL, self.inner(), self.begin());
            let top = bottom - block.height;
            let rule = (points(MARGIN), top - 6.0, self.inner(), 0.6);
            self.page().rules.push(rule);
            self.page().blocks.push((block, points(MARGIN), top));
            bottom = top - 12.0;
        }
        self.bottom = bottom;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bill(lines: usize) -> Bill {
        let line = |i: usize| [format!("Line {i}"), "10.00 EUR".to_owned()];
        Bill {
            title: "Invoice 1".to_owned(),
            head: vec!["The office".to_owned(), "Street 1".to_owned()],
            to: vec!["Noa Levi".to_owned()],
            columns: ["What".to_owned(), "Amount".to_owned()],
            lines: (0..lines).map(line).collect(),
            foot: vec!["IBAN".to_owned()],
            ..Bill::default()
        }
    }

    fn pages(bill: &Bill) -> usize {
        let pdf = bill.pdf().unwrap();
        assert!(pdf.starts_with(b"%PDF"));
        let text = String::from_utf8_lossy(&pdf);
        text.matches("/Type/Page/").count() + text.matches("/Type /Page\n").count()
    }

    #[test]
    fn what_has_no_room_goes_on_on_the_next_page() {
        let one = bill(3).pdf().unwrap().len();
        let many = bill(300).pdf().unwrap().len();
        assert!(many > one);
        assert!(pages(&bill(3)) <= pages(&bill(300)));
        let setting = |lines: usize| {
            let bill = bill(lines);
            let mut setting = Setting {
                bill: &bill,
                type_: Typesetter::new(),
                pages: vec![Page::default()],
                top: points(MARGIN),
                bottom: 800.0,
                width: 595.0,
            };
            setting.foot();
            setting.whole();
            setting.pages.len()
        };
        assert_eq!((setting(3), setting(40) > 1), (1, true));
    }
}
