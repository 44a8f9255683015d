//! The proposals for whole headers as they stand in real files.

mod fuzz;
mod known_exports;

use super::*;
use proptest::prelude::*;

fn fields(headers: &[&str]) -> Vec<String> {
    let columns: Vec<Column> = headers
        .iter()
        .map(|header| Column {
            header,
            samples: &[],
        })
        .collect();
    names(&super::columns(&columns))
}

fn names(guesses: &[Guess]) -> Vec<String> {
    guesses
        .iter()
        .map(|guess| guess.field.clone().unwrap_or_else(|| "-".into()))
        .collect()
}

/// A column with its values.
fn sampled(sheet: &[(&str, &[&str])]) -> Vec<Guess> {
    let samples: Vec<Vec<String>> = sheet
        .iter()
        .map(|(_, values)| values.iter().map(|v| (*v).to_owned()).collect())
        .collect();
    let columns: Vec<Column> = sheet
        .iter()
        .zip(&samples)
        .map(|((header, _), samples)| Column { header, samples })
        .collect();
    super::columns(&columns)
}

#[test]
fn the_usual_sheet_is_understood() {
    let headers = [
        "First name",
        "Surname",
        "Organisation",
        "E-mail",
        "Mobile",
        "Post code",
        "D.o.b.",
        "Shoe size",
        "Internal id",
    ];
    let expected = [
        "first_name",
        "last_name",
        "organization",
        "email",
        "phone_mobile",
        "postcode",
        "birthday",
        "-",
        "-",
    ];
    assert_eq!(fields(&headers), expected);
}

#[test]
fn field_names_and_labels_of_roster_are_understood() {
    let headers = [
        "uid",
        "full_name",
        "Phone, mobile",
        "phone_office2",
        "E-mail",
        "E-mail 2",
        "work_email",
        "Work street",
        "home_street2",
        "Status, e-mail",
        "status_phone",
        "Full address",
        "Time zone",
    ];
    let expected = [
        "uid",
        "full_name",
        "phone_mobile",
        "phone_office2",
        "email",
        "email2",
        "work_email",
        "work_street",
        "home_street2",
        "status_email",
        "status_phone",
        "full_address",
        "time_zone",
    ];
    assert_eq!(fields(&headers), expected);
}

#[test]
fn a_name_is_a_surname_beside_a_first_name() {
    assert_eq!(fields(&["Name", "E-Mail"]), ["full_name", "email"]);
    assert_eq!(fields(&["Vorname", "Name"]), ["first_name", "last_name"]);
    assert_eq!(fields(&["Nom", "Prénom"]), ["last_name", "first_name"]);
    assert_eq!(fields(&["Nome", "Cognome"]), ["first_name", "last_name"]);
    assert_eq!(
        fields(&["Nombre", "Apellidos"]),
        ["first_name", "last_name"]
    );
    assert_eq!(fields(&["Имя", "Фамилия"]), ["first_name", "last_name"]);
    assert_eq!(
        fields(&["First Name", "Last Name", "Name"]),
        ["first_name", "last_name", "full_name"]
    );
    assert_eq!(fields(&["שם", "טלפון"]), ["full_name", "phone"]);
    assert_eq!(fields(&["Nome", "E-mail"]), ["full_name", "email"]);
    let whole = sampled(&[("Primo nome", &[]), ("Cognome", &[]), ("Nome", &[])]);
    assert_eq!(names(&whole), ["first_name", "last_name", "full_name"]);
    assert_eq!(whole[2].confidence, 0.96);
    assert_eq!(fields(&["Nome", "Apelido"]), ["first_name", "last_name"]);
    assert_eq!(
        fields(&["Primeiro nome", "Sobrenome", "Apelido"]),
        ["first_name", "last_name", "nickname"]
    );
    let twice = sampled(&[("Nom", &[]), ("Nom", &[]), ("Prénom", &[])]);
    assert_eq!(names(&twice), ["last_name", "full_name", "first_name"]);
    assert_eq!(twice[1].confidence, 0.77);
}

#[test]
fn a_title_is_what_its_neighbours_and_values_make_it() {
    assert_eq!(fields(&["Title", "First Name", "Last Name"])[0], "prefix");
    assert_eq!(
        fields(&["First Name", "Last Name", "Title", "Company"])[2],
        "job_title"
    );
    assert_eq!(fields(&["First Name", "Title", "Job Title"])[1], "prefix");
    assert_eq!(
        fields(&["Salutation", "Title", "First Name"])[1],
        "job_title"
    );
    let titled = sampled(&[("First Name", &["Noa"]), ("Title", &["Dr.", "Mrs"])]);
    assert_eq!(names(&titled)[1], "prefix");
    let employed = sampled(&[
        ("Title", &["Head of Sales", "CFO"]),
        ("First Name", &["Noa"]),
    ]);
    assert_eq!(names(&employed)[0], "job_title");
    let saluted = sampled(&[("Salutation", &[]), ("Title", &[]), ("First Name", &[])]);
    assert_eq!(saluted[1].confidence, 0.96);
}

#[test]
fn of_two_cities_the_first_is_home() {
    let headers = [
        "Nom",
        "Prénom",
        "Ville",
        "Code postal",
        "Ville",
        "Code postal",
    ];
    let expected = [
        "last_name",
        "first_name",
        "home_city",
        "home_postcode",
        "work_city",
        "work_postcode",
    ];
    assert_eq!(fields(&headers), expected);
    assert_eq!(
        fields(&["Ville", "Ort", "Home City"]),
        ["city", "-", "home_city"]
    );
}

#[test]
fn several_of_a_kind_are_numbered() {
    assert_eq!(
        fields(&["Email", "Email", "E-mail 3"]),
        ["email", "email2", "email3"]
    );
    assert_eq!(
        fields(&["Phone 2 - Value", "Phone 1 - Value"]),
        ["phone2", "phone"]
    );
    assert_eq!(
        fields(&["Mobile", "Mobile 2", "Handy"]),
        ["phone_mobile", "phone_mobile2", "phone_mobile3"]
    );
    assert_eq!(fields(&["First name", "Forename"]), ["first_name", "-"]);
    assert_eq!(
        fields(&["Organization 1 - Name", "Organization 2 - Name"]),
        ["organization", "organization2"]
    );
    assert_eq!(
        fields(&["Job title 2", "Company 2", "Company 3", "Company 3"]),
        ["job_title2", "organization2", "organization3", "-"],
        "a number says of which organization"
    );
    assert_eq!(
        fields(&["Address 1", "Address 2", "City"]),
        ["street", "street2", "city"]
    );
    assert_eq!(fields(&["Address 2 - City"]), ["-"]);
}

#[test]
fn an_address_without_a_city_is_the_whole_address() {
    assert_eq!(fields(&["Name", "Address"]), ["full_name", "full_address"]);
    assert_eq!(
        fields(&["Name", "Address", "City"]),
        ["full_name", "street", "city"]
    );
}

#[test]
fn the_day_of_birth_beside_its_year_is_no_birthday() {
    let headers = ["Vorname", "Geburtsjahr", "Geburtsmonat", "Geburtstag"];
    assert_eq!(
        fields(&headers),
        ["first_name", "birthday", "birthday", "birthday"],
        "but they make one together"
    );
    let languages = ["A' bhliadhna breith", "დაბადების თვე", "Туылған күнi"];
    assert_eq!(
        fields(&languages),
        ["-", "-", "-"],
        "no program wrote year, month and day in three languages"
    );
    let apart = ["Geburtsjahr", "Geburtsmonat", "Vorname", "Geburtstag"];
    assert_eq!(fields(&apart), ["-", "-", "first_name", "-"]);
    let backwards = ["Vorname", "Geburtstag", "Geburtsmonat", "Geburtsjahr"];
    assert_eq!(fields(&backwards), ["first_name", "-", "-", "-"]);
    assert_eq!(
        fields(&["Vorname", "Geburtstag"]),
        ["first_name", "birthday"]
    );
}

#[test]
fn values_confirm_and_contradict_the_header() {
    let confirmed = sampled(&[("Vorname", &["Noa", "Käthe"]), ("E-Mail", &["noa@x.com"])]);
    assert_eq!(confirmed[0].confidence, 0.99);
    assert_eq!(confirmed[1].confidence, 0.99);
    let words = sampled(&[("Mobile number (private)", &["050-1234567"])]);
    assert_eq!(
        (names(&words)[0].as_str(), words[0].confidence),
        ("phone_mobile", 0.93)
    );
    let wrong = sampled(&[
        ("Phone", &["noa@x.com", "tom@x.com"]),
        ("First name", &["tom@y.com"]),
    ]);
    assert_eq!(names(&wrong), ["email", "email2"]);
    assert_eq!(wrong[0].confidence, 0.7);
    let nonsense = sampled(&[("Phone", &["yes", "no"]), ("Birthday", &["Noa", "Tom"])]);
    assert_eq!(names(&nonsense), ["-", "-"]);
    let doubtful = sampled(&[("Country", &["Bavaria", "Saxony"])]);
    assert_eq!(
        (names(&doubtful)[0].as_str(), doubtful[0].confidence),
        ("country", 0.58)
    );
}

#[test]
fn values_alone_propose_a_field() {
    let guesses = sampled(&[
        ("", &["noa@x.com", "tom@x.com"]),
        ("", &["+972 50-123-4567"]),
        ("Frobnication", &["https://example.com/a"]),
        ("", &["https://www.linkedin.com/in/noa"]),
        ("Internal id", &["0501234567"]),
        ("", &["39", "40"]),
    ]);
    assert_eq!(
        names(&guesses),
        ["email", "phone", "website", "linkedin", "-", "-"]
    );
    assert_eq!(guesses[0].confidence, 0.8);
    assert_eq!(guesses[2].confidence, 0.7);
}

#[test]
fn columns_without_a_name_stand_beside_their_like() {
    let before = sampled(&[("", &["Noa", "Tom"]), ("Surname", &["Levi", "Jones"])]);
    assert_eq!(names(&before), ["first_name", "last_name"]);
    assert_eq!(before[0].confidence, 0.55);
    let after = sampled(&[("Vorname", &["Noa", "Tom"]), ("", &["Levi", "Jones"])]);
    assert_eq!(names(&after), ["first_name", "last_name"]);
    let whole = sampled(&[
        ("", &["7", "8"]),
        ("", &["Noa Levi", "Tom Jones"]),
        ("", &["a@x.com"]),
    ]);
    assert_eq!(names(&whole), ["-", "full_name", "email"]);
}

#[test]
fn a_status_column_is_known_by_its_values() {
    let email = sampled(&[
        ("Email", &["a@x.com"]),
        ("Status", &["subscribed", "unsubscribed"]),
    ]);
    assert_eq!(names(&email)[1], "status_email");
    let phone = sampled(&[
        ("Phone", &["050-1234567"]),
        ("Status", &["active", "opted out"]),
    ]);
    assert_eq!(names(&phone)[1], "status_phone");
    let other = sampled(&[("Email", &["a@x.com"]), ("Status", &["gold", "silver"])]);
    assert_eq!(names(&other)[1], "-");
    assert_eq!(
        fields(&["Email Opt Out", "Do Not Call"]),
        ["status_email", "status_phone"]
    );
    let both = sampled(&[
        ("Email", &["a@x.com"]),
        ("Phone", &["050-1234567"]),
        ("Status", &["active", "opted out"]),
    ]);
    assert_eq!(names(&both)[2], "status_email");
}

#[test]
fn countries_under_the_header_of_the_region_are_countries() {
    let swapped = sampled(&[
        ("State", &["Germany", "Israel"]),
        ("Country", &["Bavaria", "Saxony"]),
    ]);
    assert_eq!(names(&swapped), ["country", "region"]);
    let right = sampled(&[
        ("State", &["Georgia", "Texas"]),
        ("Country", &["USA", "US"]),
    ]);
    assert_eq!(names(&right), ["region", "country"]);
}

#[test]
fn what_is_no_detail_of_a_contact_stays_open() {
    for header in [
        "Internal id",
        "Shoe size",
        "MEMBER_RATING",
        "OPTIN_IP",
        "Assistant's Phone",
        "E-mail Display Name",
        "Gender",
        "Contact owner",
        "Phone 1 - Type",
        "Lead Status",
        "Kundennummer",
        REASON_HEADER,
        HINT_HEADER,
        "x1",
        "",
    ] {
        assert_eq!(fields(&[header]), ["-"], "{header}");
    }
}

#[test]
fn headers_are_told_from_values() {
    for text in [
        "First Name",
        "E-Mail-Adresse",
        "שם פרטי",
        "Telefon (privat)",
        "phone_mobile",
        "Gender",
        "MEMBER_RATING",
    ] {
        assert!(is_known_header(text), "{text}");
    }
    for text in [
        "",
        " ",
        "Noa",
        "noa@example.com",
        "050-1234567",
        "2026-11-22",
        "12 Main Street",
        "Jerusalem",
        "Call her mobile",
    ] {
        assert!(!is_known_header(text), "{text}");
    }
}

proptest! {
    #[test]
    fn nothing_panics_and_no_field_comes_twice(
        headers in prop::collection::vec("[a-zA-Z0-9 éא-]{0,12}|Email|Phone 2|Ville|Name|Vorname|Title", 0..12),
        values in prop::collection::vec(any::<String>(), 0..4),
    ) {
        let columns: Vec<Column> =
            headers.iter().map(|header| Column { header, samples: &values }).collect();
        let guesses = super::columns(&columns);
        prop_assert_eq!(guesses.len(), columns.len());
        let mut fields: Vec<&String> = guesses.iter().filter_map(|g| g.field.as_ref()).collect();
        let all = fields.len();
        fields.sort();
        fields.dedup();
        prop_assert_eq!(fields.len(), all);
        prop_assert!(guesses.iter().all(|g| g.field.is_none() == (g.confidence == 0.0)));
        let texts: Vec<&str> = headers.iter().map(String::as_str).collect();
        let _ = (signature(&texts), dialect(&texts, &Wanted::Voted));
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = (is_known_header(&text), normalize_header(&text), yes_means_opted_out(&text));
        let samples = [text.clone()];
        let _ = super::columns(&[Column { header: &text, samples: &samples }]);
        prop_assert_eq!(normalize_header(&normalize_header(&text)), normalize_header(&text));
    }
}
