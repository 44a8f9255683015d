//! What an undo takes back of opt-outs, and what was decided otherwise stays.

use super::*;

#[tokio::test]
async fn a_single_opt_out_and_a_reinstatement_are_undone_and_redone_exactly() {
    let temp = workspace().await;
    temp.import(NOA).await;
    let before = temp.dump().await;
    out(&temp, "noa@levi.example").await;
    let opted_out = temp.dump().await;
    reinstate(&temp, "noa@levi.example", "asked").await.unwrap();
    let active = temp.dump().await;
    temp.undo().await;
    assert_eq!(temp.dump().await, opted_out);
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, opted_out);
    temp.redo().await;
    assert_eq!(temp.dump().await, active);
    assert_sound(&temp).await;
}

#[tokio::test]
async fn what_was_asked_for_twice_stays_when_the_first_asking_is_undone() {
    let temp = workspace().await;
    let first = out_because(
        &temp,
        "noa@levi.example",
        act(Initiative::Ours, "cleaning up"),
    )
    .await;
    let second = out_because(
        &temp,
        "noa@levi.example",
        act(Initiative::Theirs, "called us"),
    )
    .await;
    assert_eq!((second.changed, second.already), (0, 1));
    let state = told(&temp, "noa@levi.example").await;
    assert_eq!(
        state.initiative,
        Some(Initiative::Theirs),
        "the person's wish counts more than ours"
    );
    undo_batch(&temp, first.batch).await;
    let state = told(&temp, "noa@levi.example").await;
    assert_eq!(
        (state.status, state.reason.as_deref()),
        (SubscriptionStatus::OptedOut, Some("called us"))
    );
    assert_sound(&temp).await;
}

#[tokio::test]
async fn an_import_that_says_it_again_keeps_a_value_out_when_the_first_act_is_undone() {
    const UNSUBSCRIBED: &str =
        "First name,E-mail,E-mail status\nNoa,noa@levi.example,unsubscribed\n";
    let temp = workspace().await;
    let first = out_because(
        &temp,
        "noa@levi.example",
        act(Initiative::Theirs, "called us"),
    )
    .await;
    temp.import(UNSUBSCRIBED).await;
    let lines = told(&temp, "noa@levi.example").await.changes.len();
    temp.import(UNSUBSCRIBED).await;
    assert_eq!(
        told(&temp, "noa@levi.example").await.changes.len(),
        lines,
        "the same file says nothing new"
    );
    undo_batch(&temp, first.batch).await;
    assert!(is_out(&temp, "noa@levi.example").await);
    assert_sound(&temp).await;
}

#[tokio::test]
async fn an_older_opt_out_that_is_undone_leaves_what_was_decided_since() {
    let temp = workspace().await;
    let first = out(&temp, "noa@levi.example").await.batch;
    let lifted = reinstate(&temp, "noa@levi.example", "asked")
        .await
        .unwrap()
        .batch;
    let second = out(&temp, "noa@levi.example").await.batch;
    undo_batch(&temp, first).await;
    assert!(is_out(&temp, "noa@levi.example").await);
    undo_batch(&temp, lifted).await;
    assert!(is_out(&temp, "noa@levi.example").await);
    assert_sound(&temp).await;
    undo_batch(&temp, second).await;
    assert_sound(&temp).await;
    assert!(
        !is_out(&temp, "noa@levi.example").await,
        "its own act was taken back"
    );
}

#[tokio::test]
async fn an_edit_since_keeps_an_opt_out_from_the_undo_of_its_act() {
    let temp = workspace().await;
    out(&temp, "noa@levi.example").await;
    reinstate(&temp, "noa@levi.example", "asked").await.unwrap();
    let batch = out(&temp, "noa@levi.example").await.batch;
    let input = OptOutEdit {
        value: value("noa@levi.example"),
        act: act(Initiative::Theirs, "wrote a letter"),
    };
    edit(&temp.ws, &input).await.unwrap();
    undo_batch(&temp, batch).await;
    assert!(is_out(&temp, "noa@levi.example").await);
    assert_sound(&temp).await;
}
