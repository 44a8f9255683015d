//! The system's own windows for choosing a file and for asking one question.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath, MessageDialogButtons};
use tokio::sync::oneshot;

use crate::picked::{Access, Picked};
use crate::preferences::Store;
use crate::window;
use crate::words::{self, Words};

/// In both cases: Linux compares endings as they are written, and LIST.XLSX would be hidden.
const SOURCES: [&str; 20] = [
    "xlsx", "xls", "xlsb", "ods", "csv", "tsv", "txt", "vcf", "ldif", "zip", "XLSX", "XLS", "XLSB",
    "ODS", "CSV", "TSV", "TXT", "VCF", "LDIF", "ZIP",
];
const STATEMENTS: [&str; 14] = [
    "xml", "csv", "txt", "tsv", "xlsx", "xls", "ods", "XML", "CSV", "TXT", "TSV", "XLSX", "XLS",
    "ODS",
];
const PICTURES: [&str; 12] = [
    "jpg", "jpeg", "png", "webp", "gif", "bmp", "JPG", "JPEG", "PNG", "WEBP", "GIF", "BMP",
];
const WORKSPACE: &str = "roster";

/// A file to import, or nothing when the picker was closed.
#[tauri::command]
pub async fn pick_spreadsheet(app: AppHandle, title: String) -> Option<String> {
    let words = words(&app);
    let picker = picker(&app, &title)
        .add_filter(words.sources, &SOURCES)
        .add_filter(words.all_files, &["*"]);
    let chosen = to_open(picker).await;
    chosen.map(|path| handed(&app, Access::Read, path))
}

/// A statement of the bank, or nothing when the picker was closed.
#[tauri::command]
pub async fn pick_statement(app: AppHandle, title: String) -> Option<String> {
    let words = words(&app);
    let picker = picker(&app, &title)
        .add_filter(words.statements, &STATEMENTS)
        .add_filter(words.all_files, &["*"]);
    let chosen = to_open(picker).await;
    chosen.map(|path| handed(&app, Access::Read, path))
}

/// A picture for a contact, or nothing when the picker was closed.
#[tauri::command]
pub async fn pick_picture(app: AppHandle, title: String) -> Option<String> {
    let words = words(&app);
    let chosen = to_open(picker(&app, &title).add_filter(words.pictures, &PICTURES)).await;
    chosen.map(|path| handed(&app, Access::Read, path))
}

/// Files of any kind to attach; none when the picker was closed.
#[tauri::command]
pub async fn pick_files(app: AppHandle, title: String) -> Vec<String> {
    let (answer, answered) = oneshot::channel();
    picker(&app, &title).pick_files(|chosen| drop(answer.send(chosen)));
    let chosen = answered.await.ok().flatten().unwrap_or_default();
    let paths = chosen.into_iter().filter_map(|file| file.into_path().ok());
    paths.map(|path| handed(&app, Access::Read, path)).collect()
}

/// Where to save a file. The name gets the first of `extensions` when it has none of them.
#[tauri::command]
pub async fn pick_save(
    app: AppHandle,
    title: String,
    name: String,
    extensions: Vec<String>,
) -> Option<String> {
    let extensions: Vec<&str> = extensions.iter().map(String::as_str).collect();
    // A suggestion names a file, never a place for it.
    let name = name.replace(['/', '\\'], "-");
    let mut picker = picker(&app, &title).set_file_name(name);
    for extension in &extensions {
        picker = picker.add_filter(extension.to_uppercase(), &[*extension]);
    }
    let chosen = to_save(&app, picker, &extensions).await;
    chosen.map(|path| handed(&app, Access::Save, path))
}

/// A folder that Roster may write files into, or nothing when the picker was closed.
#[tauri::command]
pub async fn pick_folder(app: AppHandle, title: String) -> Option<String> {
    let (answer, answered) = oneshot::channel();
    let mut picker = picker(&app, &title);
    // Among what was used of late, where it would begin otherwise, GTK takes no folder by its typed name.
    if let Ok(start) = app.path().document_dir().or_else(|_| app.path().home_dir()) {
        picker = picker.set_directory(start);
    }
    picker.pick_folder(|folder| drop(answer.send(folder)));
    let chosen = path(answered.await.ok()?);
    chosen.map(|path| handed(&app, Access::Save, path))
}

pub async fn workspace_to_open(app: &AppHandle) -> Option<PathBuf> {
    let words = words(app);
    to_open(picker(app, words.open_workspace).add_filter(words.workspaces, &[WORKSPACE])).await
}

pub async fn workspace_to_make(app: &AppHandle) -> Option<PathBuf> {
    let words = words(app);
    let picker = picker(app, words.new_workspace)
        .set_file_name(format!("contacts.{WORKSPACE}"))
        .add_filter(words.workspaces, &[WORKSPACE]);
    to_save(app, picker, &[WORKSPACE]).await
}

fn words(app: &AppHandle) -> &'static Words {
    words::of(app.state::<Store>().current().language)
}

fn picker(app: &AppHandle, title: &str) -> FileDialogBuilder<tauri::Wry> {
    let picker = app.dialog().file().set_title(title);
    match app.get_webview_window(window::LABEL) {
        Some(parent) => picker.set_parent(&parent),
        None => picker,
    }
}

async fn to_open(picker: FileDialogBuilder<tauri::Wry>) -> Option<PathBuf> {
    let (answer, answered) = oneshot::channel();
    picker.pick_file(|path| drop(answer.send(path)));
    path(answered.await.ok()?)
}

async fn to_save(
    app: &AppHandle,
    picker: FileDialogBuilder<tauri::Wry>,
    extensions: &[&str],
) -> Option<PathBuf> {
    let (answer, answered) = oneshot::channel();
    picker.save_file(|path| drop(answer.send(path)));
    let typed = path(answered.await.ok()?)?;
    let named = with_extension(&typed, extensions);
    // The system asked about the name as typed only.
    (named == typed || !named.exists() || may_replace(app).await).then_some(named)
}

async fn may_replace(app: &AppHandle) -> bool {
    let words = words(app);
    let (answer, answered) = oneshot::channel();
    app.dialog()
        .message(words.replace_question)
        .title("Roster")
        .buttons(MessageDialogButtons::OkCancelCustom(
            words.replace.into(),
            words.cancel.into(),
        ))
        .show(|yes| {
            let _ = answer.send(yes);
        });
    answered.await.unwrap_or(false)
}

fn path(chosen: Option<FilePath>) -> Option<PathBuf> {
    chosen?.into_path().ok()
}

/// What the page gets of a chosen file: its path, which it may name in calls from now on.
fn handed(app: &AppHandle, access: Access, path: PathBuf) -> String {
    app.state::<Picked>().allow(access, &path);
    path.to_string_lossy().into_owned()
}

fn with_extension(path: &Path, extensions: &[&str]) -> PathBuf {
    let has_one = path
        .extension()
        .is_some_and(|own| extensions.iter().any(|e| own.eq_ignore_ascii_case(e)));
    match extensions.first() {
        Some(first) if !has_one => {
            let mut name = path.as_os_str().to_owned();
            name.push(".");
            name.push(first);
            name.into()
        }
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_its_ending_when_it_has_none() {
        for (typed, named) in [
            ("list", "list.xlsx"),
            ("list.xlsx", "list.xlsx"),
            ("list.CSV", "list.CSV"),
            ("list 22.11.2026", "list 22.11.2026.xlsx"),
        ] {
            assert_eq!(
                with_extension(Path::new(typed), &["xlsx", "csv"]),
                Path::new(named)
            );
        }
    }
}
