//! Lists of opt-outs: classification, columns, rehearsal, undo.

use super::*;
use crate::error::Error;
use crate::import::ImportSource;
use crate::opt_outs::{OptOutsPageRequest, OptOutsQuery, page};
use crate::progress::Job;
use crate::testing::{Temp, workspace};

fn pasted(text: &str) -> OptOutsImport {
    OptOutsImport {
        country: Some("IL".into()),
        ..OptOutsImport::new(ImportSource::Text { text: text.into() })
    }
}

async fn import(temp: &Temp, text: &str) -> OptOutsReport {
    run(&temp.ws, pasted(text), &Job::silent()).await.unwrap()
}

fn counts(report: &OptOutsReport) -> [u64; 5] {
    assert_eq!(report.rows, report.added + report.already + report.invalid);
    [
        report.rows,
        report.added,
        report.already,
        report.unknown,
        report.invalid,
    ]
}

async fn values(temp: &Temp) -> Vec<String> {
    let query = OptOutsQuery::default();
    let request = OptOutsPageRequest {
        query,
        offset: 0,
        limit: 1000,
    };
    let mut values: Vec<String> = page(&temp.ws, &request)
        .await
        .unwrap()
        .rows
        .into_iter()
        .map(|r| r.value)
        .collect();
    values.sort();
    values
}

#[tokio::test]
async fn each_value_is_new_already_out_unknown_or_invalid() {
    let temp = workspace().await;
    temp.import("First name,E-mail,Mobile\nNoa,noa@x.example,050-123 4567\n")
        .await;
    let first = import(&temp, "noa@x.example\n").await;
    assert_eq!(counts(&first), [1, 1, 0, 0, 0]);
    let list = "NOA@x.example\n050 123 4567\nnobody@x.example\nnobody@x.example\nrubbish\n";
    let report = import(&temp, list).await;
    assert_eq!(counts(&report), [5, 2, 2, 1, 1]);
    assert_eq!((report.phones, report.emails, report.contacts), (1, 1, 1));
    let outcomes: Vec<_> = report
        .samples
        .iter()
        .map(|s| (s.row, s.outcome, s.contacts.len()))
        .collect();
    use ValueOutcome::{Added, Already, Invalid};
    assert_eq!(
        outcomes,
        [
            (1, Already, 1),
            (2, Added, 1),
            (3, Added, 0),
            (4, Already, 0),
            (5, Invalid, 0)
        ]
    );
    assert!(report.samples[4].reason.is_some() && report.samples[4].hint.is_some());
    assert_eq!(
        values(&temp).await,
        ["+972501234567", "noa@x.example", "nobody@x.example"]
    );
}

#[tokio::test]
async fn a_rehearsal_counts_the_same_and_writes_nothing() {
    let temp = workspace().await;
    let list = "a@x.example\nb@x.example\nrubbish\n";
    let before = temp.dump().await;
    let rehearsed = rehearse(&temp.ws, pasted(list), &Job::silent())
        .await
        .unwrap();
    assert_eq!((temp.dump().await, rehearsed.batch), (before, None));
    assert_eq!(counts(&rehearsed), counts(&import(&temp, list).await));
}

#[tokio::test]
async fn an_import_is_one_batch_undone_and_redone_exactly() {
    let temp = workspace().await;
    temp.import("First name,E-mail\nNoa,noa@x.example\n").await;
    import(&temp, "old@x.example\n").await;
    let before = temp.dump().await;
    let list: String = (0..2500).map(|n| format!("p{n}@x.example\n")).collect();
    let report = import(&temp, &format!("noa@x.example\nold@x.example\n{list}")).await;
    assert_eq!(counts(&report), [2502, 2501, 1, 2500, 0]);
    let after = temp.dump().await;
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
    assert_eq!(
        import(&temp, &list).await.batch,
        None,
        "the same list again changes nothing"
    );
}

#[tokio::test]
async fn a_reinstated_value_is_opted_out_again_and_goes_back() {
    let temp = workspace().await;
    import(&temp, "noa@x.example\n").await;
    let lift = crate::opt_outs::OptOutRemove {
        value: crate::opt_outs::OptOutValue {
            kind: None,
            value: "noa@x.example".into(),
        },
        ground: "asked".into(),
        note: None,
        country: None,
    };
    crate::opt_outs::remove(&temp.ws, &lift).await.unwrap();
    let before = temp.dump().await;
    assert_eq!(
        counts(&import(&temp, "noa@x.example\n").await),
        [1, 1, 0, 1, 0]
    );
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
}

#[tokio::test]
async fn the_columns_that_hold_values_are_found() {
    let file = "Name,Member no,E-mail address,Mobile,City\n\
                Noa,501234567,noa@x.example,050-123 4567,Haifa\n\
                Dan,521234567,,052-123 4567,Eilat\n\
                Tal,541234567,,,Eilat\n";
    let temp = workspace().await;
    let report = import(&temp, file).await;
    let taken: Vec<bool> = report.columns.iter().map(|c| c.taken).collect();
    assert_eq!(taken, [false, false, true, true, false]);
    assert_eq!(
        counts(&report),
        [4, 3, 0, 3, 1],
        "the row without a value is told"
    );
    assert_eq!(
        values(&temp).await,
        ["+972501234567", "+972521234567", "noa@x.example"]
    );
    let chosen = OptOutsImport {
        columns: vec![3],
        ..pasted(file)
    };
    let report = rehearse(&temp.ws, chosen, &Job::silent()).await.unwrap();
    assert_eq!(counts(&report), [3, 0, 1, 0, 2]);
}

#[tokio::test]
async fn a_list_without_values_or_rows_is_refused_and_nothing_changes() {
    let temp = workspace().await;
    for list in ["Name,City\nNoa,Haifa\nDan,Eilat\n", ""] {
        let refused = run(&temp.ws, pasted(list), &Job::silent()).await;
        assert!(refused.is_err(), "{list}");
    }
    let missing = OptOutsImport {
        columns: vec![9],
        ..pasted("a@x.example\n")
    };
    let refused = run(&temp.ws, missing, &Job::silent()).await;
    assert!(matches!(refused, Err(Error::Invalid { .. })));
    let job = Job::silent();
    job.cancel_handle().cancel();
    let cancelled = run(&temp.ws, pasted("a@x.example\n"), &job).await;
    assert!(matches!(cancelled, Err(Error::Cancelled)));
    assert!(values(&temp).await.is_empty());
}
