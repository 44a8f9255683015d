//! UUIDs for many rows: random ones are asked of the system for a flush, and counted on from there.

use std::cell::Cell;

use uuid::Uuid;

pub(super) struct Uids(Cell<u128>);

/// The lowest bits of a version 7 UUID are random; so many are left free to count in.
const COUNTED: u128 = (1 << 32) - 1;

impl Uids {
    pub fn new() -> Self {
        Self(Cell::new(Uuid::now_v7().as_u128() & !COUNTED))
    }

    /// The next one, which sorts after those before.
    pub fn next(&self) -> String {
        let uid = self.0.get();
        self.0.set(uid + 1);
        Uuid::from_u128(uid).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uids_differ_ascend_and_are_of_version_7() {
        let (uids, others) = (Uids::new(), Uids::new());
        let made = [uids.next(), uids.next(), others.next()];
        assert!(made[0] < made[1]);
        assert_ne!(made[0], made[2]);
        for uid in made {
            assert_eq!(Uuid::parse_str(&uid).unwrap().get_version_num(), 7);
        }
    }
}
