//! Compiles SQLCipher, and beside it what it takes of LibTomCrypt: AES, SHA-1, SHA-2, HMAC and the random numbers.

use std::path::Path;

/// As libsqlite3-sys and sqlx have it built, so that queries are planned and values compared as ever.
const AS_EVER: &[&str] = &[
    "SQLITE_CORE",
    "SQLITE_DEFAULT_FOREIGN_KEYS=1",
    "SQLITE_ENABLE_COLUMN_METADATA",
    "SQLITE_ENABLE_DBSTAT_VTAB",
    "SQLITE_ENABLE_FTS3",
    "SQLITE_ENABLE_FTS3_PARENTHESIS",
    "SQLITE_ENABLE_FTS5",
    "SQLITE_ENABLE_JSON1",
    "SQLITE_ENABLE_LOAD_EXTENSION=1",
    "SQLITE_ENABLE_RTREE",
    "SQLITE_ENABLE_STAT4",
    "SQLITE_ENABLE_UNLOCK_NOTIFY",
    "SQLITE_SOUNDEX",
    "SQLITE_THREADSAFE=1",
    "SQLITE_USE_URI",
    "HAVE_USLEEP=1",
    "HAVE_ISNAN",
    "_POSIX_THREAD_SAFE_FUNCTIONS",
];

/// As every connection of ours uses it: without counting each allocation under a lock, with a cache of pages for each
/// connection instead of one that all share under a lock, and with room at hand for all the short texts that are bound to
/// an insert of many rows. There are no guards against misuse of the C interface, which sqlx and rusqlite keep to.
const OURS: &[&str] = &[
    "SQLITE_DEFAULT_MEMSTATUS=0",
    "SQLITE_DEFAULT_LOOKASIDE=1200,400",
];

const ENCRYPTION: &[&str] = &[
    "SQLITE_HAS_CODEC",
    "SQLITE_TEMP_STORE=2",
    "SQLITE_EXTRA_INIT=sqlcipher_extra_init",
    "SQLITE_EXTRA_SHUTDOWN=sqlcipher_extra_shutdown",
    "HAVE_STDINT_H=1",
    "SQLCIPHER_CRYPTO_LIBTOMCRYPT",
];

/// Nothing of LibTomCrypt but this; a call with wrong arguments is an error there and not the end of the program.
const CIPHERS: &[&str] = &[
    "ARGTYPE=4",
    "LTC_NOTHING",
    "LTC_NO_TEST",
    "LTC_RIJNDAEL",
    "LTC_CBC_MODE",
    "LTC_SHA1",
    "LTC_SHA256",
    "LTC_SHA512",
    "LTC_HASH_HELPERS",
    "LTC_HMAC",
    "LTC_PKCS_5",
    "LTC_FORTUNA",
    "LTC_RNG_GET_BYTES",
    "LTC_DEVRANDOM",
    "LTC_TRY_URANDOM_FIRST",
];

/// Where that stands among its files.
const PARTS: &[&str] = &[
    "ciphers/aes/",
    "hashes/helper/",
    "hashes/sha1.c",
    "hashes/sha2/sha256.c",
    "hashes/sha2/sha512.c",
    "mac/hmac/",
    "misc/burn_stack.c",
    "misc/compare_testvector.c",
    "misc/crypt/",
    "misc/error_to_string.c",
    "misc/mem_neq.c",
    "misc/pkcs5/",
    "misc/zeromem.c",
    "modes/cbc/",
    "prngs/fortuna.c",
    "prngs/rng_get_bytes.c",
];

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let sources = sqlcipher_src::source_dir();
    let mut sqlite = compiler(sources);
    for flag in [AS_EVER, OURS, ENCRYPTION].concat() {
        define(&mut sqlite, flag);
    }
    if std::env::var_os("CARGO_CFG_WINDOWS").is_none() {
        sqlite.define("HAVE_LOCALTIME_R", None);
    }
    sqlite.file(sources.join(sqlcipher_src::SOURCE_FILE));
    sqlite.compile("roster_sqlcipher");

    let mut ciphers = compiler(sources);
    // Unoptimized, they are many times slower, also where only a test waits.
    ciphers.opt_level(3).define("LTC_SOURCE", None);
    for file in sqlcipher_src::LIBTOMCRYPT_SOURCES {
        if PARTS
            .iter()
            .any(|part| file["libtomcrypt/".len()..].starts_with(part))
        {
            ciphers.file(sources.join(file));
        }
    }
    ciphers.compile("roster_tomcrypt");
    if std::env::var_os("CARGO_CFG_WINDOWS").is_some() {
        println!("cargo:rustc-link-lib=advapi32");
    }
}

fn compiler(sources: &Path) -> cc::Build {
    let mut build = cc::Build::new();
    build
        .warnings(false)
        .include(sources)
        .include(sources.join(sqlcipher_src::LIBTOMCRYPT_INCLUDE_DIR));
    for flag in CIPHERS {
        define(&mut build, flag);
    }
    build
}

fn define(build: &mut cc::Build, flag: &str) {
    match flag.split_once('=') {
        Some((name, value)) => build.define(name, value),
        None => build.define(flag, None),
    };
}
