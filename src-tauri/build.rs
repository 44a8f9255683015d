//! Lets Tauri read its configuration and lay the permissions of `capabilities/` open to the build.

fn main() {
    tauri_build::build();
}
