//! The TypeScript side of the table of operations: every type that crosses into the window, and the map of calls.
//!
//! A test compares the result with the committed file; `ROSTER_WRITE_BINDINGS=1 cargo test -p roster-core bindings`
//! writes it.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use crate::encryption;
use crate::error::FieldError;
use crate::operations::{Topic, visit_types};
use crate::progress::Progress;
use crate::rescue;

/// Collects declarations (by name, so that the file is stable) and the lines of the map of operations.
#[derive(Default)]
pub(crate) struct Types {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
    operations: Vec<String>,
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let name = T::ident(&self.config);
            let other = self.declarations.insert(
                name.clone(),
                format!("{docs}export {}", T::decl(&self.config)),
            );
            assert!(other.is_none(), "two types are called {name}");
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl Types {
    pub(crate) fn operation<I: TS + 'static, O: TS + 'static>(
        &mut self,
        name: &str,
        doc: &str,
        stale: &[Topic],
    ) {
        self.visit::<I>();
        self.visit::<O>();
        let stale: Vec<String> = stale
            .iter()
            .map(|t| format!("{t:?}").to_lowercase())
            .collect();
        let (input, output) = (I::name(&self.config), O::name(&self.config));
        let doc = doc.trim();
        self.operations.push(format!(
            "  /** {doc} Makes stale: {}. */\n  {name}: {{ input: {input}; output: {output} }};\n",
            if stale.is_empty() {
                "nothing".into()
            } else {
                stale.join(", ")
            }
        ));
    }
}

/// The whole of `ui/src/ipc/bindings.ts`.
pub fn typescript() -> String {
    let mut types = Types {
        config: Config::new().with_large_int("number"),
        ..Types::default()
    };
    visit_types(&mut types);
    types.visit::<Progress>();
    types.visit::<Topic>();
    types.visit::<FieldErrorTs>();
    // What the shell says of a workspace that can't be opened.
    types.visit::<encryption::Changed>();
    types.visit::<rescue::Examined>();
    types.visit::<rescue::Salvaged>();
    let declarations: Vec<String> = types.declarations.into_values().collect();
    format!(
        "// Generated from the core's types (crates/core/src/bindings.rs). Do not edit.\n\n{}\n\n/** Every operation of the core by its name. */\nexport type Operations = {{\n{}}};\n",
        declarations.join("\n\n"),
        types.operations.concat()
    )
}

/// The TypeScript shape of [`FieldError`].
#[derive(TS)]
#[ts(rename = "FieldError")]
#[allow(dead_code)]
struct FieldErrorTs {
    field: String,
    message: String,
}

const _: fn(FieldError) -> FieldErrorTs = |e| FieldErrorTs {
    field: e.field,
    message: e.message,
};

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/ipc/bindings.ts");

    #[test]
    fn bindings_are_current() {
        let fresh = typescript();
        if std::env::var_os("ROSTER_WRITE_BINDINGS").is_some() {
            std::fs::write(FILE, &fresh).unwrap();
        }
        let committed = std::fs::read_to_string(FILE).unwrap();
        assert!(
            committed == fresh,
            "run: ROSTER_WRITE_BINDINGS=1 cargo test -p roster-core bindings"
        );
    }
}
