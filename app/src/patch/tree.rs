//! Parses the markup that this crate renders: elements with quoted attributes, and texts; nothing else.

use std::borrow::Cow;

/// An element or a text node.
#[derive(Debug, PartialEq, Eq)]
pub struct Node<'t> {
    /// Its whole markup.
    pub source: &'t str,
    /// Its byte range in the text of its parent.
    pub range: std::ops::Range<usize>,
    /// Whether it is an element or a text.
    pub kind: Kind<'t>,
}

/// The kind of a node.
#[derive(Debug, PartialEq, Eq)]
pub enum Kind<'t> {
    /// A text.
    Text,
    /// An element.
    Element(Element<'t>),
}

/// An element.
#[derive(Debug, PartialEq, Eq)]
pub struct Element<'t> {
    /// Its tag name.
    pub name: &'t str,
    /// Its attributes, as in the markup.
    pub attributes: &'t str,
    /// The markup of its content.
    pub inner: &'t str,
    /// Its child nodes.
    pub children: Vec<Node<'t>>,
}

/// HTML elements that are always empty.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "wbr"];

/// Elements that browsers parse differently, or that visitors can edit.
const OPAQUE: [&str; 4] = ["script", "style", "template", "textarea"];

/// Parses a text. Returns `None` for markup that this crate does not render, or that cannot be updated in parts.
pub fn parse(text: &str) -> Option<Vec<Node<'_>>> {
    let (nodes, rest) = siblings(text)?;
    rest.is_empty().then_some(nodes)
}

/// Parses the nodes up to the end tag of their parent. Returns them with the rest of the text.
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
    // `>` is also escaped in attribute values, so the first one ends the tag.
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

/// Returns the names and values of attributes, as in the markup; an attribute without a value has an empty one.
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

/// Decodes the escapes in a text. Returns `None` for an escape that this crate does not use.
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
