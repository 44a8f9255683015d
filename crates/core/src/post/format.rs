//! How each country orders the parts of an address (`countries.tsv`).

use std::collections::HashMap;
use std::sync::LazyLock;

const COUNTRIES: &str = include_str!("countries.tsv");
/// Where the country is unknown.
const ANYWHERE: &str = "%N|%O|%A|%Z %C|%S";

static FORMATS: LazyLock<HashMap<&'static str, Format>> = LazyLock::new(read);

struct Format {
    own: &'static str,
    latin: &'static str,
}

fn read() -> HashMap<&'static str, Format> {
    let rows = COUNTRIES.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| {
        let mut cells = line.split('\t');
        let (code, own) = (cells.next()?, cells.next()?);
        let latin = cells.next().unwrap_or(own);
        Some((code, Format { own, latin }))
    })
    .collect()
}

/// The parts of a letter's address; each may be empty, and may have several lines.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub name: String,
    pub organization: String,
    pub street: String,
    pub city: String,
    pub region: String,
    pub postcode: String,
}

impl Parts {
    fn get(&self, key: char) -> &str {
        match key {
            'N' => &self.name,
            'O' => &self.organization,
            'A' => &self.street,
            'C' => &self.city,
            'S' => &self.region,
            'Z' => &self.postcode,
            _ => "",
        }
    }

    /// Whether the address is in Latin letters, as some countries are written otherwise then.
    fn is_latin(&self) -> bool {
        let mut letters = self
            .street
            .chars()
            .chain(self.city.chars())
            .filter(|c| c.is_alphabetic());
        letters.all(|c| c < '\u{250}')
    }

    /// The lines from top to bottom, without empty ones.
    pub fn lines(&self, country: Option<&str>) -> Vec<String> {
        let format = match country.and_then(|code| FORMATS.get(code)) {
            Some(format) if self.is_latin() => format.latin,
            Some(format) => format.own,
            None => ANYWHERE,
        };
        let lines = format.split('|').map(|line| self.line(line));
        lines
            .flat_map(|line| {
                line.lines()
                    .map(|l| l.trim().to_owned())
                    .collect::<Vec<_>>()
            })
            .filter(|line| !line.is_empty())
            .collect()
    }

    /// One line. What stands before a part is written with it, a separator only where something is before it.
    fn line(&self, format: &str) -> String {
        let mut line = String::new();
        let mut pieces = format.split('%');
        let mut before = pieces.next().unwrap_or_default();
        for piece in pieces {
            let mut rest = piece.chars();
            let value = rest.next().map_or("", |key| self.get(key));
            if !value.is_empty() {
                let is_separator = before.starts_with([' ', ',', '-', '/']);
                if !(is_separator && line.is_empty()) {
                    line.push_str(before);
                }
                line.push_str(value);
            }
            before = rest.as_str();
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        Parts {
            name: "Ada Reed".into(),
            organization: "Acme".into(),
            street: "1 Main St\nFloor 2".into(),
            city: "Springfield".into(),
            region: "IL".into(),
            postcode: "62701".into(),
        }
    }

    #[test]
    fn each_country_has_its_order() {
        let told = |country| parts().lines(country).join(" / ");
        assert_eq!(
            told(Some("US")),
            "Ada Reed / Acme / 1 Main St / Floor 2 / Springfield, IL 62701"
        );
        assert_eq!(
            told(Some("DE")),
            "Ada Reed / Acme / 1 Main St / Floor 2 / 62701 Springfield"
        );
        assert_eq!(
            told(Some("FR")),
            "Acme / Ada Reed / 1 Main St / Floor 2 / 62701 Springfield"
        );
        assert_eq!(
            told(Some("GB")),
            "Ada Reed / Acme / 1 Main St / Floor 2 / Springfield / 62701"
        );
        assert_eq!(
            told(None),
            "Ada Reed / Acme / 1 Main St / Floor 2 / 62701 Springfield / IL"
        );
    }

    #[test]
    fn a_missing_part_takes_its_separator_along() {
        let told = |change: &dyn Fn(&mut Parts)| {
            let mut parts = parts();
            change(&mut parts);
            parts.lines(Some("US")).pop().unwrap_or_default()
        };
        assert_eq!(told(&|p| p.region.clear()), "Springfield 62701");
        assert_eq!(told(&|p| p.city.clear()), "IL 62701");
        assert_eq!(told(&|p| p.postcode.clear()), "Springfield, IL");
        assert_eq!(
            told(&|p| (p.city.clear(), p.region.clear(), p.postcode.clear()).0),
            "Floor 2"
        );
    }

    #[test]
    fn japan_is_written_from_above_in_its_script_only() {
        let own = Parts {
            name: "山田 太郎".into(),
            street: "千代田1-1".into(),
            city: "千代田区".into(),
            region: "東京都".into(),
            postcode: "100-0001".into(),
            ..Parts::default()
        };
        assert_eq!(
            own.lines(Some("JP")),
            ["〒100-0001", "東京都千代田区千代田1-1", "山田 太郎"]
        );
        assert_eq!(parts().lines(Some("JP"))[0], "Ada Reed");
    }

    #[test]
    fn no_country_drops_a_name_a_street_a_city_or_a_postcode() {
        for (code, format) in FORMATS.iter() {
            for (text, kind) in [(format.own, "own"), (format.latin, "latin")] {
                for part in ["%N", "%O", "%A", "%C", "%Z"] {
                    assert_eq!(text.matches(part).count(), 1, "{part} of {code}, {kind}");
                }
            }
        }
    }
}
