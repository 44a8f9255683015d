//! Time zones by their names in the IANA database, such as `Asia/Jerusalem`.

use chrono_tz::Tz;

/// The zone's name as the database writes it, whatever the case it was typed in.
pub fn name_of(text: &str) -> Option<&'static str> {
    let typed = text.trim().replace(' ', "_");
    Tz::from_str_insensitive(&typed).ok().map(Tz::name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_known_by_their_names() {
        assert_eq!(name_of("Asia/Jerusalem"), Some("Asia/Jerusalem"));
        assert_eq!(name_of(" america/new york "), Some("America/New_York"));
        assert_eq!(name_of("Nowhere/Land"), None);
        assert_eq!(name_of(""), None);
    }
}
