//! The one window: made hidden in the right colours, shown once its page is there, and closed to other pages, new
//! windows, downloads and, in a release, developer tools. Keys and menus of a browser are switched off in the page.

use tauri::utils::config::Color;
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{AppHandle, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::preferences::{Store, Theme};

pub const LABEL: &str = "main";

/// The token `--desk` of the page in light and dark, so that nothing flashes before the first paint.
const LIGHT: Color = Color(0xf5, 0xf5, 0xf3, 0xff);
const DARK: Color = Color(0x10, 0x12, 0x14, 0xff);

pub fn open(app: &AppHandle, workspace: &str) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title(title(workspace))
        .inner_size(1280.0, 800.0)
        .min_inner_size(800.0, 560.0)
        .visible(false)
        .devtools(cfg!(debug_assertions))
        .zoom_hotkeys_enabled(false)
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                show(&window);
            }
        })
        .build()?;
    set_theme(app, app.state::<Store>().current().theme)
}

pub fn set_theme(app: &AppHandle, theme: Theme) -> tauri::Result<()> {
    let Some(window) = app.get_webview_window(LABEL) else {
        return Ok(());
    };
    window.set_theme(native(theme))?;
    let dark = match native(theme) {
        Some(chosen) => chosen == tauri::Theme::Dark,
        None => window.theme()? == tauri::Theme::Dark,
    };
    window.set_background_color(Some(if dark { DARK } else { LIGHT }))
}

pub fn set_title(app: &AppHandle, workspace: &str) -> tauri::Result<()> {
    app.get_webview_window(LABEL)
        .map_or(Ok(()), |window| window.set_title(&title(workspace)))
}

pub fn to_front(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        drop(window.unminimize());
        show(&window);
    }
}

/// A window that the system doesn't bring forward is no reason to stop.
fn show(window: &WebviewWindow) {
    drop(window.show());
    drop(window.set_focus());
}

fn title(workspace: &str) -> String {
    match workspace {
        "" => "Roster".into(),
        name => format!("{name} – Roster"),
    }
}

fn native(theme: Theme) -> Option<tauri::Theme> {
    match theme {
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
        Theme::System => None,
    }
}

/// The page's own address: `tauri://localhost`, on Windows `http://tauri.localhost`.
fn is_own(url: &Url) -> bool {
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_shows_roster_and_nothing_else() {
        for (url, own) in [
            ("tauri://localhost", true),
            ("tauri://localhost/contacts?search=noa", true),
            ("http://tauri.localhost/", true),
            ("https://example.com/", false),
            ("https://tauri.localhost.example.com/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,hello", false),
        ] {
            assert_eq!(is_own(&Url::parse(url).unwrap()), own, "{url}");
        }
    }
}
