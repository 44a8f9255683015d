use serde_json::json;

use crate::support::Desk;
use crate::support::desk::{counts, normalized};

#[test]
fn headers_are_understood_in_many_languages() {
    for header in [
        "Vorname;Nachname;E-Mail;Handy;Ort",
        "Prénom;Nom;Courriel;Portable;Ville",
        "Nombre;Apellidos;Correo electrónico;Móvil;Ciudad",
        "שם פרטי;שם משפחה;דוא\"ל;נייד;עיר",
        "First Name;Surname;Email Address;Mobile Phone;Town",
    ] {
        let desk = Desk::new();
        let quoted = header
            .replace('"', "\"\"")
            .split(';')
            .map(|h| format!("\"{h}\""))
            .collect::<Vec<_>>()
            .join(";");
        let row = "Noa;Levi;noa@x.example;+972501234567;Haifa";
        let report = desk.import_csv(&[&quoted, row], &[]);
        let fields: Vec<&str> = report["mapping"]
            .as_array()
            .unwrap()
            .iter()
            .map(|m| m["field"].as_str().unwrap())
            .collect();
        assert_eq!(
            fields,
            ["first_name", "last_name", "email", "phone_mobile", "city"],
            "{header}"
        );
    }
}

#[test]
fn columns_are_given_fields_by_header_and_by_number() {
    let desk = Desk::new();
    let lines = ["a,b,a=b", "Noa,noa@x.example,+972501234567"];
    let map = [
        "--map",
        "#1=first_name",
        "--map",
        "B=email",
        "--map",
        "a=b=phone_mobile",
    ];
    let report = desk.import_csv(&lines, &map);
    assert_eq!(counts(&report), [1, 0, 0, 0, 0]);
    let contact = desk.the("noa");
    assert_eq!(contact["first_name"], "Noa");
    assert_eq!(normalized(&contact, "phone"), ["+972501234567"]);
    assert_eq!(normalized(&contact, "email"), ["noa@x.example"]);
}

#[test]
fn a_column_can_be_left_out() {
    let desk = Desk::new();
    desk.import_csv(
        &["Name,E-mail,Notes", "Noa,noa@x.example,secret"],
        &["--map", "Notes=ignore"],
    );
    assert_eq!(desk.the("noa")["notes"], json!(null));
    assert!(desk.find("secret").is_empty());
}

#[test]
fn unknown_columns_and_fields_are_refused() {
    let desk = Desk::new();
    let file = desk.file("people.csv", "Name,Tel,Tel\nNoa,1,2\n");
    for map in ["Fax=fax", "#9=fax", "Tel=phone", "Name=shoe_size"] {
        desk.roster(&["import", &file, "--map", map]).failed();
    }
    assert!(!desk.workspace().exists(), "nothing was imported");
}

#[test]
fn columns_without_a_field_become_custom_fields_on_demand() {
    let desk = Desk::new();
    let lines = ["Name,E-mail,Shoe size", "Noa,noa@x.example,43"];
    let report = desk.import_csv(&lines, &[]);
    assert_eq!(report["mapping"][2]["field"], "ignore");
    assert_eq!(desk.the("noa")["fields"], json!({}));
    let report = desk.import_csv(&lines, &["--new-fields"]);
    let code = report["mapping"][2]["field"].as_str().unwrap().to_owned();
    assert_eq!(desk.the("noa")["fields"], json!({ &code: "43" }));
    let fields = desk.roster(&["fields"]).done();
    let custom: Vec<_> = fields["fields"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|f| f["custom"] == true)
        .collect();
    assert_eq!(
        (custom.len(), &custom[0]["label"], &custom[0]["code"]),
        (1, &"Shoe size".into(), &code.as_str().into())
    );
    let report = desk.import_csv(&lines, &["--new-fields"]);
    assert_eq!(
        counts(&report),
        [0, 0, 1, 0, 0],
        "the field is known the second time"
    );
}

#[test]
fn several_points_of_a_kind_are_kept() {
    let desk = Desk::new();
    let lines = [
        "Name,E-mail,E-mail 2,Mobile,Office phone",
        "Noa,a@x.example,b@x.example,+972501234567,+97239991234",
    ];
    desk.import_csv(&lines, &[]);
    let contact = desk.the("noa");
    assert_eq!(
        normalized(&contact, "email"),
        ["a@x.example", "b@x.example"]
    );
    assert_eq!(
        normalized(&contact, "phone"),
        ["+972501234567", "+97239991234"]
    );
    for kind in ["email", "phone"] {
        let points = contact["points"].as_array().unwrap();
        let primary = points
            .iter()
            .filter(|p| p["kind"] == kind && p["primary"] == true)
            .count();
        assert_eq!(primary, 1, "one primary {kind}");
    }
}
