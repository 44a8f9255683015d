pub fn list(_cell: &str) -> Vec<&str> { todo!() }
