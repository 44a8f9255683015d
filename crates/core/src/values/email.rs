#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email { pub normalized: String, pub value: String, pub display_name: Option<String> }
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailProblem { MissingAt, MissingDomain, MissingLocal, BadDomain, BadCharacter, SeveralAddresses, TooLong }
impl EmailProblem {
    pub fn code(self) -> &'static str { todo!() }
    pub fn hint(self) -> &'static str { todo!() }
}
pub fn parse(_raw: &str) -> Result<Email, EmailProblem> { todo!() }
