//! A column of texts in one string, which is stored, sent and searched as a whole.

use serde::{Deserialize, Serialize};

/// Many texts in one string, each ended by a line break. A line break inside a text is replaced by a space.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Texts {
    joined: String,
    /// The byte offset of each text, and one further entry for the end of the string.
    starts: Vec<u32>,
}

impl Texts {
    /// Returns the string of all texts, each ended by a line break.
    pub fn joined(&self) -> &str {
        &self.joined
    }

    /// Returns the number of texts.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// True if there are no texts.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the text with this index; empty past the end.
    pub fn get(&self, at: usize) -> &str {
        let (Some(start), Some(next)) = (self.starts.get(at), self.starts.get(at + 1)) else {
            return "";
        };
        self.joined
            .get(*start as usize..(*next as usize).saturating_sub(1))
            .unwrap_or_default()
    }

    /// Iterates over all texts in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.joined.split_terminator('\n')
    }

    /// Returns the byte offset of each text in [`Self::joined`], and one further entry for its end.
    pub fn starts(&self) -> &[u32] {
        &self.starts
    }
}

impl From<String> for Texts {
    fn from(joined: String) -> Self {
        let ends = joined
            .bytes()
            .zip(1_u32..)
            .filter(|(byte, _)| *byte == b'\n');
        let starts = std::iter::once(0)
            .chain(ends.map(|(_, next)| next))
            .collect();
        Self { joined, starts }
    }
}

impl From<Texts> for String {
    fn from(texts: Texts) -> Self {
        texts.joined
    }
}

impl<S: AsRef<str>> FromIterator<S> for Texts {
    fn from_iter<I: IntoIterator<Item = S>>(texts: I) -> Self {
        let mut joined = String::new();
        for text in texts {
            joined.extend(
                text.as_ref()
                    .chars()
                    .map(|c| if c == '\n' { ' ' } else { c }),
            );
            joined.push('\n');
        }
        joined.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_is_where_it_was_put() {
        let texts: Texts = ["Liyang", "", "溧阳\n高新区"].into_iter().collect();
        assert_eq!(texts.len(), 3);
        assert_eq!(
            (texts.get(0), texts.get(1), texts.get(2)),
            ("Liyang", "", "溧阳 高新区")
        );
        assert_eq!(texts.get(3), "");
        assert!(Texts::from(String::new()).is_empty());
    }

    proptest! {
        #[test]
        fn texts_come_back(texts in proptest::collection::vec("[^\n]{0,12}", 0..20)) {
            let column: Texts = texts.iter().collect();
            prop_assert_eq!(column.len(), texts.len());
            prop_assert!(column.iter().eq(texts.iter().map(String::as_str)));
            prop_assert!((0..texts.len()).all(|n| column.get(n) == texts[n]));
            let bytes = postcard::to_allocvec(&column).unwrap();
            prop_assert_eq!(postcard::from_bytes::<Texts>(&bytes).unwrap(), column);
        }
    }
}
