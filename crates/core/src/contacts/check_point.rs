//! What is to be said about a phone, e-mail, website or postcode while it is typed (D3). Nothing here keeps it from being saved.

use super::types::{PointCheck, PointChecked, PostcodeCheck, PostcodeChecked};
use crate::error::Result;
use crate::owned::{Owner, points::country_of};
use crate::points::{self, Kind};
use crate::values::custom::{FieldType, Shape, style_of};
use crate::values::{email, phone, postcode};
use crate::workspace::{Workspace, settings};

/// Looks at a point as it stands in the field, by the contact's country and the workspace's.
pub async fn check_point(ws: &Workspace, input: &PointCheck) -> Result<PointChecked> {
    let mut conn = ws.read().await?;
    let own = match input.contact {
        Some(contact) => country_of(&mut conn, Owner::Contact(contact)).await?,
        None => None,
    };
    let default = settings(&mut conn).await?.country;
    let (value, countries) = (input.value.trim(), (own.as_deref(), default.as_deref()));
    Ok(match Kind::from_name(&input.point_kind) {
        _ if value.is_empty() => found(None, None),
        Some(Kind::Phone | Kind::Fax) => check_phone(value, countries),
        Some(Kind::Email) => check_email(value),
        Some(Kind::Website) => check_website(value),
        Some(kind) => {
            let reading = points::read(kind, value, None, None);
            found(reading.normalized, None)
        }
        None => found(None, None),
    })
}

/// Looks at a postcode by the country of its address; where that has none, by the workspace's.
pub async fn check_postcode(ws: &Workspace, input: &PostcodeCheck) -> Result<PostcodeChecked> {
    let own = input
        .country
        .as_deref()
        .filter(|name| !name.trim().is_empty());
    let default = match own {
        Some(_) => None,
        None => settings(&mut *ws.read().await?).await?.country,
    };
    let example = postcode::unlike(&input.value, own.or(default.as_deref()));
    Ok(PostcodeChecked {
        example: example.map(str::to_owned),
    })
}

fn found(normalized: Option<String>, problem: Option<(&str, &str)>) -> PointChecked {
    PointChecked {
        normalized,
        problem: problem.map(|(code, _)| code.to_owned()),
        message: problem.map(|(_, message)| message.to_owned()),
    }
}

fn check_phone(value: &str, (own, default): (Option<&str>, Option<&str>)) -> PointChecked {
    match phone::parse(value, own, default) {
        Ok(phone) => {
            let doubt = (
                "phone_doubtful",
                "The numbering plan of its country gives out no such number: check the digits.",
            );
            found(Some(phone.e164), phone.doubtful.then_some(doubt))
        }
        Err(problem) => found(None, Some((problem.code(), problem.hint()))),
    }
}

fn check_email(value: &str) -> PointChecked {
    match email::parse(value) {
        Ok(email) => found(Some(email.normalized), None),
        Err(problem) => found(None, Some((problem.code(), problem.hint()))),
    }
}

fn check_website(value: &str) -> PointChecked {
    let url = Shape {
        kind: FieldType::Url,
        ..Shape::default()
    };
    match url.read(value, &style_of(None)) {
        Ok(address) => found(address, None),
        Err(_) => found(
            None,
            Some((
                "website",
                "This is no web address. Write it like www.example.com.",
            )),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::workspace;

    #[tokio::test]
    async fn a_postcode_is_judged_by_the_country_of_its_address() {
        let temp = workspace().await;
        for (value, country, example) in [
            ("1011", Some("DE"), Some("10115")),
            ("10115", Some("Germany"), None),
            ("1011", None, None),
            ("1011", Some(" "), None),
        ] {
            let input = PostcodeCheck {
                value: value.into(),
                country: country.map(str::to_owned),
            };
            let checked = check_postcode(&temp.ws, &input).await.unwrap();
            assert_eq!(checked.example.as_deref(), example, "{value} {country:?}");
        }
    }

    #[tokio::test]
    async fn what_is_typed_is_judged_by_the_country_of_the_contact() {
        let temp = workspace().await;
        let id = temp
            .create(&[("first_name", "Noa"), ("country", "Israel")])
            .await;
        for (kind, value, contact, problem) in [
            ("phone", "052-345 6789", Some(id), None),
            ("phone", "052-345 6789", None, Some("phone_unknown_country")),
            ("phone", "052-34", Some(id), Some("phone_too_short")),
            ("phone", "050-123 4567", Some(id), Some("phone_doubtful")),
            ("fax", "+44 161 496 0123", None, None),
            ("email", "noa@levi.example", None, None),
            ("email", "noa@", None, Some("email_missing_domain")),
            ("website", "www.levi.example/team", None, None),
            ("website", "not a site", None, Some("website")),
            ("social", "@noa", None, None),
            ("phone", "", Some(id), None),
        ] {
            let input = PointCheck {
                point_kind: kind.into(),
                value: value.into(),
                contact,
            };
            let checked = check_point(&temp.ws, &input).await.unwrap();
            assert_eq!(checked.problem.as_deref(), problem, "{kind} {value}");
            assert_eq!(checked.message.is_some(), problem.is_some());
        }
    }
}
