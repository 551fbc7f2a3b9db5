//! The shades of the tiles: five steps of equal width, which depend on the numbers shown.

use crate::format::integer;

/// The number of shades, without the one for zero.
const SHADES: u32 = 5;

/// The steps of the shades.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shades {
    /// The smallest number of each shade.
    least: [u32; SHADES as usize],
    years: bool,
}

impl Shades {
    /// Returns steps for amounts up to `greatest`. Their width is 1, 2, 4 or 5 times a power of ten.
    pub fn up_to(greatest: u32) -> Self {
        let wanted = greatest.div_ceil(SHADES).max(1);
        let powers = std::iter::successors(Some(1_u32), |power| power.checked_mul(10));
        let step = powers
            .flat_map(|power| [1, 2, 4, 5].map(|digit| digit * u64::from(power)))
            .find(|step| *step >= u64::from(wanted))
            .and_then(|step| u32::try_from(step).ok())
            .unwrap_or(wanted);
        let least = |n: u32| if step == 1 { n + 1 } else { (n * step).max(1) };
        Self {
            least: [0, 1, 2, 3, 4].map(least),
            years: false,
        }
    }

    /// Returns steps for years from `first` to `last`, each a number of whole years.
    pub fn between(first: u32, last: u32) -> Self {
        let step = (last.saturating_sub(first) + 1).div_ceil(SHADES).max(1);
        Self {
            least: [0, 1, 2, 3, 4].map(|n| first.max(1) + n * step),
            years: true,
        }
    }

    /// Returns the shade of a number, from 1; 0 if the number is below the first step.
    pub fn shade(self, number: u32) -> usize {
        self.least.iter().filter(|least| number >= **least).count()
    }

    /// Returns the range of values of each shade, lowest first.
    pub fn labels(self) -> Vec<String> {
        let number = |number: u32| {
            if self.years {
                number.to_string()
            } else {
                integer(number)
            }
        };
        (0..self.least.len())
            .map(|n| match self.least.get(n + 1) {
                Some(next) if next - 1 == self.least[n] => number(self.least[n]),
                Some(next) => format!("{}–{}", number(self.least[n]), number(next - 1)),
                None => format!("{}+", number(self.least[n])),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_suit_the_greatest_number() {
        assert_eq!(
            Shades::up_to(175).labels(),
            ["1–39", "40–79", "80–119", "120–159", "160+"]
        );
        assert_eq!(
            Shades::up_to(37).labels(),
            ["1–9", "10–19", "20–29", "30–39", "40+"]
        );
        assert_eq!(Shades::up_to(5).labels(), ["1", "2", "3", "4", "5+"]);
        assert_eq!(Shades::up_to(0).labels(), ["1", "2", "3", "4", "5+"]);
    }

    #[test]
    fn steps_of_years_are_whole() {
        let shades = Shades::between(2001, 2010);
        assert_eq!(
            shades.labels(),
            ["2001–2002", "2003–2004", "2005–2006", "2007–2008", "2009+"]
        );
        assert_eq!(
            (shades.shade(0), shades.shade(2001), shades.shade(2010)),
            (0, 1, 5)
        );
        assert_eq!(Shades::between(2006, 2006).shade(2006), 1);
    }

    #[test]
    fn more_zones_are_never_lighter() {
        for greatest in [0, 1, 5, 6, 37, 175, 2562, u32::MAX] {
            let shades = Shades::up_to(greatest);
            assert_eq!(shades.shade(0), 0);
            assert!(shades.shade(1) >= 1);
            assert!((1..300).all(|n| shades.shade(n) <= shades.shade(n + 1)));
            assert!(shades.shade(greatest.max(1)) <= 5);
        }
    }
}
