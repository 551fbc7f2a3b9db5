//! The database of the site: its queries, edits by hand, and damage.
//!
//! This is a separate test program because it counts the queries of the whole process.

#![expect(
    clippy::unwrap_used,
    reason = "what fails here fails the test, at the line that called it"
)]

mod counts;
mod edits;
mod faults;
mod figures_add;
mod plans;
mod rankings;
mod targets;

use server::store::renew_checksum;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use std::path::Path;

/// Opens a database with foreign keys enforced.
async fn open(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(path);
    options.foreign_keys(true).connect().await.unwrap()
}

/// Edits a database of the atlas by hand, and renews its checksum.
async fn change(path: &Path, sql: &str) {
    edit(path, sql).await;
    renew_checksum(path).unwrap();
}

/// Edits an SQLite file by hand.
async fn edit(path: &Path, sql: &str) {
    let mut db = open(path).await;
    let statement = AssertSqlSafe(sql.to_owned());
    sqlx::raw_sql(statement).execute(&mut db).await.unwrap();
    db.close().await.unwrap();
}
