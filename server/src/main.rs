//! The `zone-atlas` program: serves the site, imports the dataset and checks it.

use clap::Parser;
use server::backup;
use server::check::{check, temporary};
use server::config::{
    AddFiguresOptions, AddOptions, CheckOptions, Cli, Command, DocumentsCommand, FiguresCommand,
    ServeOptions,
};
use server::dataset::{Dataset, Files};
use server::documents::{self, Documents, KnownSources, Request};
use server::error::Error;
use server::http::Application;
use server::import::import;
use server::logging;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;
use tikv_jemallocator::Jemalloc;
use tokio::runtime::Runtime;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// Rendering a page makes many small allocations. In a profile the allocator of the C library took a quarter of the
/// time.
#[global_allocator]
static ALLOCATOR: Jemalloc = Jemalloc;

/// The time for background work when the program ends.
const LAST_WORK: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    let cli = Cli::parse();
    logging::start(cli.log_format);
    let runtime = match Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&Error::Serve(error)),
    };
    let done = runtime.block_on(run(cli.command));
    // Otherwise a response that nobody waits for could delay the end.
    runtime.shutdown_timeout(LAST_WORK);
    done.unwrap_or_else(|error| failed(&error))
}

async fn run(command: Command) -> Result<ExitCode, Error> {
    match command {
        Command::Serve(options) => serve(&options).await.map(|()| ExitCode::SUCCESS),
        Command::Import(options) => import(options.database.target(), options.data.as_deref())
            .await
            .map(|()| ExitCode::SUCCESS),
        Command::Backup(options) => {
            copy_database(&options.database, &options.file, options.force).await
        }
        Command::Restore(options) => {
            copy_database(&options.file, &options.database, options.force).await
        }
        Command::Check(options) => judge(&options).await,
        Command::Documents(DocumentsCommand::Add(options)) => add_documents(&options).await,
        Command::Figures(FiguresCommand::Add(options)) => add_figures(&options),
    }
}

/// Prints an error.
fn failed(error: &Error) -> ExitCode {
    // Standard error is the last resort: if it is closed, the error cannot be reported.
    let _ = writeln!(std::io::stderr(), "zone-atlas: {error}");
    ExitCode::FAILURE
}

async fn serve(options: &ServeOptions) -> Result<(), Error> {
    let application = Application::build(options).await?;
    let address = application.address()?;
    let signals = stop_signals();
    // A closed standard output must not stop the server.
    let _ = writeln!(std::io::stdout(), "Zone Atlas is at http://{address}");
    let number = |expected: usize| {
        let mut signals = signals.clone();
        async move {
            // It fails only if the task that counts signals ended: then no signal stops the server.
            if signals
                .wait_for(|number| *number >= expected)
                .await
                .is_err()
            {
                std::future::pending::<()>().await;
            }
        }
    };
    application.run(number(1), number(2)).await;
    Ok(())
}

/// Copies a database, and prints what the copy contains.
async fn copy_database(from: &Path, to: &Path, force: bool) -> Result<ExitCode, Error> {
    let stored = backup::copy(from, to, force).await?;
    print(&format!(
        "copied {} to {}: edition {}, digest {}",
        from.display(),
        to.display(),
        stored.edition,
        stored.digest
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the result of a check of the data files.
async fn judge(options: &CheckOptions) -> Result<ExitCode, Error> {
    let report = check(options.data.as_deref()).await?;
    let text = if options.json {
        serde_json::to_string_pretty(&report).map_err(|error| Error::Print(error.into()))?
    } else {
        report.to_string()
    };
    print(text.trim_end())?;
    Ok(if report.errors.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Adds documents one by one. If one fails, the others are still added.
async fn add_documents(options: &AddOptions) -> Result<ExitCode, Error> {
    let files = Files::find(options.data.as_deref())?;
    let dataset = Dataset::read(&files).map_err(Error::Dataset)?;
    let known = KnownSources::of(&temporary(dataset).await?).await?;
    let documents = Documents::of(&options.documents);
    let request = Request {
        source: options.source.as_ref(),
        replace: options.replace,
    };
    let mut code = ExitCode::SUCCESS;
    for file in &options.files {
        match documents::add(&known, &documents, file, request) {
            Ok(added) => print(added.to_string().trim_end())?,
            Err(error) => {
                code = ExitCode::FAILURE;
                // As in `main`: if standard error is closed, the error cannot be reported.
                let _ = writeln!(std::io::stderr(), "zone-atlas: {error}");
            }
        }
    }
    Ok(code)
}

/// Takes a table of gathered figures into the data files, and prints what was done with each row.
fn add_figures(options: &AddFiguresOptions) -> Result<ExitCode, Error> {
    let report = server::figures::add(&options.data, &options.file, options.dry_run)?;
    print(&report.to_string())?;
    Ok(if report.has_unread() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Writes a line to standard output. A closed pipe is not an error.
fn print(text: &str) -> Result<(), Error> {
    match writeln!(std::io::stdout(), "{text}") {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Error::Print(error)),
        _ => Ok(()),
    }
}

/// Counts the signals Ctrl-C and SIGTERM that the process receives.
fn stop_signals() -> watch::Receiver<usize> {
    let (count, counted) = watch::channel(0);
    for (kind, name) in [
        (SignalKind::interrupt(), "Ctrl-C"),
        (SignalKind::terminate(), "SIGTERM"),
    ] {
        let mut signals = match signal(kind) {
            Ok(signals) => signals,
            Err(error) => {
                tracing::warn!(%error, "cannot listen for {name}");
                continue;
            }
        };
        let count = count.clone();
        tokio::spawn(async move {
            while signals.recv().await.is_some() {
                tracing::info!("received {name}; finishing the requests in progress");
                count.send_modify(|number| *number += 1);
            }
        });
    }
    counted
}
