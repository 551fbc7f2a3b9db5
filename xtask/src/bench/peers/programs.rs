//! The programs that our server is compared with.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::super::http::Connection;
use crate::folder;
use crate::process;

/// The version that is measured.
const DATASETTE: &str = "datasette==0.65.1";

/// The time that a program may take to start.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running program. It is killed when the value is dropped.
pub struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // The program may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts nginx with two workers, no access log, the body from a compressed file, and practically unlimited requests on
/// a connection. Returns the process and its address.
pub fn start_nginx(nginx: &Path, room: &Path, body: &[u8]) -> Result<(Running, String)> {
    let root = room.join("nginx");
    folder::create(&root)?;
    folder::write(&root.join("page.html.gz"), body)?;
    folder::write(&root.join("page.html"), b"not compressed")?;
    let host = free()?;
    let configuration = format!(
        "worker_processes 2;\ndaemon off;\npid {0}/pid;\nerror_log {0}/error.log;\nevents {{ worker_connections 1024; }}\n\
         http {{\n  access_log off;\n  sendfile on;\n  tcp_nopush on;\n  keepalive_requests 100000000;\n  \
         types {{ text/html html; }}\n  gzip_static on;\n  client_body_temp_path {0}/a;\n  proxy_temp_path {0}/b;\n  \
         fastcgi_temp_path {0}/c;\n  uwsgi_temp_path {0}/d;\n  scgi_temp_path {0}/e;\n  \
         server {{ listen {host}; root {0}; open_file_cache max=10; }}\n}}\n",
        root.display()
    );
    let file = root.join("nginx.conf");
    folder::write(&file, configuration.as_bytes())?;
    let mut command = Command::new(nginx);
    command.arg("-c").arg(&file).arg("-p").arg(&root);
    start(command, &host)
}

/// Starts Datasette with the zones that our server exports, with an index for each facet. Returns the process and its
/// address.
pub fn datasette(host: &str, room: &Path, target: &Path) -> Result<(Running, String)> {
    let python = target.join("datasette");
    let program = python.join("bin/datasette");
    if !program.is_file() {
        process::run(Command::new("python3").args(["-m", "venv"]).arg(&python))?;
        let mut pip = Command::new(python.join("bin/python"));
        pip.args(["-m", "pip", "install", "--quiet", DATASETTE]);
        process::run(&mut pip).context("Datasette could not be installed")?;
    }
    let database = room.join("atlas.db");
    let filling = format!(
        "import csv, io, sqlite3, urllib.request\n\
         text = urllib.request.urlopen('http://{host}/data/zones.csv').read().decode('utf-8-sig')\n\
         rows = list(csv.DictReader(io.StringIO(text)))\n\
         for row in rows: row['code'] = row['code'] or row['slug']\n\
         names = list(rows[0])\n\
         db = sqlite3.connect('{}')\n\
         columns = ', '.join(n + (' TEXT PRIMARY KEY' if n == 'code' else ' TEXT') for n in names)\n\
         db.execute('CREATE TABLE zones (' + columns + ')')\n\
         marks = ', '.join('?' * len(names))\n\
         db.executemany('INSERT INTO zones VALUES (' + marks + ')', [tuple(r.values()) for r in rows])\n\
         for n in ('province', 'kind', 'level'): db.execute('CREATE INDEX i_' + n + ' ON zones (' + n + ')')\n\
         db.commit()\n",
        database.display()
    );
    let mut fill = Command::new(python.join("bin/python"));
    process::run(fill.arg("-c").arg(filling))?;
    let address = free()?;
    let (_, port) = address.rsplit_once(':').context("an address has a port")?;
    let mut command = Command::new(program);
    command
        .arg("serve")
        .arg("--immutable")
        .arg(&database)
        .args(["--port", port]);
    start(command, &address)
}

/// Returns a local address with a port that is free at the moment.
fn free() -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").context("no port is free")?;
    Ok(listener
        .local_addr()
        .context("no port is free")?
        .to_string())
}

/// Starts a program and waits until it listens.
fn start(mut command: Command, host: &str) -> Result<(Running, String)> {
    let child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("{command:?} could not be started"))?;
    let running = Running(child);
    let begun = Instant::now();
    while Connection::open(host).is_err() {
        if begun.elapsed() > PATIENCE {
            bail!("{command:?} does not listen at {host}");
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok((running, format!("http://{host}")))
}
