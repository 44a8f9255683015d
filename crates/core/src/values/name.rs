#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NameParts<'a> { pub prefix: Option<&'a str>, pub first: Option<&'a str>, pub middle: Option<&'a str>, pub last: Option<&'a str>, pub suffix: Option<&'a str>, pub nickname: Option<&'a str>, pub full: Option<&'a str> }
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct NameKey(String);
pub fn display(_parts: &NameParts) -> Option<String> { todo!() }
pub fn sort_key(_display: &str) -> Vec<u8> { todo!() }
pub fn key(_parts: &NameParts) -> NameKey { todo!() }
pub fn clearly_different(_a: &NameKey, _b: &NameKey) -> bool { todo!() }
