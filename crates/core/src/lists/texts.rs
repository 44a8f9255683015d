//! The folded texts of all rows of a list in one buffer, kept for a state of the workspace, and the search through it.
//!
//! A scan of one buffer takes a tenth of the time that the database needs to hand out the rows. What a search looks
//! for is the business of `values::fold`.

use memchr::memmem;

/// Lines of text, one for each row, in the order of `ids`.
pub(crate) struct Texts {
    pub generation: i64,
    ids: Vec<i64>,
    text: String,
    /// Where each line begins.
    starts: Vec<usize>,
}

impl Texts {
    /// Of lines joined by newlines, one for each of `ids`.
    pub fn new(generation: i64, ids: Vec<i64>, text: String) -> Self {
        let mut starts = Vec::with_capacity(ids.len());
        if !ids.is_empty() {
            starts.push(0);
            starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        }
        Self {
            generation,
            ids,
            text,
            starts,
        }
    }

    fn line(&self, index: usize) -> &str {
        let end = self
            .starts
            .get(index + 1)
            .map_or(self.text.len(), |next| next - 1);
        &self.text[self.starts[index]..end]
    }

    /// The ids whose text holds every pattern.
    pub fn find(&self, patterns: &[String]) -> Vec<i64> {
        // The longest is the rarest: the others are then looked for in few lines.
        let Some(rarest) = patterns.iter().max_by_key(|pattern| pattern.len()) else {
            return Vec::new();
        };
        let others: Vec<memmem::Finder> = patterns
            .iter()
            .filter(|p| *p != rarest)
            .map(|p| memmem::Finder::new(p.as_str()))
            .collect();
        let finder = memmem::Finder::new(rarest.as_str());
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = finder.find(&self.text.as_bytes()[from..]) {
            let index = self.starts.partition_point(|start| *start <= from + at) - 1;
            let line = self.line(index).as_bytes();
            if others.iter().all(|finder| finder.find(line).is_some()) {
                found.push(self.ids[index]);
            }
            match self.starts.get(index + 1) {
                Some(next) => from = *next,
                None => break,
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[&str]) -> Texts {
        let ids = (1..=lines.len() as i64).map(|i| i * 10).collect();
        Texts::new(1, ids, lines.join("\n"))
    }

    fn find(texts: &Texts, patterns: &[&str]) -> Vec<i64> {
        texts.find(&patterns.iter().map(|p| (*p).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn every_pattern_must_stand_in_the_same_line() {
        let texts = texts(&[" noa levi 972501234567", "", " dan levi", " noa cohen noa"]);
        assert_eq!(find(&texts, &[" levi"]), [10, 30]);
        assert_eq!(find(&texts, &[" noa", " lev"]), [10]);
        assert_eq!(find(&texts, &[" noa"]), [10, 40]);
        assert_eq!(find(&texts, &["01234"]), [10]);
        assert_eq!(find(&texts, &[" cohen", " dan"]), [0i64; 0]);
        assert_eq!(find(&texts, &[]), [0i64; 0]);
    }
}
