//! One textual form for each small type: the same in the data files, in SQLite and on the wire.

/// A text that is not a value of the type asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not {expected}")]
pub struct ParseError {
    /// The text that was read.
    pub found: String,
    /// What would have been right, in words and with an example.
    pub expected: &'static str,
}

impl ParseError {
    pub(crate) fn new(found: &str, expected: &'static str) -> Self {
        Self {
            found: found.chars().take(80).collect(),
            expected,
        }
    }
}

/// Lets a type with `FromStr` and `Display` travel through serde as its textual form.
macro_rules! serde_as_text {
    ($type:ty) => {
        impl TryFrom<String> for $type {
            type Error = $crate::ParseError;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }
        impl From<$type> for String {
            fn from(value: $type) -> String {
                value.to_string()
            }
        }
    };
}

/// A closed set of kebab-case words: the enum, all its members in order, parsing and printing.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        $name:ident, $expected:literal {
            $( $(#[$variant_meta:meta])* $variant:ident = $text:literal ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub enum $name {
            $( $(#[$variant_meta])* $variant ),+
        }

        impl $name {
            /// Every member, in the order of reading.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            /// The word used in data files, addresses and exports.
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $text ),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::ParseError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $( $text => Ok(Self::$variant), )+
                    _ => Err($crate::ParseError::new(text, $expected)),
                }
            }
        }

        $crate::textual::serde_as_text!($name);
    };
}

pub(crate) use {serde_as_text, vocabulary};
