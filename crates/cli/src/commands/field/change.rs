//! `roster field add` and `roster field edit`.

use clap::Args;
use roster_core::fields::{
    self, Field, FieldAdd, FieldEdit, FieldPreview, FieldRetire, OptionEdit,
};
use roster_core::values::split;
use roster_core::{Error, Workspace};

use super::{For, Type, answer};
use crate::commands::Context;
use crate::failure::Result;
use crate::table::table;

/// Add a custom field.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster field add Diet --type many_of --options \"vegan,kosher,gluten free\"\n  roster field add Dues --type money --currency EUR --required --default 25"
)]
pub struct Add {
    /// What people read: \"Shoe size\".
    label: String,
    /// What its values are.
    #[arg(long = "type", value_name = "TYPE")]
    kind: Type,
    /// The name for --set and --map; made from the label without it, and fixed from then on.
    #[arg(long)]
    code: Option<String>,
    /// What can be chosen, for one_of and many_of, separated by commas.
    #[arg(long, value_name = "A,B,C")]
    options: Option<String>,
    /// The currency of amounts without one, for money; by the workspace's country unless given.
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// A new contact needs a value.
    #[arg(long)]
    required: bool,
    /// What a new contact gets where nothing else is said.
    #[arg(long, value_name = "VALUE")]
    default: Option<String>,
    /// Whose field it is.
    #[arg(long = "for", value_name = "WHOM", default_value = "contact")]
    subject: For,
}

/// Change a custom field. A change of type or options tells first what would not fit.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster field edit shoe_size --type number --rehearse\n  roster field edit diet --rename-option \"vegan=plants only\""
)]
pub struct Edit {
    /// The field's code, from `roster fields`.
    code: String,
    /// What people read.
    #[arg(long)]
    label: Option<String>,
    /// What its values are; those that don't convert stay as they are.
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<Type>,
    /// All that can be chosen, separated by commas.
    #[arg(long, value_name = "A,B,C")]
    options: Option<String>,
    /// Give an option another name; its values are carried along. Repeatable.
    #[arg(long, value_name = "OLD=NEW", value_parser = parse_rename)]
    rename_option: Vec<(String, String)>,
    /// The currency of amounts without one.
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// A new contact needs a value.
    #[arg(long, conflicts_with = "optional")]
    required: bool,
    /// A new contact needs no value.
    #[arg(long)]
    optional: bool,
    /// What a new contact gets where nothing else is said; empty for none.
    #[arg(long, value_name = "VALUE")]
    default: Option<String>,
    /// Take the field out of use; its values are kept.
    #[arg(long, conflicts_with_all = ["bring_back", "rehearse"])]
    retire: bool,
    /// Bring a retired field back.
    #[arg(long, conflicts_with = "rehearse")]
    bring_back: bool,
    /// Go ahead although values don't fit: they stay as they are and are listed by `roster field misfits`.
    #[arg(long)]
    keep_misfits: bool,
    /// Tell what would become of the values; write nothing.
    #[arg(long)]
    rehearse: bool,
}

impl Add {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let input = FieldAdd {
            label: self.label,
            kind: self.kind.into(),
            code: self.code,
            subject: self.subject.into(),
            options: names(self.options.as_deref()),
            currency: self.currency,
            required: self.required,
            default: self.default,
        };
        let work = async |ws: &_| Ok(fields::add(ws, &input).await?);
        let changed = crate::workspace::writable(context.global, work).await?;
        answer(context, changed)
    }
}

impl Edit {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let (global, job) = (context.global, context.job);
        if self.retire || self.bring_back {
            let input = FieldRetire {
                code: self.code,
                retired: self.retire,
            };
            let work = async |ws: &_| Ok(fields::retire(ws, &input).await?);
            let changed = crate::workspace::existing(global, work).await?;
            return answer(context, changed);
        }
        if self.rehearse {
            let work = async |ws: &_| Ok(fields::preview(ws, &self.input(ws).await?, job).await?);
            let preview = crate::workspace::existing(global, work).await?;
            return context.out.answer(&preview, || shown(&preview));
        }
        let work = async |ws: &_| Ok(fields::edit(ws, &self.input(ws).await?, job).await?);
        let changed = crate::workspace::existing(global, work).await?;
        answer(context, changed)
    }

    async fn input(&self, ws: &Workspace) -> Result<FieldEdit> {
        Ok(FieldEdit {
            code: self.code.clone(),
            label: self.label.clone(),
            kind: self.kind.map(Into::into),
            options: self.option_edits(ws).await?,
            currency: self.currency.clone(),
            required: (self.required || self.optional).then_some(self.required),
            default: self.default.clone(),
            keep_misfits: self.keep_misfits,
        })
    }

    /// The options as they shall be: those given, else those that are there, with the renamed ones by their new names.
    async fn option_edits(&self, ws: &Workspace) -> Result<Option<Vec<OptionEdit>>> {
        let given = self.options.as_deref().map(|text| names(Some(text)));
        if given.is_none() && self.rename_option.is_empty() {
            return Ok(None);
        }
        let before = field(ws, &self.code).await?.options;
        if let Some((old, _)) = self
            .rename_option
            .iter()
            .find(|(old, _)| !before.contains(old))
        {
            return Err(Error::field("options", format!("There is no option “{old}”.")).into());
        }
        let new_name = |option: &String| {
            let renamed = self.rename_option.iter().find(|(old, _)| old == option);
            renamed.map_or_else(|| option.clone(), |(_, new)| new.clone())
        };
        let names = given.unwrap_or_else(|| before.iter().map(new_name).collect());
        let edits = names.into_iter().map(|name| {
            let renamed = self.rename_option.iter().find(|(_, new)| *new == name);
            OptionEdit {
                was: renamed.map(|(old, _)| old.clone()),
                name,
            }
        });
        Ok(Some(edits.collect()))
    }
}

async fn field(ws: &Workspace, code: &str) -> Result<Field> {
    let all = fields::manage(ws).await?.fields;
    let found = all
        .into_iter()
        .find(|field| field.custom && field.code == code);
    Ok(found.ok_or_else(|| Error::not_found("field", code))?)
}

fn names(options: Option<&str>) -> Vec<String> {
    split::list(options.unwrap_or_default())
        .into_iter()
        .map(str::to_owned)
        .collect()
}

fn parse_rename(text: &str) -> std::result::Result<(String, String), String> {
    let (old, new) = text
        .split_once('=')
        .ok_or("write OLD=NEW, such as vegan=\"plants only\"")?;
    Ok((old.trim().to_owned(), new.trim().to_owned()))
}

fn shown(preview: &FieldPreview) -> String {
    let FieldPreview {
        values,
        converted,
        misfits,
        conversions,
    } = preview;
    let counts =
        format!("{values} values: {converted} would be written anew, {misfits} would not fit.\n");
    if conversions.is_empty() {
        return counts;
    }
    let rows = conversions.iter().map(|c| {
        let becomes = c.becomes.as_deref().unwrap_or("does not fit");
        [c.value.clone(), becomes.to_owned(), c.count.to_string()]
    });
    format!("{counts}\n{}", table(["Value", "Becomes", "Times"], rows))
}
