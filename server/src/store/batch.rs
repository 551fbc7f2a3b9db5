//! Inserts many rows of one table with one statement. One statement per row takes several times as long.

use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

/// The maximum number of values that one statement binds. SQLite allows 32,766.
const MOST_VALUES: usize = 32_000;

/// The maximum number of rows that one statement inserts. More rows are not faster.
const MOST_ROWS: usize = 500;

/// The value of one column of a row.
#[derive(Debug)]
pub(super) enum Value {
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
    Blob(Vec<u8>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Integer(number.into())
    }
}

impl From<u16> for Value {
    fn from(number: u16) -> Self {
        Self::Integer(number.into())
    }
}

impl From<u8> for Value {
    fn from(number: u8) -> Self {
        Self::Integer(number.into())
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Integer(flag.into())
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Blob(bytes)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Rows of `N` columns that wait to be inserted into a table.
#[derive(Debug)]
pub(super) struct Batch<const N: usize> {
    insert: &'static str,
    rows: Vec<[Value; N]>,
}

impl<const N: usize> Batch<N> {
    /// The number of rows that one statement inserts.
    const ROWS: usize = if MOST_VALUES / N < MOST_ROWS {
        MOST_VALUES / N
    } else {
        MOST_ROWS
    };

    /// Creates an empty batch. `insert` is the statement up to the word `VALUES` and names `N` columns.
    pub const fn new(insert: &'static str) -> Self {
        Self {
            insert,
            rows: Vec::new(),
        }
    }

    /// Adds a row. If enough rows wait for one statement, inserts them.
    pub async fn add(&mut self, db: &mut SqliteConnection, row: [Value; N]) -> sqlx::Result<()> {
        self.rows.push(row);
        if self.rows.len() < Self::ROWS {
            return Ok(());
        }
        self.flush(db).await
    }

    /// Inserts the rows that wait.
    pub async fn flush(&mut self, db: &mut SqliteConnection) -> sqlx::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let mut query: QueryBuilder<Sqlite> = QueryBuilder::new(self.insert);
        query.push_values(self.rows.drain(..), |mut columns, row| {
            for value in row {
                match value {
                    Value::Null => columns.push_bind(None::<String>),
                    Value::Integer(number) => columns.push_bind(number),
                    Value::Real(number) => columns.push_bind(number),
                    Value::Text(text) => columns.push_bind(text),
                    Value::Blob(bytes) => columns.push_bind(bytes),
                };
            }
        });
        query.build().execute(db).await?;
        Ok(())
    }
}
