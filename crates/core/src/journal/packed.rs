//! Many deleted rows in one journal entry: columns and rows as JSON, deflated.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde_json::Value;

use crate::error::{Error, Result};

type Packed = (Vec<String>, Vec<Vec<Value>>);

/// `rows` is a JSON array of arrays in the order of `columns`.
pub(super) fn pack(columns: &[String], rows: &str) -> Result<Vec<u8>> {
    let columns = Value::from(columns.to_vec()).to_string();
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(format!("[{columns},{rows}]").as_bytes())?;
    Ok(encoder.finish()?)
}

pub(crate) fn unpack(payload: &[u8]) -> Result<Packed> {
    let mut text = String::new();
    DeflateDecoder::new(payload).read_to_string(&mut text)?;
    serde_json::from_str(&text).map_err(|e| Error::DamagedWorkspace {
        detail: format!("a journal entry: {e}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        let columns = vec!["id".to_owned(), "name".to_owned()];
        let payload = pack(&columns, r#"[[1,"Łódź"],[2,null]]"#).unwrap();
        let (back, rows) = unpack(&payload).unwrap();
        assert_eq!(back, columns);
        assert_eq!(
            rows,
            vec![vec![1.into(), "Łódź".into()], vec![2.into(), Value::Null]]
        );
        assert!(unpack(b"rubbish").is_err());
    }
}
