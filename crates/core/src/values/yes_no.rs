pub fn parse(_text: &str) -> Option<bool> { todo!() }
pub fn opted_out(_text: &str) -> Option<bool> { todo!() }
