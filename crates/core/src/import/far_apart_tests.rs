//! Rows of one file that mean one contact, with so many between them that each is written in another chunk.

use super::tests::counts;
use super::*;
use crate::contacts;
use crate::progress::Job;
use crate::testing::{request, workspace};

#[tokio::test]
async fn a_repeated_row_far_below_is_folded_too() {
    let temp = workspace().await;
    let mut rows = String::from("First name,E-mail,Mobile\nNoa,noa@levi.example,\n");
    for i in 0..1200 {
        rows.push_str(&format!("P{i},p{i}@x.example,\n"));
    }
    rows.push_str("Noa,noa@levi.example,050-123 4567\n");
    assert_eq!(counts(&temp.import(&rows).await), [1201, 0, 0, 1, 0]);
    assert_eq!(temp.search("0501234567").await, ["Noa"]);
}

/// Rows enough for several chunks.
fn others(from: u32) -> String {
    let rows = (from..from + 600).map(|i| format!("P{i},p{i}@x.example,,\n"));
    rows.collect()
}

#[tokio::test]
async fn rows_far_apart_that_mean_one_contact_see_what_the_earlier_ones_made_of_it() {
    let temp = workspace().await;
    temp.import("First name,E-mail\nNoa,noa@levi.example\n")
        .await;
    let rows = format!(
        "First name,E-mail,Mobile,Notes\nNoa,noa@levi.example,050-123 4567,one\n{}\
         Noa,,050-123 4567,two\n{}Noa,noa@levi.example,052-345 6789,two\n",
        others(0),
        others(600)
    );
    let rehearsed = rehearse(&temp.ws, request(&rows), &Job::silent()).await;
    let done = temp.import(&rows).await;
    assert_eq!(counts(&done), [1200, 1, 0, 2, 0]);
    assert_eq!(counts(&rehearsed.unwrap()), counts(&done));
    let contact = contacts::get(&temp.ws, 1).await.unwrap();
    let values: Vec<&str> = contact.points.iter().map(|p| p.value.as_str()).collect();
    assert_eq!(values, ["050-123 4567", "052-345 6789", "noa@levi.example"]);
    assert_eq!(contact.notes.as_deref(), Some("one\ntwo"));
}

#[tokio::test]
async fn of_two_rows_far_apart_that_opt_a_value_out_the_first_is_counted_for_it() {
    let temp = workspace().await;
    temp.import("First name,E-mail\nNoa,desk@x.example\n").await;
    let rows = format!(
        "First name,E-mail,E-mail status,Notes\nNoa,desk@x.example,unsubscribed,\n{}\
         Boris,desk@x.example,unsubscribed,\n",
        others(0)
    );
    let done = temp.import(&rows).await;
    assert_eq!(counts(&done), [601, 1, 0, 0, 0]);
}

#[tokio::test]
async fn a_rehearsal_tells_what_rows_far_apart_say_otherwise() {
    let temp = workspace().await;
    temp.import("First name,Birthday,E-mail\nAda,1980-01-02,ada@x.example\n")
        .await;
    let lines = |from: u32| -> String {
        let rows = (from..from + 600).map(|i| format!("P{i},,p{i}@x.example,\n"));
        rows.collect()
    };
    // Noa is new, Ada is there; each comes three times, and says something else each time.
    let rows = format!(
        "First name,Birthday,E-mail,City\nNoa,1990-05-06,noa@x.example,\nNoa,1991-05-06,noa@x.example,Lod\n\
         Ada,1981-01-02,ada@x.example,Lod\n{}Noa,1992-05-06,noa@x.example,\nAda,1982-01-02,ada@x.example,Jaffa\n\
         {}Noa,1990-05-06,noa@x.example,\nAda,1983-01-02,ada@x.example,\n",
        lines(0),
        lines(600)
    );
    let rehearsed = rehearse(&temp.ws, request(&rows), &Job::silent()).await;
    let (rehearsed, done) = (rehearsed.unwrap(), temp.import(&rows).await);
    assert_eq!(done.kept_as_notes["differs"], 4);
    assert_eq!(rehearsed.kept_as_notes, done.kept_as_notes);
    let told = |report: &ImportReport| -> Vec<(u32, usize)> {
        let told = report
            .samples
            .iter()
            .filter(|row| row.outcome == Outcome::Duplicate);
        told.map(|row| (row.row, row.problems.len())).collect()
    };
    assert_eq!(told(&rehearsed), told(&done));
    assert_eq!(
        told(&done),
        [(3, 1), (605, 1), (606, 1), (1207, 0), (1208, 1)]
    );
    let values = |report: &ImportReport| -> Vec<_> {
        report.mapping.iter().map(|column| column.values).collect()
    };
    assert_eq!(values(&rehearsed), values(&done));
}
