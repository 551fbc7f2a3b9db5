//! Digits: moved, grouped, never lost.

use domain::Decimal;

/// A whole number with its thousands separated: `2,543` in both languages.
pub fn integer(number: impl Into<u64>) -> String {
    let number: u64 = number.into();
    grouped(&number.to_string())
}

/// Thousandths as per cent: `98.5`.
pub fn per_mille(number: u32) -> String {
    Decimal::new(i64::from(number), 1).to_string()
}

/// Separates the thousands before the decimal point.
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

/// Digits times a power of ten, written without exponent and with every digit that was written.
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

/// Four digits in all, so that both ends of an interval are written alike.
pub(crate) fn four_digits(digits: Decimal) -> String {
    let whole = digits.trunc().abs().to_string();
    let whole_digits = if whole == "0" { 0 } else { whole.len() };
    let decimals = 4_usize.saturating_sub(whole_digits);
    format!("{digits:.decimals$}")
}
