//! What a column may be, with how much speaks for it, the best first.

/// One meaning of a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// A field name, with its number only where the meaning has one (`email2`
    /// for "Secondary email").
    pub field: &'static str,
    pub confidence: f64,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Claims {
    pub list: Vec<Claim>,
    /// The header is known, so that neither values nor position make it another
    /// thing: it is what the list says, or no field of a contact.
    pub known: bool,
    /// The column is part of something that other columns have to know of:
    /// `birth_year`.
    pub part: Option<&'static str>,
    /// The header is known but for its number: "Organization 2 - Name".
    pub counted: bool,
}

impl Claims {
    pub fn of(field: &'static str, confidence: f64) -> Claims {
        Claims {
            list: vec![Claim { field, confidence }],
            known: true,
            ..Claims::default()
        }
    }

    /// A known column that is no field.
    pub fn nothing() -> Claims {
        Claims {
            known: true,
            ..Claims::default()
        }
    }

    /// Whether nothing has been said yet.
    pub fn is_open(&self) -> bool {
        !self.known && self.list.is_empty()
    }

    pub fn best(&self) -> Option<&Claim> {
        self.list.first()
    }

    pub fn has(&self, field: &str) -> bool {
        self.list.iter().any(|claim| claim.field == field)
    }

    /// Puts `field` first, if it is among the claims.
    pub fn prefer(&mut self, field: &str) {
        if let Some(at) = self.list.iter().position(|claim| claim.field == field) {
            let claim = self.list.remove(at);
            self.list.insert(0, claim);
        }
    }

    pub fn propose(&mut self, field: &'static str, confidence: f64) {
        self.list = vec![Claim { field, confidence }];
    }
}

/// How sure each way of knowing is.
pub mod confidence {
    /// The column of an export that was recognized as a whole.
    pub const DIALECT: f64 = 0.98;
    /// A header of the vocabulary.
    pub const HEADER: f64 = 0.96;
    /// A meaning that only stands if no other column has it.
    pub const SPARE: f64 = 0.6;
    /// A header that the values agree with.
    pub const CONFIRMED: f64 = 0.99;
}
