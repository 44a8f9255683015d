//! The stages of a contact's lifecycle as `category/stage`, by the words that people write for them.

use super::fold::fold;

/// Every stage (PRODUCT.md, "lifecycle").
pub const STAGES: [&str; 15] = [
    "lead/cold",
    "lead/warm",
    "lead/hot",
    "lead/qualified",
    "lead/converted",
    "customer/new",
    "customer/active",
    "customer/vip",
    "customer/at_risk",
    "customer/former",
    "business/partner",
    "business/vendor",
    "business/employee",
    "business/investor",
    "business/media",
];

/// The stage that a text names: its code, its words with or without the category ("Customer, at risk", "vendor").
/// A category alone is no stage.
pub fn code_of(text: &str) -> Option<&'static str> {
    let words = fold(&text.replace(['/', '_', '-', ',', ':', '>'], " "));
    STAGES.into_iter().find(|code| {
        let (category, stage) = code.split_once('/').unwrap_or_default();
        let stage = stage.replace('_', " ");
        words == stage
            || words == format!("{category} {stage}")
            || words == format!("{stage} {category}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_are_known_by_code_and_by_words() {
        for (text, code) in [
            ("customer/active", Some("customer/active")),
            ("Customer – At Risk", Some("customer/at_risk")),
            ("Customer: at risk", Some("customer/at_risk")),
            ("VIP", Some("customer/vip")),
            ("hot lead", Some("lead/hot")),
            ("business > media", Some("business/media")),
            ("customer", None),
            ("", None),
        ] {
            assert_eq!(code_of(text), code, "{text}");
        }
    }
}
