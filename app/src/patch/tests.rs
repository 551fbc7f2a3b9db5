use super::steps::{Step, steps};
use super::tree::{Kind, Node, attributes, parse, unescaped};
use proptest::prelude::*;

/// Returns the text of the page after the steps, and the number of nodes that stayed, including nodes inside them.
fn after(was: &[Node<'_>], is: &[Node<'_>], text: &str) -> (String, usize) {
    let mut page = String::new();
    let mut here = 0;
    let mut kept = 0;
    for step in steps(was, is) {
        match step {
            Step::Keep(one, other) => {
                assert_eq!(one, here, "the steps go along the page");
                here += 1;
                kept += 1;
                match (&was[one].kind, &is[other].kind) {
                    (Kind::Element(was), Kind::Element(is)) => {
                        assert_eq!(was.name, is.name, "an element stays what it is");
                        let (inner, within) = after(&was.children, &is.children, is.inner);
                        assert_eq!(inner, is.inner);
                        kept += within;
                    }
                    (Kind::Text, Kind::Text) => {}
                    _ => panic!("a text became an element"),
                }
                page.push_str(is[other].source);
            }
            Step::Drop => here += 1,
            Step::Add(range) => page.push_str(&text[range]),
        }
    }
    assert_eq!(here, was.len(), "nothing of the page is left over");
    (page, kept)
}

fn changed(was: &str, is: &str) -> (String, usize) {
    after(&parse(was).unwrap(), &parse(is).unwrap(), is)
}

fn count(nodes: &[Node<'_>]) -> usize {
    nodes.iter().fold(0, |sum, node| {
        sum + 1
            + match &node.kind {
                Kind::Element(element) => count(&element.children),
                Kind::Text => 0,
            }
    })
}

const AXES: &str = "<text class=\"label\">2010</text><text class=\"label\">2020</text><path class=\"axis\" d=\"M0 0L9 0\"/>";

fn mark(id: u32, y: u32) -> String {
    format!(
        "<a class=\"mark\" href=\"/figures/f{id}\"><title>{y} &amp; more</title><circle cy=\"{y}\"/></a>"
    )
}

#[test]
fn a_row_that_gets_a_further_class_stays() {
    let row = |class: &str, name: &str| format!("<li class=\"{class}\"><span>{name}</span></li>");
    let was = [row("zone", "a"), row("zone", "b"), row("zone", "c")].concat();
    let is = [
        row("zone", "a"),
        row("zone highlighted", "b"),
        row("zone lit", "c"),
    ]
    .concat();
    let nodes = count(&parse(&was).unwrap());
    assert_eq!(changed(&was, &is), (is.clone(), nodes));
    assert_eq!(changed(&is, &was), (was, nodes));
}

#[test]
fn other_values_change_no_element() {
    let drawing = |y: u32| format!("<svg>{AXES}{}{}</svg>", mark(1, y), mark(2, y + 1));
    let (was, is) = (drawing(5), drawing(50));
    assert_eq!(
        changed(&was, &is),
        (is.clone(), count(&parse(&is).unwrap()))
    );
}

#[test]
fn marks_stay_when_others_go_or_come() {
    let all = format!(
        "{AXES}{}{}{}<text class=\"label\">yuan</text>",
        mark(1, 1),
        mark(2, 2),
        mark(3, 3)
    );
    let some = format!(
        "{AXES}{}{}<text class=\"label\">yuan</text>",
        mark(1, 1),
        mark(3, 3)
    );
    let whole = count(&parse(&some).unwrap());
    assert_eq!(changed(&all, &some), (some.clone(), whole));
    assert_eq!(changed(&some, &all), (all.clone(), whole));
}

#[test]
fn no_mark_goes_for_another_label() {
    let one = |labels: &str| format!("{labels}{}<text class=\"label\">yuan</text>", mark(1, 1));
    let (was, is) = (
        one("<text class=\"label\">1</text>"),
        one(&"<text class=\"label\">1</text>".repeat(3)),
    );
    let (page, kept) = changed(&was, &is);
    assert_eq!(page, is);
    assert_eq!(kept, count(&parse(&was).unwrap()));
}

#[test]
fn what_we_never_write_is_not_read() {
    for text in [
        "<!-- a -->",
        "<p>",
        "</p>",
        "<p></b>",
        "<p",
        "<textarea></textarea>",
        "<p>a</p></p>",
    ] {
        assert_eq!(parse(text), None, "{text}");
    }
    assert_eq!(unescaped("a&nbsp;b"), None);
    assert_eq!(unescaped("a & b"), None);
    assert_eq!(
        unescaped("&lt;a&gt; &amp;amp; &quot;").unwrap(),
        "<a> &amp; \""
    );
}

#[test]
fn attributes_are_told_apart() {
    let read: Vec<_> =
        attributes("class=\"a b\" data-noscroll=\"\" readonly value=\"x=1 y\"").collect();
    assert_eq!(
        read,
        [
            ("class", "a b"),
            ("data-noscroll", ""),
            ("readonly", ""),
            ("value", "x=1 y")
        ]
    );
}

/// Random nested markup, with similar and unique elements.
fn markup() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        "[a-c]{1,3}".prop_map(|id| format!("<a id=\"{id}\" class=\"m\">x</a>")),
        "[a-b]".prop_map(|class| format!("<rect class=\"{class}\"/>")),
        Just("<br>".to_owned()),
    ];
    leaf.prop_recursive(3, 40, 8, |inside| {
        (
            "[p-q]",
            "[a-b]?",
            prop::collection::vec(inside, 0..8),
            "[a-z]{0,2}",
        )
            .prop_map(|(name, class, children, words)| {
                format!(
                    "<{name} class=\"{class}\">{words}{}</{name}>",
                    children.concat()
                )
            })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_becomes_any_other(
        was in prop::collection::vec(markup(), 0..6),
        is in prop::collection::vec(markup(), 0..6),
    ) {
        let (was, is) = (was.concat(), is.concat());
        prop_assert_eq!(changed(&was, &is).0, is);
    }
}
