//! The main loop of development: waits for a saved file, builds, and updates the pages.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result, bail};
use notify_debouncer_mini::notify::RecursiveMode;
use notify_debouncer_mini::{DebounceEventResult, new_debouncer};

use super::Options;
use super::change::{Change, WATCHED};
use super::live_reload::Pages;
use super::serving::{Running, Serving};
use crate::build::{self, MANIFEST, Manifest};
use crate::folder;
use crate::frontend::PACKAGE;
use crate::progress;
use crate::site::Site;
use crate::style;
use crate::workspace::{Profile, Workspace};

/// How long files must stay unchanged before a build. Editors save in several steps, and sometimes many files at once.
const REST: Duration = Duration::from_millis(100);

/// The timeout for the server. A server that takes longer to start hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// The events of a session.
#[derive(Clone)]
pub enum Event {
    /// Files were saved.
    Saved(Vec<PathBuf>),
    /// The server listens.
    Listening,
    /// The server has opened a new database.
    Opened,
}

/// Builds and serves, then rebuilds what each saved file changes. Returns only with an error.
pub fn dev(workspace: &Workspace, options: &Options) -> Result<()> {
    let began = SystemTime::now();
    build::build_alone(workspace, Profile::Dev)?;
    let (send, events) = mpsc::channel();
    let watcher = send.clone();
    let mut debouncer = new_debouncer(REST, move |result: DebounceEventResult| {
        let saved = result.map(|events| events.into_iter().map(|event| event.path).collect());
        // Sending fails only while the program ends.
        let _ = watcher.send(Event::Saved(saved.unwrap_or_default()));
    })
    .context("files cannot be watched")?;
    for name in WATCHED {
        let path = workspace.root().join(name);
        debouncer
            .watcher()
            .watch(&path, RecursiveMode::Recursive)
            .with_context(|| format!("{} cannot be watched", path.display()))?;
    }
    let pages = Pages::default();
    let serving = Serving {
        program: workspace.server(Profile::Dev),
        addr: options.addr.clone(),
        database: workspace.root().join(&options.database),
        live_reload: pages.listen()?,
    };
    let running = serving.start(&send)?;
    Session {
        workspace,
        serving,
        running: Some(running),
        began,
        built: HashMap::new(),
        pages,
        send,
        events,
    }
    .work()
}

struct Session<'a> {
    workspace: &'a Workspace,
    serving: Serving,
    running: Option<Running>,
    /// The time before the first build.
    began: SystemTime,
    /// The modification time of each saved file when it was last built.
    built: HashMap<PathBuf, SystemTime>,
    pages: Pages,
    send: Sender<Event>,
    events: Receiver<Event>,
}

impl Session<'_> {
    fn work(mut self) -> Result<()> {
        loop {
            let Event::Saved(paths) = self.next()? else {
                // The server started, or opened a new database.
                self.pages.reload();
                continue;
            };
            let begun = Instant::now();
            let Some(change) = self.change(&paths) else {
                continue;
            };
            match self.apply(change) {
                Ok(()) => progress::note(&format!(
                    "{change:?}: in the page after {:.1} s",
                    begun.elapsed().as_secs_f64()
                )),
                // The error of a failed build or import is printed, and the site stays unchanged.
                Err(error) => progress::error(&error),
            }
        }
    }

    /// Returns what the saved files change; `None` if nothing. The watcher also reports files that were only read:
    /// their modification time has not changed.
    fn change(&mut self, paths: &[PathBuf]) -> Option<Change> {
        let mut found = None;
        for path in paths {
            let Ok(saved) = path.metadata().and_then(|metadata| metadata.modified()) else {
                continue;
            };
            let is_new = match self.built.insert(path.clone(), saved) {
                Some(before) => saved != before,
                None => saved > self.began,
            };
            if is_new && let Ok(path) = path.strip_prefix(self.workspace.root()) {
                found = found.max(Change::of(path));
            }
        }
        found
    }

    /// Builds what a change needs, and waits until the server can show it.
    fn apply(&mut self, change: Change) -> Result<()> {
        match change {
            Change::Style => {
                let stylesheet = self.replace_style()?;
                self.pages.restyle(&stylesheet);
                return Ok(());
            }
            Change::Data => {
                self.serving.import(&self.data())?;
                self.wait_for(|event| matches!(event, Event::Opened))?;
            }
            Change::Server => {
                build::server(self.workspace, Profile::Dev)?;
                self.restart()?;
            }
            Change::Both => {
                build::build_alone(self.workspace, Profile::Dev)?;
                self.restart()?;
            }
        }
        self.pages.reload();
        Ok(())
    }

    /// Overwrites the style sheet under its present name, and returns its path in the site folder.
    fn replace_style(&self) -> Result<String> {
        let site = Site::current_of(&self.workspace.output(Profile::Dev));
        let manifest: Manifest = serde_json::from_slice(&folder::read(&site.join(MANIFEST))?)?;
        let stylesheet = format!("{PACKAGE}/{}", manifest.stylesheet);
        let rules = style::read(&self.workspace.root().join(style::FOLDER))?;
        folder::write(&site.join(&stylesheet), rules.as_bytes())?;
        Ok(stylesheet)
    }

    fn restart(&mut self) -> Result<()> {
        // The old server must end before the new one can use its address.
        self.running = None;
        self.running = Some(self.serving.start(&self.send)?);
        self.wait_for(|event| matches!(event, Event::Listening))
    }

    fn data(&self) -> PathBuf {
        self.workspace.root().join("data")
    }

    /// Waits for an event. Files saved in the meantime are built afterwards.
    fn wait_for(&mut self, wanted: impl Fn(&Event) -> bool) -> Result<()> {
        let mut saved = Vec::new();
        loop {
            match self.events.recv_timeout(PATIENCE) {
                Ok(event) if wanted(&event) => break,
                Ok(Event::Saved(paths)) => saved.extend(paths),
                Ok(Event::Listening | Event::Opened) => {}
                Err(_) => bail!("the server does not answer; its messages above say why"),
            }
        }
        if !saved.is_empty() {
            self.send.send(Event::Saved(saved))?;
        }
        Ok(())
    }

    fn next(&self) -> Result<Event> {
        self.events.recv().context("files are no longer watched")
    }
}
