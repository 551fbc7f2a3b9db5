//! The rules of style by which a drawing that leaves the site is coloured: those of the site, with the
//! colours of its light theme written in.

use std::sync::LazyLock;

/// What is drawn in a chart.
const DRAWING: &str = include_str!("../../../style/61-drawing.css");
/// The colours by name; the first of several of a name is of the light theme.
const TOKENS: &str = include_str!("../../../style/00-tokens.css");
/// What only a picture has round its chart.
const SHEET: &str = "
.sheet-paper { fill: var(--surface); }
.sheet .sheet-title { font-size: 20px; font-weight: 700; fill: var(--ink); }
.sheet .sheet-subtitle { font-size: 13px; fill: var(--ink-soft); }
.sheet .sheet-label { font-size: 12px; fill: var(--ink); }
.sheet .sheet-note { font-size: 11px; fill: var(--ink-soft); }
.sheet .card-title { font-size: 30px; font-weight: 700; fill: var(--ink); }
.sheet .card-subtitle { font-size: 17px; fill: var(--ink-soft); }
.sheet .card-line { fill: var(--accent); }
";

/// The rules, as one text.
pub static STYLE: LazyLock<String> = LazyLock::new(|| {
    let rules = format!("{DRAWING}{SHEET}");
    let mut style = String::with_capacity(rules.len());
    let mut rest = without_comments(&rules);
    while let Some((before, after)) = rest.split_once("var(") {
        style.push_str(before);
        let (name, after) = after.split_once(')').unwrap_or((after, ""));
        style.push_str(color(name).unwrap_or("none"));
        rest = after.to_owned();
    }
    style.push_str(&rest);
    style.replace('\n', "")
});

fn without_comments(rules: &str) -> String {
    let mut plain = String::with_capacity(rules.len());
    let mut rest = rules;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

/// The value of a name among the tokens.
fn color(name: &str) -> Option<&'static str> {
    let (_, after) = TOKENS.split_once(&format!("{name}:"))?;
    Some(after.split_once(';')?.0.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_a_value() {
        for part in format!("{DRAWING}{SHEET}").split("var(").skip(1) {
            let (name, _) = part.split_once(')').unwrap();
            assert!(color(name).is_some(), "{name}");
        }
        assert!(!STYLE.contains("var("));
        assert!(STYLE.contains("color: #0b5563"));
    }
}
