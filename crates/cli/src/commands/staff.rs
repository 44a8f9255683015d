//! `roster staff`: the profiles of those who work with the workspace.

use clap::{Args, Subcommand, ValueEnum};
use roster_core::staff::{self, Role, StaffAdd, StaffById, StaffEdit, StaffPin};
use roster_core::{Error, Workspace};

use super::Context;
use crate::failure::Result;
use crate::passphrase;
use crate::table::table;

/// Profiles for staff who share the machine: who works here, and what each may do.
///
/// Without profiles everybody may do everything. With them every command wants `--as NAME` (or ROSTER_AS), and the PIN of
/// that person, where there is one, from ROSTER_PIN or the terminal. An owner may do everything, an editor the daily work, a
/// reader looks things up.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Staff {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Add a profile; the first is an owner.
    Add(Add),
    /// Give somebody another name or another role.
    Edit(Edit),
    /// Set or change the PIN of somebody; ROSTER_NEW_PIN holds the new one, or the terminal asks for it.
    Pin(Pin),
    /// Remove a profile; what was done keeps the name.
    Remove(Remove),
    /// Remove all profiles, for those who have forgotten their PINs; the list of what was done tells of it.
    Clear(Clear),
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    /// Everything, also what can't be undone, the settings and the profiles.
    Owner,
    /// The daily work: contacts, members, imports, exports, undo.
    Editor,
    /// Looking things up.
    Reader,
}

/// A new profile.
#[derive(Debug, Args)]
struct Add {
    /// What they are called.
    name: String,
    /// What they may do.
    #[arg(long, value_enum)]
    role: Kind,
}

/// Another name or role.
#[derive(Debug, Args)]
struct Edit {
    /// What they are called.
    name: String,
    /// What they are called from now on.
    #[arg(long, value_name = "NAME")]
    rename: Option<String>,
    /// What they may do from now on.
    #[arg(long, value_enum)]
    role: Option<Kind>,
}

/// A PIN.
#[derive(Debug, Args)]
struct Pin {
    /// Whose it is.
    name: String,
    /// Remove it: a click is enough to be them.
    #[arg(long)]
    none: bool,
}

/// A profile to be removed.
#[derive(Debug, Args)]
struct Remove {
    /// What they are called.
    name: String,
}

/// All profiles.
#[derive(Debug, Args)]
struct Clear {
    /// Really remove all of them.
    #[arg(long, required = true)]
    yes: bool,
}

impl Staff {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let Some(verb) = self.verb else {
            let work = async |ws: &_| Ok(staff::list(ws).await?);
            let staff = crate::workspace::unnamed(context.global, work).await?;
            return context.out.answer(&staff, || shown(&staff));
        };
        let staff = match verb {
            Verb::Clear(Clear { .. }) => {
                let work = async |ws: &_| Ok(staff::clear(ws).await?);
                crate::workspace::unnamed(context.global, work).await?
            }
            verb => {
                let work = async |ws: &_| carry_out(verb, ws).await;
                crate::workspace::writable(context.global, work).await?
            }
        };
        context.out.done(&staff, || shown(&staff))
    }
}

async fn carry_out(verb: Verb, ws: &Workspace) -> Result<staff::Staff> {
    let done = match verb {
        Verb::Add(add) => {
            let role = add.role.into();
            let name = add.name;
            staff::add(
                ws,
                &StaffAdd {
                    name,
                    role,
                    pin: None,
                },
            )
            .await?
        }
        Verb::Edit(edit) => {
            let person = find(ws, &edit.name).await?;
            let change = StaffEdit {
                id: person.id,
                name: edit.rename.unwrap_or(person.name),
                role: edit.role.map_or(person.role, Into::into),
            };
            staff::edit(ws, &change).await?
        }
        Verb::Pin(pin) => {
            let id = find(ws, &pin.name).await?.id;
            let present = passphrase::given_pin();
            let pin = match pin.none {
                true => None,
                false => Some(passphrase::new_pin()?),
            };
            staff::set_pin(ws, &StaffPin { id, present, pin }).await?
        }
        Verb::Remove(remove) => {
            let id = find(ws, &remove.name).await?.id;
            staff::remove(ws, &StaffById { id }).await?
        }
        Verb::Clear(_) => staff::clear(ws).await?,
    };
    Ok(done)
}

async fn find(ws: &Workspace, name: &str) -> Result<staff::Person> {
    let people = staff::list(ws).await?.people;
    let found = people.into_iter().find(|person| person.name == name);
    Ok(found.ok_or_else(|| Error::not_found("profile", name))?)
}

impl From<Kind> for Role {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Owner => Self::Owner,
            Kind::Editor => Self::Editor,
            Kind::Reader => Self::Reader,
        }
    }
}

fn shown(staff: &staff::Staff) -> String {
    if staff.people.is_empty() {
        return "There are no profiles: everybody may do everything.\n".to_owned();
    }
    let role = |role| match role {
        Role::Owner => "owner",
        Role::Editor => "editor",
        Role::Reader => "reader",
    };
    let pin = |has| if has { "yes" } else { "no" };
    let rows = staff.people.iter();
    let row = |p: &staff::Person| [p.name.clone(), role(p.role).into(), pin(p.has_pin).into()];
    table(["Name", "Role", "PIN"], rows.map(row))
}
