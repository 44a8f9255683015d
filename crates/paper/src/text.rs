//! Texts on a page: broken into lines, shaped for their script, drawn as glyphs that can be searched and copied.

use std::borrow::Cow;
use std::collections::HashMap;

use krilla::geom::Point;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{
    Alignment, AlignmentOptions, FontContext, FontFamily, FontFamilyName, GlyphRun, Layout,
    LayoutContext, LineHeight, OverflowWrap, PositionedLayoutItem, StyleProperty,
};

const SANS: &[u8] = include_bytes!("../fonts/NotoSans-Regular.ttf");
const HEBREW: &[u8] = include_bytes!("../fonts/NotoSansHebrew-Regular.ttf");
/// Of the size of the type.
const LEADING: f32 = 1.2;

/// Sets texts. It keeps the fonts it has met; one serves a whole document.
pub(crate) struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    drawn: HashMap<(u64, u32), Option<Font>>,
}

/// A text of several lines, laid out for a width.
pub(crate) struct Block {
    lines: Vec<(String, Layout<()>)>,
    pub height: f32,
}

/// To which side lines keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    Right,
}

impl Typesetter {
    pub fn new() -> Self {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: true,
        });
        for font in [SANS, HEBREW] {
            collection.register_fonts(Blob::from(font.to_vec()), None);
        }
        Self {
            fonts: FontContext {
                collection,
                source_cache: SourceCache::default(),
            },
            layouts: LayoutContext::new(),
            drawn: HashMap::new(),
        }
    }

    /// Lays lines out for a width in points; what is too long goes on below. All keep to one side, which the first says
    /// by its script.
    pub fn lay(&mut self, lines: &[String], size: f32, width: f32) -> Block {
        let lines = self.lines(lines, size, width);
        let from_right = lines.first().is_some_and(|(_, layout)| layout.is_rtl());
        match from_right {
            true => aligned(lines, Side::Right),
            false => aligned(lines, Side::Left),
        }
    }

    /// The same, kept to a side.
    pub fn lay_to(&mut self, lines: &[String], size: f32, width: f32, side: Side) -> Block {
        aligned(self.lines(lines, size, width), side)
    }

    fn lines(&mut self, lines: &[String], size: f32, width: f32) -> Vec<(String, Layout<()>)> {
        let one = |line: &String| (line.clone(), self.line(line, size, width));
        lines.iter().map(one).collect()
    }

    fn line(&mut self, text: &str, size: f32, width: f32) -> Layout<()> {
        let families = [
            FontFamilyName::Named(Cow::Borrowed("Noto Sans")),
            FontFamilyName::Named(Cow::Borrowed("Noto Sans Hebrew")),
        ];
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Owned(
            families.to_vec(),
        ))));
        builder.push_default(StyleProperty::FontSize(size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(
            LEADING,
        )));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(width));
        layout
    }

    /// Draws a block with its top left corner at a point, and no line that would end below `bottom`. Answers whether
    /// all of it was drawn.
    pub fn draw(
        &mut self,
        surface: &mut Surface<'_>,
        block: &Block,
        (x, y): (f32, f32),
        bottom: f32,
    ) -> bool {
        surface.set_fill(Some(Fill::default()));
        let mut top = y;
        for (text, layout) in &block.lines {
            for line in layout.lines() {
                if top + line.metrics().block_max_coord > bottom {
                    return false;
                }
                for item in line.items() {
                    if let PositionedLayoutItem::GlyphRun(run) = item {
                        self.run(surface, text, &run, (x, top));
                    }
                }
            }
            top += layout.height();
        }
        true
    }

    fn run(
        &mut self,
        surface: &mut Surface<'_>,
        text: &str,
        glyph_run: &GlyphRun<'_, ()>,
        (x, y): (f32, f32),
    ) {
        let run = glyph_run.run();
        let size = run.font_size();
        let font = run.font();
        let key = (font.data.id(), font.index);
        let made = self.drawn.entry(key).or_insert_with(|| {
            let (data, _) = font.data.clone().into_raw_parts();
            Font::new(data.into(), font.index)
        });
        let Some(made) = made else { return };
        let mut glyphs: Vec<KrillaGlyph> = Vec::new();
        for cluster in run.visual_clusters() {
            if cluster.is_ligature_continuation() {
                if let Some(glyph) = glyphs.last_mut() {
                    glyph.text_range.end = glyph.text_range.end.max(cluster.text_range().end);
                }
                continue;
            }
            glyphs.extend(cluster.glyphs().map(|glyph| {
                let em = |points: f32| points / size;
                KrillaGlyph::new(
                    GlyphId::new(glyph.id),
                    em(glyph.advance),
                    em(glyph.x),
                    em(glyph.y),
                    0.0,
                    cluster.text_range(),
                    None,
                )
            }));
        }
        let at = Point::from_xy(x + glyph_run.offset(), y + glyph_run.baseline());
        surface.draw_glyphs(at, &glyphs, made.clone(), text, size, false);
    }
}

fn aligned(mut lines: Vec<(String, Layout<()>)>, side: Side) -> Block {
    let alignment = match side {
        Side::Left => Alignment::Left,
        Side::Right => Alignment::Right,
    };
    for (_, layout) in &mut lines {
        layout.align(alignment, AlignmentOptions::default());
    }
    let height = lines.iter().map(|(_, layout)| layout.height()).sum();
    Block { lines, height }
}
