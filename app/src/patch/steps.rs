//! Compares two lists of nodes and finds the nodes that stay.

use super::tree::{Element, Kind, Node, attributes};
use std::ops::Range;

/// What to do with the next node of the page.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    /// The node stays; the numbers are its index in the old and in the new list.
    Keep(usize, usize),
    /// The node is removed.
    Drop,
    /// This range of the new text is inserted before the node.
    Add(Range<usize>),
}

/// What identifies a node among its siblings.
#[derive(PartialEq, Eq)]
enum Key<'t> {
    /// A unique node: its tag name, and its id or link address. The address of a link to another state of the page
    /// changes with the page, so it does not identify the link.
    One(&'t str, &'t str),
    /// Any element with this tag name and first class; further classes are states, such as `lit`.
    Like(&'t str, &'t str),
    /// Any text.
    Text,
}

impl<'t> Key<'t> {
    fn of(node: &Node<'t>) -> Self {
        let Kind::Element(Element {
            name,
            attributes: written,
            ..
        }) = node.kind
        else {
            return Self::Text;
        };
        let (mut class, mut address, mut is_state) = ("", None, false);
        for (attribute, value) in attributes(written) {
            match attribute {
                "id" => return Self::One(name, value),
                "href" => address = Some(value),
                "class" => class = value.split(' ').next().unwrap_or_default(),
                "data-noscroll" => is_state = true,
                _ => {}
            }
        }
        match address {
            Some(address) if !is_state => Self::One(name, address),
            _ => Self::Like(name, class),
        }
    }
}

/// Returns the steps from one list of nodes to the other, in the order of the page.
///
/// Similar nodes may replace each other. A unique node is never removed in order to reach a similar one, because it may
/// have the focus.
pub fn steps(was: &[Node<'_>], is: &[Node<'_>]) -> Vec<Step> {
    let before: Vec<Key<'_>> = was.iter().map(Key::of).collect();
    let mut steps = Vec::with_capacity(is.len());
    let mut next = 0;
    for (number, node) in is.iter().enumerate() {
        let key = Key::of(node);
        let found = match &key {
            _ if before.get(next) == Some(&key) => Some(next),
            // In most lists only the content of the nodes has changed; then no search is needed.
            Key::One(..) => before[next..]
                .iter()
                .position(|other| *other == key)
                .map(|ahead| next + ahead),
            _ => before[next..]
                .iter()
                .position(|other| *other == key || matches!(other, Key::One(..)))
                .map(|ahead| next + ahead)
                .filter(|place| before[*place] == key),
        };
        if let Some(place) = found {
            steps.extend((next..place).map(|_| Step::Drop));
            steps.push(Step::Keep(place, number));
            next = place + 1;
        } else if let Some(Step::Add(range)) = steps.last_mut() {
            range.end = node.range.end;
        } else {
            steps.push(Step::Add(node.range.clone()));
        }
    }
    steps.extend((next..before.len()).map(|_| Step::Drop));
    steps
}
