//! One text form for each small type, used in the data files, in SQLite and in responses.

/// The error for a text that is not a value of the requested type.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not {expected}")]
pub struct ParseError {
    /// The text that was read, at most 80 characters of it.
    pub found: String,
    /// A description of what was expected, with an example.
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

/// Makes serde use the text form of a type with `FromStr` and `Display`.
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

/// Defines a closed set of kebab-case words: the enum, a list of its members, parsing and printing.
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
            /// All members, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            /// Returns the word that data files, URLs and exports use.
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
