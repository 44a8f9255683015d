use crate::support::Desk;

/// Field, what Ada and Ben have there (Ada's comes first), and whether it is typed into the contact as it stands.
const DEFAULTS: &[(&str, &str, &str)] = &[
    ("prefix", "Dr.", "Prof."),
    ("middle_name", "ä", "Z"),
    ("suffix", "Jr.", "Sr."),
    ("nickname", "Łucja", "Mimi"),
    ("organization", "aurora", "Blue Harbour"),
    ("organization_kind", "account", "lead"),
    ("job_title", "CEO", "CFO"),
    ("department", "Finance", "Sales"),
    ("organization_role", "champion", "user"),
    ("organization_from", "2019-12-31", "2020-01-01"),
    ("organization_to", "2024-12-31", "2025-01-01"),
    ("email", "a@x.example", "b@x.example"),
    ("work_email", "a@w.example", "b@w.example"),
    ("phone", "+34612345670", "+34612345679"),
    ("phone_mobile", "+34612345671", "+34612345678"),
    ("fax", "+34912345671", "+34912345678"),
    ("website", "a.example", "b.example"),
    ("linkedin", "ada", "ben"),
    ("street", "Aleph 1", "Bet 2"),
    ("city", "Eilat", "Haifa"),
    ("region", "North", "South"),
    ("postcode", "01234", "11234"),
    ("country", "Germany", "Israel"),
    ("billing_city", "Akko", "Żory"),
    ("birthday", "1984-12-31", "1985-01-01"),
    ("time_zone", "Asia/Jerusalem", "Europe/Madrid"),
    ("language", "de", "he"),
    ("lifecycle", "customer/new", "lead/cold"),
    ("preferred_channel", "email", "sms"),
    ("contact_frequency", "daily", "weekly"),
    ("content_topics", "art", "law"),
    ("consents", "Fairs,given,,,", "Newsletter,given,,,"),
    ("tags", "press", "vip"),
    ("groups", "Board", "Choir"),
    ("notes", "apples", "pears"),
    ("source", "fair", "web"),
    ("created", "2019-05-06", "2019-05-07"),
];

/// Type, and values in their order.
const CUSTOM: &[(&str, [&str; 3])] = &[
    ("text", ["ähnlich", "Berg", "zu"]),
    ("long_text", ["a\nb", "b", "c"]),
    ("number", ["-20", "9", "100.5"]),
    ("money", ["-3.00 EUR", "20.00 EUR", "100.00 EUR"]),
    ("date", ["1999-12-31", "2026-01-01", "2026-11-22"]),
    ("yes_no", ["no", "yes", "yes"]),
    ("one_of", ["Green", "Red", "Yellow"]),
    ("many_of", ["Green, Red", "Red", "Yellow"]),
    (
        "url",
        [
            "https://a.example",
            "https://b.example",
            "https://c.example",
        ],
    ),
];

fn add(desk: &Desk, sets: &[String]) {
    let mut args = vec!["contact", "add"];
    for set in sets {
        args.extend(["--set", set]);
    }
    desk.roster(&args).done();
}

fn sorted(desk: &Desk, by: &str) -> Vec<String> {
    let contacts = desk.contacts(&["--sort", by]);
    let full_name = |contact: &serde_json::Value| contact["full_name"].as_str().unwrap().to_owned();
    contacts.iter().map(full_name).collect()
}

#[test]
fn contacts_are_sorted_by_every_field_both_ways_and_blanks_stand_last() {
    let desk = Desk::new();
    // Written so that neither the order of names nor that of ids is the one asked for.
    add(&desk, &["full_name=Nobody".into()]);
    for (name, of) in [("Zoe", 0), ("Adam", 1)] {
        let value = |(field, first, second): &(&str, &str, &str)| {
            format!("{field}={}", [first, second][of])
        };
        let mut sets = vec![format!("full_name={name}")];
        sets.extend(DEFAULTS.iter().map(value));
        add(&desk, &sets);
    }
    for (field, ..) in DEFAULTS {
        let (upwards, downwards) = match *field {
            // Everybody was made at some time; Nobody today.
            "created" => (["Zoe", "Adam", "Nobody"], ["Nobody", "Adam", "Zoe"]),
            _ => (["Zoe", "Adam", "Nobody"], ["Adam", "Zoe", "Nobody"]),
        };
        assert_eq!(sorted(&desk, field), upwards, "{field}");
        let down = format!("{field}:desc");
        assert_eq!(sorted(&desk, &down), downwards, "{down}");
    }
    assert_eq!(sorted(&desk, "full_name"), ["Adam", "Nobody", "Zoe"]);
    assert_eq!(desk.roster(&["contacts", "--sort", "shoe_size"]).code, 2);
}

#[test]
fn every_default_field_that_is_listed_sorts() {
    let desk = Desk::new();
    add(&desk, &["full_name=Zoe".into()]);
    let fields = desk.roster(&["fields"]).done();
    for field in fields["fields"].as_array().unwrap() {
        let code = field["code"].as_str().unwrap();
        // Made for files, of what other fields hold: nothing to put in order. Members have a list of their own.
        let for_files = [
            "used_first",
            "further_addresses",
            "point_labels",
            "payer",
            "paid_until",
        ];
        if !for_files.contains(&code) && !code.starts_with("member") {
            assert_eq!(sorted(&desk, code), ["Zoe"], "{code}");
        }
    }
}

#[test]
fn opt_outs_and_flags_sort() {
    let desk = Desk::new();
    desk.import_csv(
        &[
            "Full name,E-mail,E-mail status,Do not contact",
            "Out,o@x.example,unsubscribed,yes",
            "In,i@x.example,,",
        ],
        &[],
    );
    assert_eq!(sorted(&desk, "status_email"), ["In", "Out"]);
    assert_eq!(sorted(&desk, "status_email:desc"), ["Out", "In"]);
    assert_eq!(sorted(&desk, "do_not_contact"), ["Out", "In"]);
    assert_eq!(sorted(&desk, "name:desc"), ["Out", "In"]);
}

#[test]
fn custom_fields_of_every_type_sort_by_what_their_values_mean() {
    let desk = Desk::new();
    for (kind, _) in CUSTOM {
        let options: &[&str] = match *kind {
            "one_of" | "many_of" => &["--options", "Green,Red,Yellow"],
            "money" => &["--currency", "EUR"],
            _ => &[],
        };
        let label = format!("A {kind}");
        desk.roster(&[&["field", "add", &label, "--type", kind], options].concat())
            .done();
    }
    // In the order of names the values stand backwards.
    for (place, name) in ["Cyd", "Bob", "Ann"].iter().enumerate() {
        let mut sets = vec![format!("full_name={name}")];
        sets.extend(
            CUSTOM
                .iter()
                .map(|(kind, values)| format!("a_{kind}={}", values[place])),
        );
        add(&desk, &sets);
    }
    add(&desk, &["full_name=Aaron".into()]);
    for (kind, _) in CUSTOM {
        let up = sorted(&desk, &format!("a_{kind}"));
        let down = sorted(&desk, &format!("a_{kind}:desc"));
        match *kind {
            // Equal values stay in the order of names.
            "yes_no" => {
                assert_eq!(up, ["Cyd", "Ann", "Bob", "Aaron"]);
                assert_eq!(down, ["Ann", "Bob", "Cyd", "Aaron"]);
            }
            _ => {
                assert_eq!(up, ["Cyd", "Bob", "Ann", "Aaron"], "{kind}");
                assert_eq!(down, ["Ann", "Bob", "Cyd", "Aaron"], "{kind} downwards");
            }
        }
    }
    // What doesn't fit a type any more stands behind what does, in both directions.
    desk.roster(&["contact", "edit", "1", "--set", "a_text=2026-05-01"])
        .done();
    desk.roster(&[
        "field",
        "edit",
        "a_text",
        "--type",
        "date",
        "--keep-misfits",
    ])
    .done();
    for by in ["a_text", "a_text:desc"] {
        assert_eq!(sorted(&desk, by)[0], "Cyd", "{by}");
    }
}
