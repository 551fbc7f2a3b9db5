//! Sorting with one function for all types. A browser downloads the code of a sort for each type and each comparison, 3
//! to 8 kB each time. Therefore only index numbers are sorted here, and the caller passes the comparison.

use std::cmp::Ordering;

/// Sorts index numbers. Equal elements keep their order.
pub fn sort_indexes(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    numbers.sort_by(|one, other| compare(*one, *other));
}

/// Returns a function that compares index numbers by a key.
pub fn by<K: Ord>(key: impl Fn(u32) -> K) -> impl Fn(u32, u32) -> Ordering {
    move |one, other| key(one).cmp(&key(other))
}

/// Returns the indexes of the elements, sorted by a key. Equal elements keep their order.
pub fn sorted_indexes_by<T, K: Ord>(things: &[T], key: impl Fn(&T) -> K) -> Vec<usize> {
    let mut numbers: Vec<u32> = (0..).take(things.len()).collect();
    sort_indexes(&mut numbers, &by(|n| key(&things[n as usize])));
    numbers.into_iter().map(|n| n as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::sorted_indexes_by;

    #[test]
    fn equals_stay_as_they_were() {
        let words = ["pear", "fig", "plum", "kiwi", "nut"];
        assert_eq!(
            sorted_indexes_by(&words, |word| word.len()),
            [1, 4, 0, 2, 3]
        );
    }
}
