//! No output for a channel holds a value that may not be used, whatever the contacts and their subscriptions.
//!
//! [`outputs`] goes through every way in which values leave for a channel: a new output belongs there.

mod complete;

use std::ops::ControlFlow;
use std::path::Path;

use proptest::prelude::*;
use roster_formats::{ReadOptions, Source};

use super::*;
use crate::contacts::{ContactsQuery, Selection};
use crate::export::{self, ExportChoice, ExportRequest, LeftOutRequest};
use crate::opt_outs::{self, OptOutAct, OptOutAdd, OptOutValue};
use crate::post::{self, LettersRequest, Mailing};
use crate::progress::Job;
use crate::testing::{Temp, workspace};
use crate::workspace::{Settings, set_settings};

/// A contact to be made: which of the values it holds, and its flags.
#[derive(Debug, Clone)]
struct Made {
    emails: Vec<usize>,
    phones: Vec<usize>,
    fax: Option<usize>,
    street: bool,
    do_not_contact: bool,
    deceased: bool,
}

fn email(n: usize) -> String {
    format!("p{n}@Post.example")
}

fn phone(n: usize) -> String {
    format!("050-765 43{n}0")
}

fn made() -> impl Strategy<Value = Made> {
    let few = || prop::collection::vec(0..6usize, 0..4);
    let fax = prop::option::weighted(0.2, 0..6usize);
    (
        few(),
        few(),
        fax,
        any::<bool>(),
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.1),
    )
        .prop_map(
            |(emails, phones, fax, street, do_not_contact, deceased)| Made {
                emails,
                phones,
                fax,
                street,
                do_not_contact,
                deceased,
            },
        )
}

async fn make(contacts: &[Made], out: &[(bool, usize)]) -> Temp {
    let temp = workspace().await;
    let settings = Settings {
        country: Some("IL".into()),
        ..Settings::default()
    };
    set_settings(&temp.ws, &settings).await.unwrap();
    for (n, made) in contacts.iter().enumerate() {
        let mut set = vec![("first_name".to_owned(), format!("Contact{n}"))];
        let labels = ["email", "work_email", "home_email"];
        set.extend(
            made.emails
                .iter()
                .zip(labels.iter().cycle())
                .map(|(n, f)| ((*f).to_owned(), email(*n))),
        );
        let labels = ["phone_mobile", "phone", "phone_office"];
        set.extend(
            made.phones
                .iter()
                .zip(labels.iter().cycle())
                .map(|(n, f)| ((*f).to_owned(), phone(*n))),
        );
        set.extend(made.fax.map(|n| ("fax".to_owned(), phone(n))));
        set.extend(
            made.street
                .then(|| ("street".to_owned(), "Herzl 1".to_owned())),
        );
        set.extend(
            made.do_not_contact
                .then(|| ("do_not_contact".to_owned(), "yes".to_owned())),
        );
        set.extend(
            made.deceased
                .then(|| ("deceased".to_owned(), "yes".to_owned())),
        );
        let set: Vec<(&str, &str)> = set.iter().map(|(f, v)| (f.as_str(), v.as_str())).collect();
        temp.create(&set).await;
    }
    let values = out.iter().map(|(is_email, n)| OptOutValue {
        kind: None,
        value: if *is_email { email(*n) } else { phone(*n) },
    });
    let input = OptOutAdd {
        values: values.collect(),
        act: OptOutAct::default(),
        country: None,
    };
    opt_outs::add(&temp.ws, &input).await.unwrap();
    temp
}

fn read_back(path: &Path) -> Vec<String> {
    if path.extension().is_some_and(|ending| ending == "vcf") {
        let text = std::fs::read_to_string(path).unwrap();
        let unfolded = text.replace("\r\n ", "");
        return unfolded.lines().map(str::to_owned).collect();
    }
    let table =
        roster_formats::open(Source::Path(path.to_owned()), &ReadOptions::default()).unwrap();
    let mut texts = Vec::new();
    table
        .read(&mut |row| {
            texts.extend(row.cells.iter().map(|cell| cell.to_text().into_owned()));
            ControlFlow::Continue(())
        })
        .unwrap();
    texts
}

/// The program that a file is called after, if it is.
fn dialect_of(path: &Path) -> Option<String> {
    let name = path.file_stem()?.to_str()?;
    ["google", "outlook", "mailchimp"]
        .contains(&name)
        .then(|| name.to_owned())
}

async fn exported(
    temp: &Temp,
    channel: Channel,
    path: &Path,
    fields: &[&str],
    (query, selection): (ContactsQuery, Option<Selection>),
) -> Vec<String> {
    let request = ExportRequest {
        path: path.display().to_string(),
        choice: ExportChoice {
            fields: fields.iter().map(|f| (*f).to_owned()).collect(),
            purpose: Some(channel),
            dialect: dialect_of(path),
            ..ExportChoice::default()
        },
        query,
        selection,
        left_out_path: Some(path.with_extension("left.csv").display().to_string()),
    };
    let report = export::run(&temp.ws, &request, &Job::silent())
        .await
        .unwrap();
    let mut texts = read_back(path);
    texts.extend(
        report
            .left_out_file
            .iter()
            .flat_map(|file| read_back(Path::new(file))),
    );
    texts.extend(
        report
            .left_out_rows
            .iter()
            .map(|row| serde_json::to_string(row).unwrap()),
    );
    texts
}

/// Everything that every output gives for a channel.
async fn outputs(temp: &Temp, channel: Channel) -> Vec<(&'static str, Vec<String>)> {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let chosen = [
        "first_name",
        "email",
        "email2",
        "work_email",
        "phone",
        "phone2",
        "phone_office",
        "fax",
    ];
    let everyone = || (ContactsQuery::default(), None);
    let group = ContactsQuery {
        group: Some(temp_group(temp).await),
        ..ContactsQuery::default()
    };
    let chosen_ones = Selection::Ids {
        ids: contacts_of(temp).await.iter().map(|c| c.id).collect(),
    };
    let mut outputs = Vec::new();
    for (name, file, fields, whom) in [
        ("export, csv", "a.csv", &[][..], everyone()),
        ("export, xlsx", "a.xlsx", &[], everyone()),
        ("export, cards", "a.vcf", &[], everyone()),
        ("export for Google", "google.csv", &[], everyone()),
        ("export for Outlook", "outlook.csv", &[], everyone()),
        ("export for Mailchimp", "mailchimp.csv", &[], everyone()),
        ("export, chosen fields", "b.csv", &chosen, everyone()),
        ("export of a group", "c.csv", &[], (group.clone(), None)),
        (
            "export of a group, cards",
            "c.vcf",
            &[],
            (group.clone(), None),
        ),
        (
            "export of a selection",
            "d.xlsx",
            &[],
            (ContactsQuery::default(), Some(chosen_ones.clone())),
        ),
    ] {
        outputs.push((name, exported(temp, channel, &at(file), fields, whom).await));
    }
    let request = LeftOutRequest {
        path: at("left.xlsx").display().to_string(),
        query: ContactsQuery::default(),
        selection: None,
        purpose: channel,
    };
    let saved = export::save_left_out(&temp.ws, &request, &Job::silent())
        .await
        .unwrap();
    if saved.contacts > 0 {
        outputs.push(("list of those left out", read_back(&at("left.xlsx"))));
    }
    for (query, selection) in [
        everyone(),
        (group, None),
        (ContactsQuery::default(), Some(chosen_ones)),
    ] {
        if channel == Channel::Post {
            continue;
        }
        let request = AddressesRequest {
            query,
            selection,
            channel,
        };
        let copied = addresses(&temp.ws, &request, &Job::silent()).await.unwrap();
        outputs.push(("addresses to copy", copied.values));
    }
    if channel == Channel::Post {
        let path = at("letters.xlsx");
        let request = LettersRequest {
            path: path.display().to_string(),
            mailing: Mailing::default(),
        };
        let mailed = post::letters(&temp.ws, &request, &Job::silent())
            .await
            .unwrap();
        if mailed.letters > 0 {
            outputs.push(("mail merge", read_back(&path)));
        }
    }
    let mut reached = Vec::new();
    for contact in contacts_of(temp).await {
        let reach = reach(&temp.ws, contact.id).await.unwrap();
        reached.extend(reach.channels.into_iter().filter_map(|c| c.value));
        let allowed = |id: i64| {
            reach
                .points
                .iter()
                .any(|p| p.point == id && p.refusal.is_none())
        };
        let points = contact.points.into_iter().filter(|p| allowed(p.id));
        reached.extend(points.map(|p| p.value));
    }
    outputs.push(("links of the profile", reached));
    outputs
}

/// A group that holds everyone, some by its filter and the others by a pin, which lifts no opt-out.
async fn temp_group(temp: &Temp) -> i64 {
    use crate::groups::{self, GroupCreate, GroupPin, Pin, Who};
    let name = "Everyone";
    if let Some(id) = groups::find(&mut temp.ws.read().await.unwrap(), name)
        .await
        .unwrap()
    {
        return id;
    }
    let input = GroupCreate {
        name: name.into(),
        filter: Some("has email".into()),
        ..GroupCreate::default()
    };
    let group = groups::create(&temp.ws, &input).await.unwrap().group.id;
    let query = ContactsQuery::default();
    let input = GroupPin {
        group,
        who: Who::Query { query },
        pin: Pin::Include,
    };
    groups::pin(&temp.ws, &input).await.unwrap();
    group
}

async fn contacts_of(temp: &Temp) -> Vec<Contact> {
    let query = ContactsQuery::default();
    crate::contacts::details(&temp.ws, &query, 0, 1000)
        .await
        .unwrap()
        .1
}

fn holds(text: &str, (is_email, n): (bool, usize)) -> bool {
    if is_email {
        return text.to_lowercase().contains(&email(n).to_lowercase());
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.contains(phone(n).replace(['-', ' '], "").trim_start_matches('0'))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn no_output_for_a_channel_holds_an_opted_out_value(
        contacts in prop::collection::vec(made(), 1..8),
        out in prop::collection::vec((any::<bool>(), 0..6usize), 1..6),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let told = runtime.block_on(async {
            let temp = make(&contacts, &out).await;
            let mut told = Vec::new();
            for channel in Channel::ALL {
                for (name, texts) in outputs(&temp, channel).await {
                    told.extend(texts.into_iter().map(|text| (channel, name, text)));
                }
            }
            told
        });
        for (channel, name, text) in told {
            for value in &out {
                prop_assert!(!holds(&text, *value), "{name} for {channel:?}: {text}");
            }
        }
    }
}

async fn reach_of(temp: &Temp, id: i64, channel: Channel) -> Result<Option<String>, Refusal> {
    let reach = reach(&temp.ws, id).await.unwrap();
    let found = reach
        .channels
        .into_iter()
        .find(|c| c.channel == channel)
        .unwrap();
    found.refusal.map_or(Ok(found.value), Err)
}

fn plain() -> Made {
    Made {
        emails: vec![1, 2],
        phones: vec![1],
        fax: None,
        street: true,
        do_not_contact: false,
        deceased: false,
    }
}

#[tokio::test]
async fn an_opted_out_primary_gives_way_to_the_next_active_one() {
    let temp = make(&[plain()], &[(true, 1)]).await;
    let reached = reach_of(&temp, 1, Channel::Email).await;
    assert_eq!(reached, Ok(Some("p2@post.example".into())));
    let contact = crate::contacts::get(&temp.ws, 1).await.unwrap();
    let primary = contact
        .points
        .iter()
        .find(|p| p.kind == "email" && p.primary)
        .unwrap();
    assert_eq!(
        point(Channel::Email, &contact, primary),
        Err(Refusal::OptedOut)
    );
}

#[tokio::test]
async fn each_reason_is_told_and_the_gravest_first() {
    let gone = Made {
        deceased: true,
        do_not_contact: true,
        ..plain()
    };
    let quiet = Made {
        do_not_contact: true,
        ..plain()
    };
    let bare = Made {
        emails: vec![],
        phones: vec![],
        street: false,
        ..plain()
    };
    let temp = make(&[gone, quiet, plain(), bare], &[(true, 1), (true, 2)]).await;
    for (id, refusal) in [
        (1, Refusal::Deceased),
        (2, Refusal::DoNotContact),
        (3, Refusal::OptedOut),
        (4, Refusal::NoAddress),
    ] {
        assert_eq!(
            reach_of(&temp, id, Channel::Email).await,
            Err(refusal),
            "{id}"
        );
    }
    assert!(reach_of(&temp, 3, Channel::Phone).await.is_ok());
    assert_eq!(reach_of(&temp, 3, Channel::Post).await, Ok(None));
    assert_eq!(
        reach_of(&temp, 4, Channel::Post).await,
        Err(Refusal::NoAddress)
    );
}

#[tokio::test]
async fn a_message_goes_to_the_mobile_and_a_call_to_the_primary_number() {
    let temp = workspace().await;
    let phones = [
        ("first_name", "Noa"),
        ("phone_office", "+97248123456"),
        ("phone", "+972523456789"),
    ];
    temp.create(&phones).await;
    assert_eq!(
        reach_of(&temp, 1, Channel::Sms).await,
        Ok(Some("+972523456789".into()))
    );
    assert_eq!(
        reach_of(&temp, 1, Channel::Phone).await,
        Ok(Some("+97248123456".into()))
    );
    temp.create(&[
        ("first_name", "Dan"),
        ("phone", "+972501234568"),
        ("phone_sms", "+972501234569"),
    ])
    .await;
    assert_eq!(
        reach_of(&temp, 2, Channel::Sms).await,
        Ok(Some("+972501234569".into()))
    );
}

#[tokio::test]
async fn addresses_to_copy_are_one_for_each_contact_and_none_twice() {
    let other = Made {
        emails: vec![2],
        ..plain()
    };
    let temp = make(
        &[
            plain(),
            other,
            Made {
                emails: vec![],
                ..plain()
            },
        ],
        &[(true, 1)],
    )
    .await;
    let request = AddressesRequest {
        query: ContactsQuery::default(),
        selection: Some(Selection::Ids { ids: vec![1, 2, 3] }),
        channel: Channel::Email,
    };
    let copied = addresses(&temp.ws, &request, &Job::silent()).await.unwrap();
    assert_eq!((copied.values, copied.contacts), (vec![email(2)], 2));
    assert_eq!(
        copied.left_out,
        LeftOut {
            no_address: 1,
            ..LeftOut::default()
        }
    );
    let letters = AddressesRequest {
        channel: Channel::Post,
        ..request
    };
    assert!(addresses(&temp.ws, &letters, &Job::silent()).await.is_err());
}
