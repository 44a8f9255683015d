use serde_json::Value;

use super::*;
use crate::contacts::{self, ContactCreate, FieldValue};
use crate::error::Error;
use crate::journal::{self, BatchesRequest};
use crate::operations::{self, Operation};
use crate::progress::Job;
use crate::testing::{Temp, request, workspace};
use crate::workspace::{OpenMode, Workspace};
use crate::{backup, export, import, workspace as file};

/// Noa owns, Ben edits, Ada reads; Noa, who made them, is at the desk.
async fn office() -> Temp {
    let temp = workspace().await;
    for (name, role) in [
        ("Noa", Role::Owner),
        ("Ben", Role::Editor),
        ("Ada", Role::Reader),
    ] {
        add(&temp.ws, &new(name, role)).await.unwrap();
    }
    temp
}

fn new(name: &str, role: Role) -> StaffAdd {
    StaffAdd {
        name: name.into(),
        role,
        pin: None,
    }
}

async fn come(ws: &Workspace, name: &str) -> i64 {
    let input = StaffEnter {
        name: name.into(),
        pin: None,
    };
    enter(ws, &input).await.unwrap().here.unwrap()
}

async fn write(ws: &Workspace) -> crate::Result<()> {
    let set = vec![FieldValue {
        field: "first_name".into(),
        value: "Mia".into(),
    }];
    contacts::create(ws, &ContactCreate { set }).await.map(drop)
}

fn code<T>(result: crate::Result<T>) -> String {
    result
        .err()
        .map_or_else(String::new, |error| error.code().to_owned())
}

#[tokio::test]
async fn without_profiles_everybody_may_do_everything() {
    let temp = workspace().await;
    for operation in Operation::ALL {
        permit(&temp.ws, *operation).await.unwrap();
    }
    write(&temp.ws).await.unwrap();
    assert_eq!(
        list(&temp.ws).await.unwrap(),
        Staff {
            people: vec![],
            here: None
        }
    );
}

#[tokio::test]
async fn every_operation_asks_who_is_at_the_desk_and_what_they_may() {
    let temp = office().await;
    let call = async |operation: &Operation| {
        code(operations::call(&temp.ws, operation.name(), Value::Null, &Job::silent()).await)
    };
    leave(&temp.ws).await.unwrap();
    for operation in Operation::ALL {
        let refused = call(operation).await == "who_needed";
        assert_eq!(
            refused,
            operation.needs() != Right::Anyone,
            "{}",
            operation.name()
        );
    }
    for (name, role) in [
        ("Ada", Role::Reader),
        ("Ben", Role::Editor),
        ("Noa", Role::Owner),
    ] {
        come(&temp.ws, name).await;
        for operation in Operation::ALL {
            let refused = call(operation).await == "not_allowed";
            assert_eq!(
                refused,
                !role.may(operation.needs()),
                "{name} {}",
                operation.name()
            );
        }
    }
}

/// What is said in the table: whoever adds an operation that can't be undone has to think of it here.
#[test]
fn what_only_owners_may_is_listed() {
    let own = |operation: &&Operation| operation.needs() == Right::Own;
    let names: Vec<&str> = Operation::ALL
        .iter()
        .filter(own)
        .map(|o| o.name())
        .collect();
    assert_eq!(
        names,
        [
            "settings_set",
            "staff_add",
            "staff_edit",
            "staff_remove",
            "backup_restore",
            "backups_restore",
            "trash_empty",
            "contact_erase",
            "erasures_finish",
            "letterhead_set",
            "dunning_levels_set",
        ]
    );
    let anyone = |operation: &&Operation| operation.needs() == Right::Anyone;
    let names: Vec<&str> = Operation::ALL
        .iter()
        .filter(anyone)
        .map(|o| o.name())
        .collect();
    assert_eq!(names, ["staff_list", "staff_enter", "staff_leave"]);
}

#[tokio::test]
async fn what_is_called_by_its_function_is_asked_too() {
    let temp = office().await;
    temp.import("E-mail\nmia@x.example\n").await;
    come(&temp.ws, "Ada").await;
    let ws = &temp.ws;
    assert_eq!(code(write(ws).await), "not_allowed");
    let rows = request("E-mail\neva@x.example\n");
    assert_eq!(
        code(import::run(ws, rows, &Job::silent()).await),
        "not_allowed"
    );
    assert_eq!(
        code(journal::undo(ws, &journal::UndoRequest::default(), &Job::silent()).await),
        "not_allowed"
    );
    let path = ws.path().with_file_name("out.csv");
    let export = serde_json::json!({ "path": path, "query": {} });
    if let Ok(request) = serde_json::from_value(export) {
        assert_eq!(
            code(export::run(ws, &request, &Job::silent()).await),
            "not_allowed"
        );
    }
    assert_eq!(
        code(backup::save(ws, &path, &Job::silent()).await),
        "not_allowed"
    );
    come(ws, "Ben").await;
    write(ws).await.unwrap();
    let settings = file::Settings::default();
    assert_eq!(code(file::set_settings(ws, &settings).await), "not_allowed");
    assert_eq!(code(add(ws, &new("Tal", Role::Owner)).await), "not_allowed");
    let refused = file::set_settings(ws, &settings).await.unwrap_err();
    assert_eq!(
        refused.to_string(),
        "Ben may not do this here. Nothing was changed."
    );
    assert_eq!(refused.hint().unwrap(), "Noa may.");
    let saved = ws.path().with_file_name("b.roster");
    backup::save(ws, &saved, &Job::silent()).await.unwrap();
    assert_eq!(
        code(backup::restore(ws, &saved, &Job::silent()).await),
        "not_allowed"
    );
}

#[tokio::test]
async fn the_journal_names_who_did_it() {
    let temp = office().await;
    come(&temp.ws, "Ben").await;
    write(&temp.ws).await.unwrap();
    temp.import("E-mail\nmia@x.example\n").await;
    let done = journal::batches(&temp.ws, &BatchesRequest::default())
        .await
        .unwrap();
    let by: Vec<_> = done
        .batches
        .iter()
        .map(|b| (b.operation.as_str(), b.by.as_deref()))
        .collect();
    assert_eq!(
        by[..3],
        [
            ("import_run", Some("Ben")),
            ("contact_create", Some("Ben")),
            ("staff_add", Some("Noa"))
        ]
    );
}

#[tokio::test]
async fn a_right_that_is_taken_away_elsewhere_is_gone_at_once() {
    let temp = office().await;
    let ben = come(&temp.ws, "Ben").await;
    write(&temp.ws).await.unwrap();
    let other = Workspace::open(temp.ws.path(), OpenMode::Existing)
        .await
        .unwrap();
    come(&other, "Noa").await;
    let reader = StaffEdit {
        id: ben,
        name: "Ben".into(),
        role: Role::Reader,
    };
    edit(&other, &reader).await.unwrap();
    assert_eq!(code(write(&temp.ws).await), "not_allowed");
    remove(&other, &StaffById { id: ben }).await.unwrap();
    assert_eq!(code(write(&temp.ws).await), "who_needed");
    temp.ws.look_elsewhere().await.unwrap();
    assert_eq!(
        code(permit(&temp.ws, Operation::ContactsPage).await),
        "who_needed"
    );
}

#[tokio::test]
async fn there_is_always_an_owner_and_an_undo_gives_no_rights() {
    let temp = workspace().await;
    assert_eq!(
        code(add(&temp.ws, &new("Ben", Role::Editor)).await),
        "invalid",
        "the first owns"
    );
    let temp = office().await;
    let noa = temp.ws.at_desk().here().unwrap();
    let lower = StaffEdit {
        id: noa,
        name: "Noa".into(),
        role: Role::Editor,
    };
    assert_eq!(code(edit(&temp.ws, &lower).await), "invalid");
    assert_eq!(
        code(remove(&temp.ws, &StaffById { id: noa }).await),
        "invalid"
    );
    assert_eq!(
        code(add(&temp.ws, &new(" noa ", Role::Reader)).await),
        "invalid",
        "a name is had once"
    );
    assert_eq!(
        code(add(&temp.ws, &new(" ", Role::Reader)).await),
        "invalid"
    );
    let undo = journal::undo(&temp.ws, &journal::UndoRequest::default(), &Job::silent()).await;
    assert_eq!(code(undo), "nothing_to_undo");
    for person in list(&temp.ws)
        .await
        .unwrap()
        .people
        .iter()
        .filter(|p| p.id != noa)
    {
        remove(&temp.ws, &StaffById { id: person.id })
            .await
            .unwrap();
    }
    remove(&temp.ws, &StaffById { id: noa }).await.unwrap();
    write(&temp.ws).await.unwrap();
}

#[tokio::test]
async fn a_pin_is_asked_for_and_changed_by_who_knows_it() {
    let temp = office().await;
    let staff = list(&temp.ws).await.unwrap();
    let id = |name: &str| staff.people.iter().find(|p| p.name == name).unwrap().id;
    let pin = |id, present: Option<&str>, pin: Option<&str>| StaffPin {
        id,
        present: present.map(Into::into),
        pin: pin.map(Into::into),
    };
    assert_eq!(
        code(set_pin(&temp.ws, &pin(id("Ben"), None, Some("123"))).await),
        "invalid"
    );
    set_pin(&temp.ws, &pin(id("Ben"), None, Some("2468")))
        .await
        .unwrap();
    let attempt = async |given: Option<&str>| {
        let input = StaffEnter {
            name: "ben".into(),
            pin: given.map(Into::into),
        };
        code(enter(&temp.ws, &input).await)
    };
    for wrong in [None, Some(""), Some("2469")] {
        assert_eq!(attempt(wrong).await, "wrong_pin");
    }
    assert_eq!(
        temp.ws.at_desk().here(),
        Some(id("Noa")),
        "nobody else came"
    );
    assert_eq!(attempt(Some("2468")).await, "");
    let own = set_pin(&temp.ws, &pin(id("Ben"), Some("1111"), Some("1357"))).await;
    assert!(matches!(own, Err(Error::WrongPin { .. })));
    set_pin(&temp.ws, &pin(id("Ben"), Some("2468"), Some("1357")))
        .await
        .unwrap();
    assert_eq!(attempt(Some("1357")).await, "");
    assert_eq!(
        code(set_pin(&temp.ws, &pin(id("Ada"), None, None)).await),
        "not_allowed"
    );
    let mut conn = temp.ws.read().await.unwrap();
    let kept: String = sqlx::query_scalar("SELECT pin FROM staff WHERE pin IS NOT NULL")
        .fetch_one(&mut *conn)
        .await
        .unwrap();
    assert_eq!(kept.len(), 96);
    assert!(!kept.contains("1357"));
}

#[tokio::test]
async fn whoever_forgot_every_pin_clears_the_profiles_and_that_is_told() {
    let temp = office().await;
    leave(&temp.ws).await.unwrap();
    clear(&temp.ws).await.unwrap();
    write(&temp.ws).await.unwrap();
    let done = journal::batches(&temp.ws, &BatchesRequest::default())
        .await
        .unwrap();
    assert_eq!(done.batches[1].operation, "staff_remove");
}
