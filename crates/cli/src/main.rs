//! The program `roster`; all of it is in the library, so that tests can run it in their own process.

use std::process::ExitCode;

/// An import passes millions of short texts from thread to thread, which the system's allocators are slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    roster_cli::main()
}
