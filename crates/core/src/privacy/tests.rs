use std::path::PathBuf;

use super::*;
use crate::contacts::{self, ContactsQuery, Selection};
use crate::files::{self, FileOwner, FilesAttach};
use crate::import::ImportReport;
use crate::journal::{self, UndoRequest};
use crate::memberships::{self, MemberEnroll};
use crate::progress::Job;
use crate::testing::{Temp, association, workspace};
use crate::workspace::check;

const WORD: &str = "Zerubavela";

async fn erase_one(temp: &Temp, id: i64) -> Certificate {
    let input = ContactErase {
        id,
        ..ContactErase::default()
    };
    erase(&temp.ws, &input, &Job::silent())
        .await
        .unwrap()
        .certificate
}

fn beside(temp: &Temp, name: &str) -> PathBuf {
    temp.ws.path().with_file_name(name)
}

/// Whether the word stands anywhere in the workspace, its log or its files.
fn stands(temp: &Temp, word: &str) -> bool {
    let folder = temp.ws.path().parent().unwrap();
    let mut paths = vec![folder.to_owned()];
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(std::fs::read_dir(path).unwrap().map(|e| e.unwrap().path()));
        } else {
            let bytes = std::fs::read(&path).unwrap();
            if bytes
                .windows(word.len())
                .any(|part| part == word.as_bytes())
            {
                return true;
            }
        }
    }
    false
}

async fn sound(temp: &Temp) {
    assert_eq!(check(&temp.ws).await.unwrap().problems, [""; 0]);
}

fn rejected(report: &ImportReport) -> Vec<(&str, u64)> {
    let reasons = report.reasons.iter();
    reasons.map(|(code, n)| (code.as_str(), *n)).collect()
}

async fn attach(temp: &Temp, id: i64) {
    // Outside the workspace's folder, which is searched.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    std::fs::write(&path, format!("Dear {WORD}")).unwrap();
    let input = FilesAttach {
        owner: FileOwner::Contact { id },
        paths: vec![path.display().to_string()],
    };
    files::attach(&temp.ws, &input, &Job::silent())
        .await
        .unwrap();
}

#[tokio::test]
async fn nothing_of_an_erased_person_stands_in_the_workspace() {
    let temp = workspace().await;
    temp.import(&format!("Name,E-mail,Phone,Notes\n{WORD} Levi,zer@x.example,050-1234567,Knows {WORD}\nNoa,noa@x.example,,\n{WORD},,12,\n"))
        .await;
    attach(&temp, 1).await;
    let edit = contacts::Edit::Set {
        field: "notes".into(),
        value: format!("{WORD} again"),
    };
    contacts::edit(
        &temp.ws,
        &contacts::ContactEdit {
            id: 1,
            edits: vec![edit],
        },
    )
    .await
    .unwrap();
    assert!(stands(&temp, WORD));
    let certificate = erase_one(&temp, 1).await;
    assert!(certificate.overwritten);
    assert_eq!(certificate.removed["points"], 2);
    assert_eq!(certificate.removed["files"], 1);
    assert_eq!(certificate.hashes_kept, 2);
    // The rejected row names neither phone nor e-mail of the person: only the same name.
    forget_rejects(&temp).await;
    assert!(!stands(&temp, "zer@x.example"));
    assert!(!stands(&temp, "+972501234567"));
    assert!(!stands(&temp, WORD));
    let query = ContactsQuery::default();
    let (total, left) = contacts::details(&temp.ws, &query, 0, 10).await.unwrap();
    assert_eq!((total, left[0].name.as_str()), (1, "Noa"));
    sound(&temp).await;
}

/// Leaves only what an erasure must see to itself.
async fn forget_rejects(temp: &Temp) {
    let conn = rusqlite::Connection::open(temp.ws.path()).unwrap();
    conn.execute_batch("DELETE FROM import_rejects; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
}

#[tokio::test]
async fn rejected_rows_with_their_phone_or_e_mail_go() {
    let temp = workspace().await;
    temp.import("Name,E-mail\nZer,zer@x.example\n").await;
    let mut request =
        crate::testing::request("Name,E-mail,Phone\nZer B,ZER@x.example,\nOther,,12\n");
    request.mode = crate::import::Mode::Update;
    request.match_keys = vec![crate::import::MatchKey::Phone];
    temp.import_with(request).await;
    let conn = rusqlite::Connection::open(temp.ws.path()).unwrap();
    let rejects = || {
        let sql = "SELECT count(*) FROM import_rejects";
        conn.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap()
    };
    assert_eq!(rejects(), 2);
    erase_one(&temp, 1).await;
    assert_eq!(rejects(), 1);
}

#[tokio::test]
async fn no_import_brings_an_erased_person_back() {
    let temp = workspace().await;
    let file = "Name,E-mail,Phone\nZer,zer@x.example,050-1234567\nNoa,noa@x.example,\n";
    assert_eq!(rejected(&temp.import(file).await), []);
    erase_one(&temp, 1).await;
    let again = temp.import(file).await;
    assert_eq!(rejected(&again), [("erased", 1)]);
    assert_eq!((again.created, again.unchanged, again.rejected), (0, 1, 1));
    let by_phone = temp
        .import("Name,E-mail,Phone\nSomeone,s@x.example,+972 50 123 4567\n")
        .await;
    assert_eq!(rejected(&by_phone), [("erased", 1)]);
    let other = temp.import("Name,E-mail\nSomeone,s@x.example\n").await;
    assert_eq!(other.created, 1);
    write_anew(&temp);
    assert!(
        !stands(&temp, "zer@x.example"),
        "the rejected row keeps nothing"
    );
    // By hand they may come back, if they ask for it; an import then knows them.
    temp.create(&[("first_name", "Zer"), ("email", "zer@x.example")])
        .await;
    let known = temp.import("Name,E-mail\nZer,zer@x.example\n").await;
    assert_eq!((known.unchanged, known.rejected), (1, 0));
    sound(&temp).await;
}

fn write_anew(temp: &Temp) {
    let conn = rusqlite::Connection::open(temp.ws.path()).unwrap();
    conn.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
}

#[tokio::test]
async fn orders_stay_without_the_person_and_opt_outs_stay() {
    let (temp, id) = association().await;
    let input = MemberEnroll {
        id,
        type_id: 1,
        ..MemberEnroll::default()
    };
    memberships::enroll(&temp.ws, &input).await.unwrap();
    temp.import("Name,E-mail,E-mail status\nMo,mo@x.example,unsubscribed\n")
        .await;
    let certificate = erase_one(&temp, id).await;
    assert_eq!(certificate.orders_kept, 1);
    let found = erasures(&temp.ws).await.unwrap().erasures;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].orders[0].lines[0].minor, 5000);
    assert_eq!(found[0].orders[0].currency, "EUR");
    let text = serde_json::to_string(&found[0].orders).unwrap();
    assert!(!text.contains("Mia"), "{text}");
    let mo = id + 1;
    assert_eq!(erase_one(&temp, mo).await.opt_outs_kept, 1);
    let kept = crate::opt_outs::OptOutHistoryRequest {
        value: crate::opt_outs::OptOutValue {
            kind: None,
            value: "mo@x.example".into(),
        },
        country: None,
    };
    let kept = crate::opt_outs::history(&temp.ws, &kept).await.unwrap();
    assert_eq!(kept.status, crate::opt_outs::SubscriptionStatus::OptedOut);
    assert_eq!(erasures(&temp.ws).await.unwrap().erasures.len(), 2);
    sound(&temp).await;
}

#[tokio::test]
async fn what_was_undone_or_merged_is_forgotten_too() {
    let temp = workspace().await;
    temp.import(&format!("Name,E-mail\n{WORD},a@x.example\nB,b@x.example\n"))
        .await;
    let merge = contacts::ContactsMerge {
        into: 2,
        from: vec![1],
        ..contacts::ContactsMerge::default()
    };
    contacts::merge(&temp.ws, &merge).await.unwrap();
    erase_one(&temp, 2).await;
    write_anew(&temp);
    assert!(!stands(&temp, WORD));
    let undo = journal::undo(&temp.ws, &UndoRequest { batch: Some(3) }, &Job::silent()).await;
    assert_eq!(undo.unwrap_err().code(), "invalid");
    sound(&temp).await;
}

#[tokio::test]
async fn backups_that_hold_the_person_are_named_or_removed() {
    let temp = workspace().await;
    temp.ws.keep_backups();
    temp.import("Name,E-mail\nZer,zer@x.example\nNoa,noa@x.example\n")
        .await;
    crate::backup::now(&temp.ws, &Job::silent()).await.unwrap();
    let named = erase_one(&temp, 1).await.backups_left;
    assert_eq!(named.len(), 1);
    let input = ContactErase {
        id: 2,
        backups: OldBackups::Remove,
        path: Some(beside(&temp, "certificate.html").display().to_string()),
    };
    let erased = erase(&temp.ws, &input, &Job::silent()).await.unwrap();
    assert_eq!(erased.certificate.backups_left, [""; 0]);
    assert_eq!(erased.certificate.backups_removed, 1);
    let left = crate::backup::list(&temp.ws).await.unwrap().backups;
    assert_eq!(
        left.iter().map(|b| b.contacts).collect::<Vec<_>>(),
        [Some(0)]
    );
    let certificate = std::fs::read_to_string(erased.file.unwrap()).unwrap();
    assert!(certificate.contains("Certificate of erasure"));
    assert!(!certificate.contains("Noa"));
}

#[tokio::test]
async fn a_restored_backup_knows_who_was_erased_since() {
    let temp = workspace().await;
    let file = "Name,E-mail\nZer,zer@x.example\n";
    temp.import("Name,E-mail\nNoa,noa@x.example\n").await;
    let backup = beside(&temp, "backup.roster");
    crate::backup::save(&temp.ws, &backup, &Job::silent())
        .await
        .unwrap();
    temp.import(file).await;
    erase_one(&temp, 2).await;
    crate::backup::restore(&temp.ws, &backup, &Job::silent())
        .await
        .unwrap();
    assert_eq!(erasures(&temp.ws).await.unwrap().erasures.len(), 1);
    assert_eq!(rejected(&temp.import(file).await), [("erased", 1)]);
    sound(&temp).await;
}

#[tokio::test]
async fn whoever_a_backup_brings_back_is_erased_again_and_their_orders_count_once() {
    let (temp, id) = association().await;
    let input = MemberEnroll {
        id,
        type_id: 1,
        ..MemberEnroll::default()
    };
    memberships::enroll(&temp.ws, &input).await.unwrap();
    temp.import("Name,E-mail\nZer,zer@x.example\nNoa,noa@x.example\n")
        .await;
    // Shares the address of one who goes, and is somebody else.
    temp.create(&[("first_name", "Tal"), ("email", "zer@x.example")])
        .await;
    let backup = beside(&temp, "backup.roster");
    let restore = async || {
        crate::backup::restore(&temp.ws, &backup, &Job::silent())
            .await
            .unwrap()
    };
    crate::backup::save(&temp.ws, &backup, &Job::silent())
        .await
        .unwrap();
    assert_eq!(
        restore().await.returned,
        Returned::default(),
        "nobody was erased"
    );
    erase_one(&temp, id).await;
    erase_one(&temp, id + 1).await;
    for _ in 0..2 {
        let returned = restore().await.returned;
        assert_eq!((returned.erased_again, returned.still_there), (2, 0));
        assert_eq!(temp.search("").await, ["Noa", "Tal"]);
    }
    let found = erasures(&temp.ws).await.unwrap().erasures;
    assert_eq!(found.len(), 6);
    let orders: usize = found.iter().map(|erasure| erasure.orders.len()).sum();
    assert_eq!(orders, 1);
    assert!(found.iter().all(|e| e.certificate.overwritten));
    sound(&temp).await;
}

#[tokio::test]
async fn one_erased_by_an_older_roster_is_known_by_number_and_value() {
    let temp = workspace().await;
    temp.import("Name,E-mail\nZer,zer@x.example\nNoa,noa@x.example\n")
        .await;
    let uid = contacts::get(&temp.ws, 1).await.unwrap().uid;
    let backup = beside(&temp, "backup.roster");
    crate::backup::save(&temp.ws, &backup, &Job::silent())
        .await
        .unwrap();
    erase_one(&temp, 1).await;
    let key: String = sqlx::query_scalar("SELECT value FROM settings WHERE key = 'erasure_key'")
        .fetch_one(&mut *temp.ws.read().await.unwrap())
        .await
        .unwrap();
    let hash =
        crate::encryption::keyed(&hex::decode(key).unwrap(), format!("uid\0{uid}").as_bytes());
    let conn = rusqlite::Connection::open(temp.ws.path()).unwrap();
    let removed = conn.execute(
        "DELETE FROM erased_values WHERE hash = ?",
        [hash.as_slice()],
    );
    assert_eq!(removed.unwrap(), 1);
    drop(conn);
    let restored = crate::backup::restore(&temp.ws, &backup, &Job::silent())
        .await
        .unwrap();
    assert_eq!(restored.returned.erased_again, 1);
    assert_eq!(temp.search("").await, ["Noa"]);
}

#[tokio::test]
async fn what_is_not_finished_is_said_and_finished_later() {
    let temp = workspace().await;
    temp.import(&format!("Name,E-mail\n{WORD},zer@x.example\n"))
        .await;
    // Somebody reads an older state: the log can't be emptied meanwhile.
    let reader = rusqlite::Connection::open(temp.ws.path()).unwrap();
    reader
        .execute_batch("BEGIN; SELECT count(*) FROM contacts")
        .ok();
    let held: i64 = reader
        .query_row("SELECT count(*) FROM contacts", [], |row| row.get(0))
        .unwrap();
    assert_eq!(held, 1);
    let folder = temp.ws.path().with_file_name("gone");
    let input = ContactErase {
        id: 1,
        path: Some(folder.join("c.html").display().to_string()),
        ..ContactErase::default()
    };
    std::fs::create_dir(&folder).unwrap();
    let erased = erase(&temp.ws, &input, &Job::silent()).await.unwrap();
    assert!(!erased.certificate.overwritten);
    assert_eq!(erased.certificate.unfinished, [Unfinished::Overwriting]);
    let kept = &erasures(&temp.ws).await.unwrap().erasures[0].certificate;
    assert_eq!(kept.unfinished, [Unfinished::Overwriting]);
    drop(reader);
    sound(&temp).await;
    let finished = erasures(&temp.ws).await.unwrap().erasures;
    assert!(finished[0].certificate.overwritten);
    assert_eq!(finished[0].certificate.unfinished, []);
    assert!(!stands(&temp, WORD));
}

#[cfg(unix)]
#[tokio::test]
async fn a_certificate_that_cant_be_written_is_no_failed_erasure() {
    let temp = workspace().await;
    temp.import("Name,E-mail\nZer,zer@x.example\n").await;
    let input = ContactErase {
        id: 1,
        path: Some("/dev/full/certificate.html".into()),
        ..ContactErase::default()
    };
    let erased = erase(&temp.ws, &input, &Job::silent()).await.unwrap();
    assert_eq!(erased.file, None);
    assert!(erased.file_failure.is_some());
    assert_eq!(temp.search("").await, [""; 0]);
}

#[tokio::test]
async fn a_dossier_says_everything_and_runs_nothing() {
    let (temp, id) = association().await;
    let edit = |field: &str, value: &str| contacts::Edit::Set {
        field: field.into(),
        value: value.into(),
    };
    let edits = vec![
        edit("notes", "<script>alert(1)</script> & \"more\""),
        edit("email", "mia@x.example"),
    ];
    contacts::edit(&temp.ws, &contacts::ContactEdit { id, edits })
        .await
        .unwrap();
    attach(&temp, id).await;
    for (name, telling) in [("d.html", "&lt;script&gt;"), ("d.json", "<script>")] {
        let path = beside(&temp, name).display().to_string();
        let saved = save(&temp.ws, &DossierSave { id, path }).await.unwrap();
        let text = std::fs::read_to_string(&saved.file).unwrap();
        assert_eq!(text.len() as u64, saved.bytes);
        for part in [telling, "Mia", "mia@x.example", "letter.txt"] {
            assert!(text.contains(part), "{name}: {part}");
        }
        assert_eq!(text.contains("<script"), name == "d.json");
    }
    contacts::delete(&temp.ws, &Selection::Ids { ids: vec![id] })
        .await
        .unwrap();
    assert_eq!(dossier(&temp.ws, id).await.unwrap().contact.name, "Mia");
    let path = temp.ws.path().display().to_string();
    let refused = save(&temp.ws, &DossierSave { id, path }).await;
    assert_eq!(refused.unwrap_err().code(), "invalid");
}

async fn consent(temp: &Temp, id: i64, purpose: &str, state: &str, date: &str, how: &str) {
    let edit = contacts::Edit::Consent {
        purpose: purpose.into(),
        state: state.into(),
        date: Some(date.into()),
        how: Some(how.into()),
        note: None,
    };
    let edits = vec![edit];
    contacts::edit(&temp.ws, &contacts::ContactEdit { id, edits })
        .await
        .unwrap();
}

#[tokio::test]
async fn the_register_tells_who_agreed_to_what_and_who_took_it_back() {
    let temp = workspace().await;
    let mia = temp
        .create(&[("first_name", "Mia"), ("email", "mia@x.example")])
        .await;
    let eva = temp.create(&[("first_name", "Eva")]).await;
    let gone = temp.create(&[("first_name", "Gone")]).await;
    consent(&temp, mia, "Newsletter", "given", "2024-05-01", "form").await;
    consent(&temp, mia, "Newsletter", "withdrawn", "2025-02-03", "call").await;
    consent(&temp, eva, "Newsletter", "given", "2025-01-01", "form").await;
    consent(&temp, eva, "Photos", "refused", "2025-01-01", "form").await;
    consent(&temp, gone, "Photos", "given", "2025-01-01", "form").await;
    contacts::delete(&temp.ws, &Selection::Ids { ids: vec![gone] })
        .await
        .unwrap();
    let ask = async |request: ConsentsRequest| {
        let limit = 10;
        consents(&temp.ws, &ConsentsRequest { limit, ..request })
            .await
            .unwrap()
    };
    let all = ask(ConsentsRequest::default()).await;
    let told: Vec<_> = all
        .consents
        .iter()
        .map(|c| {
            (
                c.name.as_str(),
                c.purpose.as_str(),
                c.state.as_str(),
                c.given_on.as_deref(),
                c.given_how.as_deref(),
                c.ended_on.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "Eva",
                "Newsletter",
                "given",
                Some("2025-01-01"),
                Some("form"),
                None
            ),
            (
                "Mia",
                "Newsletter",
                "withdrawn",
                Some("2024-05-01"),
                Some("form"),
                Some("2025-02-03")
            ),
            ("Eva", "Photos", "refused", None, None, Some("2025-01-01")),
        ]
    );
    let purposes: Vec<_> = all
        .purposes
        .iter()
        .map(|p| (p.purpose.as_str(), p.given, p.refused, p.withdrawn))
        .collect();
    assert_eq!(purposes, [("Newsletter", 1, 0, 1), ("Photos", 0, 1, 0)]);
    let of = |state: &str| ConsentsRequest {
        state: Some(state.into()),
        ..ConsentsRequest::default()
    };
    assert_eq!(ask(of("withdrawn")).await.total, 1);
    let found = ConsentsRequest {
        search: "MIA@x".into(),
        ..ConsentsRequest::default()
    };
    assert_eq!(ask(found).await.consents[0].contact_id, mia);
    let second = ConsentsRequest {
        limit: 1,
        offset: 1,
        ..ConsentsRequest::default()
    };
    let second = consents(&temp.ws, &second).await.unwrap();
    assert_eq!(
        (
            second.total,
            second.consents.len(),
            second.consents[0].name.as_str()
        ),
        (3, 1, "Mia")
    );
    assert_eq!(
        consents(&temp.ws, &of("maybe")).await.unwrap_err().code(),
        "invalid"
    );
    // Merged since, it is still known when it was given.
    let merge = contacts::ContactsMerge {
        into: eva,
        from: vec![mia],
        ..contacts::ContactsMerge::default()
    };
    if contacts::merge(&temp.ws, &merge).await.is_ok() {
        let merged = ask(of("withdrawn")).await;
        assert!(
            merged
                .consents
                .iter()
                .all(|c| c.given_on.as_deref() == Some("2024-05-01")),
            "{merged:?}"
        );
    }
    let path = beside(&temp, "register.csv").display().to_string();
    let save = ConsentsSave {
        path,
        ..ConsentsSave::default()
    };
    let saved = save_consents(&temp.ws, &save, &Job::silent())
        .await
        .unwrap();
    let text = std::fs::read_to_string(saved.file).unwrap();
    assert!(
        text.contains("Given on") && text.contains("Photos"),
        "{text}"
    );
}
