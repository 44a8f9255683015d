//! The program `roster`; all of it is in the library, so that tests can run it in their own process.

use std::process::ExitCode;

fn main() -> ExitCode {
    roster_cli::main()
}
