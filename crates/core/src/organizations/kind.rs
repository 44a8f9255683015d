//! What files call the kinds of organizations, in the languages of offices.

use super::types::OrganizationKind;
use crate::values::fold::fold;

const WORDS: [(OrganizationKind, &str); 3] = [
    (
        OrganizationKind::Account,
        "account accounts customer client kunde konto compte cliente cuenta conto klant conta לקוח клиент klient",
    ),
    (
        OrganizationKind::Agency,
        "agency agencies agentur agence agencia agenzia agentschap סוכנות агентство agencja",
    ),
    (
        OrganizationKind::Lead,
        "lead leads prospect interessent prospecto ליד מתעניין лид potencjalny",
    ),
];

impl OrganizationKind {
    /// The kind that a word means, in upper or lower case, with or without accents.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let wanted = fold(text);
        let means = |words: &str| words.split(' ').any(|word| fold(word) == wanted);
        let found = WORDS.iter().find(|(_, words)| means(words));
        found.map(|(kind, _)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_read_in_the_languages_of_offices() {
        for (text, kind) in [
            ("account", Some(OrganizationKind::Account)),
            ("AGENCY ", Some(OrganizationKind::Agency)),
            ("Interessent", Some(OrganizationKind::Lead)),
            ("סוכנות", Some(OrganizationKind::Agency)),
            ("Agéncia", Some(OrganizationKind::Agency)),
            ("school", None),
            ("", None),
        ] {
            assert_eq!(OrganizationKind::read(text), kind, "{text}");
        }
        for kind in OrganizationKind::ALL {
            assert_eq!(OrganizationKind::read(kind.name()), Some(kind));
        }
    }
}
