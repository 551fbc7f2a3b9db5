//! The loop: wait for a saved file, build, tell the pages.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use notify_debouncer_mini::notify::RecursiveMode;
use notify_debouncer_mini::{DebounceEventResult, new_debouncer};

use super::Options;
use super::change::{Change, WATCHED};
use super::live_reload::Pages;
use super::serving::{Running, Serving};
use crate::build;
use crate::progress;
use crate::workspace::{Profile, Workspace};

/// How long files must rest before they are built: an editor saves in several steps, and all files at once.
const REST: Duration = Duration::from_millis(100);

/// A server that takes longer to start hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// What happens while one works.
#[derive(Clone)]
pub enum Event {
    /// Files were saved.
    Saved(Vec<PathBuf>),
    /// The server listens.
    Listening,
    /// The server has opened a database that was imported.
    Opened,
}

/// Builds and serves, then builds again what each saved file changes; returns only when something cannot be had at all.
pub fn dev(workspace: &Workspace, options: &Options) -> Result<()> {
    build::build_alone(workspace, Profile::Dev)?;
    let (send, events) = mpsc::channel();
    let watcher = send.clone();
    let mut debouncer = new_debouncer(REST, move |result: DebounceEventResult| {
        let saved = result.map(|events| events.into_iter().map(|event| event.path).collect());
        // The loop below ends only with this program.
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
    pages: Pages,
    send: Sender<Event>,
    events: Receiver<Event>,
}

impl Session<'_> {
    fn work(mut self) -> Result<()> {
        loop {
            let Event::Saved(paths) = self.next()? else {
                // The server has started or opened a database by itself.
                self.pages.reload();
                continue;
            };
            let begun = Instant::now();
            let changes = paths.iter().filter_map(|path| {
                let path = path.strip_prefix(self.workspace.root()).ok()?;
                Change::of(path)
            });
            let Some(change) = changes.max() else {
                continue;
            };
            match self.apply(change) {
                Ok(()) => progress::note(&format!(
                    "{change:?}: in the page after {:.1} s",
                    begun.elapsed().as_secs_f64()
                )),
                // What does not compile or import is shown, and the site stays as it was.
                Err(error) => progress::error(&error),
            }
        }
    }

    /// Builds what a change needs, and waits until the pages can show it.
    fn apply(&mut self, change: Change) -> Result<()> {
        match change {
            Change::Style => {
                let stylesheet = build::replace_style(self.workspace, Profile::Dev)?;
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

    fn restart(&mut self) -> Result<()> {
        // The old one must be gone before the new one can have its address.
        self.running = None;
        self.running = Some(self.serving.start(&self.send)?);
        self.wait_for(|event| matches!(event, Event::Listening))
    }

    fn data(&self) -> PathBuf {
        self.workspace.root().join("data")
    }

    /// Waits for an event. What is saved meanwhile is built afterwards.
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
