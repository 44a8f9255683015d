//! A contact's picture: read from any common file, scaled down, and kept by the hash of its bytes, so that the journal
//! records a change of it without copying the picture.

use std::fs::File;
use std::io::Read;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::edit::settle;
use super::types::{ContactChanged, Photo, PhotoSet};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::pictures::{self, Problem};
use crate::workspace::Workspace;

/// Width and height of what is kept: sharp at twice the size at which it is shown.
const KEPT_PIXELS: u32 = 320;

fn refused(message: &str) -> Error {
    Error::field("photo", message)
}

/// Gives a contact the picture in a file, or takes its picture away.
///
/// # Errors
/// `NotFound`; `Invalid` when the file is no picture, or too large; `Io`.
pub async fn set_photo(ws: &Workspace, input: &PhotoSet) -> Result<ContactChanged> {
    let photo = match &input.path {
        Some(path) => {
            let path = path.clone();
            Some(on_its_own_thread(move || scale(File::open(path)?)).await?)
        }
        None => None,
    };
    let mut change = Change::begin(ws, Operation::ContactPhotoSet).await?;
    let hash = photo.as_deref().map(hash);
    if let (Some(hash), Some(bytes)) = (&hash, photo) {
        sqlx::query("INSERT OR IGNORE INTO photos (hash, bytes) VALUES (?, ?)")
            .bind(hash)
            .bind(bytes)
            .execute(&mut *change)
            .await?;
    }
    let done = sqlx::query("UPDATE contacts SET photo = ? WHERE id = ?")
        .bind(hash)
        .bind(input.id)
        .execute(&mut *change)
        .await?;
    if done.rows_affected() == 0 {
        return Err(Error::not_found("contact", input.id));
    }
    settle(change, input.id, Vec::new()).await
}

/// A picture by its hash, ready for the window.
pub async fn photo(ws: &Workspace, hash: &str) -> Result<Photo> {
    let bytes: Option<Vec<u8>> = sqlx::query_scalar("SELECT bytes FROM photos WHERE hash = ?")
        .bind(hash)
        .fetch_optional(&mut *ws.read().await?)
        .await?;
    let bytes = bytes.ok_or_else(|| Error::not_found("photo", hash))?;
    // A picture from a card is kept as it came, whatever it is.
    let bytes = on_its_own_thread(move || scale(bytes.as_slice())).await?;
    Ok(Photo {
        data: format!("data:image/jpeg;base64,{}", STANDARD.encode(bytes)),
    })
}

/// What a picture is kept and named by.
pub(crate) fn hash(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// Reading and scaling take a moment, and a hostile file may break the decoder: both stay on a thread of their own.
async fn on_its_own_thread(
    read: impl FnOnce() -> Result<Vec<u8>> + Send + 'static,
) -> Result<Vec<u8>> {
    let scaled = tokio::task::spawn_blocking(read).await;
    scaled.map_err(|_| refused("This picture can't be read."))?
}

fn scale(picture: impl Read) -> Result<Vec<u8>> {
    pictures::scaled(picture, KEPT_PIXELS).map_err(|problem| match problem {
        Problem::TooLarge => refused("This file is too large for a picture."),
        Problem::NoPicture => refused(
            "This is no picture that Roster can read. Choose a JPEG, PNG, WebP, GIF or BMP.",
        ),
        Problem::Io(error) => error.into(),
    })
}

#[cfg(test)]
mod tests {
    use image::{Rgba, RgbaImage};

    use std::path::Path;

    use super::*;
    use crate::contacts;
    use crate::testing::{Temp, workspace};

    fn picture(folder: &Path, name: &str, width: u32) -> String {
        let path = folder.join(name);
        let pixels = RgbaImage::from_fn(width, 40, |x, y| Rgba([x as u8, y as u8, 90, 128]));
        pixels.save(&path).unwrap();
        path.display().to_string()
    }

    async fn set(temp: &Temp, id: i64, path: Option<String>) -> Result<ContactChanged> {
        set_photo(&temp.ws, &PhotoSet { id, path }).await
    }

    #[tokio::test]
    async fn a_picture_is_scaled_kept_once_and_comes_back_with_undo() {
        let temp = workspace().await;
        let folder = tempfile::tempdir().unwrap();
        let id = temp.create(&[("first_name", "Mia")]).await;
        let path = picture(folder.path(), "mia.png", 1000);
        let changed = set(&temp, id, Some(path.clone())).await.unwrap();
        let hash = changed.contact.photo.unwrap();
        let shown = photo(&temp.ws, &hash).await.unwrap().data;
        let bytes = STANDARD
            .decode(shown.strip_prefix("data:image/jpeg;base64,").unwrap())
            .unwrap();
        let read = image::load_from_memory(&bytes).unwrap();
        assert_eq!((read.width(), read.height()), (320, 13));
        let other = temp.create(&[("first_name", "Dan")]).await;
        set(&temp, other, Some(path.clone())).await.unwrap();
        let mut conn = temp.ws.read().await.unwrap();
        let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM photos")
            .fetch_one(&mut *conn)
            .await
            .unwrap();
        let journal: i64 = sqlx::query_scalar(
            "SELECT max(length(coalesce(before, '')) + length(coalesce(after, ''))) FROM journal WHERE \"table\" = 'contacts' AND operation = 'update'",
        )
        .fetch_one(&mut *conn)
        .await
        .unwrap();
        drop(conn);
        assert_eq!(kept, 1);
        assert!(journal < 300, "{journal}");
        assert_eq!(set(&temp, other, Some(path)).await.unwrap().batch, None);
        let gone = set(&temp, id, None).await.unwrap();
        assert_eq!(gone.contact.photo, None);
        temp.undo().await;
        let back = contacts::get(&temp.ws, id).await.unwrap();
        assert_eq!(back.photo, Some(hash));
    }

    #[tokio::test]
    async fn what_is_no_picture_is_refused_and_changes_nothing() {
        let temp = workspace().await;
        let folder = tempfile::tempdir().unwrap();
        let id = temp.create(&[("first_name", "Mia")]).await;
        let before = temp.dump().await;
        let text = folder.path().join("notes.jpg");
        std::fs::write(&text, "no picture").unwrap();
        // The head of a PNG that claims to be 60,000 pixels wide and high.
        let bomb = folder.path().join("bomb.png");
        let whole = std::fs::read(picture(folder.path(), "small.png", 8)).unwrap();
        let mut huge = whole.clone();
        huge[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
        std::fs::write(&bomb, huge).unwrap();
        let cut = folder.path().join("cut.png");
        std::fs::write(&cut, &whole[..whole.len() / 2]).unwrap();
        for path in [text, bomb, cut] {
            let refused = set(&temp, id, Some(path.display().to_string())).await;
            assert!(
                matches!(refused, Err(Error::Invalid { .. })),
                "{}",
                path.display()
            );
        }
        let missing = folder.path().join("gone.jpg").display().to_string();
        assert!(matches!(
            set(&temp, id, Some(missing)).await,
            Err(Error::Io(_))
        ));
        let nobody = picture(folder.path(), "ok.png", 8);
        assert!(matches!(
            set(&temp, 99, Some(nobody)).await,
            Err(Error::NotFound { .. })
        ));
        assert_eq!(temp.dump().await, before);
    }
}
