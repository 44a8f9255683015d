//! Cards written and read again: nothing is lost between the two, nor by the way of a person.

use proptest::prelude::*;
use roster_formats::{
    Card, Param, Photo, Point, PostalAddress, Property, VCard, VCards, Value, Version, create_cards,
};

use crate::support::sample_path;

fn written(cards: &[VCard], version: Version) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.vcf");
    let mut writer = create_cards(&path, version).unwrap();
    cards.iter().for_each(|card| writer.card(card).unwrap());
    let size = writer.finish().unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(size, text.len() as u64);
    text
}

fn read(bytes: &[u8]) -> Vec<VCard> {
    let mut cards = VCards::of(bytes);
    std::iter::from_fn(|| cards.next_card().unwrap()).collect()
}

fn sample_cards() -> Vec<VCard> {
    let files = std::fs::read_dir(sample_path("vcards")).unwrap();
    let paths = files.map(|entry| entry.unwrap().path());
    let vcf = paths.filter(|path| path.extension().is_some_and(|e| e == "vcf"));
    vcf.flat_map(|path| read(&std::fs::read(path).unwrap()))
        .collect()
}

/// What the versions write differently by intention, made the same: the preferred one, the types of pictures.
fn comparable(card: &VCard) -> Vec<Property> {
    let mut properties = card.properties.clone();
    for property in &mut properties {
        property.name = property.name.replace("X-ADDRESSBOOKSERVER-", "");
        let is_bytes = matches!(property.value, Value::Bytes(_));
        let mut params: Vec<(String, String)> = Vec::new();
        for param in &property.params {
            for value in &param.values {
                let preferred = param.name == "PREF" || value.eq_ignore_ascii_case("pref");
                let name = if preferred { "PREF" } else { &param.name };
                let value = if preferred { "1" } else { value };
                let value = if is_bytes {
                    value.to_uppercase()
                } else {
                    value.to_owned()
                };
                params.push((name.to_owned(), value));
            }
        }
        if is_bytes && params.iter().all(|(name, _)| name != "TYPE") {
            let png =
                matches!(&property.value, Value::Bytes(bytes) if bytes.starts_with(b"\x89PNG"));
            params.push(("TYPE".into(), if png { "PNG" } else { "JPEG" }.into()));
        }
        params.sort();
        params.dedup();
        property.params = params
            .into_iter()
            .map(|(name, value)| Param {
                name,
                values: vec![value],
            })
            .collect();
    }
    properties
}

#[test]
fn every_property_of_every_sample_survives_both_versions() {
    let cards = sample_cards();
    assert_eq!(cards.len(), 39);
    for version in [Version::V30, Version::V40] {
        let again = read(written(&cards, version).as_bytes());
        assert_eq!(again.len(), cards.len());
        for (card, again) in cards.iter().zip(&again) {
            assert_eq!(again.version, version);
            assert_eq!(comparable(again), comparable(card));
        }
    }
}

#[test]
fn photos_survive_byte_for_byte() {
    let photo = |bytes: &[u8]| {
        let card = read(bytes).remove(0);
        Card::from(card).photo.unwrap()
    };
    let file = std::fs::read(sample_path("vcards/v21_blackberry_photo.vcf")).unwrap();
    let original = photo(&file);
    // Length and a checksum as another program reads them.
    let sum: u64 = original.bytes.iter().map(|b| u64::from(*b)).sum();
    assert_eq!((original.bytes.len(), sum), (2056, 249_530));
    let card = Card {
        photo: Some(original.clone()),
        ..Card::default()
    };
    for version in [Version::V30, Version::V40] {
        let text = written(&[card.to_vcard(version)], version);
        assert!(text.lines().all(|line| line.len() <= 75));
        assert_eq!(photo(text.as_bytes()), original);
    }
}

#[test]
fn a_file_is_what_other_programs_take() {
    let card = Card {
        first_name: Some("Noa".into()),
        last_name: Some("Levi; \"x\"".into()),
        emails: vec![Point::new("n@x.example", &["work", "pref"])],
        birthday: Some("--03-09".into()),
        uid: Some("0190b7f0-1111-7000-8000-000000000000".into()),
        categories: vec!["Board, old".into()],
        ..Card::default()
    };
    assert_eq!(
        written(&[card.to_vcard(Version::V30)], Version::V30),
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Levi\\; \"x\";Noa;;;\r\nFN:Noa Levi\\; \"x\"\r\n\
         EMAIL;TYPE=work,pref:n@x.example\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-03-09\r\nCATEGORIES:Board\\, old\r\n\
         UID:0190b7f0-1111-7000-8000-000000000000\r\nEND:VCARD\r\n"
    );
    assert_eq!(
        written(&[card.to_vcard(Version::V40)], Version::V40),
        "BEGIN:VCARD\r\nVERSION:4.0\r\nN:Levi\\; \"x\";Noa;;;\r\nFN:Noa Levi\\; \"x\"\r\n\
         EMAIL;TYPE=work;PREF=1:n@x.example\r\nBDAY:--0309\r\nCATEGORIES:Board\\, old\r\n\
         UID:urn:uuid:0190b7f0-1111-7000-8000-000000000000\r\nEND:VCARD\r\n"
    );
}

fn text() -> impl Strategy<Value = String> {
    "[a-zא-ת日é😀;,:=\\\\\"'^. \n-]{0,90}[a-zא-ת]"
}

fn word() -> impl Strategy<Value = String> {
    "[a-zא-ת日]{1,12}( [a-z;.\\\\-]{1,8})?"
}

fn property() -> impl Strategy<Value = Property> {
    let params = prop::collection::vec(
        (
            "X-[A-Z]{1,6}",
            prop::collection::vec("[a-zא-ת,;:^ \"\n]{0,20}[a-z]", 1..3),
        ),
        0..3,
    );
    let value = prop_oneof![
        text().prop_map(Value::Text),
        prop::collection::vec(any::<u8>(), 1..300).prop_map(Value::Bytes),
    ];
    (
        "X-[A-Z0-9-]{1,10}",
        prop::option::of("item[0-9]"),
        params,
        value,
    )
        .prop_map(|(name, group, params, value)| {
            let params = params.into_iter().map(|(name, values)| Param {
                name,
                values: values.into_iter().map(|v| v.trim().to_owned()).collect(),
            });
            let mut property = match value {
                Value::Text(text) => Property::text(&name, &text),
                Value::Bytes(bytes) => Property {
                    value: Value::Bytes(bytes),
                    ..Property::text(&name, "").with("TYPE", &["OCTET"])
                },
            };
            property.group = group;
            property.params.extend(params);
            property
        })
}

fn option(strategy: impl Strategy<Value = String> + 'static) -> BoxedStrategy<Option<String>> {
    prop::option::of(strategy).boxed()
}

fn points(types: &'static [&'static str]) -> impl Strategy<Value = Vec<Point>> {
    let types = prop::sample::select(types);
    let point = ("[a-z0-9@.+]{1,20}", types).prop_map(|(value, kind)| Point::new(&value, &[kind]));
    prop::collection::vec(point, 0..3)
}

fn person() -> impl Strategy<Value = Card> {
    let names = (
        option(word()),
        option(word()),
        option(word()),
        option(word()),
        word(),
    );
    let work = (
        option(word()),
        option(word()),
        option(text()),
        prop::collection::vec(word(), 0..3),
    );
    let reach = (
        points(&["work", "home"]),
        points(&["cell", "fax"]),
        points(&["skype", "x", "linkedin", "jabber", "im", "sip"]),
    );
    let place = (
        [word(), word(), word()],
        prop::sample::select(vec!["home", "work"]),
    );
    let birthday = prop::sample::select(vec![
        None,
        Some("1985-03-09"),
        Some("--02-29"),
        Some("spring"),
    ]);
    (
        names,
        work,
        reach,
        prop::option::of(place),
        birthday,
        prop::collection::vec(any::<u8>(), 0..99),
    )
        .prop_map(
            |(
                (first, last, prefix, nickname, full),
                (company, title, notes, categories),
                (emails, phones, accounts),
                place,
                birthday,
                photo,
            )| Card {
                first_name: first,
                last_name: last,
                prefix,
                nickname,
                full_name: Some(full),
                organization: company,
                job_title: title,
                notes: notes.map(|n| n.trim().to_owned()),
                categories,
                emails,
                phones,
                accounts,
                addresses: place
                    .into_iter()
                    .map(|([street, city, country], kind)| PostalAddress {
                        types: vec![kind.into()],
                        street,
                        city,
                        country,
                        ..PostalAddress::default()
                    })
                    .collect(),
                birthday: birthday.map(str::to_owned),
                photo: (!photo.is_empty()).then_some(Photo { bytes: photo }),
                ..Card::default()
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_property_survives(properties in prop::collection::vec(property(), 0..8), latest in any::<bool>()) {
        let version = if latest { Version::V40 } else { Version::V30 };
        let card = VCard { version, properties };
        let text = written(std::slice::from_ref(&card), version);
        prop_assert!(text.lines().all(|line| line.len() <= 75));
        let again = read(text.as_bytes());
        prop_assert_eq!(again.len(), 1);
        prop_assert_eq!(comparable(&again[0]), comparable(&card));
    }

    #[test]
    fn every_person_survives(person in person(), latest in any::<bool>()) {
        let version = if latest { Version::V40 } else { Version::V30 };
        let text = written(&[person.to_vcard(version)], version);
        let again = Card::from(read(text.as_bytes()).remove(0));
        prop_assert_eq!(again, person);
    }
}
