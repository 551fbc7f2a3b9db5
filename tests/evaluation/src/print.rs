//! The notation of numbers in sources: scale, number of digits, hedge.

use domain::figure::Figure;
use domain::period::Period;
use domain::quantity::{Hedge, Quantity, Scale, Unit};
use domain::receipt::{Receipt, SourcePlace};
use fastrand::Rng;
use rust_decimal::Decimal;

/// The language of the scale words of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ScaleLanguage {
    /// Million, billion, trillion.
    English,
    /// Wan, yi, wan-yi.
    Chinese,
}

impl ScaleLanguage {
    /// Returns the language of a quantity's scale word; English if it has none.
    pub(super) const fn of(quantity: Quantity) -> Self {
        match quantity.scale() {
            Scale::Wan | Scale::Yi | Scale::WanYi => Self::Chinese,
            _ => Self::English,
        }
    }
}

/// Returns a figure of a whole zone as a source states it.
pub(super) fn stated(
    id: &str,
    indicator: &str,
    period: Period,
    quantity: Quantity,
    source: &str,
) -> Option<Figure> {
    let receipt = Receipt {
        source: source.parse().ok()?,
        at: SourcePlace::Page,
        as_stated: quantity.to_string().parse().ok()?,
        reading: None,
    };
    Some(Figure::level(
        id.parse().ok()?,
        indicator.parse().ok()?,
        period,
        quantity,
        receipt,
    ))
}

/// Returns a quantity with these digits; `None` if they form no valid quantity.
pub(super) fn quantity(digits: Decimal, scale: Scale, unit: Unit) -> Option<Quantity> {
    let text = match scale {
        Scale::One => format!("{digits} {unit}"),
        _ => format!("{digits} {scale} {unit}"),
    };
    text.parse().ok()
}

/// Returns an amount as sources write it: sometimes with a hedge, and with a typical number of digits.
pub(super) fn write(
    rng: &mut Rng,
    amount: u64,
    unit: Unit,
    tongue: ScaleLanguage,
) -> Option<(Quantity, Hedge)> {
    // The probabilities are those of the shipped data.
    let hedge = match rng.u8(0..100) {
        0..9 => Hedge::Over,
        9..12 => Hedge::About,
        12 => Hedge::Nearly,
        13 => Hedge::AtLeast,
        _ => Hedge::Exact,
    };
    let digits = match rng.u8(0..100) {
        _ if hedge != Hedge::Exact => rng.u32(1..=3),
        0..4 if is_round(amount) => 1,
        0..14 => 2,
        14..44 => 3,
        44..74 => 4,
        74..95 => 5,
        _ => 6,
    };
    write_as(rng, amount, unit, tongue, hedge, digits)
}

/// Returns true if an amount is so close to a round number that a source would leave out the hedge.
fn is_round(amount: u64) -> bool {
    let place = amount.checked_ilog10().map_or(1, |log| 10_u64.pow(log));
    let rest = amount % place;
    rest.min(place - rest) <= amount / 20
}

/// Returns an amount with this hedge and this number of significant digits. The hedge is `Exact` if the rounding does
/// not fit it.
pub(super) fn write_as(
    rng: &mut Rng,
    amount: u64,
    unit: Unit,
    tongue: ScaleLanguage,
    hedge: Hedge,
    digits: u32,
) -> Option<(Quantity, Hedge)> {
    let length = amount.checked_ilog10().map_or(1, |log| log + 1);
    let dropped = length.saturating_sub(digits);
    let place = 10_u64.pow(dropped);
    let (down, rest) = (amount / place, amount % place);
    let (rounded, hedge) = match hedge {
        // "Over" and "at least" need an amount above the rounded number.
        Hedge::Over | Hedge::AtLeast if rest > 0 => (down, hedge),
        Hedge::Nearly if rest > 0 => (down + 1, hedge),
        Hedge::About => (down + u64::from(rest >= place.div_ceil(2)), hedge),
        _ => (
            down + u64::from(rest > 0 && rest >= place.div_ceil(2)),
            Hedge::Exact,
        ),
    };
    let scale = scale_for(rng, amount, unit, tongue);
    let exponent = scale.exponent();
    let digits = if dropped <= exponent {
        let digits =
            Decimal::try_from_i128_with_scale(i128::from(rounded), exponent - dropped).ok()?;
        // Half of the sources write 10.0 as 10.
        if rng.bool() {
            digits.normalize()
        } else {
            digits
        }
    } else {
        Decimal::from(rounded.checked_mul(10_u64.pow(dropped - exponent))?)
    };
    quantity(digits, scale, unit).map(|quantity| (quantity, hedge))
}

fn scale_for(rng: &mut Rng, amount: u64, unit: Unit, tongue: ScaleLanguage) -> Scale {
    let length = amount.checked_ilog10().unwrap_or_default();
    match (tongue, unit, length) {
        (_, Unit::Hectare | Unit::SquareKilometre, _) => Scale::One,
        (ScaleLanguage::English, _, 12..) if rng.bool() => Scale::Trillion,
        (ScaleLanguage::English, _, 9..) => Scale::Billion,
        (ScaleLanguage::English, _, 6..) => Scale::Million,
        (ScaleLanguage::Chinese, _, 12..) if rng.bool() => Scale::WanYi,
        (ScaleLanguage::Chinese, _, 8..) => Scale::Yi,
        (ScaleLanguage::Chinese, _, 4..) => Scale::Wan,
        _ => Scale::One,
    }
}

/// Returns the change from one amount to another in per cent, with one decimal place or none.
pub(super) fn percent_between(before: u64, after: u64, whole: bool) -> Option<Quantity> {
    let (before, after) = (Decimal::from(before), Decimal::from(after));
    let change = (after - before)
        .checked_mul(Decimal::ONE_HUNDRED)?
        .checked_div(before)?;
    percent(change, whole)
}

/// Returns a percentage, rounded to one decimal place or none.
pub(super) fn percent(number: Decimal, whole: bool) -> Option<Quantity> {
    let places = if whole { 0 } else { 1 };
    let mut rounded = number.round_dp(places);
    rounded.rescale(places);
    quantity(rounded, Scale::One, Unit::Percent)
}

/// Moves the decimal point of a number by one place in a random direction.
pub(super) fn moved_point(rng: &mut Rng, number: Quantity) -> Option<Quantity> {
    let right = rng.bool();
    shifted(number, right)
}

/// Moves the decimal point of a number by one place to the right or to the left.
pub(super) fn shifted(number: Quantity, right: bool) -> Option<Quantity> {
    let (mantissa, places) = (number.digits().mantissa(), number.digits().scale());
    let digits = match (right, places) {
        (true, 0) => Decimal::try_from_i128_with_scale(mantissa.checked_mul(10)?, 0),
        (true, places) => Decimal::try_from_i128_with_scale(mantissa, places - 1),
        (false, places) => Decimal::try_from_i128_with_scale(mantissa, places + 1),
    };
    quantity(digits.ok()?, number.scale(), number.unit())
}

/// Replaces the scale word by another one of the same language, usually the next one; `None` if there is no such word.
pub(super) fn other_scale(rng: &mut Rng, number: Quantity, up: bool) -> Option<Quantity> {
    let family: [Scale; 3] = match ScaleLanguage::of(number) {
        ScaleLanguage::English => [Scale::Million, Scale::Billion, Scale::Trillion],
        ScaleLanguage::Chinese => [Scale::Wan, Scale::Yi, Scale::WanYi],
    };
    let place = family.iter().position(|scale| *scale == number.scale())?;
    let to = match (place, up) {
        (2, true) => return None,
        (place, true) => place + 1,
        (0, false) => 1,
        (2, false) => 1,
        _ => *rng.choice(&[0, 2])?,
    };
    quantity(number.digits(), *family.get(to)?, number.unit())
}

/// Swaps two neighbouring digits that differ; `None` if all digits are equal.
pub(super) fn transposed(rng: &mut Rng, number: Quantity) -> Option<Quantity> {
    let mut written: Vec<char> = number.digits().to_string().chars().collect();
    let places: Vec<usize> = (0..written.len())
        .filter(|place| written[*place].is_ascii_digit())
        .collect();
    let pairs: Vec<(usize, usize)> = places
        .windows(2)
        .filter_map(|pair| match pair {
            [one, other] if written[*one] != written[*other] => Some((*one, *other)),
            _ => None,
        })
        .collect();
    let (one, other) = *rng.choice(&pairs)?;
    written.swap(one, other);
    let digits = written.into_iter().collect::<String>().parse().ok()?;
    quantity(digits, number.scale(), number.unit())
}
