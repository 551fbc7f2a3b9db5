//! Updates a part of the page from one HTML text to another and changes only what differs. Most of a chart stays the
//! same when it is drawn again, and nodes that stay keep the focus. This is also faster than parsing the whole text.
//!
//! Both texts are rendered by this crate. If this module cannot process the text or the nodes on the page, it replaces
//! the whole part.

mod changes;
mod steps;
mod tree;

#[cfg(test)]
mod tests;

use changes::Changes;
use steps::{Step, steps};
use tree::{Element, Kind, Node, attributes, parse, unescaped};
use web_sys::wasm_bindgen::JsCast;

/// Replaces the text `old` in an element by the text `new`.
pub fn patch(place: &web_sys::Element, old: &str, new: &str) {
    let mut changes = Changes::default();
    let patched = parse(old)
        .zip(parse(new))
        .and_then(|(was, is)| change_children(place, &was, &is, new, &mut changes));
    match patched {
        Some(()) => changes.apply(),
        None => place.set_inner_html(new),
    }
}

/// Updates the children of an element; `inner` is the text of `is`. Returns `None` if the nodes on the page do not
/// match `was`; the changes made so far are then useless. Attribute changes are only collected in `changes`.
fn change_children(
    parent: &web_sys::Element,
    was: &[Node<'_>],
    is: &[Node<'_>],
    inner: &str,
    changes: &mut Changes,
) -> Option<()> {
    let mut here = parent.first_child();
    for step in steps(was, is) {
        match step {
            Step::Keep(one, other) => {
                let node = here?;
                here = node.next_sibling();
                let (one, other) = (was.get(one)?, is.get(other)?);
                if one.source != other.source {
                    change(&node, one, other, changes)?;
                }
            }
            Step::Drop => {
                let node = here?;
                here = node.next_sibling();
                parent.remove_child(&node).ok()?;
            }
            Step::Add(range) => {
                let text = inner.get(range)?;
                match &here {
                    Some(node) => node
                        .dyn_ref::<web_sys::Element>()?
                        .insert_adjacent_html("beforebegin", text),
                    None => parent.insert_adjacent_html("beforeend", text),
                }
                .ok()?;
            }
        }
    }
    here.is_none().then_some(())
}

fn change(
    node: &web_sys::Node,
    was: &Node<'_>,
    is: &Node<'_>,
    changes: &mut Changes,
) -> Option<()> {
    match (&was.kind, &is.kind) {
        (Kind::Text, Kind::Text) => {
            if node.has_type::<web_sys::Element>() {
                return None;
            }
            node.set_text_content(Some(&unescaped(is.source)?));
        }
        (Kind::Element(was), Kind::Element(is)) => {
            let element = node.dyn_ref::<web_sys::Element>()?;
            change_attributes(element, was, is, changes)?;
            if was.inner != is.inner {
                change_children(element, &was.children, &is.children, is.inner, changes)?;
            }
        }
        _ => return None,
    }
    Some(())
}

fn change_attributes(
    element: &web_sys::Element,
    was: &Element<'_>,
    is: &Element<'_>,
    changes: &mut Changes,
) -> Option<()> {
    if was.attributes == is.attributes {
        return Some(());
    }
    // Usually the names are the same and in the same order.
    let mut before = attributes(was.attributes);
    for (name, value) in attributes(is.attributes) {
        let beside = before.next();
        let is_new = || attributes(was.attributes).all(|old| old != (name, value));
        if beside != Some((name, value)) && is_new() {
            changes.set(element, name, &unescaped(value)?)?;
        }
    }
    let mut now = attributes(is.attributes);
    for (name, _) in attributes(was.attributes) {
        let is_beside = now.next().is_some_and(|(other, _)| other == name);
        let is_gone = || attributes(is.attributes).all(|(other, _)| other != name);
        if !is_beside && is_gone() {
            element.remove_attribute(name).ok()?;
        }
    }
    Some(())
}
