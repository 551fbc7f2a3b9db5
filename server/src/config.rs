//! The command line and the environment: read once, here.

use app::atlas::Origin;
use clap::{Args, Parser, Subcommand};
use domain::id::SourceId;
use std::net::SocketAddr;
use std::path::PathBuf;

/// The atlas of China's development zones, served from one SQLite file.
///
/// Every option can be given as a flag or as an environment variable; the flag wins. Set
/// ZONE_ATLAS_LOG to `debug`, `info`, `warn` or `error` to hear more or less.
#[derive(Debug, Parser)]
#[command(name = "zone-atlas", version, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the site.
    ///
    /// Writes the database first when it is missing, older than the dataset that this program
    /// carries, or of another edition of the program. Stops on Ctrl-C or SIGTERM after the requests
    /// under way are answered. A database replaced by `import` meanwhile is opened by itself.
    Serve(ServeOptions),
    /// Write the database from the data files.
    ///
    /// Judges all files first. When anything is wrong it says what, with file and line, and leaves
    /// the old database as it was.
    Import(ImportOptions),
    /// Judge the data files and say everything wrong, doubtful or contradictory in them.
    ///
    /// Ends with 1 where something is wrong, otherwise with 0: cautions and conflicts are part of
    /// what sources say.
    Check(CheckOptions),
    /// The reader's own copies of sources.
    #[command(subcommand)]
    Documents(DocumentsCommand),
}

/// What can be done with documents.
#[derive(Debug, Subcommand)]
pub enum DocumentsCommand {
    /// Recognise documents and keep their texts, so that receipts show their sentences.
    ///
    /// Says of each what was found at its characters, what has moved and what is no longer there.
    Add(AddOptions),
}

/// The options of `check`.
#[derive(Debug, Clone, Args)]
pub struct CheckOptions {
    /// A folder laid out like `data/` [default: the dataset that this program carries].
    #[arg(long, env = "ZONE_ATLAS_DATA")]
    pub data: Option<PathBuf>,
    /// Print JSON instead of lines.
    #[arg(long)]
    pub json: bool,
}

/// The options of `documents add`.
#[derive(Debug, Clone, Args)]
pub struct AddOptions {
    /// The documents, as plain text in UTF-8.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The source that the documents are a copy of [default: recognised].
    #[arg(long)]
    pub source: Option<SourceId>,
    /// The folder of the texts.
    #[arg(long, env = "ZONE_ATLAS_DOCUMENTS", default_value = "documents")]
    pub documents: PathBuf,
    /// A folder laid out like `data/` [default: the dataset that this program carries].
    #[arg(long, env = "ZONE_ATLAS_DATA")]
    pub data: Option<PathBuf>,
}

/// The options of `serve`.
#[derive(Debug, Clone, Args)]
pub struct ServeOptions {
    /// Address and port to listen on; port 0 takes any that is free.
    #[arg(long, env = "ZONE_ATLAS_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,
    /// The SQLite file.
    #[arg(long, env = "ZONE_ATLAS_DATABASE", default_value = "zone-atlas.db")]
    pub database: PathBuf,
    /// The folder with the browser's half [default: the folder `site` beside this program].
    #[arg(long, env = "ZONE_ATLAS_ASSETS")]
    pub assets: Option<PathBuf>,
    /// The folder with your own copies of sources; see `documents add`.
    #[arg(long, env = "ZONE_ATLAS_DOCUMENTS", default_value = "documents")]
    pub documents: PathBuf,
    /// The address of the site as visitors know it, such as https://atlas.example, for citations,
    /// frames and shared links [default: the host of each request; responses are then kept only for the address of --addr].
    #[arg(long, env = "ZONE_ATLAS_ORIGIN")]
    pub origin: Option<Origin>,
    /// How often the database file is looked at for a newer one, in milliseconds.
    #[arg(
        long,
        env = "ZONE_ATLAS_DATABASE_CHECK_MS",
        value_name = "MILLISECONDS",
        default_value_t = 2000,
        value_parser = clap::value_parser!(u64).range(1..)
    )]
    pub database_check_ms: u64,
    /// How the index files are compressed.
    #[command(flatten)]
    pub compression: Compression,
    /// The port on which `cargo xtask dev` tells pages to reload. Pages and their files are then never cached.
    #[arg(long, env = "ZONE_ATLAS_LIVE_RELOAD_PORT", hide = true)]
    pub live_reload_port: Option<u16>,
}

/// How the two index files of a new database are compressed.
#[derive(Debug, Clone, Copy, Args)]
pub struct Compression {
    /// Level of Brotli, 0 to 11, for the two index files of a new database: 11 makes the smallest files. Files above 2 MB are
    /// compressed with 9 at most.
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
    /// The SQLite file to write.
    #[arg(long, env = "ZONE_ATLAS_DATABASE", default_value = "zone-atlas.db")]
    pub database: PathBuf,
    /// A folder laid out like `data/` [default: the dataset that this program carries].
    #[arg(long, env = "ZONE_ATLAS_DATA")]
    pub data: Option<PathBuf>,
    /// How the index files are compressed.
    #[command(flatten)]
    pub compression: Compression,
}
