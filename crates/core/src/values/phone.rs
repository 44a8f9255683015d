#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone { pub e164: String, pub value: String, pub repair: Option<Repair>, pub extension: Option<String> }
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair { LostZero, Exponent, TrailingZero }
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneProblem { TooShort, TooLong, NotANumber, UnknownCountry, Damaged, NotValid }
impl PhoneProblem {
    pub fn code(self) -> &'static str { todo!() }
    pub fn hint(self) -> &'static str { todo!() }
}
pub fn parse(_raw: &str, _row_country: Option<&str>, _default_country: Option<&str>) -> Result<Phone, PhoneProblem> { todo!() }
pub fn region_of(_e164: &str) -> Option<String> { todo!() }
pub fn format_international(_e164: &str) -> String { todo!() }
