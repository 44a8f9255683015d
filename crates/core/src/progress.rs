//! Long work: progress and cancelling are one call, so that no loop can forget the second.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde::Serialize;
use ts_rs::TS;

use crate::error::{Error, Result};

/// What a long job is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Reading,
    Importing,
    Exporting,
    Undoing,
    Changing,
    Saving,
    Restoring,
    Copying,
    Verifying,
}

/// How far a job is. `fraction` runs from 0 to 1 and is absent where the end is not known.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Progress {
    pub stage: Stage,
    pub done: u64,
    pub fraction: Option<f32>,
    /// Rows or contacts a second since the job began.
    pub per_second: Option<f64>,
    /// Seconds that are left, reckoned from the fraction.
    pub seconds_left: Option<f64>,
}

type Listener = dyn Fn(Progress) + Send + Sync;

/// A running job as the core sees it: where to report and whether to stop.
pub struct Job {
    listener: Option<Box<Listener>>,
    cancelled: CancelHandle,
    started: Instant,
    last: Mutex<Option<Instant>>,
}

/// Stops a job from outside; the job notices at its next report.
#[derive(Debug, Clone, Default)]
pub struct CancelHandle(Arc<AtomicBool>);

impl CancelHandle {
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Job {
    pub fn new(listener: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        Self {
            listener: Some(Box::new(listener)),
            ..Self::silent()
        }
    }

    /// A job that nobody watches.
    pub fn silent() -> Self {
        Self {
            listener: None,
            cancelled: CancelHandle::default(),
            started: Instant::now(),
            last: Mutex::new(None),
        }
    }

    /// A job that nobody watches and that stops with another.
    pub fn following(cancelled: CancelHandle) -> Self {
        Self {
            cancelled,
            ..Self::silent()
        }
    }

    pub fn cancel_handle(&self) -> CancelHandle {
        self.cancelled.clone()
    }

    /// Reports `done` (at most ten times a second) and fails with [`Error::Cancelled`] when the job should stop.
    pub fn report(&self, stage: Stage, done: u64, fraction: Option<f32>) -> Result<()> {
        if self.cancelled.is_cancelled() {
            return Err(Error::Cancelled);
        }
        if let Some(listener) = &self.listener
            && self.is_due()
        {
            listener(self.progress(stage, done, fraction));
        }
        Ok(())
    }

    fn is_due(&self) -> bool {
        let now = Instant::now();
        let Ok(mut last) = self.last.lock() else {
            return false;
        };
        if last.is_some_and(|at| now - at < Duration::from_millis(100)) {
            return false;
        }
        *last = Some(now);
        true
    }

    fn progress(&self, stage: Stage, done: u64, fraction: Option<f32>) -> Progress {
        let elapsed = self.started.elapsed().as_secs_f64();
        let per_second = (elapsed > 0.2).then(|| done as f64 / elapsed);
        let seconds_left = fraction
            .filter(|f| *f > 0.02 && elapsed > 0.5)
            .map(|f| elapsed * (1.0 - f64::from(f)) / f64::from(f));
        Progress {
            stage,
            done,
            fraction,
            per_second,
            seconds_left,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cancelled_job_stops_at_its_next_report() {
        let job = Job::silent();
        assert!(job.report(Stage::Reading, 1, None).is_ok());
        job.cancel_handle().cancel();
        assert!(matches!(
            job.report(Stage::Reading, 2, None),
            Err(Error::Cancelled)
        ));
    }

    #[test]
    fn reports_are_thinned() {
        let count = Arc::new(Mutex::new(0));
        let seen = count.clone();
        let job = Job::new(move |_| *seen.lock().unwrap() += 1);
        for done in 0..10_000 {
            job.report(Stage::Importing, done, None).unwrap();
        }
        let count = *count.lock().unwrap();
        assert!((1..10_000).contains(&count), "{count} reports");
    }
}
