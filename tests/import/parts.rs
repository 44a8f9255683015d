use serde_json::json;

use crate::support::Desk;
use crate::support::desk::{counts, normalized};

#[test]
fn a_column_of_full_names_is_taken_apart() {
    let desk = Desk::new();
    let lines = [
        "Who,E-mail",
        "\"van Dijk, Noa\",noa@x.example",
        "Reception,info@x.example",
    ];
    let report = desk.import_csv(&lines, &["--map", "Who=full_name"]);
    assert_eq!(counts(&report), [2, 0, 0, 0, 0]);
    let noa = desk.the("noa");
    assert_eq!(
        (&noa["first_name"], &noa["last_name"]),
        (&json!("Noa"), &json!("van Dijk"))
    );
    assert_eq!(noa["name"], "Noa van Dijk");
    assert_eq!(desk.the("reception")["last_name"], json!(null));
}

#[test]
fn names_stay_whole_on_demand() {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail", "Noa Levi,noa@x.example"], &["--no-split"]);
    assert_eq!(desk.the("noa")["first_name"], json!(null));
}

#[test]
fn whole_addresses_and_cells_of_several_values_are_taken_apart() {
    let desk = Desk::new();
    let lines = [
        "Name,Phone,E-mail,Address",
        "Noa Levi,050-123 4567; 052-345 6789,a@x.example / b@x.example,\"Hauptstr. 5, 10115 Berlin, Germany\"",
    ];
    desk.import_csv(&lines, &["--country", "IL"]);
    let noa = desk.the("noa");
    assert_eq!(
        normalized(&noa, "phone"),
        ["+972501234567", "+972523456789"]
    );
    assert_eq!(normalized(&noa, "email"), ["a@x.example", "b@x.example"]);
    let address = &noa["addresses"][0];
    let parts =
        ["street", "postcode", "city", "country"].map(|part| address[part].as_str().unwrap());
    assert_eq!(parts, ["Hauptstr. 5", "10115", "Berlin", "DE"]);
}

#[test]
fn two_columns_with_one_field_are_joined() {
    let desk = Desk::new();
    let lines = ["Road,No,E-mail", "Hauptstr.,5,noa@x.example"];
    let report = desk.import_csv(&lines, &["--map", "Road=street", "--map", "No=street"]);
    assert_eq!(report["mapping"][1]["field"], "street");
    assert_eq!(desk.the("noa")["addresses"][0]["street"], "Hauptstr. 5");
}

#[test]
fn values_become_others_new_options_or_nothing() {
    let desk = Desk::new();
    desk.roster(&[
        "field",
        "add",
        "Colour",
        "--type",
        "one_of",
        "--options",
        "red,blue",
    ])
    .done();
    let lines = [
        "Name,E-mail,Colour,Country",
        "A,a@x.example,rot,Narnia",
        "B,b@x.example,grün,DE",
        "C,c@x.example,?,DE",
    ];
    let values = [
        "--value",
        "Colour:rot=red",
        "--value",
        "Colour:grün=green",
        "--value",
        "#3:?=ignore",
        "--value",
        "country:Narnia=GB",
    ];
    let report = desk.import_csv(&lines, &values);
    assert_eq!(
        (&report["left_out_values"], &report["kept_as_notes"]),
        (&json!(1), &json!({}))
    );
    assert_eq!(desk.the("a@x")["fields"]["colour"], "red");
    assert_eq!(desk.the("a@x")["addresses"][0]["country"], "GB");
    assert_eq!(desk.the("b@x")["fields"]["colour"], "green");
    assert_eq!(desk.the("c@x")["fields"], json!({}));
    desk.roster(&["undo"]).done();
    let fields = desk.roster(&["fields"]).done();
    let colour = fields["fields"]
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["code"] == "colour")
        .unwrap();
    assert_eq!(
        colour["options"],
        json!(["red", "blue"]),
        "the option went with the import"
    );
}

#[test]
fn the_header_is_read_as_the_program_that_is_asked_for() {
    let desk = Desk::new();
    let file = desk.file("people.csv", "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nNoa,Levi,,noa@x.example,Acme,CFO,\n");
    let preview = |args: &[&str]| {
        desk.roster(&[&["preview", &file], args].concat()).done()["dialect"].clone()
    };
    let voted = preview(&[]);
    assert_eq!(
        (&voted["name"], &voted["known"], &voted["columns"]),
        (&json!("linkedin"), &json!(7), &json!(7))
    );
    assert_eq!(preview(&["--dialect", "none"]), json!(null));
    assert_eq!(
        preview(&["--dialect", "outlook-desktop:en"])["name"],
        "outlook-desktop"
    );
    desk.roster(&["preview", &file, "--dialect", "lotus"])
        .failed();
}

#[test]
fn garbled_text_is_told_and_repaired_on_demand() {
    let desk = Desk::new();
    let file = desk.file(
        "people.csv",
        "Name,E-mail\nGrÃ¶ÃŸer,a@x.example\nKÃ¤the,b@x.example\n",
    );
    let preview = desk.roster(&["preview", &file]).done();
    assert_eq!(
        preview["garbled"]["samples"][1],
        json!({"before": "KÃ¤the", "after": "Käthe"})
    );
    assert_eq!(
        preview["rows"][1][0], "KÃ¤the",
        "nothing is changed unasked"
    );
    desk.roster(&["import", &file, "--repair-text", "yes"])
        .done();
    assert_eq!(desk.the("a@x")["name"], "Größer");
}

#[test]
fn a_mapping_is_kept_under_a_name() {
    let desk = Desk::new();
    let map = ["--map", "What=nickname", "--save-mapping", "Members"];
    desk.import_csv(&["What,E-mail", "Noni,noa@x.example"], &map);
    let listed = desk.roster(&["mappings"]).done();
    assert_eq!(listed["mappings"][0]["headers"], json!(["What", "E-mail"]));
    desk.import_csv(
        &["E-mail,What", "tom@x.example,Tommy"],
        &["--mapping", "members"],
    );
    assert_eq!(desk.the("tom")["nickname"], "Tommy");
    desk.roster(&["mapping", "rename", "Members", "People"])
        .done();
    desk.roster(&["mapping", "delete", "People"]).done();
    desk.roster(&["mapping", "delete", "People"]).failed();
    let file = desk.file("x.csv", "What,E-mail\na,b@x.example\n");
    desk.roster(&["import", &file, "--mapping", "People"])
        .failed();
}

#[test]
fn weak_matches_are_created_and_told() {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail", "Noa Levi,noa@x.example"], &[]);
    let report = desk.import_csv(&["Name,E-mail", "Noa Levi,other@x.example"], &[]);
    assert_eq!(counts(&report), [1, 0, 0, 0, 0]);
    assert_eq!(report["similar"], 1);
}
