use serde::{Deserialize, Serialize};
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Order { Dmy, Mdy, Ymd }
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date { pub year: Option<i32>, pub month: u8, pub day: u8 }
impl std::fmt::Display for Date { fn fmt(&self, _f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { todo!() } }
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading { Date(Date), Empty, Invalid }
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrderGuess { Certain(Order), Ambiguous { samples: Vec<(String, Date, Date)> }, NotDates }
pub fn parse(_text: &str, _order: Order) -> Reading { todo!() }
pub fn detect<'a>(_samples: impl Iterator<Item = &'a str>) -> OrderGuess { todo!() }
pub fn default_order(_country: Option<&str>) -> Order { todo!() }
