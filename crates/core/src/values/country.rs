pub fn code_of(_text: &str) -> Option<&'static str> { todo!() }
pub fn name_of(_code: &str, _lang: &str) -> Option<&'static str> { todo!() }
