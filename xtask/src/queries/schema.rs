//! Creates an empty database with the tables of the schema.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};

/// Creates the database file, as the server does before it fills it.
pub fn create(database: &Path, schema: &Path) -> Result<()> {
    let sql = fs::read_to_string(schema)
        .with_context(|| format!("the schema {} cannot be read", schema.display()))?;
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("the asynchronous runtime cannot start")?
        .block_on(fill(database, sql))
}

async fn fill(database: &Path, sql: String) -> Result<()> {
    let mut connection = SqliteConnectOptions::new()
        .filename(database)
        .create_if_missing(true)
        .connect()
        .await
        .with_context(|| format!("the database {} cannot be made", database.display()))?;
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(&mut connection)
        .await
        .context("the schema contains invalid SQL")?;
    connection
        .close()
        .await
        .context("the database cannot be closed")
}
