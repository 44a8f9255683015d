//! How a contact wants to be written to (R10): the words for channels and frequencies, as people and files write them.

/// What each channel and frequency is called beside its own name.
const CHANNELS: &[(&str, &[&str])] = &[
    ("email", &["mail address"]),
    ("phone", &["telephone", "call", "calls"]),
    ("sms", &["text", "text message"]),
    ("messaging", &["messenger", "chat"]),
    ("post", &["mail", "letter", "letters", "postal mail"]),
];
const FREQUENCIES: &[(&str, &[&str])] = &[("daily", &[]), ("weekly", &[]), ("monthly", &[])];

fn choices(field: &str) -> Option<&'static [(&'static str, &'static [&'static str])]> {
    match field {
        "preferred_channel" => Some(CHANNELS),
        "contact_frequency" => Some(FREQUENCIES),
        _ => None,
    }
}

/// What is kept for a text in a field that is a choice; `None` for other fields.
pub(crate) fn read_choice(field: &str, text: &str) -> Option<Result<&'static str, String>> {
    let choices = choices(field)?;
    let plain = |text: &str| text.to_lowercase().replace(['-', '_', ' '], "");
    let found = choices.iter().find(|(name, others)| {
        plain(text) == *name || others.iter().any(|other| plain(other) == plain(text))
    });
    Some(found.map(|(name, _)| *name).ok_or_else(|| {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        names.join(", ")
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_and_frequencies_are_understood_in_the_words_of_offices() {
        for (field, text, kept) in [
            ("preferred_channel", "E-mail", "email"),
            ("preferred_channel", "Text message", "sms"),
            ("preferred_channel", "post", "post"),
            ("contact_frequency", "Weekly", "weekly"),
        ] {
            assert_eq!(read_choice(field, text), Some(Ok(kept)));
        }
        let refused = read_choice("contact_frequency", "hourly");
        assert_eq!(refused, Some(Err("daily, weekly, monthly".into())));
        assert_eq!(read_choice("notes", "weekly"), None);
    }
}
