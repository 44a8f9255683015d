//! Contents of an encrypted workspace: XChaCha20-Poly1305 in pieces (the STREAM construction), so that a large one is read
//! from the beginning without being read whole, and one that was cut off, reordered or changed is noticed.
//!
//! ```text
//! 0..5    "Rstr" and 1, the version
//! 5..24   random, unlike for every content
//! 24..    pieces of 64 KiB, each with 16 bytes that prove it; the last one is marked as such
//! ```

use std::io::{self, Read, Write};

use chacha20poly1305::aead::stream::{DecryptorBE32, EncryptorBE32};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};

use crate::encryption::random;

const BEGIN: &[u8; 5] = b"Rstr\x01";
const NONCE: usize = 19;
const PIECE: usize = 64 * 1024;
const PROOF: usize = 16;

/// How long a content of a size is when it is sealed.
pub(super) fn length(size: u64) -> u64 {
    let pieces = size.div_ceil(PIECE as u64).max(1);
    let around = (BEGIN.len() + NONCE) as u64 + pieces.saturating_mul(PROOF as u64);
    size.saturating_add(around)
}

fn refused<E>(_: E) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the content was changed")
}

/// Seals what is written to it.
pub(super) struct Sealing<W: Write> {
    inner: W,
    cipher: EncryptorBE32<XChaCha20Poly1305>,
    piece: Vec<u8>,
}

impl<W: Write> Sealing<W> {
    pub fn new(mut inner: W, key: &[u8; 32]) -> io::Result<Self> {
        let mut nonce = [0; NONCE];
        random(&mut nonce)?;
        inner.write_all(BEGIN)?;
        inner.write_all(&nonce)?;
        let cipher = XChaCha20Poly1305::new(key.into());
        Ok(Self {
            inner,
            cipher: EncryptorBE32::from_aead(cipher, &nonce.into()),
            piece: Vec::with_capacity(PIECE + PROOF),
        })
    }

    /// Writes the last piece. Without it, the content is one that was cut off.
    pub fn finish(mut self) -> io::Result<()> {
        self.cipher
            .encrypt_last_in_place(&[], &mut self.piece)
            .map_err(refused)?;
        self.inner.write_all(&self.piece)?;
        self.inner.flush()
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full piece waits until more comes: it may be the last.
        if self.piece.len() == PIECE {
            self.cipher
                .encrypt_next_in_place(&[], &mut self.piece)
                .map_err(refused)?;
            self.inner.write_all(&self.piece)?;
            self.piece.clear();
        }
        let taken = bytes.len().min(PIECE - self.piece.len());
        self.piece.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// Reads what was sealed; fails with `InvalidData` where it is not what was written.
pub(super) struct Unsealing<R: Read> {
    inner: R,
    /// None behind the last piece.
    cipher: Option<DecryptorBE32<XChaCha20Poly1305>>,
    /// The beginning of the next piece, which tells whether this one is the last.
    ahead: Vec<u8>,
    piece: Vec<u8>,
    given: usize,
}

impl<R: Read> Unsealing<R> {
    pub fn new(mut inner: R, key: &[u8; 32]) -> io::Result<Self> {
        let mut begin = [0; BEGIN.len()];
        let mut nonce = [0; NONCE];
        inner
            .read_exact(&mut begin)
            .and_then(|()| inner.read_exact(&mut nonce))
            .map_err(refused)?;
        if &begin != BEGIN {
            return Err(refused(()));
        }
        let cipher = XChaCha20Poly1305::new(key.into());
        let mut reading = Self {
            inner,
            cipher: Some(DecryptorBE32::from_aead(cipher, &nonce.into())),
            ahead: Vec::new(),
            piece: Vec::new(),
            given: 0,
        };
        reading.ahead = reading.next_sealed()?;
        Ok(reading)
    }

    fn next_sealed(&mut self) -> io::Result<Vec<u8>> {
        let mut sealed = Vec::with_capacity(PIECE + PROOF);
        self.inner
            .by_ref()
            .take((PIECE + PROOF) as u64)
            .read_to_end(&mut sealed)?;
        Ok(sealed)
    }

    fn turn(&mut self) -> io::Result<()> {
        let Some(mut cipher) = self.cipher.take() else {
            return Ok(());
        };
        let following = self.next_sealed()?;
        self.piece = std::mem::replace(&mut self.ahead, following);
        self.given = 0;
        if self.ahead.is_empty() {
            return cipher
                .decrypt_last_in_place(&[], &mut self.piece)
                .map_err(refused);
        }
        cipher
            .decrypt_next_in_place(&[], &mut self.piece)
            .map_err(refused)?;
        self.cipher = Some(cipher);
        Ok(())
    }
}

impl<R: Read> Read for Unsealing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.piece.len() {
            self.piece.clear();
            self.given = 0;
            self.turn()?;
        }
        let taken = buffer.len().min(self.piece.len() - self.given);
        buffer[..taken].copy_from_slice(&self.piece[self.given..self.given + taken]);
        self.given += taken;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: [u8; 32] = [7; 32];

    fn seal(bytes: &[u8]) -> Vec<u8> {
        let mut sealed = Vec::new();
        let mut sealing = Sealing::new(&mut sealed, &KEY).unwrap();
        sealing.write_all(bytes).unwrap();
        sealing.finish().unwrap();
        sealed
    }

    fn unseal(sealed: &[u8]) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        Unsealing::new(sealed, &KEY)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    #[test]
    fn what_was_sealed_comes_back_whatever_its_length() {
        for size in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 5] {
            let bytes: Vec<u8> = (0..size).map(|n| n as u8).collect();
            let sealed = seal(&bytes);
            assert_eq!(sealed.len() as u64, length(size as u64));
            assert_eq!(unseal(&sealed).unwrap(), bytes);
            assert_ne!(sealed, seal(&bytes), "never the same twice");
        }
    }

    #[test]
    fn a_piece_that_was_changed_moved_or_cut_off_is_noticed() {
        let bytes = vec![1; 3 * PIECE + 5];
        let sealed = seal(&bytes);
        let whole = PIECE + PROOF;
        let begin = BEGIN.len() + NONCE;
        let mut changed = sealed.clone();
        changed[begin + 100] ^= 1;
        let mut moved = sealed.clone();
        let (one, other) = moved[begin..begin + 2 * whole].split_at_mut(whole);
        one.swap_with_slice(other);
        let wrong = [
            changed,
            moved,
            sealed[..begin + 2 * whole].to_vec(),
            sealed[..begin].to_vec(),
            vec![],
        ];
        for wrong in wrong {
            assert_eq!(
                unseal(&wrong).unwrap_err().kind(),
                io::ErrorKind::InvalidData
            );
        }
        assert!(
            Unsealing::new(sealed.as_slice(), &[8; 32])
                .unwrap()
                .read(&mut [0; 9])
                .is_err()
        );
    }
}
