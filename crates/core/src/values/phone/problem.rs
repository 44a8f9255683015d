//! Why a text is no phone number, in a code for programs and a hint for people.

use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, ParseError, PhoneNumber, ValidationError,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PhoneProblem {
    TooShort,
    TooLong,
    NotANumber,
    /// A national form, and no country is known.
    UnknownCountry,
    /// `4.41E+11`: the spreadsheet has lost digits.
    Damaged,
    /// No such number can exist in the country.
    NotValid,
}

impl PhoneProblem {
    pub fn code(self) -> &'static str {
        match self {
            Self::TooShort => "phone_too_short",
            Self::TooLong => "phone_too_long",
            Self::NotANumber => "phone_not_a_number",
            Self::UnknownCountry => "phone_unknown_country",
            Self::Damaged => "phone_damaged",
            Self::NotValid => "phone_not_valid",
        }
    }

    /// What to do, for the hint column of the rejected rows.
    pub fn hint(self) -> &'static str {
        match self {
            Self::TooShort => "Digits are missing: write the number with its area code.",
            Self::TooLong => "Too many digits for one number: write one number in each cell.",
            Self::NotANumber => "Write a phone number, as in +44 161 496 0123.",
            Self::UnknownCountry => {
                "Write the number with its country code, as in +44 161 496 0123, or choose a default country."
            }
            Self::Damaged => {
                "The spreadsheet has lost digits: format the column as text and type the number again."
            }
            Self::NotValid => {
                "No such number exists in its country: check the digits and the country."
            }
        }
    }
}

pub fn of_parsing(error: &ParseError) -> PhoneProblem {
    match error {
        ParseError::TooShortNsn | ParseError::TooShortAfterIdd => PhoneProblem::TooShort,
        ParseError::TooLongNsn => PhoneProblem::TooLong,
        ParseError::InvalidCountryCode => PhoneProblem::NotValid,
        ParseError::NotANumber(_) => PhoneProblem::NotANumber,
    }
}

/// What is wrong with the length of a number.
pub fn of_length(number: &PhoneNumber) -> Result<(), PhoneProblem> {
    match PHONE_NUMBER_UTIL.is_possible_number_with_reason(number) {
        Ok(NumberLengthType::IsPossible) => Ok(()),
        Ok(NumberLengthType::IsPossibleLocalOnly) | Err(ValidationError::TooShort) => {
            Err(PhoneProblem::TooShort)
        }
        Err(ValidationError::TooLong) => Err(PhoneProblem::TooLong),
        Err(_) => Err(PhoneProblem::NotValid),
    }
}
