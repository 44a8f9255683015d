//! Days as cards write them: `1985-03-09`, `19850309`, with a time, and without a year in two ways.

use super::property::Property;

/// `YYYY-MM-DD`, `--MM-DD`, or the text as it stood.
pub(super) fn day_of(property: &Property) -> String {
    let text = property.plain();
    let omitted = property.param("X-APPLE-OMIT-YEAR").next();
    match day(&text) {
        // Apple writes a birthday without its year as one of 1604.
        Some((Some(year), month, day)) if omitted != Some(year) => format!("{year}-{month}-{day}"),
        Some((_, month, day)) => format!("--{month}-{day}"),
        None => text,
    }
}

/// Year, month and day, each as its digits.
fn day(text: &str) -> Option<(Option<&str>, &str, &str)> {
    let date = text.split(['T', ' ']).next()?;
    let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if let Some(rest) = date.strip_prefix("--") {
        let (month, day) = (rest.get(..2)?, rest.get(rest.len().checked_sub(2)?..)?);
        let whole = matches!(rest.len(), 4 | 5) && is_digits(month) && is_digits(day);
        return whole.then_some((None, month, day));
    }
    let (year, month, day) = match date.len() {
        8 if is_digits(date) => (&date[..4], &date[4..6], &date[6..]),
        10 if date.is_ascii() && &date[4..5] == "-" && &date[7..8] == "-" => {
            (&date[..4], &date[5..7], &date[8..])
        }
        _ => return None,
    };
    [year, month, day]
        .into_iter()
        .all(is_digits)
        .then_some((Some(year), month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        day_of(&Property::text("BDAY", text))
    }

    #[test]
    fn days_come_in_one_form() {
        assert_eq!(read("19850309"), "1985-03-09");
        assert_eq!(read("1985-03-09"), "1985-03-09");
        assert_eq!(read("1985-03-09T23:10:00Z"), "1985-03-09");
        assert_eq!(read("--0309"), "--03-09");
        assert_eq!(read("--03-09"), "--03-09");
        assert_eq!(read("circa 1800"), "circa 1800");
        assert_eq!(read("--é3"), "--é3");
        let apple = Property::text("BDAY", "1604-03-09").with("X-APPLE-OMIT-YEAR", &["1604"]);
        assert_eq!(day_of(&apple), "--03-09");
    }
}
