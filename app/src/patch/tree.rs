//! Reads the markup that we write: elements with quoted attributes, texts, and no more.

use std::borrow::Cow;

/// An element or a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Node<'t> {
    /// Its whole text.
    pub source: &'t str,
    /// Where that begins and ends in the text of what it stands in.
    pub range: std::ops::Range<usize>,
    /// What it is.
    pub kind: Kind<'t>,
}

/// What a node is.
#[derive(Debug, PartialEq, Eq)]
pub enum Kind<'t> {
    /// Words.
    Text,
    /// An element.
    Element(Element<'t>),
}

/// An element.
#[derive(Debug, PartialEq, Eq)]
pub struct Element<'t> {
    /// Its name.
    pub name: &'t str,
    /// Its attributes, as written.
    pub attributes: &'t str,
    /// The text of what is in it.
    pub inner: &'t str,
    /// What is in it.
    pub children: Vec<Node<'t>>,
}

/// Elements of HTML that never hold anything.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "wbr"];

/// Elements that browsers read otherwise, or in which visitors write.
const OPAQUE: [&str; 4] = ["script", "style", "template", "textarea"];

/// Reads a text. Nothing if it holds what we never write, or what cannot be changed piece by piece.
pub fn parse(text: &str) -> Option<Vec<Node<'_>>> {
    let (nodes, rest) = siblings(text)?;
    rest.is_empty().then_some(nodes)
}

/// The nodes up to the end of the element they stand in, and what is left from there.
fn siblings(text: &str) -> Option<(Vec<Node<'_>>, &str)> {
    let mut nodes = Vec::new();
    let mut rest = text;
    while !rest.is_empty() && !rest.starts_with("</") {
        let at = text.len() - rest.len();
        let (kind, after) = if rest.starts_with('<') {
            let (element, after) = element(rest)?;
            (Kind::Element(element), after)
        } else {
            (Kind::Text, &rest[rest.find('<').unwrap_or(rest.len())..])
        };
        let end = text.len() - after.len();
        nodes.push(Node {
            source: &text[at..end],
            range: at..end,
            kind,
        });
        rest = after;
    }
    Some((nodes, rest))
}

fn element(text: &str) -> Option<(Element<'_>, &str)> {
    // In values, too, this sign is always escaped.
    let (tag, rest) = text.strip_prefix('<')?.split_once('>')?;
    let (tag, closed) = tag
        .strip_suffix('/')
        .map_or((tag, false), |tag| (tag, true));
    let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric()) || OPAQUE.contains(&name)
    {
        return None;
    }
    if closed || VOID.contains(&name) {
        let element = Element {
            name,
            attributes,
            inner: "",
            children: Vec::new(),
        };
        return Some((element, rest));
    }
    let (children, after) = siblings(rest)?;
    let inner = &rest[..rest.len() - after.len()];
    let after = after
        .strip_prefix("</")?
        .strip_prefix(name)?
        .strip_prefix('>')?;
    let element = Element {
        name,
        attributes,
        inner,
        children,
    };
    Some((element, after))
}

/// Names and values as written; without a value it is empty.
pub fn attributes(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let end = rest.bytes().position(|byte| byte == b' ' || byte == b'=');
        let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => ("", after),
        };
        rest = after;
        (!name.is_empty()).then_some((name, value))
    })
}

/// What is meant by words in which signs of markup are escaped. Nothing if there is an escape that we
/// never write.
pub fn unescaped(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('&') {
        return Some(Cow::Borrowed(text));
    }
    let mut pieces = text.split('&');
    let mut plain = pieces.next()?.to_owned();
    for piece in pieces {
        let (name, words) = piece.split_once(';')?;
        plain.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            _ => return None,
        });
        plain.push_str(words);
    }
    Some(Cow::Owned(plain))
}
