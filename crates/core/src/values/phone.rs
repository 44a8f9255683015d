//! Phone numbers: from what stands in a cell to E.164, with what spreadsheets do
//! to numbers repaired where that is certain. The numbering plans are
//! libphonenumber's; what is added here is the order in which countries are
//! tried, and the damage. Several numbers in one cell are split by the caller.

mod cell;
mod problem;

use super::country;
use cell::Cell;
pub use problem::PhoneProblem;
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, Region};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    pub e164: String,
    /// To show: as typed, or repaired.
    pub value: String,
    pub repair: Option<Repair>,
    pub extension: Option<String>,
    /// Of a form that its country uses, but in no range that the numbering plan
    /// gives out: a new range, an example, or a mistake.
    pub doubtful: bool,
}

/// What a spreadsheet had done to the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Repair {
    /// `501234567` for `0501234567`.
    LostZero,
    /// `5.01234567E+8`.
    Exponent,
    /// `501234567.0`.
    TrailingZero,
}

impl Repair {
    pub fn code(self) -> &'static str {
        match self {
            Self::LostZero => "lost_zero",
            Self::Exponent => "exponent",
            Self::TrailingZero => "trailing_zero",
        }
    }
}

/// With no country known, fewer bare digits are taken for a national number:
/// ten digits are as often American as they are international without the `+`.
const SHORTEST_BARE_INTERNATIONAL: usize = 11;

/// Shorter national numbers (seven digits) are believed only if the plan has them.
const SMALLEST_DOUBTFUL: u64 = 1_000_000;

/// Understands one number: by the country of its row, then by the default
/// country, then as an international number. Countries are ISO codes or names.
/// The first reading that the numbering plans know wins; where none does, the
/// first of a possible form is taken, as doubtful. What is possible in the row's
/// country is not given to the default country, where it may be a number too.
pub fn parse(
    raw: &str,
    row_country: Option<&str>,
    default_country: Option<&str>,
) -> Result<Phone, PhoneProblem> {
    let cell = Cell::read(raw)?;
    let row = row_country.and_then(region);
    let default = default_country.and_then(region).filter(|d| Some(*d) != row);
    let mut doubtful: Option<(Found, Option<Region>)> = None;
    let mut problem = None;
    for reading in readings(&cell, [row, default]) {
        let of_another = |(_, region): &mut (Found, Option<Region>)| {
            reading.region.is_some() && *region != reading.region
        };
        match reading.judge(&cell) {
            Ok(found) if !found.doubtful => {
                let own = doubtful.take_if(of_another).map(|(found, _)| found);
                return Ok(own.unwrap_or(found).phone(raw, &cell));
            }
            _ if reading.is_a_guess(&cell) => {}
            Ok(found) => doubtful = doubtful.or(Some((found, reading.region))),
            Err(why) => problem = problem.or(Some(why)),
        }
    }
    doubtful
        .map(|(found, _)| found.phone(raw, &cell))
        .ok_or(problem.unwrap_or(cell.without_country()))
}

/// The ISO code of the country that an E.164 number belongs to.
pub fn region_of(e164: &str) -> Option<String> {
    let number = PHONE_NUMBER_UTIL.parse(e164, None).ok()?;
    let region = PHONE_NUMBER_UTIL.get_region_for_number(&number)?;
    Some(region.to_string()).filter(|code| code.len() == 2)
}

/// Whether the numbering plan gives the number to mobiles, or to mobiles and fixed lines alike.
pub fn is_mobile(e164: &str) -> bool {
    use rlibphonenumber::PhoneNumberType::{FixedLineOrMobile, Mobile};
    let number = PHONE_NUMBER_UTIL.parse(e164, None);
    number.is_ok_and(|number| {
        let kind = PHONE_NUMBER_UTIL.get_number_type(&number);
        matches!(kind, Mobile | FixedLineOrMobile)
    })
}

/// `+972 50-123-4567`; what cannot be parsed stays as it is.
pub fn format_international(e164: &str) -> String {
    PHONE_NUMBER_UTIL.parse(e164, None).map_or_else(
        |_| e164.to_owned(),
        |number| {
            PHONE_NUMBER_UTIL
                .format(&number, PhoneNumberFormat::International)
                .into_owned()
        },
    )
}

/// One way to read a cell.
struct Reading {
    text: String,
    region: Option<Region>,
    /// A zero was put before the digits.
    with_zero: bool,
}

struct Found {
    number: PhoneNumber,
    lost_zero: bool,
    doubtful: bool,
}

impl Found {
    fn phone(self, raw: &str, cell: &Cell) -> Phone {
        let e164 = PHONE_NUMBER_UTIL
            .format(&self.number, PhoneNumberFormat::E164)
            .into_owned();
        let repair = cell.repair.or(self.lost_zero.then_some(Repair::LostZero));
        let value = match repair {
            None => raw.trim().to_owned(),
            Some(_) if self.lost_zero => format!("0{}", cell.text),
            Some(_) => cell.text.clone(),
        };
        Phone {
            e164,
            value,
            repair,
            extension: self.number.extension.filter(|x| !x.is_empty()),
            doubtful: self.doubtful,
        }
    }
}

fn region(country: &str) -> Option<Region> {
    let known = |code: &str| {
        let region = Region::from_code(code).ok()?;
        PHONE_NUMBER_UTIL.get_country_code_for_region(region)?;
        Some(region)
    };
    let country = country.trim();
    known(country).or_else(|| known(country::code_of(country)?))
}

/// The ways to read a cell, the likeliest first.
fn readings(cell: &Cell, regions: [Option<Region>; 2]) -> Vec<Reading> {
    let text = &cell.text;
    let reading = |text: String, region, with_zero| Reading {
        text,
        region,
        with_zero,
    };
    if text.starts_with('+') {
        return vec![reading(text.clone(), None, false)];
    }
    let mut readings = Vec::with_capacity(5);
    for region in regions.into_iter().flatten() {
        readings.push(reading(text.clone(), Some(region), false));
        if cell.is_bare_digits() && !text.starts_with('0') {
            // In Italy and a few other countries the zero belongs to the number.
            readings.push(reading(format!("0{text}"), Some(region), true));
        }
    }
    if let Some(number) = text.strip_prefix("00") {
        readings.push(reading(format!("+{number}"), None, false));
    } else if cell.digits >= SHORTEST_BARE_INTERNATIONAL && !text.starts_with('0') {
        readings.push(reading(format!("+{text}"), None, false));
    }
    readings
}

impl Reading {
    /// Bare digits tried with a `+`: nothing but the plan can confirm that.
    fn is_a_guess(&self, cell: &Cell) -> bool {
        self.region.is_none() && !cell.text.starts_with(['+', '0'])
    }

    fn judge(&self, cell: &Cell) -> Result<Found, PhoneProblem> {
        let number = PHONE_NUMBER_UTIL
            .parse(&self.text, self.region)
            .map_err(|error| problem::of_parsing(&error))?;
        let doubtful = !PHONE_NUMBER_UTIL.is_valid_number(&number);
        if doubtful {
            self.possible(&number, cell)?;
        }
        let bare = self.region.is_some() && cell.is_bare_digits() && !cell.text.starts_with('0');
        let lost_zero = self.with_zero
            || (bare && !carries_country_code(&number, cell) && dials_zero_first(&number));
        Ok(Found {
            number,
            lost_zero,
            doubtful,
        })
    }

    /// Whether a number outside the plan has a form that its country uses: its
    /// length, and a leading zero only where one is dialled.
    fn possible(&self, number: &PhoneNumber, cell: &Cell) -> Result<(), PhoneProblem> {
        problem::of_length(number)?;
        let zero_of_nowhere = number.italian_leading_zero() || self.with_zero;
        let stray_zero =
            self.region.is_some() && cell.text.starts_with('0') && !dials_zero_first(number);
        if zero_of_nowhere || stray_zero || number.national_number < SMALLEST_DOUBTFUL {
            return Err(PhoneProblem::NotValid);
        }
        Ok(())
    }
}

/// Whether the number is dialled with a zero within its country. Asked of the
/// number, since in China, for one, only fixed lines are.
fn dials_zero_first(number: &PhoneNumber) -> bool {
    let national = PHONE_NUMBER_UTIL.format(number, PhoneNumberFormat::National);
    national.chars().find(char::is_ascii_digit) == Some('0')
}

/// Whether the digits began with the country code and only the `+` was lost.
fn carries_country_code(number: &PhoneNumber, cell: &Cell) -> bool {
    let e164 = PHONE_NUMBER_UTIL.format(number, PhoneNumberFormat::E164);
    e164.trim_start_matches('+') == cell.text
}

#[cfg(test)]
mod tests;
