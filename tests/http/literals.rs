//! The string literals of a Rust file, found with the tokens of the compiler.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The value of a string literal.
#[derive(Debug, PartialEq, Eq)]
pub struct Literal(pub String);

/// Returns every string literal of a file, except for those in attributes (which include doc comments) and in test
/// modules.
pub fn literals(source: &str) -> Vec<Literal> {
    let mut found = Vec::new();
    collect(source.parse().unwrap(), &mut found);
    found
}

fn collect(tokens: TokenStream, found: &mut Vec<Literal>) {
    let mut tokens = tokens.into_iter().peekable();
    // True after `#[cfg(test)]` until the end of the item that it belongs to.
    let mut of_tests = false;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                tokens.next_if(
                    |next| matches!(next, TokenTree::Punct(mark) if mark.as_char() == '!'),
                );
                if let Some(TokenTree::Group(group)) = tokens.next_if(is_attribute) {
                    of_tests |= group.stream().to_string().replace(' ', "") == "cfg(test)";
                }
            }
            TokenTree::Group(group) => {
                let ends_item = group.delimiter() == Delimiter::Brace;
                if !(of_tests && ends_item) {
                    collect(group.stream(), found);
                }
                of_tests &= !ends_item;
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => of_tests = false,
            TokenTree::Literal(literal) => found.extend(value(&literal.to_string()).map(Literal)),
            _ => {}
        }
    }
}

fn is_attribute(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket)
}

/// Returns the value of a string literal; `None` for numbers, characters and bytes.
fn value(written: &str) -> Option<String> {
    if let Some(raw) = written.strip_prefix('r') {
        let raw = raw.trim_matches('#');
        return Some(raw.strip_prefix('"')?.strip_suffix('"')?.to_owned());
    }
    let escaped = written.strip_prefix('"')?.strip_suffix('"')?;
    // Other escapes than quotation marks and line breaks are left as they are: they contain no words.
    Some(escaped.replace("\\\"", "\"").replace("\\n", "\n"))
}

#[test]
fn attributes_comments_and_tests_have_no_literals() {
    let source = r##"
        //! "module"
        /// "documentation"
        #[error("an attribute")]
        fn shown() { call("a", r"b", r#"c "d""#, 'e', 7, b"f"); } // "a comment"
        #[cfg(test)]
        use tests::x;
        const AFTER: &str = "g\"";
        #[cfg(test)]
        mod tests { const NOT: &str = "in tests"; }
    "##;
    let found: Vec<String> = literals(source)
        .into_iter()
        .map(|Literal(text)| text)
        .collect();
    assert_eq!(found, ["a", "b", "c \"d\"", "g\""]);
}
