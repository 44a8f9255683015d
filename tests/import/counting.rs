use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

use crate::support::Desk;
use crate::support::desk::counts;

/// Cells that are good, bad, empty, repeated or odd.
fn cell(values: &'static [&'static str]) -> impl Strategy<Value = String> {
    select(values).prop_map(str::to_owned)
}

fn row() -> impl Strategy<Value = String> {
    (
        cell(&["Noa", "Ines", "נועה", "José", "", "=1+1", "\"a, b\""]),
        cell(&["Levi", "Vidal", "", "O'Neil", "לוי"]),
        cell(&[
            "noa@x.example",
            "ines@x.example",
            "NOA@x.example",
            "",
            "not an address",
            "a@",
            "desk@x.example",
        ]),
        cell(&[
            "+972501234567",
            "050-123 4567",
            "",
            "12",
            "5.01234567E+8",
            "call me",
            "+34612345678",
        ]),
        cell(&["Choir", "\"Choir, Board\"", "", ";", "choir"]),
        cell(&["1984-05-06", "06/05/1984", "", "31.02.2020", "yesterday"]),
        cell(&["Spain", "IL", "", "Atlantis"]),
    )
        .prop_map(|(a, b, c, d, e, f, g)| [a, b, c, d, e, f, g].join(","))
}

proptest! {
    // The same files in every run: what fails, fails for everybody. `cases` is what a minute allows.
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn rows_add_up_and_a_second_import_changes_nothing(rows in prop::collection::vec(row(), 1..40)) {
        let desk = Desk::new();
        let header = "First name,Last name,E-mail,Mobile,Groups,Birthday,Country";
        let file = desk.file("people.csv", format!("{header}\n{}\n", rows.join("\n")));
        let args = ["import", &file, "--country", "IL", "--header-row", "1"];
        let rehearsed = counts(&desk.roster(&[&args[..], &["--rehearse"]].concat()).done());
        let report = desk.roster(&args).done();
        let first = counts(&report);
        prop_assert_eq!(rehearsed, first, "what was rehearsed is what runs");
        prop_assert_eq!(&desk.stats()["contacts"], first[0]);
        let not_blank = rows.iter().filter(|r| r.chars().any(|c| c != ',')).count();
        prop_assert_eq!(report["rows"].as_u64(), Some(not_blank as u64));
        let second = counts(&desk.roster(&args).done());
        prop_assert_eq!(&second[..2], [0, 0], "the second import of {:?}", rows);
        prop_assert_eq!(second[4], first[4]);
        desk.assert_sound();
    }
}

/// Several people share an e-mail, and one row has a part of a name that fits two of them.
#[test]
fn a_file_whose_people_share_an_email_changes_nothing_the_second_time() {
    let desk = Desk::new();
    let lines = [
        "First name,Last name,E-mail,Country",
        "Noa,,desk@x.example,",
        "Ines,,desk@x.example,Spain",
        ",Levi,desk@x.example,",
    ];
    assert_eq!(counts(&desk.import_csv(&lines, &[])), [2, 0, 0, 1, 0]);
    assert_eq!(counts(&desk.import_csv(&lines, &[])), [0, 0, 2, 1, 0]);
}
