//! Bytes of a card as text: by the CHARSET that a property of vCard 2.1 declares, else by what the file turns out to be.
//!
//! A file may mix both, so each value is decoded by itself. What no value declares is learnt in a first pass.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use crate::text::encoding;

/// How much a guess is made from; the detector is slow and learns nothing from more.
const SAMPLE: usize = 64 * 1024;

/// How values are decoded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Charset {
    /// For values that declare nothing and are not UTF-8.
    pub otherwise: &'static Encoding,
    /// The user said so: it holds for values that could be UTF-8 as well.
    pub decided: bool,
}

impl Default for Charset {
    fn default() -> Self {
        Self {
            otherwise: UTF_8,
            decided: false,
        }
    }
}

impl Charset {
    pub fn decode(&self, bytes: &[u8], declared: Option<&str>) -> String {
        let declared = declared.and_then(|label| encoding::named(label).ok());
        let encoding = match declared {
            None if self.decided => self.otherwise,
            // Text of a code page of single bytes is practically never valid UTF-8: the declaration is wrong.
            Some(encoding)
                if encoding != UTF_8 && !(encoding.is_single_byte() && is_utf8(bytes)) =>
            {
                encoding
            }
            _ if is_utf8(bytes) => UTF_8,
            _ => self.otherwise,
        };
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    }
}

fn is_utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok()
}

/// What a first pass learns of the values that declare no character set.
pub(super) struct Survey {
    detector: EncodingDetector,
    fed: usize,
    valid: u64,
    invalid: u64,
    declared: Option<&'static Encoding>,
}

impl Default for Survey {
    fn default() -> Self {
        Self {
            detector: EncodingDetector::new(Iso2022JpDetection::Deny),
            fed: 0,
            valid: 0,
            invalid: 0,
            declared: None,
        }
    }
}

impl Survey {
    pub fn see(&mut self, bytes: &[u8], declared: Option<&str>) {
        if bytes.is_ascii() {
            return;
        }
        if let Some(encoding) = declared.and_then(|label| encoding::named(label).ok()) {
            self.declared.get_or_insert(encoding);
        } else if is_utf8(bytes) {
            self.valid += 1;
        } else {
            self.invalid += 1;
            if self.fed < SAMPLE {
                self.detector.feed(&bytes[..bytes.len().min(SAMPLE)], false);
                self.detector.feed(b"\n", false);
                self.fed += bytes.len();
            }
        }
    }

    /// How to decode, and the encoding to name to the user.
    pub fn outcome(mut self) -> (Charset, &'static Encoding) {
        // A few values that are no UTF-8 among many that are: they are damaged.
        if self.invalid == 0 || self.valid >= 20 * self.invalid {
            let named = self.declared.filter(|_| self.valid == 0);
            return (Charset::default(), named.unwrap_or(UTF_8));
        }
        self.detector.feed(b"", true);
        let otherwise = self.detector.guess(None, Utf8Detection::Deny);
        let charset = Charset {
            otherwise,
            decided: false,
        };
        (charset, otherwise)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declared_charset_holds_unless_it_is_plainly_wrong() {
        let charset = Charset::default();
        let (hebrew, ..) = encoding_rs::WINDOWS_1255.encode("נועה לוי");
        assert_eq!(charset.decode(&hebrew, Some("windows-1255")), "נועה לוי");
        assert_eq!(
            charset.decode("Jörg".as_bytes(), Some("ISO-8859-1")),
            "Jörg"
        );
        assert_eq!(charset.decode(b"J\xF6rg", Some("ISO-8859-1")), "Jörg");
        assert_eq!(charset.decode(b"\x94\x5C", Some("SHIFT_JIS")), "能");
        assert_eq!(charset.decode("Jörg".as_bytes(), Some("klingon")), "Jörg");
    }

    #[test]
    fn undeclared_values_are_decoded_by_what_the_file_is() {
        let mut survey = Survey::default();
        let text = "נועה לוי מירושלים, דוד כהן מתל אביב, שלום וברכה";
        let (hebrew, ..) = encoding_rs::WINDOWS_1255.encode(text);
        survey.see(&hebrew, None);
        let (charset, named) = survey.outcome();
        assert_eq!(named.name(), "windows-1255");
        assert_eq!(charset.decode(&hebrew, None), text);
        assert_eq!(charset.decode("Łódź".as_bytes(), None), "Łódź");
    }

    #[test]
    fn what_the_user_says_holds() {
        let charset = Charset {
            otherwise: encoding_rs::WINDOWS_1252,
            decided: true,
        };
        assert_eq!(charset.decode("é".as_bytes(), None), "Ã©");
    }
}
