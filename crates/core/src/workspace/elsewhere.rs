//! Changes that other programs make to the workspace while it is open: the command line, a script. This program's own
//! announce themselves; the others are noticed by a look at the number of the latest batch and at the settings, cheap
//! enough for every few seconds.

use std::sync::{Mutex, PoisonError};

use super::info::settings;
use super::{Settings, Workspace};
use crate::copies;
use crate::error::Result;
use crate::journal::generation;
use crate::operations::Topic;

/// What the workspace should look like as far as this program knows; nothing before the first look.
#[derive(Default)]
pub(super) struct Known(Mutex<Option<State>>);

#[derive(PartialEq, Eq)]
struct State {
    generation: i64,
    settings: Settings,
}

impl Known {
    /// This program has made a batch of its own.
    pub fn count_own(&self) {
        if let Some(state) = &mut *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            state.generation += 1;
        }
    }

    /// Whether it is otherwise than was known. From now on this is.
    fn differs(&self, now: State) -> bool {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = known.replace(now);
        before.is_some() && before != *known
    }
}

impl Workspace {
    /// Looks whether something was changed elsewhere since the last look; then everything is announced as stale, since
    /// nobody tells what it was. A commit of this program that is just being made may be taken for one, which costs no
    /// more than asking once again.
    pub async fn look_elsewhere(&self) -> Result<bool> {
        let mut conn = self.read().await?;
        let now = State {
            generation: generation(&mut conn).await?,
            settings: settings(&mut conn).await?,
        };
        drop(conn);
        self.at_desk().refresh();
        // Not only at the end: a program that is killed had seen what it wrote.
        let _ = copies::note(self).await;
        let differs = self.known().differs(now);
        if differs {
            self.announce_topics(Topic::ALL.to_vec());
        }
        Ok(differs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::workspace;
    use crate::workspace::{OpenMode, set_settings};

    #[tokio::test]
    async fn what_others_change_is_noticed_and_what_we_change_is_not_news() {
        let temp = workspace().await;
        let other = Workspace::open(temp.ws.path(), OpenMode::Existing)
            .await
            .unwrap();
        let look = async || temp.ws.look_elsewhere().await.unwrap();
        assert!(!look().await, "the first look only learns");
        temp.create(&[("first_name", "Mia")]).await;
        temp.import("E-mail\ndan@x.example\n").await;
        assert!(!look().await);
        let mut news = temp.ws.subscribe();
        let set = vec![crate::contacts::FieldValue {
            field: "first_name".into(),
            value: "Eva".into(),
        }];
        let create = crate::contacts::ContactCreate { set };
        crate::contacts::create(&other, &create).await.unwrap();
        temp.create(&[("first_name", "Noa")]).await;
        assert!(look().await, "one of two was made elsewhere");
        let own = news.recv().await.unwrap().topics;
        assert!(own.len() < Topic::ALL.len());
        assert_eq!(news.recv().await.unwrap().topics, Topic::ALL);
        assert!(!look().await);
        let settings = Settings {
            country: Some("IL".into()),
            ..Settings::default()
        };
        set_settings(&other, &settings).await.unwrap();
        assert!(look().await);
        assert!(!look().await);
    }
}
