//! The options of the program, from the command line and the environment.

use crate::http::{ConnectionLimits, Pace, ProxyNetwork, SecurityContact};
use crate::import::Target;
use app::atlas::Origin;
use clap::{Args, Parser, Subcommand, ValueEnum};
use domain::id::SourceId;
use std::net::SocketAddr;
use std::num::{NonZeroU16, NonZeroU32};
use std::path::PathBuf;
use std::time::Duration;

/// The atlas of China's development zones, served from one SQLite file.
///
/// Every option can be given as a flag or as an environment variable; the flag takes precedence. Set ZONE_ATLAS_LOG or
/// RUST_LOG to `debug`, `info`, `warn` or `error` to change the amount of log output.
#[derive(Debug, Parser)]
#[command(name = "zone-atlas", version, max_term_width = 100)]
pub struct Cli {
    /// The form of the log lines.
    #[arg(
        long,
        global = true,
        env = "ZONE_ATLAS_LOG_FORMAT",
        value_name = "FORMAT",
        default_value = "text"
    )]
    pub log_format: LogFormat,
    /// The command to run.
    #[command(subcommand)]
    pub command: Command,
}

/// The form of the log lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// Text for people.
    Text,
    /// One JSON object per line.
    Json,
}

/// The commands of the program.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the site.
    ///
    /// Writes the database first if it is missing, or if it is a copy of an older dataset or by another version of the
    /// program. A database that was imported from a folder is kept. Stops on Ctrl-C or SIGTERM when all running requests
    /// are answered, or after --drain-timeout. If `import` replaces the database, the server opens the new file
    /// automatically.
    Serve(ServeOptions),
    /// Write the database from the data files.
    ///
    /// Checks all files first. If anything is wrong, prints each problem with its file and line, and does not change
    /// the existing database.
    Import(ImportOptions),
    /// Copy the database to a file, also while it is served.
    ///
    /// The copy is checked before it is kept. It replaces an older backup of the same name.
    Backup(CopyOptions),
    /// Copy a backup to the database. A running server opens it by itself.
    ///
    /// The backup is checked first. It replaces any database of this program.
    Restore(CopyOptions),
    /// Check the data files and print all errors, cautions and conflicts.
    ///
    /// The exit code is 1 if there are errors, otherwise 0: cautions and conflicts come from the sources and are not
    /// errors.
    Check(CheckOptions),
    /// Manage your own copies of sources.
    #[command(subcommand)]
    Documents(DocumentsCommand),
    /// Edit the figures of the data files.
    #[command(subcommand)]
    Figures(FiguresCommand),
}

/// The commands for the figures of the data files.
#[derive(Debug, Subcommand)]
pub enum FiguresCommand {
    /// Take a table of gathered figures into the data files.
    ///
    /// Reports for each row whether it was added, was known, was left out, or needs a person. A row that cannot be read
    /// whole is never added. Running the command again with the same table changes nothing. The exit code is 1 if a row
    /// needs a person. See docs/ADD-FIGURES.md.
    Add(AddFiguresOptions),
}

/// The options of `figures add`.
#[derive(Debug, Clone, Args)]
pub struct AddFiguresOptions {
    /// The table: tab-separated, in UTF-8, with a header line.
    pub file: PathBuf,
    /// The folder with the data files.
    #[arg(long, env = "ZONE_ATLAS_DATA", default_value = "data")]
    pub data: PathBuf,
    /// Report only, and change no file.
    #[arg(long)]
    pub dry_run: bool,
}

/// The commands for the reader's own copies of sources.
#[derive(Debug, Subcommand)]
pub enum DocumentsCommand {
    /// Recognise documents and store their texts, so that receipts show the sentences around their phrases.
    ///
    /// Prints for each document which phrases were found at the recorded place, which have moved and which are missing.
    Add(AddOptions),
}

/// The options of `check`.
#[derive(Debug, Clone, Args)]
pub struct CheckOptions {
    /// A folder with the same layout as `data/` [default: the dataset inside this program].
    #[arg(long, env = "ZONE_ATLAS_DATA")]
    pub data: Option<PathBuf>,
    /// Print JSON instead of text lines.
    #[arg(long)]
    pub json: bool,
}

/// The options of `backup` and `restore`.
#[derive(Debug, Clone, Args)]
pub struct CopyOptions {
    /// The file of the backup.
    pub file: PathBuf,
    /// The SQLite file of the atlas.
    #[arg(long, env = "ZONE_ATLAS_DATABASE", default_value = "zone-atlas.db")]
    pub database: PathBuf,
    /// Also replace a file of another program.
    #[arg(long)]
    pub force: bool,
}

/// The options of `documents add`.
#[derive(Debug, Clone, Args)]
pub struct AddOptions {
    /// The documents, as plain text. Encodings other than UTF-8 are recognised and converted.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The id of the source that the documents are copies of [default: recognised from the text].
    #[arg(long)]
    pub source: Option<SourceId>,
    /// Replace a stored copy that has more of the phrases. The old copy is kept as `<source>.previous`.
    #[arg(long)]
    pub replace: bool,
    /// The folder where the texts are stored.
    #[arg(long, env = "ZONE_ATLAS_DOCUMENTS", default_value = "documents")]
    pub documents: PathBuf,
    /// A folder with the same layout as `data/` [default: the dataset inside this program].
    #[arg(long, env = "ZONE_ATLAS_DATA")]
    pub data: Option<PathBuf>,
}

/// The options of `serve`.
#[derive(Debug, Clone, Args)]
pub struct ServeOptions {
    /// Address and port to listen on; port 0 selects a free port.
    #[arg(long, env = "ZONE_ATLAS_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,
    /// The database.
    #[command(flatten)]
    pub database: DatabaseOptions,
    /// The folder with the files for browsers [default: the folder `site` beside this program].
    #[arg(long, env = "ZONE_ATLAS_ASSETS")]
    pub assets: Option<PathBuf>,
    /// The folder with your own copies of sources; see `documents add`.
    #[arg(long, env = "ZONE_ATLAS_DOCUMENTS", default_value = "documents")]
    pub documents: PathBuf,
    /// The public address of the site, such as `https://atlas.example`, for citations, frames and shared links [default:
    /// the host of each request; responses are then cached only for the address of --addr].
    #[arg(long, env = "ZONE_ATLAS_ORIGIN")]
    pub origin: Option<Origin>,
    /// The seconds for which browsers use only HTTPS for the host and its subdomains, such as 63072000 for two years; 0
    /// leaves the choice to them. A wrong value locks visitors out.
    #[arg(
        long,
        env = "ZONE_ATLAS_HSTS",
        value_name = "SECONDS",
        default_value_t = 0
    )]
    pub hsts: u32,
    /// The address for reports of security problems in `/.well-known/security.txt`, such as
    /// `mailto:security@atlas.example` [default: there is no such file].
    #[arg(long, env = "ZONE_ATLAS_SECURITY_CONTACT", value_name = "ADDRESS")]
    pub security_contact: Option<SecurityContact>,
    /// The address or network of a proxy whose `X-Forwarded-For`, `-Host` and `-Proto` headers count, such as `10.0.0.1`
    /// or `10.0.0.0/8`. May be given several times, or with commas between.
    #[arg(
        long,
        env = "ZONE_ATLAS_TRUST_PROXY",
        value_name = "NETWORK",
        value_delimiter = ','
    )]
    pub trust_proxy: Vec<ProxyNetwork>,
    /// Address and port at which Prometheus reads numbers about requests, connections and memory, as `/metrics`. Keep it
    /// away from visitors [default: none].
    #[arg(long, env = "ZONE_ATLAS_METRICS_ADDR", value_name = "ADDRESS")]
    pub metrics_addr: Option<SocketAddr>,
    /// The interval between checks for a newer database file, in milliseconds.
    #[arg(
        long,
        env = "ZONE_ATLAS_DATABASE_CHECK_MS",
        value_name = "MILLISECONDS",
        default_value_t = 2000,
        value_parser = clap::value_parser!(u64).range(1..)
    )]
    pub database_check_ms: u64,
    /// The limits of connections and requests.
    #[command(flatten)]
    pub limits: LimitOptions,
    /// The port on which `cargo xtask dev` tells pages to reload. Pages and their files are then never cached.
    #[arg(long, env = "ZONE_ATLAS_LIVE_RELOAD_PORT", hide = true)]
    pub live_reload_port: Option<u16>,
}

/// The limits of connections and requests. The defaults suit a small server; see docs/OPERATE.md.
#[derive(Debug, Clone, Copy, Args)]
#[command(next_help_heading = "Limits")]
pub struct LimitOptions {
    /// The maximum number of connections. More wait until others end. The limit of open files may allow fewer.
    #[arg(
        long,
        env = "ZONE_ATLAS_MAX_CONNECTIONS",
        value_name = "NUMBER",
        default_value = "2048"
    )]
    pub max_connections: NonZeroU16,
    /// The maximum number of connections of one address; more are closed. This machine and the proxies of --trust-proxy
    /// are not limited.
    #[arg(
        long,
        env = "ZONE_ATLAS_MAX_CONNECTIONS_PER_ADDRESS",
        value_name = "NUMBER",
        default_value = "256"
    )]
    pub max_connections_per_address: NonZeroU16,
    /// The maximum number of requests at a time on one HTTP/2 connection.
    #[arg(
        long,
        env = "ZONE_ATLAS_MAX_STREAMS",
        value_name = "NUMBER",
        default_value = "32"
    )]
    pub max_streams: NonZeroU16,
    /// The requests per second that one address may send on average, ten times as many at once; 0 for any number. A large
    /// file counts as ten requests. This machine is not limited.
    #[arg(
        long,
        env = "ZONE_ATLAS_RATE_LIMIT",
        value_name = "NUMBER",
        default_value_t = 50
    )]
    pub rate_limit: u32,
    /// The seconds for the headers of a request. An idle HTTP/1 connection is closed after the same time.
    #[arg(
        long,
        env = "ZONE_ATLAS_HEADER_TIMEOUT",
        value_name = "SECONDS",
        default_value = "10"
    )]
    pub header_timeout: NonZeroU16,
    /// The seconds in which a response must be made.
    #[arg(
        long,
        env = "ZONE_ATLAS_REQUEST_TIMEOUT",
        value_name = "SECONDS",
        default_value = "30"
    )]
    pub request_timeout: NonZeroU16,
    /// The seconds in which a client must read something of a response.
    #[arg(
        long,
        env = "ZONE_ATLAS_WRITE_TIMEOUT",
        value_name = "SECONDS",
        default_value = "30"
    )]
    pub write_timeout: NonZeroU16,
    /// The seconds in which a client must read any response; a large one has more time, see --min-rate.
    #[arg(
        long,
        env = "ZONE_ATLAS_RESPONSE_TIMEOUT",
        value_name = "SECONDS",
        default_value = "30"
    )]
    pub response_timeout: NonZeroU16,
    /// The bytes per second that a client must read of a large response, beyond --response-timeout.
    #[arg(
        long,
        env = "ZONE_ATLAS_MIN_RATE",
        value_name = "BYTES",
        default_value = "8192"
    )]
    pub min_rate: NonZeroU32,
    /// The seconds for requests in progress when the server stops.
    #[arg(
        long,
        env = "ZONE_ATLAS_DRAIN_TIMEOUT",
        value_name = "SECONDS",
        default_value_t = 8
    )]
    pub drain_timeout: u16,
}

/// The number of open files that are not connections: the database, the log, the files for browsers.
const OTHER_FILES: u64 = 64;

impl LimitOptions {
    /// Returns the time in which a response must be made.
    pub fn for_request(self) -> Duration {
        Duration::from_secs(self.request_timeout.get().into())
    }

    /// Returns the limits of connections. `open_files` is the number of files that the process may open.
    pub fn connections(self, open_files: u64) -> ConnectionLimits {
        let seconds = |number: u16| Duration::from_secs(number.into());
        let allowed = open_files.saturating_sub(OTHER_FILES).max(1);
        let allowed = usize::try_from(allowed).unwrap_or(usize::MAX);
        ConnectionLimits {
            connections: usize::from(self.max_connections.get()).min(allowed),
            streams: self.max_streams.get().into(),
            header: seconds(self.header_timeout.get()),
            write: seconds(self.write_timeout.get()),
            pace: Pace {
                base: seconds(self.response_timeout.get()),
                bytes_per_second: self.min_rate,
            },
            drain: seconds(self.drain_timeout),
        }
    }
}

/// The database that `serve` and `import` write.
#[derive(Debug, Clone, Args)]
pub struct DatabaseOptions {
    /// The SQLite file.
    #[arg(long, env = "ZONE_ATLAS_DATABASE", default_value = "zone-atlas.db")]
    pub database: PathBuf,
    /// Replace the file of another program, or a database that cannot be made again from this program, if one is at
    /// --database.
    #[arg(long)]
    pub force: bool,
    /// Brotli level, 0 to 11, for the two index files of a new database; 11 makes the smallest files. Files of 2 MB or
    /// more are compressed with level 9 at most.
    #[arg(
        long,
        env = "ZONE_ATLAS_BROTLI_LEVEL",
        value_name = "LEVEL",
        default_value_t = 11,
        value_parser = clap::value_parser!(u8).range(0..=11)
    )]
    pub brotli_level: u8,
}

/// The options of `import`.
#[derive(Debug, Clone, Args)]
pub struct ImportOptions {
    /// The database.
    #[command(flatten)]
    pub database: DatabaseOptions,
    /// A folder with the same layout as `data/` [default: the dataset inside this program].
    #[arg(long, env = "ZONE_ATLAS_DATA")]
    pub data: Option<PathBuf>,
}

impl DatabaseOptions {
    /// Returns the database as the import needs it.
    pub fn target(&self) -> Target<'_> {
        Target {
            path: &self.database,
            brotli_level: self.brotli_level,
            force: self.force,
        }
    }
}
