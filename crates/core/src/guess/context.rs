//! Which of its meanings a header has, given the columns beside it: "Name" is a
//! surname where a first name stands beside it, "Title" a form of address where
//! there is a job title too. And, weakly, what a column without a known header is
//! by its position.

use super::claim::Claims;
use super::header::Header;
use super::shape::Shape;
use super::{Column, words};

/// What is known of the sheet before the ambiguous headers are decided.
struct Sheet {
    /// Fields that some column claims and nothing else.
    certain: Vec<&'static str>,
    /// The first column that is a name for certain or possibly.
    first_name_column: Option<usize>,
    has_birth_year: bool,
    has_first: bool,
    has_last: bool,
}

const NAMES: [&str; 3] = ["first_name", "last_name", "full_name"];

impl Sheet {
    fn of(claims: &[Claims]) -> Sheet {
        let certain = claims
            .iter()
            .filter(|claims| claims.list.len() == 1)
            .map(|claims| claims.list[0].field)
            .collect();
        // What may also be the whole name is no evidence for a part of it.
        let has_part = |part| claims.iter().any(|c| c.has(part) && !c.has("full_name"));
        Sheet {
            certain,
            has_first: has_part("first_name"),
            has_last: has_part("last_name"),
            first_name_column: claims
                .iter()
                .position(|claims| NAMES.iter().any(|name| claims.has(name))),
            has_birth_year: claims
                .iter()
                .any(|claims| claims.part == Some("birth_year")),
        }
    }

    fn has(&self, field: &str) -> bool {
        self.certain.contains(&field)
    }
}

/// Puts the meaning that fits the sheet first in each column's claims.
pub fn decide(claims: &mut [Claims], headers: &[Header], shapes: &[Shape]) {
    let sheet = Sheet::of(claims);
    for (at, claims) in claims.iter_mut().enumerate() {
        if sheet.has_birth_year && claims.part == Some("birth_day") {
            *claims = Claims {
                part: claims.part,
                ..Claims::nothing()
            };
        }
        name(claims, &sheet);
        title(claims, at, &sheet, shapes[at]);
        whole_address(claims, &headers[at], &sheet);
    }
    streets(claims, headers);
    swapped_countries(claims, shapes);
    plain_status(claims, headers, shapes);
    members(claims, headers);
}

/// Whoever has a value of a member's field becomes a member: "Joined" and "Valid until" are of members only beside a
/// column that certainly is.
fn members(claims: &mut [Claims], headers: &[Header]) {
    const WORDS: [&str; 10] = [
        "member",
        "mitglied",
        "adhesion",
        "adherent",
        "socio",
        "lidmaatschap",
        "lidnummer",
        "חבר",
        "член",
        "czlon",
    ];
    const OF_MEMBERS: [&str; 8] = [
        "member_number",
        "member_joined",
        "membership_type",
        "membership_tier",
        "membership_start",
        "membership_end",
        "paid_until",
        "payer",
    ];
    let says_so = |at: usize| WORDS.iter().any(|word| headers[at].key.contains(word));
    let is_of_member = |claims: &Claims| {
        claims
            .best()
            .is_some_and(|claim| OF_MEMBERS.contains(&claim.field))
    };
    let of_members: Vec<usize> = (0..claims.len())
        .filter(|at| is_of_member(&claims[*at]))
        .collect();
    if of_members.iter().any(|at| says_so(*at)) {
        return;
    }
    for at in of_members {
        claims[at] = Claims::nothing();
    }
}

/// French "Nom" and German "Name" are surnames beside a first name, Italian
/// "Nome" a first name beside a surname; alone they are the whole name.
fn name(claims: &mut Claims, sheet: &Sheet) {
    if claims.list.len() < 2 {
        return;
    }
    let (has_first, has_last) = (sheet.has_first, sheet.has_last);
    if claims.has("full_name") {
        claims.prefer("full_name");
        if has_first && !has_last {
            claims.prefer("last_name");
        }
        if has_last && !has_first {
            claims.prefer("first_name");
        }
    } else if claims.has("nickname") && claims.has("last_name") {
        // "Apelido" is a surname in Portugal and a nickname in Brazil.
        let other_last = sheet.has("last_name");
        claims.prefer(if other_last { "nickname" } else { "last_name" });
    }
}

/// "Title" and "Titre": a form of address in Outlook, a job title elsewhere.
fn title(claims: &mut Claims, at: usize, sheet: &Sheet, shape: Shape) {
    if !(claims.has("prefix") && claims.has("job_title")) {
        return;
    }
    let before_the_name = sheet.first_name_column.is_some_and(|first| at < first);
    let is_prefix = match shape {
        Shape::Titles => true,
        _ if sheet.has("job_title") => true,
        _ if sheet.has("prefix") => false,
        Shape::Empty => before_the_name,
        _ => false,
    };
    claims.prefer(if is_prefix { "prefix" } else { "job_title" });
}

/// "Address" with no city beside it holds the whole address; beside a street it
/// repeats what other columns have.
fn whole_address(claims: &mut Claims, header: &Header, sheet: &Sheet) {
    const WORDS: [&str; 10] = [
        "address",
        "adresse",
        "anschrift",
        "direccion",
        "indirizzo",
        "adres",
        "endereco",
        "morada",
        "כתובת",
        "адрес",
    ];
    let says_address = WORDS.contains(&header.key.as_str());
    if says_address && claims.best().is_some_and(|claim| claim.field == "street") {
        let parts = ["city", "postcode", "home_city", "work_city"];
        if !parts.iter().any(|part| sheet.has(part)) {
            claims.list[0].field = "full_address";
        }
    }
}

/// "Home Address" beside "Home Street" repeats the whole of what other columns
/// have in parts.
fn streets(claims: &mut [Claims], headers: &[Header]) {
    for field in ["street", "work_street", "home_street"] {
        let same: Vec<usize> = (0..claims.len())
            .filter(|at| claims[*at].best().is_some_and(|claim| claim.field == field))
            .collect();
        if same.iter().any(|at| words::names_street(&headers[*at])) {
            for at in same {
                if !words::names_street(&headers[at]) {
                    claims[at] = Claims::nothing();
                }
            }
        }
    }
}

/// Some programs write the state under "Country" and the country under "State".
fn swapped_countries(claims: &mut [Claims], shapes: &[Shape]) {
    let claimed = |claims: &[Claims], field: &str| {
        claims
            .iter()
            .position(|c| c.best().is_some_and(|claim| claim.field == field))
    };
    for (region, country) in [
        ("region", "country"),
        ("work_region", "work_country"),
        ("home_region", "home_country"),
    ] {
        let (Some(r), Some(c)) = (claimed(claims, region), claimed(claims, country)) else {
            continue;
        };
        let names = matches!(shapes[c], Shape::Word | Shape::Words | Shape::Text);
        if matches!(shapes[r], Shape::Country | Shape::CountryCode) && names {
            let moved = claims[r].list[0].field;
            claims[r].list[0].field = claims[c].list[0].field;
            claims[c].list[0].field = moved;
        }
    }
}

/// A column that is only called "Status" is one of subscriptions if its values
/// are; of phones, if the sheet has no e-mail.
fn plain_status(claims: &mut [Claims], headers: &[Header], shapes: &[Shape]) {
    const WORDS: [&str; 6] = ["status", "statut", "estado", "stato", "סטטוס", "статус"];
    let has = |field: &str| {
        claims
            .iter()
            .any(|c| c.list.iter().any(|claim| claim.field.contains(field)))
    };
    let (emails, phones) = (has("email"), has("phone"));
    let field = if phones && !emails {
        "status_phone"
    } else {
        "status_email"
    };
    for ((claims, header), shape) in claims.iter_mut().zip(headers).zip(shapes) {
        if *shape == Shape::Subscription && WORDS.contains(&header.key.as_str()) {
            *claims = Claims::of(field, 0.85);
        }
    }
}

/// What a column without a claim is by its place beside names.
const BY_POSITION: f64 = 0.55;

/// A column of single names before a surname holds first names, one after a
/// first name surnames; the first column of whole names, where no column has
/// names, holds them.
pub fn place(claims: &mut [Claims], columns: &[Column], shapes: &[Shape]) {
    let claimed = |claims: &[Claims], field: &str| {
        claims
            .iter()
            .any(|c| c.best().is_some_and(|b| b.field == field))
    };
    let free = |claims: &[Claims], at: usize, shape: Shape| {
        claims.get(at).is_some_and(Claims::is_open) && shapes[at] == shape
    };
    let position = |claims: &[Claims], field: &str| {
        claims
            .iter()
            .position(|c| c.best().is_some_and(|b| b.field == field))
    };
    if let (Some(last), false) = (position(claims, "last_name"), claimed(claims, "first_name")) {
        if last > 0 && free(claims, last - 1, Shape::Word) {
            claims[last - 1].propose("first_name", BY_POSITION);
        }
    } else if let (Some(first), false) =
        (position(claims, "first_name"), claimed(claims, "last_name"))
    {
        if free(claims, first + 1, Shape::Word) {
            claims[first + 1].propose("last_name", BY_POSITION);
        }
    } else if NAMES.iter().all(|name| !claimed(claims, name)) {
        let whole = (0..columns.len()).find(|at| free(claims, *at, Shape::Words));
        if let Some(at) = whole {
            claims[at].propose("full_name", BY_POSITION);
        }
    }
}
