//! A set for few values, stored as a sorted list. A browser downloads the code of a set for each type of value, and the
//! code of a list is far smaller than that of a tree.

/// A few values without duplicates, in sorted order.
///
/// ```
/// use domain::small_set::SmallSet;
///
/// let mut years = SmallSet::default();
/// for year in [2014, 2012, 2014] {
///     years.insert(year);
/// }
/// assert!(years.iter().eq(&[2012, 2014]));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmallSet<T>(Vec<T>);

impl<T> Default for SmallSet<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> SmallSet<T> {
    /// Adds a value, unless the set already contains it.
    pub fn insert(&mut self, value: T) {
        if let Err(place) = self.0.binary_search(&value) {
            self.0.insert(place, value);
        }
    }

    /// Removes a value. Returns false if the set did not contain it.
    pub fn remove(&mut self, value: &T) -> bool {
        let place = self.0.binary_search(value);
        place.is_ok_and(|place| {
            self.0.remove(place);
            true
        })
    }

    /// Removes a value if the set contains it, or else adds it.
    pub fn toggle(&mut self, value: &T)
    where
        T: Clone,
    {
        if !self.remove(value) {
            self.insert(value.clone());
        }
    }

    /// True if the set contains the value.
    pub fn contains(&self, value: &T) -> bool {
        self.0.binary_search(value).is_ok()
    }
}

impl<T> SmallSet<T> {
    /// True if the set has no values.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Removes all values.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Iterates over the values in sorted order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// Returns the smallest value; `None` if the set is empty.
    pub fn first(&self) -> Option<&T> {
        self.0.first()
    }
}

impl<'a, T> IntoIterator for &'a SmallSet<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Ord> FromIterator<T> for SmallSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut set = Self(Vec::new());
        for value in values {
            set.insert(value);
        }
        set
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for SmallSet<T> {
    fn from(values: [T; N]) -> Self {
        values.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::SmallSet;

    #[test]
    fn each_value_is_in_once_and_in_order() {
        let mut set: SmallSet<u8> = [3, 1, 3, 2].into();
        assert!(set.iter().eq(&[1, 2, 3]));
        assert!(set.remove(&2));
        assert!(!set.remove(&2));
        set.toggle(&1);
        set.toggle(&2);
        assert!(set.iter().eq(&[2, 3]));
        assert!(set.contains(&2) && !set.contains(&1));
    }
}
