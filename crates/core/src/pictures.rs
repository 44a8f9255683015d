//! Pictures from files of any common kind, read within bounds and scaled down.

use std::io::{Cursor, Read};

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{DynamicImage, ImageDecoder as _, ImageReader, Limits, Rgba, RgbaImage};

/// A photo of a good camera has a third of this.
const MOST_BYTES: u64 = 40 * 1024 * 1024;
/// Width and height of what is read, and how much memory the decoder may take for it.
const MOST_PIXELS: u32 = 16_000;
const MOST_MEMORY: u64 = 400 * 1024 * 1024;
const QUALITY: u8 = 85;

/// Why there is no picture.
pub(crate) enum Problem {
    TooLarge,
    NoPicture,
    Io(std::io::Error),
}

/// The picture in a file as a JPEG, at most `pixels` wide and high. A hostile file may break a decoder: call it where a panic
/// is caught.
pub(crate) fn scaled(file: impl Read, pixels: u32) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(Problem::Io)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Problem::TooLarge);
    }
    let picture = decode(&bytes).map_err(|_| Problem::NoPicture)?;
    let small = if picture.width().max(picture.height()) > pixels {
        picture.resize(pixels, pixels, FilterType::Triangle)
    } else {
        picture
    };
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
        .encode_image(&on_white(small))
        .map_err(|_| Problem::NoPicture)?;
    Ok(jpeg)
}

/// The picture as the camera was held, within bounds.
fn decode(bytes: &[u8]) -> image::ImageResult<DynamicImage> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_PIXELS);
    limits.max_image_height = Some(MOST_PIXELS);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// JPEG knows no transparency: what shines through becomes white.
fn on_white(picture: DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return DynamicImage::ImageRgb8(picture.into_rgb8());
    }
    let mut ground = RgbaImage::from_pixel(picture.width(), picture.height(), Rgba([255; 4]));
    imageops::overlay(&mut ground, &picture.into_rgba8(), 0, 0);
    DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(ground).into_rgb8())
}
