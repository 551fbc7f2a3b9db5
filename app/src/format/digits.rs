//! Formats digits: shifts the decimal point and groups thousands, without losing a digit.

use domain::Decimal;

/// Formats a whole number with commas between thousands, in both languages: `2,543`.
pub fn integer(number: impl Into<u64>) -> String {
    let number: u64 = number.into();
    grouped(&number.to_string())
}

/// Formats thousandths as per cent: 985 as `98.5`.
pub fn per_mille(number: u32) -> String {
    Decimal::new(i64::from(number), 1).to_string()
}

/// Adds commas between the thousands before the decimal point, and replaces `-` by a minus sign.
pub(crate) fn grouped(number: &str) -> String {
    let (sign, rest) = number
        .strip_prefix('-')
        .map_or(("", number), |rest| ("−", rest));
    let (whole, decimals) = rest
        .split_once('.')
        .map_or((rest, None), |(w, d)| (w, Some(d)));
    let mut out = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(decimals) = decimals {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

/// Multiplies a number by a power of ten. All digits are kept, also trailing zeros after the decimal point.
pub(crate) fn shifted(digits: Decimal, exponent: i32) -> Decimal {
    let scale = i64::from(digits.scale()) - i64::from(exponent);
    let mantissa = digits.mantissa();
    match u32::try_from(scale) {
        Ok(scale) => Decimal::try_from_i128_with_scale(mantissa, scale).unwrap_or(digits),
        Err(_) => {
            let zeros = u32::try_from(-scale).unwrap_or(0);
            let grown = 10_i128
                .checked_pow(zeros)
                .and_then(|f| mantissa.checked_mul(f));
            grown
                .and_then(|m| Decimal::try_from_i128_with_scale(m, 0).ok())
                .unwrap_or(digits)
        }
    }
}

/// Formats a number with at least four digits, so that both ends of an interval have the same precision. A zero
/// before the decimal point does not count.
pub(crate) fn four_digits(digits: Decimal) -> String {
    if digits.is_zero() {
        return "0".to_owned();
    }
    let whole = digits.trunc().abs().to_string();
    let whole_digits = if whole == "0" { 0 } else { whole.len() };
    let decimals = 4_usize.saturating_sub(whole_digits);
    format!("{digits:.decimals$}")
}
