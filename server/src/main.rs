//! `zone-atlas`: serves the atlas, and writes its database.

use clap::Parser;
use server::config::{Cli, Command, ServeOptions};
use server::error::Error;
use server::http::Application;
use server::import::import;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    let filter =
        EnvFilter::try_from_env("ZONE_ATLAS_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
    let done = match cli.command {
        Command::Serve(options) => serve(&options).await,
        Command::Import(options) => import(&options.database, options.data.as_deref()).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Standard error is the last resort; when it is closed there is no one to tell.
            let _ = writeln!(std::io::stderr(), "zone-atlas: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(options: &ServeOptions) -> Result<(), Error> {
    let application = Application::build(options).await?;
    let address = application.address()?;
    // A closed standard output must not keep the site from being served.
    let _ = writeln!(std::io::stdout(), "Zone Atlas is at http://{address}");
    application.run(stop_signal()).await
}

/// Ends when the process is asked to stop.
async fn stop_signal() {
    use tokio::signal::unix::{SignalKind, signal};

    let ctrl_c = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = ctrl_c => {}
                _ = terminate.recv() => {}
            }
        }
        Err(error) => {
            tracing::warn!(%error, "cannot listen for SIGTERM");
            if let Err(error) = ctrl_c.await {
                tracing::warn!(%error, "cannot listen for Ctrl-C");
            }
        }
    }
    tracing::info!("stopping; finishing the requests under way");
}
