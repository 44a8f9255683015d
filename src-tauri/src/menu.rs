//! The native menu. Each item's id goes to the page as the event `menu`; the page knows what it means where it stands.
//!
//! GTK gives a key to the menu before the page sees it. Undo, redo and select all may have one all the same: the page does
//! them to the text field that has the keyboard, which WebKitGTK would not do for undo by itself. Cut, copy, paste and
//! delete have none, since the page can't do them in the field's place.

use tauri::menu::{Menu, MenuEvent, MenuItem, MenuItemKind, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Emitter, Manager, Wry};

use crate::preferences::{Language, Store};
use crate::words;

const QUIT: &str = "quit";
/// Stands for a line between items.
const LINE: (&str, Option<&str>) = ("-", None);

/// The ids of the items of each menu, with their accelerators; the id of a menu names its title.
const FILE: &[(&str, Option<&str>)] = &[
    ("new-contact", Some("CmdOrCtrl+N")),
    LINE,
    ("import", Some("CmdOrCtrl+I")),
    ("paste", Some("CmdOrCtrl+Shift+V")),
    ("export", Some("CmdOrCtrl+E")),
    ("letters", None),
    LINE,
    ("new-workspace", None),
    ("open-workspace", Some("CmdOrCtrl+O")),
    LINE,
    ("go-backups", None),
    ("check", None),
    LINE,
    ("lock", Some("CmdOrCtrl+Shift+L")),
];
const EDIT: &[(&str, Option<&str>)] = &[
    ("undo", Some("CmdOrCtrl+Z")),
    ("redo", Some("CmdOrCtrl+Shift+Z")),
    LINE,
    ("select-all", Some("CmdOrCtrl+A")),
    ("delete", None),
    LINE,
    ("find", Some("CmdOrCtrl+F")),
];
const THEMES: &[(&str, Option<&str>)] = &[
    ("theme-light", None),
    ("theme-dark", None),
    ("theme-system", None),
];
const DENSITIES: &[(&str, Option<&str>)] = &[
    ("density-compact", None),
    ("density-normal", None),
    ("density-roomy", None),
];
const LANGUAGES: &[(&str, Option<&str>)] = &[("language-en", None), ("language-he", None)];
const ABOUT: (&str, Option<&str>) = ("about", None);
const LEAVE: (&str, Option<&str>) = (QUIT, Some("CmdOrCtrl+Q"));

/// Makes the menu, in the language that the window spoke last.
pub fn make(app: &AppHandle) -> tauri::Result<()> {
    let view = part(app, "view", &[])?;
    view.append_items(&[
        &part(app, "theme", THEMES)?,
        &part(app, "density", DENSITIES)?,
        &part(app, "language", LANGUAGES)?,
    ])?;
    let file = part(app, "file", FILE)?;
    let edit = part(app, "edit", EDIT)?;
    let menu = Menu::with_items(app, &[&file, &edit, &view])?;
    settle_in(app, &menu, &file, &edit)?;
    app.set_menu(menu)?;
    speak(app, app.state::<Store>().current().language)
}

/// Elsewhere the ways out and the words about the program are in the menus File and Help.
#[cfg(not(target_os = "macos"))]
fn settle_in(
    app: &AppHandle,
    menu: &Menu<Wry>,
    file: &Submenu<Wry>,
    _edit: &Submenu<Wry>,
) -> tauri::Result<()> {
    fill(app, file, &[LINE, LEAVE])?;
    menu.append(&part(app, "help", &[ABOUT])?)
}

/// A Mac has a menu of the program's own name, and its web view copies and pastes only through items of the menu.
#[cfg(target_os = "macos")]
fn settle_in(
    app: &AppHandle,
    menu: &Menu<Wry>,
    _file: &Submenu<Wry>,
    edit: &Submenu<Wry>,
) -> tauri::Result<()> {
    let own = part(app, "Roster", &[ABOUT, LINE])?;
    own.append_items(&[
        &PredefinedMenuItem::services(app, None)?,
        &PredefinedMenuItem::hide(app, None)?,
        &PredefinedMenuItem::hide_others(app, None)?,
        &PredefinedMenuItem::show_all(app, None)?,
    ])?;
    fill(app, &own, &[LINE, LEAVE])?;
    menu.prepend(&own)?;
    edit.insert_items(
        &[
            &PredefinedMenuItem::cut(app, None)?,
            &PredefinedMenuItem::copy(app, None)?,
            &PredefinedMenuItem::paste(app, None)?,
        ],
        3,
    )
}

/// Writes the menu in a language. Its items stay: a menu that is made anew loses its accelerators on Linux.
pub fn speak(app: &AppHandle, language: Language) -> tauri::Result<()> {
    #[cfg(target_os = "linux")]
    turn(language);
    let items = app.menu().map(|menu| menu.items()).transpose()?;
    items
        .iter()
        .flatten()
        .try_for_each(|item| name(item, language))
}

fn name(item: &MenuItemKind<Wry>, language: Language) -> tauri::Result<()> {
    match item {
        MenuItemKind::MenuItem(item) => item.set_text(words::of_menu(language, item.id().as_ref())),
        MenuItemKind::Submenu(menu) => {
            menu.set_text(words::of_menu(language, menu.id().as_ref()))?;
            menu.items()?
                .iter()
                .try_for_each(|item| name(item, language))
        }
        _ => Ok(()),
    }
}

/// GTK takes the direction of its menus and dialogs from the system's language, which need not be Roster's.
#[cfg(target_os = "linux")]
fn turn(language: Language) {
    gtk::Widget::set_default_direction(match language {
        Language::En => gtk::TextDirection::Ltr,
        Language::He => gtk::TextDirection::Rtl,
    });
}

pub fn chosen(app: &AppHandle, event: MenuEvent) {
    match event.id().as_ref() {
        QUIT => app.exit(0),
        id => drop(app.emit("menu", id)),
    }
}

fn part(app: &AppHandle, id: &str, items: &[(&str, Option<&str>)]) -> tauri::Result<Submenu<Wry>> {
    let menu = Submenu::with_id(app, id, id, true)?;
    fill(app, &menu, items)?;
    Ok(menu)
}

fn fill(app: &AppHandle, menu: &Submenu<Wry>, items: &[(&str, Option<&str>)]) -> tauri::Result<()> {
    for entry in items {
        match entry {
            &LINE => menu.append(&PredefinedMenuItem::separator(app)?)?,
            (id, accelerator) => {
                menu.append(&MenuItem::with_id(app, *id, id, true, *accelerator)?)?
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_has_words_in_every_language() {
        let titles = [
            "file", "edit", "view", "theme", "density", "language", "help",
        ];
        let parts = [FILE, EDIT, THEMES, DENSITIES, LANGUAGES, &[ABOUT, LEAVE]];
        let entries = parts
            .iter()
            .copied()
            .flatten()
            .filter(|entry| **entry != LINE);
        for id in entries.map(|(id, _)| *id).chain(titles) {
            for language in [Language::En, Language::He] {
                assert_ne!(words::of_menu(language, id), id, "{language:?}");
            }
        }
    }
}
