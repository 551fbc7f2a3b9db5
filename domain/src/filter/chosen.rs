//! The values of a filter, and the number of zones of each value: short lists in order. A browser downloads the code of
//! a tree for each kind of value; that of a list is a fraction of it.

use serde::{Deserialize, Serialize};

/// Values of one filter, each once, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen<T>(Vec<T>);

impl<T> Default for Chosen<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> Chosen<T> {
    /// Adds a value unless it is in.
    pub fn insert(&mut self, value: T) {
        if let Err(place) = self.0.binary_search(&value) {
            self.0.insert(place, value);
        }
    }

    /// Takes a value out; false where it was not in.
    pub fn remove(&mut self, value: &T) -> bool {
        let place = self.0.binary_search(value);
        place.is_ok_and(|place| {
            self.0.remove(place);
            true
        })
    }

    /// Adds a value, or takes it out where it is in.
    pub fn toggle(&mut self, value: &T)
    where
        T: Clone,
    {
        if !self.remove(value) {
            self.insert(value.clone());
        }
    }

    /// True where a value is in.
    pub fn contains(&self, value: &T) -> bool {
        self.0.binary_search(value).is_ok()
    }
}

impl<T> Chosen<T> {
    /// True where there is none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes all values out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The values in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// The first value.
    pub fn first(&self) -> Option<&T> {
        self.0.first()
    }
}

impl<'a, T> IntoIterator for &'a Chosen<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Ord> FromIterator<T> for Chosen<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut chosen = Self(Vec::new());
        for value in values {
            chosen.insert(value);
        }
        chosen
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for Chosen<T> {
    fn from(values: [T; N]) -> Self {
        values.into_iter().collect()
    }
}

/// What is counted for each value of a filter that any zone has, in the order of the values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted<T, C>(Vec<(T, C)>);

impl<T, C> Default for Counted<T, C> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: PartialEq, C> Counted<T, C> {
    /// What is counted for a value; nothing where no zone has it.
    pub fn get(&self, value: &T) -> Option<&C> {
        let found = self.0.iter().find(|(one, _)| one == value);
        found.map(|(_, count)| count)
    }

    /// The values with what is counted for each.
    pub fn iter(&self) -> impl Iterator<Item = (&T, &C)> {
        self.0.iter().map(|(value, count)| (value, count))
    }

    /// What is counted, in the order of the values.
    pub fn counts(&self) -> impl Iterator<Item = &C> {
        self.0.iter().map(|(_, count)| count)
    }
}

impl<T, C> FromIterator<(T, C)> for Counted<T, C> {
    fn from_iter<I: IntoIterator<Item = (T, C)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Chosen;

    #[test]
    fn each_value_is_in_once_and_in_order() {
        let mut chosen: Chosen<u8> = [3, 1, 3, 2].into();
        assert!(chosen.iter().eq(&[1, 2, 3]));
        assert!(chosen.remove(&2));
        assert!(!chosen.remove(&2));
        chosen.toggle(&1);
        chosen.toggle(&2);
        assert!(chosen.iter().eq(&[2, 3]));
        assert!(chosen.contains(&2) && !chosen.contains(&1));
    }
}
