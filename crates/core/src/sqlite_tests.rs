//! Which SQLite the program is on: both libraries the same one, late enough, and with encryption.

#[test]
fn it_is_later_than_the_fault_in_the_log_and_can_encrypt() {
    let conn = rusqlite::Connection::open_in_memory().unwrap();
    assert!(rusqlite::version_number() >= 3_051_003);
    // Without a key there is no provider to name.
    conn.execute_batch(&format!("PRAGMA key = \"x'{}'\"", "ab".repeat(32)))
        .unwrap();
    let cipher: String = conn
        .query_row("PRAGMA cipher_provider", [], |row| row.get(0))
        .unwrap();
    assert_eq!(cipher, "libtomcrypt");
    let options: Vec<String> = conn
        .prepare("PRAGMA compile_options")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for wanted in [
        "DEFAULT_MEMSTATUS=0",
        "DEFAULT_LOOKASIDE=1200,400",
        "ENABLE_STAT4",
        "THREADSAFE=1",
    ] {
        assert!(
            options.iter().any(|option| option == wanted),
            "{wanted} of {options:?}"
        );
    }
    for unwanted in ["ENABLE_API_ARMOR", "ENABLE_MEMORY_MANAGEMENT"] {
        assert!(
            !options.iter().any(|option| option == unwanted),
            "{unwanted}"
        );
    }
}
