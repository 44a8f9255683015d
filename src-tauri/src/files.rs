//! Files that reach Roster from outside: named on the command line, handed over by a second start, dropped on the
//! window. Here they are only passed on; the core decides what they are.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tauri::{AppHandle, DragDropEvent, Emitter, Manager, State, WindowEvent};

use crate::picked::{Access, Picked};
use crate::window;

/// Files that came before the page asked for them. `None` once it has asked: from then on they are sent as they come.
pub struct Initial(Mutex<Option<Vec<String>>>);

impl Initial {
    pub fn from_arguments(
        arguments: impl Iterator<Item = OsString>,
        folder: Option<&Path>,
    ) -> Self {
        Self(Mutex::new(Some(named(arguments, folder))))
    }

    fn take(&self) -> Vec<String> {
        self.with(Option::take).unwrap_or_default()
    }

    /// Keeps the files for a page that has not asked yet; gives them back where it has.
    fn keep(&self, files: Vec<String>) -> Option<Vec<String>> {
        self.with(|waiting| match waiting {
            Some(list) => {
                list.extend(files);
                None
            }
            None => Some(files),
        })
    }

    fn with<T>(&self, act: impl FnOnce(&mut Option<Vec<String>>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The files that Roster was started with, once.
#[tauri::command]
pub fn initial_files(initial: State<'_, Initial>, picked: State<'_, Picked>) -> Vec<String> {
    let files = initial.take();
    allow(&picked, &files);
    files
}

/// Whoever starts Roster with a file or drops it has chosen it to be read.
fn allow(picked: &Picked, files: &[String]) {
    for file in files {
        picked.allow(Access::Read, Path::new(file));
    }
}

/// A second start hands over its files and brings this window to the front.
pub fn hand_over(app: &AppHandle, arguments: Vec<String>, folder: String) {
    let files = named(
        arguments.into_iter().map(OsString::from),
        Some(Path::new(&folder)),
    );
    send(app, "handed", files);
    window::to_front(app);
}

pub fn dragged(app: &AppHandle, event: &WindowEvent) {
    let WindowEvent::DragDrop(drag) = event else {
        return;
    };
    match drag {
        DragDropEvent::Enter { paths, .. } if !paths.is_empty() => tell(app, "drag", "enter"),
        DragDropEvent::Leave => tell(app, "drag", "leave"),
        DragDropEvent::Drop { paths, .. } => {
            tell(app, "drag", "drop");
            send(
                app,
                "files",
                paths
                    .iter()
                    .map(|path| path.to_string_lossy().into_owned())
                    .collect(),
            );
        }
        _ => {}
    }
}

/// What is dropped goes to whatever is shown and wants it; what was handed over is to be imported.
fn send(app: &AppHandle, event: &str, files: Vec<String>) {
    let now = app
        .state::<Initial>()
        .keep(files)
        .filter(|files| !files.is_empty());
    if let Some(files) = now {
        allow(&app.state::<Picked>(), &files);
        tell(app, event, files);
    }
}

/// An event to the page; without a page there is nobody to tell.
fn tell(app: &AppHandle, event: &str, payload: impl serde::Serialize + Clone) {
    drop(app.emit(event, payload));
}

/// The paths among the arguments, absolute. The first argument is the program, and a dash begins an option.
fn named(arguments: impl Iterator<Item = OsString>, folder: Option<&Path>) -> Vec<String> {
    arguments
        .skip(1)
        .filter(|argument| !argument.is_empty() && !argument.to_string_lossy().starts_with('-'))
        .map(|argument| {
            folder.map_or_else(|| PathBuf::from(&argument), |folder| folder.join(&argument))
        })
        .map(|path| path.to_string_lossy().into_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(list: &[&str]) -> std::vec::IntoIter<OsString> {
        list.iter()
            .map(OsString::from)
            .collect::<Vec<_>>()
            .into_iter()
    }

    #[cfg(unix)]
    #[test]
    fn arguments_become_absolute_paths() {
        let files = named(
            arguments(&["roster", "people.xlsx", "--flag", "/tmp/łódź.csv"]),
            Some(Path::new("/home/noa")),
        );
        assert_eq!(files, ["/home/noa/people.xlsx", "/tmp/łódź.csv"]);
    }

    #[test]
    fn files_wait_for_the_page_and_then_go_straight_to_it() {
        let initial = Initial::from_arguments(arguments(&["roster", "a.csv"]), None);
        assert_eq!(initial.keep(vec!["b.csv".into()]), None);
        assert_eq!(initial.take(), ["a.csv", "b.csv"]);
        assert_eq!(
            initial.keep(vec!["c.csv".into()]),
            Some(vec!["c.csv".to_owned()])
        );
        assert!(initial.take().is_empty());
    }
}
