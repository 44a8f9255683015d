#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    /// `" noa"` (a word that starts so) or `"501234567"` (digits anywhere).
    pub pattern: String,
}
pub fn fold(_text: &str) -> String { todo!() }
pub fn fold_into(_text: &str, _out: &mut String) { todo!() }
pub fn query(_text: &str) -> Vec<Needle> { todo!() }
pub fn phone_digits_into(_e164: &str, _typed: &str, _out: &mut String) { todo!() }
