//! The colours of a drawing that is used outside the site. The style rules of the site's light theme are written into
//! each element as attributes, because few SVG programs support style sheets.

use std::fmt::Write;
use std::sync::LazyLock;

/// The style rules of chart drawings.
const DRAWING: &str = include_str!("../../../style/61-drawing.css");
/// The colour variables; if a name occurs several times, the first value is for the light theme.
const TOKENS: &str = include_str!("../../../style/00-tokens.css");
/// The style rules for the texts around the chart in a picture file.
const SHEET: &str = "
.sheet-paper { fill: var(--surface); }
.sheet .value { stroke: var(--surface); }
.sheet .end { stroke: var(--surface); }
.sheet .sheet-title { font-size: 20px; font-weight: 700; fill: var(--ink); }
.sheet .sheet-subtitle { font-size: 13px; fill: var(--ink-soft); }
.sheet .sheet-label { font-size: 12px; fill: var(--ink); }
.sheet .sheet-number { font-weight: 700; fill: var(--ink); }
.sheet .sheet-words { fill: var(--ink); }
.sheet .sheet-note { font-size: 11px; fill: var(--ink-soft); }
.sheet .card-title { font-size: 30px; font-weight: 700; fill: var(--ink); }
.sheet .card-subtitle { font-size: 17px; fill: var(--ink-soft); }
.sheet .card-line { fill: var(--accent); }
";

/// The style rules, with variables replaced by their values.
static STYLE: LazyLock<String> = LazyLock::new(|| {
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
    style
});

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let texts = STYLE.split('}').filter_map(|rule| rule.split_once('{'));
    let mut rules: Vec<Rule> = texts
        .map(|(selector, text)| Rule::of(selector, text))
        .collect();
    // The sort is stable: of rules with equal weight, the later one applies.
    rules.sort_by_key(|rule| rule.weight);
    rules
});

/// A style rule whose selector consists of tags and classes, each a descendant of the one before.
struct Rule {
    selector: Vec<Compound>,
    /// The number of classes in the selector, and the number of tags.
    weight: (usize, usize),
    declarations: Vec<(&'static str, &'static str)>,
}

/// The tag and the classes that one element must have.
struct Compound {
    tag: Option<&'static str>,
    classes: Vec<&'static str>,
}

impl Rule {
    fn of(selector: &'static str, text: &'static str) -> Self {
        let selector: Vec<Compound> = selector.split_whitespace().map(Compound::of).collect();
        let classes = selector.iter().map(|compound| compound.classes.len());
        let tags = selector.iter().filter(|compound| compound.tag.is_some());
        let declarations = text.split(';').filter_map(|line| line.split_once(':'));
        Self {
            weight: (classes.sum(), tags.count()),
            declarations: declarations
                .map(|(name, value)| (name.trim(), value.trim()))
                .collect(),
            selector,
        }
    }

    /// Returns true if the rule applies to the last element of a path, which starts at the outermost element.
    fn holds_for(&self, path: &[Open<'_>]) -> bool {
        let Some(((own, above), (element, ancestors))) =
            self.selector.split_last().zip(path.split_last())
        else {
            return false;
        };
        let mut ancestors = ancestors.iter().rev();
        own.holds_for(element)
            && above
                .iter()
                .rev()
                .all(|compound| ancestors.any(|element| compound.holds_for(element)))
    }
}

impl Compound {
    fn of(text: &'static str) -> Self {
        let mut names = text.split('.');
        Self {
            tag: names.next().filter(|tag| !tag.is_empty()),
            classes: names.collect(),
        }
    }

    fn holds_for(&self, element: &Open<'_>) -> bool {
        self.tag.is_none_or(|tag| tag == element.tag)
            && self
                .classes
                .iter()
                .all(|class| element.classes.contains(class))
    }
}

/// An element that is not closed yet.
struct Open<'s> {
    tag: &'s str,
    classes: Vec<&'s str>,
    color: &'s str,
}

/// Writes the colours and sizes of each element of a drawing as attributes.
///
/// A text with a halo becomes two texts, because few programs draw the outline of letters below the letters.
pub fn inline_styles(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len() * 2);
    let mut path: Vec<Open<'_>> = Vec::new();
    let mut rest = svg;
    while let Some((text, after)) = rest.split_once('<') {
        out.push_str(text);
        let Some((tag, after)) = after.split_once('>') else {
            break;
        };
        rest = after;
        if tag.starts_with('/') {
            path.pop();
            let _ = write!(out, "<{tag}>");
            continue;
        }
        let is_empty = tag.ends_with('/');
        let start = StartTag::open(tag.trim_end_matches('/'), &mut path);
        match rest.split_once('<') {
            Some((words, _)) if start.value_of("paint-order").is_some() => {
                start.write_with_halo(&mut out, words);
            }
            _ => start.write(&mut out, &["color"]),
        }
        out.push_str(if is_empty { "/>" } else { ">" });
        if is_empty {
            path.pop();
        }
    }
    out.push_str(rest);
    out
}

/// A start tag with the declarations for its element.
struct StartTag<'s> {
    /// The text between the angle brackets.
    text: &'s str,
    name: &'s str,
    attributes: &'s str,
    declarations: Vec<(&'static str, &'static str)>,
    /// The value of `currentColor`.
    color: &'s str,
}

impl<'s> StartTag<'s> {
    /// Reads a start tag, and adds its element to the path of open elements.
    fn open(text: &'s str, path: &mut Vec<Open<'s>>) -> Self {
        let (name, attributes) = text.split_once(' ').unwrap_or((text, ""));
        let inherited = path.last().map_or("#000", |parent| parent.color);
        path.push(Open {
            tag: name,
            classes: class_of(attributes).split_whitespace().collect(),
            color: inherited,
        });
        let declarations = declarations(path);
        let color = value_of(&declarations, "color").unwrap_or(inherited);
        if let Some(element) = path.last_mut() {
            element.color = color;
        }
        Self {
            text,
            name,
            attributes,
            declarations,
            color,
        }
    }

    fn value_of(&self, property: &str) -> Option<&'static str> {
        value_of(&self.declarations, property)
    }

    /// Writes the tag without its closing bracket. The declarations become attributes, except those in `left_out`.
    fn write(&self, out: &mut String, left_out: &[&str]) {
        let _ = write!(out, "<{}", self.text);
        for (name, value) in &self.declarations {
            if !left_out.contains(name) {
                let value = if *value == "currentColor" {
                    self.color
                } else {
                    value
                };
                let _ = write!(out, " {name}=\"{}\"", value.replace('"', "'"));
            }
        }
    }

    /// Writes a text in the colour of its halo, then the tag of the same text above it.
    fn write_with_halo(&self, out: &mut String, words: &str) {
        self.write(out, &["color", "paint-order", "fill"]);
        let halo = self.value_of("stroke").unwrap_or("none");
        // A text that is hidden from screen readers already has the attribute.
        let hidden = if self.attributes.contains("aria-hidden") {
            ""
        } else {
            " aria-hidden=\"true\""
        };
        let _ = write!(out, " fill=\"{halo}\"{hidden}>{words}</{}>", self.name);
        let outline = ["stroke", "stroke-width", "stroke-linejoin"];
        self.write(out, &[&["color", "paint-order"], &outline[..]].concat());
    }
}

/// Returns the value of the attribute `class`.
fn class_of(attributes: &str) -> &str {
    let class = attributes
        .split_once("class=\"")
        .and_then(|(_, after)| after.split_once('"'));
    class.map_or("", |(class, _)| class)
}

/// Returns the declarations for the last element of a path: each property once, with its last value.
fn declarations(path: &[Open<'_>]) -> Vec<(&'static str, &'static str)> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.holds_for(path)) {
        for (name, value) in &rule.declarations {
            match found.iter_mut().find(|(known, _)| known == name) {
                Some((_, known)) => *known = value,
                None => found.push((name, value)),
            }
        }
    }
    found
}

fn value_of(declarations: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    let mut all = declarations.iter();
    all.find(|(known, _)| *known == name)
        .map(|(_, value)| *value)
}

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

/// Returns the value of a colour variable.
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

    #[test]
    fn every_element_has_its_own_colours() {
        let svg = "<svg class=\"chart-ink sheet\" width=\"9\"><a class=\"mark series-0 target\" href=\"/x\">\
                   <circle class=\"shape\" r=\"5\"/><text class=\"value\" x=\"1\">a &lt; b</text></a></svg>";
        let written = inline_styles(svg);
        assert!(!written.contains("currentColor"), "{written}");
        let circle = "<circle class=\"shape\" r=\"5\" fill=\"#fffdf9\" stroke=\"#0b5563\" stroke-width=\"2\"/>";
        assert!(written.contains(circle), "{written}");
        assert_eq!(
            written.matches(">a &lt; b</text>").count(),
            2,
            "with a halo of its own: {written}"
        );
        assert_eq!(written.matches("aria-hidden").count(), 1);
        assert!(
            written.starts_with("<svg class=\"chart-ink sheet\" width=\"9\" font-family="),
            "{written}"
        );
    }
}
