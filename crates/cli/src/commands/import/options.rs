//! The options of `import` that say what the rows become, and the request that they make.

use clap::{Args, ValueEnum};
use roster_core::import::{
    ColumnMapping, ImportRequest, ImportSource, MatchKey, Mode, Order, Update,
};
use roster_formats::ReadOptions;

use crate::reading::yes_or_no;

use super::mapping::{Assignment, Said, ValueRule, parse_assignment, parse_value};

#[derive(Debug, Args)]
#[command(next_help_heading = "What the rows become")]
pub struct Options {
    /// Give a column a field: COLUMN is a header or a number such as #3, FIELD a field's code or ignore. Two
    /// columns with one field that holds a text are joined. Repeatable.
    #[arg(long, value_name = "COLUMN=FIELD", value_parser = parse_assignment, allow_hyphen_values = true)]
    map: Vec<Assignment>,
    /// Take the columns as this named mapping does; --map and --value come before it.
    #[arg(long, value_name = "NAME")]
    pub mapping: Option<String>,
    /// Keep what becomes of the columns under a name, for --mapping.
    #[arg(long, value_name = "NAME")]
    pub save_mapping: Option<String>,
    /// Read a value of a column as another: a value of its field, a new option of its list, or ignore. Repeatable.
    #[arg(long = "value", value_name = "COLUMN:VALUE=TARGET", value_parser = parse_value, allow_hyphen_values = true)]
    values: Vec<ValueRule>,
    /// Keep names and addresses in one piece, instead of taking them apart where that is certain.
    #[arg(long)]
    no_split: bool,
    /// Read the header as a program's export, such as outlook-desktop:de, or as none; as recognized unless told.
    #[arg(long, value_name = "NAME[:LOCALE]|none")]
    pub dialect: Option<String>,
    /// The country of phone numbers without one, such as ES.
    #[arg(long, value_name = "CC")]
    country: Option<String>,
    /// The order of day, month and year in dates, where the file leaves it open.
    #[arg(long, value_name = "ORDER", ignore_case = true)]
    date_order: Option<DateOrder>,
    /// What rows may do: make and update contacts, only one of the two, or opt their values out.
    #[arg(long, value_name = "MODE", default_value = "create-update")]
    mode: ImportMode,
    /// What rows are matched to contacts by, in this order: uid, email, phone.
    #[arg(
        long = "match",
        value_name = "KEYS",
        value_delimiter = ',',
        default_value = "uid,email,phone"
    )]
    match_keys: Vec<Key>,
    /// What happens to values that a contact holds already: only blanks are filled, replaced, or added to.
    #[arg(long, value_name = "HOW", default_value = "fill")]
    update: How,
    /// A group that every contact of the file joins, made when new. Repeatable.
    #[arg(long = "group", value_name = "NAME")]
    groups: Vec<String>,
    /// The account, agency or lead that takes the new contacts of rows that name no organization; made as an account
    /// when it is new.
    #[arg(long, value_name = "NAME")]
    organization: Option<String>,
    /// Columns without a field become custom fields, instead of being left out.
    #[arg(long)]
    new_fields: bool,
    /// Whether everyone in the file has opted out; Mailchimp's files of those who unsubscribed or bounced are recognized.
    #[arg(long, value_name = "YES|NO", value_parser = yes_or_no)]
    everyone_opted_out: Option<bool>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "UPPER")]
enum DateOrder {
    Dmy,
    Mdy,
    Ymd,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ImportMode {
    CreateUpdate,
    Create,
    Update,
    OptOut,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Key {
    Uid,
    Email,
    Phone,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum How {
    Fill,
    Replace,
    Add,
}

impl Options {
    pub fn said(&self) -> Said<'_> {
        Said {
            map: &self.map,
            values: &self.values,
        }
    }

    pub fn request(
        &self,
        source: ImportSource,
        options: ReadOptions,
        mapping: Vec<ColumnMapping>,
        rejects: Option<String>,
    ) -> ImportRequest {
        ImportRequest {
            source,
            options,
            dialect: self.dialect.clone(),
            named: self.mapping.clone(),
            mapping,
            country: self.country.clone(),
            date_order: self.date_order.map(order),
            mode: mode(self.mode),
            match_keys: self.match_keys.iter().copied().map(key).collect(),
            update: how(self.update),
            groups: self.groups.clone(),
            organization: self.organization.clone(),
            new_fields: self.new_fields,
            split: self.no_split.then_some(false),
            everyone_opted_out: self.everyone_opted_out,
            edits: Vec::new(),
            left_out: Vec::new(),
            fingerprint: None,
            rejects,
        }
    }
}

fn order(order: DateOrder) -> Order {
    match order {
        DateOrder::Dmy => Order::Dmy,
        DateOrder::Mdy => Order::Mdy,
        DateOrder::Ymd => Order::Ymd,
    }
}

fn mode(mode: ImportMode) -> Mode {
    match mode {
        ImportMode::CreateUpdate => Mode::CreateUpdate,
        ImportMode::Create => Mode::Create,
        ImportMode::Update => Mode::Update,
        ImportMode::OptOut => Mode::OptOut,
    }
}

fn key(key: Key) -> MatchKey {
    match key {
        Key::Uid => MatchKey::Uid,
        Key::Email => MatchKey::Email,
        Key::Phone => MatchKey::Phone,
    }
}

fn how(how: How) -> Update {
    match how {
        How::Fill => Update::Fill,
        How::Replace => Update::Replace,
        How::Add => Update::Add,
    }
}
