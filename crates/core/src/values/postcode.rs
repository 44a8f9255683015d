pub fn repair(_raw: &str, _country: Option<&str>) -> Option<String> { todo!() }
