//! Address books: what phones and programs wrote, as rows, each against a reading of the file by hand.

use std::collections::BTreeMap;

use roster_formats::{Format, FormatError, ReadOptions, Source, Table, open};

use crate::support::{bytes, rows, sample_path};

/// The cells of a row that hold anything, by their columns.
pub type Cells = BTreeMap<String, String>;

pub fn people(table: &Table) -> Vec<Cells> {
    let cells = |row: &roster_formats::Row| {
        let texts = row.cells.iter().map(|cell| cell.to_text().into_owned());
        let all = table.columns.iter().cloned().zip(texts);
        all.filter(|(_, text)| !text.is_empty()).collect()
    };
    rows(table).iter().map(cells).collect()
}

pub fn card_sample(name: &str) -> Table {
    let path = sample_path("vcards").join(name);
    open(Source::Path(path), &ReadOptions::default()).unwrap()
}

pub fn read(name: &str, content: impl Into<Vec<u8>>) -> Result<Table, FormatError> {
    open(bytes(name, content), &ReadOptions::default())
}

pub fn vcf(content: impl Into<Vec<u8>>) -> Vec<Cells> {
    people(&read("a.vcf", content).unwrap())
}

pub fn cells(pairs: &[(&str, &str)]) -> Cells {
    let owned = |(column, text): &(&str, &str)| ((*column).to_owned(), (*text).to_owned());
    pairs.iter().map(owned).collect()
}

/// A sample, and each of its people as read by hand.
type Reading<'a> = (&'a str, &'a [&'a [(&'a str, &'a str)]]);

const READINGS: &[Reading] = &[
    (
        "v21_adr_multiple_line.vcf",
        &[&[
            ("Last name", "bogus"),
            ("Website", "http://bogus.com/"),
            ("Street, home", "Grindelberg 999"),
            ("City, home", "Hamburg"),
            ("Postcode, home", "99999"),
            ("Country, home", "Deutschland"),
            ("Street", "Hermann v. Brevern"),
            ("Street, line 2", "9999999, Packstation 999"),
            ("City", "Hamburg"),
            ("Postcode", "99999"),
            ("Country", "Deutschland"),
            ("Birthday", "2008-12-03"),
        ]],
    ),
    (
        "v21_backslash.vcf",
        &[&[
            ("First name", "A;B\\"),
            ("Middle name", "C\\;"),
            ("Prefix", "D"),
            ("Suffix", ":E"),
            ("Full name", "A;B\\C;D:E\\"),
        ]],
    ),
    (
        "v21_blackberry_photo.vcf",
        &[&[
            ("Last name", "boogie"),
            ("Phone, office", "+5555555"),
            ("Phone, mobile", "+5555556"),
            ("E-mail", "forrestgump@walladalla.com"),
            ("Photo", "(3 KB)"),
        ]],
    ),
    (
        "v21_im.vcf",
        &[&[
            ("Nickname", "Nick"),
            ("Messaging, google talk", "hhh@gmail.com"),
        ]],
    ),
    (
        "v21_invalid_comment_line.vcf",
        &[&[
            ("UID", "357"),
            ("First name", "Conference Call"),
            (
                "Notes",
                "This is an (sharp ->#<- sharp) example. This message must NOT be ignored.",
            ),
        ]],
    ),
    (
        "v21_invalid_multiple_line.vcf",
        &[&[("First name", "Omega"), ("E-mail", "omega@example.com")]],
    ),
    (
        "v21_japanese_1.vcf",
        &[&[
            ("Last name", "安藤ロイド"),
            ("Phone", "0300000000"),
            ("SOUND", "ｱﾝﾄﾞｳﾛｲﾄﾞ;;;;"),
        ]],
    ),
    (
        "v21_japanese_2.vcf",
        &[&[
            ("Last name", "安藤"),
            ("First name", "ロイド1"),
            ("Street, home", "東京都渋谷区桜丘町26-1セルリアンタワー6階"),
            ("Postcode, home", "150-8512"),
            ("Notes", "メモ"),
            ("SOUND", "ｱﾝﾄﾞｳ;ﾛｲﾄﾞ1;;;"),
        ]],
    ),
    (
        "v21_japanese_3.vcf",
        &[&[
            ("Last name", "伊能"),
            ("First name", "圭一"),
            ("Middle name", "伊予"),
        ]],
    ),
    (
        "v21_malformed_photo.vcf",
        &[&[
            ("Last name", "name"),
            ("Full name", "fullname"),
            ("PHOTO", "qgEPAAIAAAAHAAAAugEQAAIAAAAG:ASDF=="),
        ]],
    ),
    (
        "v21_multiple_entry.vcf",
        &[
            &[
                ("Last name", "安藤ロイド3"),
                ("Phone", "9\n10\n11"),
                ("Fax", "12"),
                ("SOUND", "ｱﾝﾄﾞｳﾛｲﾄﾞ3;;;;"),
            ],
            &[
                ("Last name", "安藤ロイド4"),
                ("Phone", "13\n15\n16"),
                ("Pager", "14"),
                ("SOUND", "ｱﾝﾄﾞｳﾛｲﾄﾞ4;;;;"),
            ],
            &[
                ("Last name", "安藤ロイド5"),
                ("Phone", "17\n18\n19\n20"),
                ("SOUND", "ｱﾝﾄﾞｳﾛｲﾄﾞ5;;;;"),
            ],
        ],
    ),
    (
        "v21_nest.vcf",
        &[
            &[("Last name", "nest1")],
            &[("Last name", "nest2")],
            &[("Last name", "parent"), ("Phone", "1")],
        ],
    ),
    (
        "v21_org_before_title.vcf",
        &[&[
            ("Full name", "Normal Guy"),
            ("Organization", "Company"),
            ("Department", "Organization, Devision, Room, Sheet No."),
            ("Job title", "Excellent Janitor"),
        ]],
    ),
    (
        "v21_pref_handling.vcf",
        &[&[
            ("Full name", "Smith"),
            ("Phone, office", "2"),
            ("Phone, home", "1"),
            ("Phone", "3"),
            ("E-mail, home", "test@example.com"),
            ("E-mail", "test2@examination.com"),
            ("Organization", "Company"),
            ("Job title", "Engineer"),
            ("Organization 2", "Mystery"),
            ("Organization 3", "Poetry"),
            ("Job title 2", "Blogger"),
            ("Job title 3", "Poet"),
        ]],
    ),
    (
        "v21_simple_1.vcf",
        &[&[("Last name", "Ando"), ("First name", "Roid")]],
    ),
    ("v21_simple_2.vcf", &[&[("Full name", "Ando Roid")]]),
    (
        "v21_simple_3.vcf",
        &[&[("Last name", "Ando"), ("First name", "Roid")]],
    ),
    (
        "v21_sip.vcf",
        &[&[
            ("Full name", "Android"),
            ("Messaging, sip", "888\n90-180-360"),
        ]],
    ),
    (
        "v21_title_before_org.vcf",
        &[&[
            ("Full name", "Nice Guy"),
            ("Job title", "Cool Title"),
            ("Organization", "Marverous"),
            ("Department", "Perfect, Great, Good, Bad, Poor"),
        ]],
    ),
    (
        "v21_winmo_65.vcf",
        &[&[
            ("Last name", "Example"),
            ("Anniversary", "2009-10-10"),
            ("Assistant", "Invalid line which must be handled correctly."),
        ]],
    ),
    (
        "v21_x_android_custom_after_photo.vcf",
        &[&[
            ("Last name", "Ando"),
            ("First name", "Roid"),
            ("Photo", "(3 KB)"),
            ("Anniversary", "1999-07-10"),
            ("Birthday", "1975-08-20"),
        ]],
    ),
    (
        "v21_x_param.vcf",
        &[&[
            ("Last name", "Ando"),
            ("First name", "Roid"),
            ("Street", "street, pobox"),
            ("Phone", "1\n2"),
            ("E-mail", "email@example.com\nemail2@example.com"),
        ]],
    ),
    (
        "v30_comma_separated.vcf",
        &[&[
            ("Last name", "F"),
            ("First name", "G"),
            ("Middle name", "M"),
            ("Phone", "1"),
        ]],
    ),
    (
        "v30_ios_613_multiline.vcf",
        &[&[
            ("First name", "Bob"),
            ("Last name", "Smith"),
            ("Organization", "Smith Auto Repair"),
            ("E-mail", "bob@smithauto.com"),
            ("Phone, mobile", "(650) 555-1212"),
            ("Website", "www.smithauto.com"),
            ("Photo", "(1 KB)"),
        ]],
    ),
    (
        "v30_japanese.vcf",
        &[&[
            ("Last name", "伊能"),
            ("First name", "圭一"),
            ("Middle name", "伊予"),
        ]],
    ),
    (
        "v30_multibyte_param.vcf",
        &[&[
            ("Last name", "F"),
            ("First name", "G"),
            ("Middle name", "M"),
            ("Phone", "1"),
        ]],
    ),
    (
        "v30_pager.vcf",
        &[&[
            ("Last name", "F"),
            ("First name", "G"),
            ("Middle name", "M"),
            ("Pager", "6101231234@pagersample.com"),
        ]],
    ),
    (
        "v30_pause_wait.vcf",
        &[&[
            ("Last name", "Pause"),
            ("First name", "Wait"),
            ("Phone", "p1234p5678w9"),
        ]],
    ),
    (
        "v30_simple.vcf",
        &[&[
            ("Last name", "And"),
            ("First name", "Roid"),
            ("Organization", "Open"),
            ("Department", "Handset, Alliance"),
            ("Phone", "0300000000"),
            ("SORT-STRING", "android"),
            ("X-GNO", "0"),
            ("X-GN", "group0"),
            ("X-REDUCTION", "0"),
        ]],
    ),
    (
        "v30_sip.vcf",
        &[&[
            ("Full name", "Android"),
            ("Messaging, sip", "android@android.example.com"),
        ]],
    ),
    (
        "v40_sip.vcf",
        &[&[
            ("Last name", "安藤"),
            ("First name", "ロイド"),
            ("Phone, home", "1"),
            ("Messaging, sip", "example@example.com"),
        ]],
    ),
    (
        "v40_sort_as.vcf",
        &[&[
            ("Last name", "安藤"),
            ("First name", "ロイド"),
            ("Organization", "グーグル"),
            ("Department", "検索部門"),
        ]],
    ),
];

#[test]
fn every_sample_reads_as_a_person_reads_it() {
    for (name, readings) in READINGS {
        let read = people(&card_sample(name));
        let expected: Vec<Cells> = readings.iter().map(|reading| cells(reading)).collect();
        assert_eq!(read, expected, "{name}");
    }
}

#[test]
fn the_most_complicated_sample_loses_nothing() {
    let table = card_sample("v21_complicated.vcf");
    assert_eq!(table.format, Format::Vcf);
    let all = people(&table);
    let one = |column: &str| all[0][column].as_str();
    assert_eq!(all.len(), 1);
    assert_eq!(one("Full name"), "Joe Due");
    assert_eq!(
        [
            one("Prefix"),
            one("First name"),
            one("Middle name"),
            one("Last name"),
            one("Suffix")
        ],
        ["Pos", "Forrest", "Hoge", "Gump", "Tao"]
    );
    assert_eq!(one("Department"), "Sales Dept.;Manager, Fish keeper");
    assert_eq!(one("Job title"), "Shrimp Man");
    assert_eq!(one("Role"), "Fish Cake Keeper!");
    assert_eq!(one("Phone, office"), "(111) 555-1212");
    assert_eq!(one("Phone, home"), "(404) 555-1212");
    assert_eq!(one("Phone, mobile"), "0311111111");
    assert_eq!(one("Phone"), "0322222222\n0333333333");
    assert_eq!(
        one("E-mail"),
        "forrestgump@walladalla.com\ncell@example.com"
    );
    assert_eq!(one("Street, work"), "100 Waters Edge");
    assert_eq!(one("Country, home"), "United States of America");
    assert_eq!(
        one("Notes"),
        "The following note is the example from RFC 2045.\nNow's the time for all folk to come to the aid of their country."
    );
    assert_eq!(one("Birthday"), "1980-01-01");
    assert_eq!(one("Website"), "http://www.example.com/");
    assert_eq!(one("Coordinates"), "35.6563854,139.6994233");
    assert_eq!(one("X-ATTRIBUTE"), "Some String");
    assert_eq!(one("Photo"), "(4 KB)");
}

#[test]
fn groups_come_from_categories_and_from_cards_of_members() {
    let apple = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Board\\, old\r\nUID:G\r\nX-ADDRESSBOOKSERVER-KIND:group\r\n\
        X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:AB-1\r\nEND:VCARD\r\n\
        BEGIN:VCARD\r\nVERSION:3.0\r\nN:Levi;Noa;;;\r\nFN:Noa Levi\r\nUID:ab-1\r\nCATEGORIES:Friends,Press\r\nEND:VCARD\r\n\
        BEGIN:VCARD\r\nVERSION:4.0\r\nFN:News\r\nKIND:group\r\nMEMBER:urn:uuid:AB-1\r\nMEMBER:mailto:eve@x.example\r\nEND:VCARD\r\n";
    let all = vcf(apple);
    assert_eq!(all.len(), 2);
    assert_eq!(all[0]["Groups"], "\"Board, old\"\nNews\nFriends\nPress");
    assert_eq!(
        all[1],
        cells(&[("E-mail", "eve@x.example"), ("Groups", "News")])
    );
}

#[test]
fn what_apple_adds_is_understood() {
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Levi;Noa;;;\r\nFN:Noa Levi\r\n\
        item1.TEL:1\r\nitem1.X-ABLabel:_$!<HomeFAX>!$_\r\nitem2.EMAIL;type=INTERNET:n@x.example\r\nitem2.X-ABLabel:Work\r\n\
        item3.ADR;type=HOME;type=pref:;;5 Main St\\nGate B;Haifa;;31000;\r\nitem3.X-ABADR:il\r\n\
        item4.X-ABRELATEDNAMES:Dan\r\nitem4.X-ABLabel:_$!<Spouse>!$_\r\nitem5.X-ABDATE:2010-05-06\r\nitem5.X-ABLabel:_$!<Anniversary>!$_\r\n\
        BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-09\r\nX-SOCIALPROFILE;type=twitter:http://twitter.com/noa\r\n\
        IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:noa.levi\r\nEND:VCARD\r\n";
    assert_eq!(
        vcf(card),
        [cells(&[
            ("First name", "Noa"),
            ("Last name", "Levi"),
            ("Fax", "1"),
            ("E-mail, work", "n@x.example"),
            ("Street, home", "5 Main St"),
            ("Street, line 2, home", "Gate B"),
            ("City, home", "Haifa"),
            ("Postcode, home", "31000"),
            ("Country, home", "IL"),
            ("Spouse", "Dan"),
            ("Anniversary", "2010-05-06"),
            ("Birthday", "--03-09"),
            ("X", "http://twitter.com/noa"),
            ("Skype", "noa.levi"),
        ])]
    );
}

#[test]
fn labels_in_the_owner_s_own_words_are_kept() {
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:A\nitem1.TEL:1\nitem1.X-ABLabel:Summer House\nitem2.URL:a.example\n\
        item2.X-ABLabel:_$!<HomePage>!$_\nitem5.URL:b.example\nitem5.X-ABLabel:Shop\nitem3.ADR;TYPE=HOME:;;1 A;X;;;\nitem3.X-ABLabel:Lake\nitem4.TEL:2\n\
        item4.X-ABLabel:Mobile\nEND:VCARD\n";
    assert_eq!(
        vcf(card),
        [cells(&[
            ("Full name", "A"),
            ("Phone", "1"),
            ("Phone, mobile", "2"),
            ("Website", "a.example\nb.example"),
            (
                "Contact point labels",
                "phone,1,summer house\nwebsite,b.example,shop"
            ),
            ("Street, home", "1 A"),
            ("City, home", "X"),
            ("Label of an address", "Lake"),
        ])]
    );
}

#[test]
fn organizations_and_titles_stand_in_pairs() {
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:A\nTITLE:CFO\nTITLE:Chair\nTITLE:Poet\nORG:Acme;Sales\nORG:Choir;Board;Money\n\
        END:VCARD\n";
    assert_eq!(
        vcf(card),
        [cells(&[
            ("Full name", "A"),
            ("Job title", "CFO"),
            ("Job title 2", "Chair"),
            ("Job title, further", "Poet"),
            ("Organization", "Acme"),
            ("Department", "Sales"),
            ("Organization 2", "Choir"),
            ("Department 2", "Board, Money"),
        ])]
    );
}

#[test]
fn addresses_of_one_label_are_all_kept() {
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:A\nADR;TYPE=HOME:;;1 A;X;;;\nADR;TYPE=HOME:;;2 B;Y;;;\nADR;TYPE=HOME:;;3 C;Z;;;\nEND:VCARD\n";
    let all = vcf(card);
    assert_eq!(all[0]["Street, home"], "1 A");
    assert_eq!(all[0]["Street"], "2 B");
    assert_eq!(all[0]["Further addresses"], "home,3 C,,Z,,,,");
}

#[test]
fn text_is_decoded_however_it_was_written() {
    let named =
        |name: &str| format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL:1\r\nEND:VCARD\r\n");
    let hebrew = named("נועה לוי מירושלים");
    let name = |content: Vec<u8>| {
        let table = read("a.vcf", content).unwrap();
        (
            table.encoding.unwrap().to_owned(),
            people(&table)[0]["Full name"].clone(),
        )
    };
    let wanted = "נועה לוי מירושלים".to_owned();
    assert_eq!(
        name(hebrew.clone().into_bytes()),
        ("UTF-8".into(), wanted.clone())
    );
    assert_eq!(name(format!("\u{feff}{hebrew}").into_bytes()).1, wanted);
    let wide: Vec<u8> = format!("\u{feff}{hebrew}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(name(wide).1, wanted);
    let page = encoding_rs::WINDOWS_1255
        .encode(&hebrew.repeat(4))
        .0
        .into_owned();
    assert_eq!(name(page.clone()), ("windows-1255".into(), wanted));
    let options = ReadOptions {
        encoding: Some("windows-1252".into()),
        ..ReadOptions::default()
    };
    let wrong = open(bytes("a.vcf", page), &options).unwrap();
    assert_eq!(wrong.encoding, Some("windows-1252"));
    assert!(people(&wrong)[0]["Full name"].starts_with("ðåòä"));
    let carriage = hebrew.replace("\r\n", "\r");
    assert_eq!(vcf(carriage).len(), 1);
}
