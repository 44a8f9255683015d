//! Spreadsheets and address books become contacts (PRODUCT.md, I1 to I14).

/// Kinds of files, encodings, delimiters, header rows, sheets.
mod reading;

/// `--map`, `--new-fields`, proposals.
mod fields;

/// Phones, damaged numbers, dates, bad details.
mod values;

/// The same person or not: within the file, against the workspace, the modes.
mod matching;

/// Cells taken apart, columns joined, values mapped, dialects, garbled text.
mod parts;

/// Filling, replacing, adding.
mod updating;

/// Status columns, unsubscribed files, and that no import lifts an opt-out.
mod opt_outs;

/// Numbers, terms, payers; and back out again.
mod members;

/// Groups named by an option and by a column.
mod groups;

/// The file of rejected rows, mended and imported again.
mod rejects;

/// Whatever a file holds, its rows add up, and a second import changes nothing.
mod counting;

/// vCard and LDIF, zips and folders of them.
mod cards;

/// Several files in one command.
mod several;
