//! The native menu. Each item's id goes to the page as the event `menu`; the page knows what it means where it stands.
//!
//! Keys that mean something inside a text field (undo, redo, select all, delete, paste) have no accelerator here: the
//! system would take them from the field before the page could tell. The page listens for them itself.

use tauri::menu::{Menu, MenuEvent, MenuItem, PredefinedMenuItem, Submenu, SubmenuBuilder};
use tauri::{AppHandle, Emitter, Manager, Wry};

use crate::preferences::{Language, Store};
use crate::words::{self, Words};

const QUIT: &str = "quit";

pub fn set(app: &AppHandle, language: Language) -> tauri::Result<()> {
    #[cfg(target_os = "linux")]
    turn(language);
    app.set_menu(build(app, words::of(language))?).map(drop)
}

pub fn set_as_remembered(app: &AppHandle) -> tauri::Result<()> {
    set(app, app.state::<Store>().current().language)
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

fn build(app: &AppHandle, words: &Words) -> tauri::Result<Menu<Wry>> {
    let menu = Menu::new(app)?;
    #[cfg(target_os = "macos")]
    menu.append(&application(app, words)?)?;
    for part in [file(app, words)?, edit(app, words)?, view(app, words)?] {
        menu.append(&part)?;
    }
    #[cfg(not(target_os = "macos"))]
    menu.append(
        &SubmenuBuilder::new(app, words.help)
            .item(&item(app, "about", words.about, None)?)
            .build()?,
    )?;
    Ok(menu)
}

#[cfg(target_os = "macos")]
fn application(app: &AppHandle, words: &Words) -> tauri::Result<Submenu<Wry>> {
    SubmenuBuilder::new(app, "Roster")
        .item(&item(app, "about", words.about, None)?)
        .separator()
        .services()
        .separator()
        .hide()
        .hide_others()
        .show_all()
        .separator()
        .item(&item(app, QUIT, words.quit, Some("CmdOrCtrl+Q"))?)
        .build()
}

fn file(app: &AppHandle, words: &Words) -> tauri::Result<Submenu<Wry>> {
    let menu = SubmenuBuilder::new(app, words.file)
        .item(&item(
            app,
            "new-contact",
            words.new_contact,
            Some("CmdOrCtrl+N"),
        )?)
        .separator()
        .item(&item(app, "import", words.import, Some("CmdOrCtrl+I"))?)
        .item(&item(
            app,
            "paste",
            words.paste_rows,
            Some("CmdOrCtrl+Shift+V"),
        )?)
        .item(&item(app, "export", words.export, Some("CmdOrCtrl+E"))?)
        .separator()
        .item(&item(app, "new-workspace", words.new_workspace, None)?)
        .item(&item(
            app,
            "open-workspace",
            words.open_workspace,
            Some("CmdOrCtrl+O"),
        )?)
        .build()?;
    #[cfg(not(target_os = "macos"))]
    menu.append_items(&[
        &PredefinedMenuItem::separator(app)?,
        &item(app, QUIT, words.quit, Some("CmdOrCtrl+Q"))?,
    ])?;
    Ok(menu)
}

fn edit(app: &AppHandle, words: &Words) -> tauri::Result<Submenu<Wry>> {
    let menu = SubmenuBuilder::new(app, words.edit)
        .item(&item(app, "undo", words.undo, None)?)
        .item(&item(app, "redo", words.redo, None)?)
        .separator();
    // A Mac's web view copies and pastes only through items of the menu.
    #[cfg(target_os = "macos")]
    let menu = menu.cut().copy().paste();
    menu.item(&item(app, "select-all", words.select_all, None)?)
        .item(&item(app, "delete", words.delete, None)?)
        .separator()
        .item(&item(app, "find", words.find, Some("CmdOrCtrl+F"))?)
        .build()
}

fn view(app: &AppHandle, words: &Words) -> tauri::Result<Submenu<Wry>> {
    let theme = choices(
        app,
        words.theme,
        &[
            ("theme-light", words.light),
            ("theme-dark", words.dark),
            ("theme-system", words.system),
        ],
    )?;
    let density = choices(
        app,
        words.density,
        &[
            ("density-compact", words.compact),
            ("density-normal", words.normal),
            ("density-roomy", words.roomy),
        ],
    )?;
    // Each language is named in itself: that is how one finds the way back.
    let language = choices(
        app,
        words.language,
        &[("language-en", "English"), ("language-he", "עברית")],
    )?;
    SubmenuBuilder::new(app, words.view)
        .items(&[&theme, &density, &language])
        .build()
}

fn choices(app: &AppHandle, title: &str, items: &[(&str, &str)]) -> tauri::Result<Submenu<Wry>> {
    let menu = Submenu::new(app, title, true)?;
    for (id, text) in items {
        menu.append(&item(app, id, text, None)?)?;
    }
    Ok(menu)
}

fn item(
    app: &AppHandle,
    id: &str,
    text: &str,
    accelerator: Option<&str>,
) -> tauri::Result<MenuItem<Wry>> {
    MenuItem::with_id(app, id, text, true, accelerator)
}
