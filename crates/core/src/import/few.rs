//! A map of a few entries in the order of their keys: what a row says. A tree's node would be larger than all of them.

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Few<K, V>(Vec<(K, V)>);

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord + Copy, V> Few<K, V> {
    pub fn get(&self, key: K) -> Option<&V> {
        let found = self.0.iter().find(|(held, _)| *held == key);
        found.map(|(_, value)| value)
    }

    /// The value of a key, made where there is none.
    pub fn entry(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let at = self.0.partition_point(|(held, _)| *held < key);
        if self.0.get(at).is_none_or(|(held, _)| *held != key) {
            self.0.insert(at, (key, make()));
        }
        &mut self.0[at].1
    }

    pub fn insert(&mut self, key: K, value: V) {
        let at = self.0.partition_point(|(held, _)| *held < key);
        match self.0.get_mut(at) {
            Some((held, old)) if *held == key => *old = value,
            _ => self.0.insert(at, (key, value)),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = (K, &V)> + Clone {
        self.0.iter().map(|(key, value)| (*key, value))
    }
}

impl<K, V> IntoIterator for Few<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_value_holds_and_keys_stand_in_order() {
        let mut few = Few::default();
        for (key, value) in [("c", 3), ("a", 1), ("c", 4)] {
            few.insert(key, value);
        }
        *few.entry("b", || 0) += 2;
        *few.entry("a", || 9) += 1;
        assert_eq!(few.get("c"), Some(&4));
        assert_eq!(few.get("d"), None);
        let all: Vec<_> = few.into_iter().collect();
        assert_eq!(all, [("a", 2), ("b", 2), ("c", 4)]);
    }
}
