//! What the system opens for Roster: its phone and mail programs, its browser, and its file manager.
//!
//! Nothing else: a contact's data comes from other people's files, and a link in it must not start a program.

use std::path::PathBuf;

use tauri::{AppHandle, Manager, Url};

use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::picked::{Access, Picked};

/// The parts of a mail that an address may fill in (RFC 6068). `attach`, which some programs obey, is not among them.
const MAIL_FIELDS: [&str; 5] = ["subject", "body", "to", "cc", "bcc"];

/// Calls, writes or opens a page: `tel:`, `mailto:`, `http:` and `https:` addresses only.
#[tauri::command]
pub fn open_external(url: &str) -> Result<()> {
    let url = allowed(url).ok_or_else(|| Failure::address_refused(url))?;
    tauri_plugin_opener::open_url(url.as_str(), None::<&str>)
        .map_err(|error| Failure::not_opened(url.as_str(), &error.to_string()))
}

/// Shows a file in the system's file manager: one that the user chose, the workspace, or the folder of its backups.
#[tauri::command]
pub fn reveal(app: AppHandle, path: PathBuf) -> Result<()> {
    let picked = app.state::<Picked>();
    let is_chosen = [Access::Save, Access::Read]
        .into_iter()
        .any(|access| picked.allows(access, &path));
    let desk = app.state::<Desk>();
    if !is_chosen && !desk.holds(&path) && !desk.keeps_backups_in(&path) {
        return Err(Failure::not_picked(&path.to_string_lossy()));
    }
    tauri_plugin_opener::reveal_item_in_dir(&path)
        .map_err(|error| Failure::not_opened(&path.to_string_lossy(), &error.to_string()))
}

fn allowed(url: &str) -> Option<Url> {
    let url = Url::parse(url).ok()?;
    let harmless = match url.scheme() {
        "tel" => url
            .path()
            .chars()
            .all(|c| c.is_ascii_digit() || "+-.();=ext*#".contains(c)),
        "mailto" => url
            .query_pairs()
            .all(|(name, _)| MAIL_FIELDS.contains(&name.to_ascii_lowercase().as_str())),
        // A name and a password in an address serve to show one place and lead to another.
        "http" | "https" => url.has_host() && url.username().is_empty() && url.password().is_none(),
        _ => false,
    };
    harmless.then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_numbers_mail_addresses_and_pages_are_opened() {
        for url in [
            "tel:+972501234567",
            "tel:+49-30-123;ext=12",
            "TEL:112",
            "mailto:noa@blue.example",
            "mailto:noa@blue.example?subject=Hello&body=A%20letter",
            "https://blue.example/noa?from=roster#top",
            "HTTP://blue.example:8080",
        ] {
            assert!(allowed(url).is_some(), "{url}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for url in [
            "https://bank.example@evil.example/",
            "https:",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "\\\\server\\share",
            "C:\\Windows\\System32\\calc.exe",
            "ms-msdt:/id",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "smb://server/share",
            "tel:$(reboot)",
            "mailto:noa@blue.example?attach=/etc/passwd",
            "mailto:noa@blue.example?Attachment=x",
            "/bin/sh",
            "",
        ] {
            assert!(allowed(url).is_none(), "{url}");
        }
    }
}
