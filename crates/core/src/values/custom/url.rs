//! Addresses of web pages. Only `http` and `https`, since the window opens them.

use url::Url;

use super::{Misfit, misfit};

/// The address as typed, with `https://` before it where it was typed without a scheme.
pub(super) fn read(typed: &str) -> Result<String, Misfit> {
    let has_scheme = typed.contains("://");
    let whole = if has_scheme {
        typed.to_owned()
    } else {
        format!("https://{typed}")
    };
    let is_page = |url: &Url| {
        let host = url.host_str().unwrap_or_default();
        let is_name = has_scheme || (host.contains('.') && url.username().is_empty());
        matches!(url.scheme(), "http" | "https") && is_name && !host.is_empty()
    };
    let fits =
        !whole.contains(char::is_whitespace) && Url::parse(&whole).as_ref().is_ok_and(is_page);
    fits.then_some(whole).ok_or_else(|| {
        misfit(
            "invalid_url",
            "Not a web address",
            "Write it like https://example.org/page",
        )
    })
}
