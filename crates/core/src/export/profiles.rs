//! Exports that somebody named: columns, order, format, purpose and program, chosen again with one click.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::types::ExportChoice;
use crate::error::{Error, Result};
use crate::kept::{KeptByName, KeptChanged, KeptRename, Shelf};
use crate::operations::Operation;
use crate::workspace::Workspace;

const SHELF: Shelf = Shelf {
    table: "export_profiles",
    content: "choice",
    noun: "export profile",
};

#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportProfile {
    pub name: String,
    pub choice: ExportChoice,
    pub saved_at: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportProfiles {
    pub profiles: Vec<ExportProfile>,
}

/// A choice to be kept under a name; one of the same name is replaced.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExportProfileSave {
    pub name: String,
    pub choice: ExportChoice,
}

/// All profiles, by name.
pub async fn profiles(ws: &Workspace) -> Result<ExportProfiles> {
    let kept = SHELF.all(&mut *ws.read().await?).await?;
    let profiles = kept.into_iter().map(|kept| {
        Ok(ExportProfile {
            choice: read(&kept.content)?,
            name: kept.name,
            saved_at: kept.saved_at,
        })
    });
    Ok(ExportProfiles {
        profiles: profiles.collect::<Result<_>>()?,
    })
}

/// The choice of a profile.
///
/// # Errors
/// `NotFound`.
pub async fn profile(ws: &Workspace, name: &str) -> Result<ExportChoice> {
    read(&SHELF.content(&mut *ws.read().await?, name).await?)
}

pub async fn save_profile(ws: &Workspace, input: &ExportProfileSave) -> Result<KeptChanged> {
    let content = serde_json::to_string(&input.choice).map_err(call)?;
    SHELF
        .save(ws, Operation::ExportProfileSave, &input.name, &content)
        .await
}

/// # Errors
/// `NotFound`; `Invalid` for a name that another has.
pub async fn rename_profile(ws: &Workspace, input: &KeptRename) -> Result<KeptChanged> {
    SHELF
        .rename(ws, Operation::ExportProfileRename, input)
        .await
}

/// # Errors
/// `NotFound`.
pub async fn delete_profile(ws: &Workspace, input: &KeptByName) -> Result<KeptChanged> {
    SHELF
        .delete(ws, Operation::ExportProfileDelete, input)
        .await
}

fn read(content: &str) -> Result<ExportChoice> {
    serde_json::from_str(content).map_err(call)
}

fn call(error: serde_json::Error) -> Error {
    Error::Call {
        detail: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{CsvChoice, CsvDelimiter};
    use crate::gate::Channel;
    use crate::testing::workspace;

    fn choice() -> ExportChoice {
        ExportChoice {
            format: Some("csv".into()),
            fields: vec!["last_name".into(), "email".into()],
            purpose: Some(Channel::Email),
            csv: Some(CsvChoice {
                delimiter: CsvDelimiter::Semicolon,
                mark: true,
            }),
            split_by: Some("country".into()),
            ..ExportChoice::default()
        }
    }

    #[tokio::test]
    async fn a_profile_is_kept_renamed_deleted_and_undone() {
        let temp = workspace().await;
        let save = |name: &str, choice| ExportProfileSave {
            name: name.into(),
            choice,
        };
        let before = temp.dump().await;
        save_profile(&temp.ws, &save(" Post office ", choice()))
            .await
            .unwrap();
        assert_eq!(profile(&temp.ws, "post OFFICE").await.unwrap(), choice());
        let kept = temp.dump().await;
        temp.undo().await;
        assert_eq!(temp.dump().await, before);
        temp.redo().await;
        assert_eq!(temp.dump().await, kept);
        save_profile(&temp.ws, &save("Phones", ExportChoice::default()))
            .await
            .unwrap();
        let rename = |name: &str, to: &str| KeptRename {
            name: name.into(),
            to: to.into(),
        };
        let taken = rename_profile(&temp.ws, &rename("Phones", "post office")).await;
        assert!(matches!(taken, Err(Error::Invalid { .. })));
        rename_profile(&temp.ws, &rename("Phones", "Calls"))
            .await
            .unwrap();
        let names: Vec<String> = profiles(&temp.ws)
            .await
            .unwrap()
            .profiles
            .into_iter()
            .map(|p| p.name)
            .collect();
        assert_eq!(names, ["Calls", "Post office"]);
        let full = temp.dump().await;
        let by_name = KeptByName {
            name: "calls".into(),
        };
        delete_profile(&temp.ws, &by_name).await.unwrap();
        let gone = profile(&temp.ws, "Calls").await;
        assert!(matches!(gone, Err(Error::NotFound { .. })));
        temp.undo().await;
        assert_eq!(temp.dump().await, full);
        let nameless = save_profile(&temp.ws, &save(" ", choice())).await;
        assert!(matches!(nameless, Err(Error::Invalid { .. })));
    }
}
