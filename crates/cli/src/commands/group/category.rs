//! `roster group category …`: the categories that groups are sorted into.

use clap::{Args, Subcommand};
use roster_core::Workspace;
use roster_core::contacts::ById;
use roster_core::groups::{
    self, GroupCategories, GroupCategoriesArrange, GroupCategoryAdd, GroupCategoryRename,
};

use crate::commands::Context;
use crate::failure::Result;
use crate::table::counted;

/// List, add, rename, order and delete the categories of groups.
#[derive(Debug, Args)]
pub struct Category {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// The categories in their order, each with the number of its groups.
    List,
    /// Add a category.
    Add {
        /// The category's name.
        name: String,
    },
    /// Give a category another name.
    Rename {
        /// The category's name.
        name: String,
        /// The new name.
        new: String,
    },
    /// Put categories first, in this order.
    Order {
        /// The categories' names, in their order.
        #[arg(required = true)]
        names: Vec<String>,
    },
    /// Delete a category; its groups stay.
    Delete {
        /// The category's name.
        name: String,
    },
}

impl Category {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let act = self.act;
        let work = async |ws: &Workspace| {
            carry_out(ws, &act).await?;
            Ok(groups::categories(ws).await?)
        };
        let now = match act {
            Act::List => crate::workspace::existing(context.global, work).await?,
            _ => crate::workspace::writable(context.global, work).await?,
        };
        context.out.answer(&now, || text(&now))
    }
}

async fn carry_out(ws: &Workspace, act: &Act) -> Result<()> {
    match act {
        Act::List => {}
        Act::Add { name } => {
            let name = name.clone();
            groups::add_category(ws, &GroupCategoryAdd { name }).await?;
        }
        Act::Rename { name, new } => {
            let (id, name) = (named(ws, name).await?, new.clone());
            groups::rename_category(ws, &GroupCategoryRename { id, name }).await?;
        }
        Act::Order { names } => {
            let mut ids = Vec::new();
            for name in names {
                ids.push(named(ws, name).await?);
            }
            groups::arrange_categories(ws, &GroupCategoriesArrange { ids }).await?;
        }
        Act::Delete { name } => {
            let id = named(ws, name).await?;
            groups::delete_category(ws, &ById { id }).await?;
        }
    }
    Ok(())
}

async fn named(ws: &Workspace, name: &str) -> Result<i64> {
    Ok(groups::category_named(ws, name).await?)
}

fn text(now: &GroupCategories) -> String {
    let lines = now.categories.iter().map(|category| {
        let groups = counted(category.groups as u64, "group", "groups");
        format!("{}: {groups}\n", category.name)
    });
    let lines: String = lines.collect();
    match lines.is_empty() {
        true => "No categories.\n".to_owned(),
        false => lines,
    }
}
