//! An empty database with the schema of the migrations.

use std::path::Path;

use anyhow::{Context, Result};
use sqlx::migrate::Migrator;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};

/// Makes the database file and applies every migration, as the server does: sqlx' own table is there too.
pub fn create(database: &Path, migrations: &Path) -> Result<()> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("the asynchronous runtime cannot start")?
        .block_on(migrate(database, migrations))
}

async fn migrate(database: &Path, migrations: &Path) -> Result<()> {
    let migrator = Migrator::new(migrations)
        .await
        .with_context(|| format!("the migrations in {} cannot be read", migrations.display()))?;
    let mut connection = SqliteConnectOptions::new()
        .filename(database)
        .create_if_missing(true)
        .connect()
        .await
        .with_context(|| format!("the database {} cannot be made", database.display()))?;
    migrator
        .run(&mut connection)
        .await
        .with_context(|| format!("a migration in {} is not good SQL", migrations.display()))?;
    connection
        .close()
        .await
        .context("the database cannot be closed")
}
