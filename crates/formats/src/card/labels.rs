//! What is said of a property by others of its group: Apple's `item1.X-ABLabel` and `item1.X-ABADR`.

use std::collections::HashMap;

use super::exact;
use super::model::Other;
use super::property::Property;

pub(super) struct Labels {
    labels: HashMap<String, String>,
    countries: HashMap<String, String>,
}

impl Labels {
    pub fn of(properties: &[Property]) -> Self {
        let said = |name: &str| -> HashMap<String, String> {
            let named = properties.iter().filter(|p| p.name == name);
            let pairs = named.filter_map(|p| Some((p.group.clone()?, bare(&p.plain()).to_owned())));
            pairs.filter(|(_, text)| !text.is_empty()).collect()
        };
        Self {
            labels: said("X-ABLABEL"),
            countries: said("X-ABADR"),
        }
    }

    pub fn of_property(&self, property: &Property) -> Option<&str> {
        self.labels
            .get(property.group.as_ref()?)
            .map(String::as_str)
    }

    /// The country of an address, as a code.
    pub fn country(&self, property: &Property) -> Option<String> {
        let code = self.countries.get(property.group.as_ref()?)?;
        Some(code.to_uppercase())
    }

    /// A property with what it is about: the spouse among the related names, a date by its label, a field of our own
    /// by the name that the office gave it.
    pub fn named(&self, property: Property) -> Other {
        let about = match property.name.as_str() {
            "X-ABRELATEDNAMES" | "X-ABDATE" => self.of_property(&property).map(str::to_owned),
            "RELATED" => property.types().into_iter().next(),
            name => known(name).map(str::to_owned),
        };
        let own = ["X-ROSTER-FIELD", exact::PROPERTY].contains(&property.name.as_str());
        let own = own.then(|| property.param("X-LABEL").next());
        Other {
            about: own
                .flatten()
                .map(str::to_owned)
                .or(about.as_deref().map(capital)),
            property,
        }
    }
}

/// What several programs call by names of their own.
fn known(name: &str) -> Option<&'static str> {
    let ends = |end: &str| name.starts_with("X-") && name.ends_with(end);
    match name {
        "ANNIVERSARY" | "X-WEDDING" => Some("anniversary"),
        "GENDER" | "X-GENDER" => Some("gender"),
        "AGENT" => Some("assistant"),
        "ROLE" => Some("role"),
        "GEO" => Some("coordinates"),
        "X-MAIDENNAME" => Some("maiden name"),
        "X-PHONETIC-FIRST-NAME" => Some("phonetic first name"),
        "X-PHONETIC-LAST-NAME" => Some("phonetic last name"),
        _ if ends("ANNIVERSARY") => Some("anniversary"),
        _ if ends("SPOUSE") || ends("SPOUSESNAME") => Some("spouse"),
        _ if ends("MANAGER") || ends("MANAGERSNAME") => Some("manager"),
        _ if ends("ASSISTANT") || ends("ASSISTANTSNAME") => Some("assistant"),
        _ => None,
    }
}

/// `_$!<HomePage>!$_` is how Apple writes a label of its own.
fn bare(label: &str) -> &str {
    let inside = label
        .strip_prefix("_$!<")
        .and_then(|rest| rest.strip_suffix(">!$_"));
    inside.unwrap_or(label)
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().collect::<String>());
    first.unwrap_or_default() + chars.as_str()
}
