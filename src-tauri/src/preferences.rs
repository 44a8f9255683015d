//! What the shell must know before the page is there: the language of the menu and the colours of the empty window.
//!
//! The page decides both and tells the shell; a small file keeps them for the next start. Losing it loses nothing
//! that matters, so a damaged or unwritable file is no error.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use roster_core::workspace;
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, State};

use crate::{menu, window};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    En,
    He,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    Light,
    Dark,
    #[default]
    System,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    pub language: Language,
    pub theme: Theme,
}

pub struct Store {
    file: PathBuf,
    current: Mutex<Preferences>,
}

/// Where the preferences are kept.
pub fn file() -> PathBuf {
    workspace::data_folder().join("window.json")
}

impl Store {
    pub fn load(file: PathBuf) -> Self {
        let current = read(&file).unwrap_or_default();
        Self {
            file,
            current: Mutex::new(current),
        }
    }

    pub fn current(&self) -> Preferences {
        *self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut Preferences)) {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        let before = *current;
        change(&mut current);
        if *current != before
            && let Err(error) = write(&self.file, *current)
        {
            eprintln!(
                "The window's preferences were not saved in {}: {error}",
                self.file.display()
            );
        }
    }
}

/// The language of the menu and of native dialogs.
#[tauri::command]
pub fn set_language(app: AppHandle, store: State<'_, Store>, lang: Language) -> tauri::Result<()> {
    store.change(|preferences| preferences.language = lang);
    menu::speak(&app, lang)
}

/// The colours of the window's frame, menu and background.
#[tauri::command]
pub fn set_theme(app: AppHandle, store: State<'_, Store>, theme: Theme) -> tauri::Result<()> {
    store.change(|preferences| preferences.theme = theme);
    window::set_theme(&app, theme)
}

fn read(file: &Path) -> Option<Preferences> {
    serde_json::from_slice(&std::fs::read(file).ok()?).ok()
}

fn write(file: &Path, preferences: Preferences) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, serde_json::to_vec(&preferences)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preferences_come_back_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("new folder/window.json");
        let store = Store::load(file.clone());
        assert_eq!(store.current(), Preferences::default());
        store.change(|p| {
            *p = Preferences {
                language: Language::He,
                theme: Theme::Dark,
            }
        });
        assert_eq!(
            Store::load(file).current(),
            Preferences {
                language: Language::He,
                theme: Theme::Dark
            }
        );
    }

    #[test]
    fn a_damaged_file_counts_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("window.json");
        for content in ["", "{", r#"{"language":"tlh"}"#] {
            std::fs::write(&file, content).unwrap();
            assert_eq!(
                Store::load(file.clone()).current(),
                Preferences::default(),
                "{content}"
            );
        }
    }
}
