//! What a file is, by its name's ending.

use super::names::ending;
use super::types::FileKind;

const ENDINGS: &[(FileKind, &[&str])] = &[
    (
        FileKind::Picture,
        &[
            "jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff", "heic", "heif", "avif",
            "svg", "ico",
        ],
    ),
    (
        FileKind::Document,
        &[
            "pdf", "doc", "docx", "docm", "dot", "dotx", "odt", "ott", "rtf", "pages", "epub",
            "xps",
        ],
    ),
    (
        FileKind::Spreadsheet,
        &[
            "xls", "xlsx", "xlsm", "xlsb", "ods", "csv", "tsv", "numbers",
        ],
    ),
    (
        FileKind::Presentation,
        &["ppt", "pptx", "pptm", "pps", "ppsx", "odp", "key"],
    ),
    (
        FileKind::Text,
        &[
            "txt", "md", "log", "json", "xml", "yaml", "yml", "html", "htm", "css", "vcf", "ics",
            "ldif", "ini", "tex",
        ],
    ),
    (
        FileKind::Audio,
        &[
            "mp3", "m4a", "wav", "ogg", "oga", "opus", "flac", "aac", "wma", "amr",
        ],
    ),
    (
        FileKind::Video,
        &[
            "mp4", "m4v", "mov", "avi", "mkv", "webm", "wmv", "mpg", "mpeg", "3gp",
        ],
    ),
    (
        FileKind::Archive,
        &[
            "zip", "7z", "rar", "tar", "gz", "tgz", "bz2", "xz", "zst", "cab",
        ],
    ),
    (FileKind::Mail, &["eml", "msg", "mbox"]),
    (FileKind::Program, PROGRAMS),
];

/// What runs, installs or leads elsewhere when it is opened on some system: the endings that mail programs block
/// (support.microsoft.com, "Blocked attachments in Outlook"), and those of the other systems.
const PROGRAMS: &[&str] = &[
    "ade",
    "adp",
    "apk",
    "app",
    "appimage",
    "application",
    "appref-ms",
    "appx",
    "appxbundle",
    "asp",
    "aspx",
    "asx",
    "bas",
    "bash",
    "bat",
    "bgi",
    "bin",
    "chm",
    "cmd",
    "cnt",
    "com",
    "command",
    "cpl",
    "crt",
    "csh",
    "deb",
    "der",
    "desktop",
    "diagcab",
    "dll",
    "dmg",
    "dylib",
    "elf",
    "exe",
    "fish",
    "fxp",
    "gadget",
    "grp",
    "hlp",
    "hpj",
    "hta",
    "htc",
    "img",
    "inf",
    "ins",
    "iso",
    "isp",
    "its",
    "jar",
    "jnlp",
    "js",
    "jse",
    "ksh",
    "lnk",
    "mad",
    "maf",
    "mag",
    "mam",
    "maq",
    "mar",
    "mas",
    "mat",
    "mau",
    "mav",
    "maw",
    "mcf",
    "mda",
    "mdb",
    "mde",
    "mdt",
    "mdw",
    "mdz",
    "msc",
    "msh",
    "msh1",
    "msh2",
    "mshxml",
    "msi",
    "msix",
    "msixbundle",
    "msp",
    "mst",
    "msu",
    "ops",
    "osd",
    "out",
    "pcd",
    "php",
    "pif",
    "pkg",
    "pl",
    "plg",
    "prf",
    "prg",
    "printerexport",
    "ps1",
    "ps1xml",
    "ps2",
    "ps2xml",
    "psc1",
    "psc2",
    "psd1",
    "psdm1",
    "psm1",
    "pst",
    "py",
    "pyc",
    "pyo",
    "pyw",
    "pyz",
    "pyzw",
    "rb",
    "reg",
    "rpm",
    "run",
    "scf",
    "scpt",
    "scptd",
    "scr",
    "sct",
    "search-ms",
    "settingcontent-ms",
    "sh",
    "shb",
    "shs",
    "snap",
    "so",
    "tcsh",
    "terminal",
    "theme",
    "tmp",
    "url",
    "vb",
    "vbe",
    "vbp",
    "vbs",
    "vhd",
    "vhdx",
    "vsmacros",
    "vsw",
    "webloc",
    "website",
    "workflow",
    "ws",
    "wsc",
    "wsf",
    "wsh",
    "xbap",
    "xll",
    "xnk",
    "zsh",
];

pub(super) fn of(name: &str) -> FileKind {
    let Some(ending) = ending(name) else {
        return FileKind::Other;
    };
    ENDINGS
        .iter()
        .find(|(_, endings)| endings.contains(&ending.as_str()))
        .map_or(FileKind::Other, |(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_ending_decides() {
        for (name, kind) in [
            ("scan.JPG", FileKind::Picture),
            ("letter.docx", FileKind::Document),
            ("letter.pdf.exe", FileKind::Program),
            ("start.Desktop", FileKind::Program),
            ("README", FileKind::Other),
            ("data.xyz", FileKind::Other),
        ] {
            assert_eq!(of(name), kind, "{name}");
        }
    }

    #[test]
    fn no_ending_stands_twice() {
        let mut all: Vec<&str> = ENDINGS
            .iter()
            .flat_map(|(_, list)| *list)
            .copied()
            .collect();
        all.sort_unstable();
        let count = all.len();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
