//! The words of the native menu and dialogs, one set for each language of the window.
//!
//! The page has its own; a language is added here and in `ui/src/i18n` together.

use crate::preferences::Language;

/// The words of native dialogs and pickers.
pub struct Words {
    pub new_workspace: &'static str,
    pub open_workspace: &'static str,
    pub sources: &'static str,
    pub pictures: &'static str,
    pub statements: &'static str,
    pub all_files: &'static str,
    pub workspaces: &'static str,
    pub open_another: &'static str,
    pub make_new: &'static str,
    pub quit: &'static str,
    pub replace: &'static str,
    pub replace_question: &'static str,
    pub cancel: &'static str,
}

pub fn of(language: Language) -> &'static Words {
    match language {
        Language::En => &ENGLISH,
        Language::He => &HEBREW,
    }
}

/// What an item or a title of the menu says; its own id where it says nothing in words.
pub fn of_menu(language: Language, id: &str) -> &str {
    let column = match language {
        Language::En => 1,
        Language::He => 2,
    };
    MENU.iter()
        .find(|row| row[0] == id)
        .map_or(id, |row| row[column])
}

static ENGLISH: Words = Words {
    new_workspace: "New workspace",
    open_workspace: "Open workspace",
    sources: "Spreadsheets and contact files",
    pictures: "Pictures",
    statements: "Bank statements",
    all_files: "All files",
    workspaces: "Roster workspaces",
    open_another: "Open another…",
    make_new: "Make a new one…",
    quit: "Quit Roster",
    replace: "Replace",
    replace_question: "There is a file of that name already. Replace it?",
    cancel: "Cancel",
};

static HEBREW: Words = Words {
    new_workspace: "סביבת עבודה חדשה",
    open_workspace: "פתיחת סביבת עבודה",
    sources: "גיליונות וקובצי אנשי קשר",
    pictures: "תמונות",
    statements: "דפי חשבון של הבנק",
    all_files: "כל הקבצים",
    workspaces: "סביבות עבודה של Roster",
    open_another: "פתיחת אחרת…",
    make_new: "יצירת חדשה…",
    quit: "יציאה מ‑Roster",
    replace: "החלפה",
    replace_question: "כבר קיים קובץ בשם הזה. להחליף אותו?",
    cancel: "ביטול",
};

/// Id, English, Hebrew. Each language is named in itself: that is how one finds the way back.
static MENU: [[&str; 3]; 32] = [
    ["file", "File", "קובץ"],
    ["new-contact", "New contact", "איש קשר חדש"],
    ["import", "Import…", "ייבוא…"],
    ["paste", "Paste rows…", "הדבקת שורות…"],
    ["export", "Export…", "ייצוא…"],
    ["letters", "Letters and labels…", "מכתבים ומדבקות…"],
    ["new-workspace", "New workspace…", "סביבת עבודה חדשה…"],
    ["open-workspace", "Open workspace…", "פתיחת סביבת עבודה…"],
    ["go-backups", "Backups…", "גיבויים…"],
    ["check", "Check workspace…", "בדיקת סביבת העבודה…"],
    ["lock", "Lock now", "נעילה עכשיו"],
    ["quit", "Quit Roster", "יציאה מ‑Roster"],
    ["edit", "Edit", "עריכה"],
    ["undo", "Undo", "ביטול"],
    ["redo", "Redo", "ביצוע מחדש"],
    ["select-all", "Select all", "בחירת הכול"],
    ["delete", "Delete", "מחיקה"],
    ["find", "Find", "חיפוש"],
    ["view", "View", "תצוגה"],
    ["theme", "Colours", "צבעים"],
    ["theme-light", "Light", "בהירים"],
    ["theme-dark", "Dark", "כהים"],
    ["theme-system", "As the system", "לפי המערכת"],
    ["density", "Rows", "שורות"],
    ["density-compact", "Compact", "צפופות"],
    ["density-normal", "Normal", "רגילות"],
    ["density-roomy", "Roomy", "מרווחות"],
    ["language", "Language", "שפה"],
    ["language-en", "English", "English"],
    ["language-he", "עברית", "עברית"],
    ["help", "Help", "עזרה"],
    ["about", "About Roster", "אודות Roster"],
];
