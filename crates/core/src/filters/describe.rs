//! What a window needs to build a filter from chips: the fields with what they understand, and the two ways between
//! text and tree.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::catalog::Catalog;
use super::extent::read;
use super::field::{self, Field, Shape};
use super::mistake::Mistake;
use super::tree::Filter;
use crate::error::{Error, Result};
use crate::workspace::Workspace;

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FilterText {
    pub text: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FilterTree {
    pub tree: Filter,
}

/// A text as it was understood: either the tree, or the first mistake.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FilterRead {
    pub tree: Option<Filter>,
    /// The tree's own text form.
    pub text: Option<String>,
    pub mistake: Option<Mistake>,
}

/// How the values of a field are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FilterShape {
    Text,
    Number,
    Date,
    YesNo,
    /// One of `values`.
    Words,
    Group,
    /// No values, only `has` and `count`.
    Rows,
}

/// A field that a filter can ask about.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FilterField {
    pub code: String,
    /// The label of a custom field; default fields are named by the window.
    pub label: Option<String>,
    pub shape: FilterShape,
    /// As the text form writes them: `=`, `contains`, `in` …
    pub operators: Vec<String>,
    /// The values to choose from, where there are few.
    pub values: Vec<String>,
    /// `has` makes sense.
    pub has: bool,
    /// `count` makes sense.
    pub count: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct FilterFields {
    pub fields: Vec<FilterField>,
}

/// The fields that filters can ask about, in the order of a menu.
pub async fn fields(ws: &Workspace) -> Result<FilterFields> {
    let catalog = Catalog::load(ws, &mut *ws.read().await?).await?;
    let custom = catalog.custom.iter().map(|field| field.code.clone());
    let fields = field::default_names()
        .filter(|name| catalog.custom(name).is_none())
        .chain(custom)
        .filter_map(|name| field::find(&name, &catalog))
        .map(|field| described(&field, &catalog))
        .collect();
    Ok(FilterFields { fields })
}

fn described(field: &Field, catalog: &Catalog) -> FilterField {
    let custom = catalog.custom(&field.code);
    let shape = match field.shape {
        Shape::Text | Shape::List => FilterShape::Text,
        Shape::Number => FilterShape::Number,
        Shape::Date | Shape::Time => FilterShape::Date,
        Shape::YesNo => FilterShape::YesNo,
        Shape::Words(_) => FilterShape::Words,
        Shape::Group => FilterShape::Group,
        Shape::Rows => FilterShape::Rows,
    };
    let values = match &field.shape {
        Shape::Words(words) => words.iter().map(|word| (*word).to_owned()).collect(),
        Shape::Group => catalog
            .groups
            .iter()
            .map(|group| group.name.clone())
            .collect(),
        _ => custom.map(|custom| custom.choices()).unwrap_or_default(),
    };
    FilterField {
        code: field.code.clone(),
        label: custom.map(|custom| custom.label.clone()),
        shape,
        operators: field.operators().into_iter().map(String::from).collect(),
        values,
        has: field.can_be_missing(),
        count: field.is_countable(),
    }
}

/// Understands a filter that is being typed: a mistake is an answer, no error.
pub async fn understand(ws: &Workspace, input: &FilterText) -> Result<FilterRead> {
    let catalog = Catalog::load(ws, &mut *ws.read().await?).await?;
    Ok(match read(&input.text, &catalog) {
        Ok(tree) => FilterRead {
            text: Some(tree.to_string()),
            tree: Some(tree),
            mistake: None,
        },
        Err(mistake) => FilterRead {
            tree: None,
            text: None,
            mistake: Some(mistake),
        },
    })
}

/// The text form of a tree.
///
/// # Errors
/// `Filter` when the tree makes no sense: an unknown field, or a value that its field can't be compared with.
pub async fn write(ws: &Workspace, input: &FilterTree) -> Result<FilterText> {
    let catalog = Catalog::load(ws, &mut *ws.read().await?).await?;
    let text = input.tree.to_string();
    read(&text, &catalog).map_err(Error::Filter)?;
    Ok(FilterText { text })
}
