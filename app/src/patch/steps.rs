//! Which nodes stay between two lists of them.

use super::tree::{Element, Kind, Node, attributes};
use std::ops::Range;

/// What becomes of the next node of the page.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    /// The node of the first number stays and becomes that of the second.
    Keep(usize, usize),
    /// It goes.
    Drop,
    /// In front of it comes this part of the new text.
    Add(Range<usize>),
}

/// What tells a node from those beside it.
#[derive(PartialEq, Eq)]
enum Key<'t> {
    /// There is one of it: its name, and its id or the address it leads to. The address of a link to another state of the
    /// page changes with the page, and tells nothing.
    One(&'t str, &'t str),
    /// Any element of this name and first class; further classes are states, such as `lit`.
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

/// How one list of nodes becomes the other, in the order of the page.
///
/// Nodes that are alike stand in for one another, but no node of which there is one is dropped to get
/// to such: it may have the focus.
pub fn steps(was: &[Node<'_>], is: &[Node<'_>]) -> Vec<Step> {
    let before: Vec<Key<'_>> = was.iter().map(Key::of).collect();
    let mut steps = Vec::with_capacity(is.len());
    let mut next = 0;
    for (number, node) in is.iter().enumerate() {
        let key = Key::of(node);
        let found = match &key {
            _ if before.get(next) == Some(&key) => Some(next),
            // Most lists are as they were, but for what is in their nodes: then nothing is looked for.
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
