//! Progress of long work on standard error: a bar where the end is known, a count where it is not.

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use roster_core::progress::Stage;
use roster_core::{Job, Progress};

/// Steps of the bar.
const STEPS: u64 = 1000;

/// The job of a command, and its bar, which stays hidden unless `visible`.
pub fn job(visible: bool) -> (Job, ProgressBar) {
    let target = if visible {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    };
    let bar = ProgressBar::with_draw_target(Some(STEPS), target);
    bar.set_style(
        ProgressStyle::with_template("{prefix:>10} {bar:30} {msg}")
            .expect("the template is right")
            .progress_chars("█▌ "),
    );
    let drawn = bar.clone();
    (Job::new(move |progress| draw(&drawn, &progress)), bar)
}

fn draw(bar: &ProgressBar, progress: &Progress) {
    bar.set_prefix(match progress.stage {
        Stage::Reading => "Reading",
        Stage::Importing => "Importing",
        Stage::Exporting => "Exporting",
        Stage::Undoing => "Undoing",
        Stage::Changing => "Changing",
        Stage::Saving => "Saving",
        Stage::Restoring => "Restoring",
        Stage::Copying => "Copying",
        Stage::Verifying => "Verifying",
    });
    let left = progress
        .seconds_left
        .map(|s| format!(", {s:.0} s left"))
        .unwrap_or_default();
    bar.set_message(format!("{}{left}", HumanCount(progress.done)));
    bar.set_position((f64::from(progress.fraction.unwrap_or(0.0)) * STEPS as f64) as u64);
}
