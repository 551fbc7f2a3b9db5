//! Many clients that ask for the most expensive files, and many that read slowly, beside a reader of pages.

use crate::process::Server;
use crate::{ALONE, is_full, times};
use site_tests::{shipped, small};
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// The clients that ask for one file after the other.
const CLIENTS: usize = 64;

/// The clients that read 2 kB per second.
const SLOW: usize = 200;

/// The pause of the reader between two pages.
const PAUSE: Duration = Duration::from_millis(50);

/// What the clients of a load share.
struct Load {
    address: SocketAddr,
    file: &'static str,
    is_over: AtomicBool,
    /// Makes each address different, so that no answer is in the cache.
    number: AtomicUsize,
    files: AtomicUsize,
    refused: AtomicUsize,
}

impl Load {
    /// Asks for a file that is not in the cache: nearly all zones, in a range of years of its own. The cache keeps no
    /// filter with three values. Returns the connection.
    fn ask(&self) -> Option<TcpStream> {
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        let (from, to) = (1900 + number % 80, 2020 + number / 80 % 170);
        let query = format!("from={from}&to={to}&sort=newest");
        request(self.address, &format!("{}?{query}", self.file))
    }

    fn take_files(&self) {
        while !self.is_over.load(Ordering::Relaxed) {
            let mut answer = Vec::new();
            // A connection that ends early gives a shorter answer, which is not counted.
            let read = self.ask().map(|mut stream| stream.read_to_end(&mut answer));
            if answer.starts_with(b"HTTP/1.1 503") {
                self.refused.fetch_add(1, Ordering::Relaxed);
            } else if read.is_some_and(|read| read.is_ok()) {
                self.files.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    fn read_slowly(&self) {
        while !self.is_over.load(Ordering::Relaxed) {
            let Some(mut stream) = self.ask() else {
                continue;
            };
            let mut part = [0; 1_000];
            while !self.is_over.load(Ordering::Relaxed)
                && stream.read(&mut part).is_ok_and(|bytes| bytes > 0)
            {
                thread::sleep(Duration::from_millis(500));
            }
        }
    }
}

/// Sends a request; `None` if the server closes the connection.
fn request(address: SocketAddr, path: &str) -> Option<TcpStream> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream
        .set_read_timeout(Some(Duration::from_secs(120)))
        .ok()?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    Some(stream)
}

fn clients(number: usize, load: &Arc<Load>, run: fn(&Load)) -> Vec<JoinHandle<()>> {
    let start = |_| {
        let load = Arc::clone(load);
        thread::spawn(move || run(&load))
    };
    (0..number).map(start).collect()
}

/// Reads pages for some time, every second one not in the cache. Returns the time of each in milliseconds, sorted, and the
/// largest memory of the server in MB.
fn read_pages(server: &Server, page: &str, seconds: usize) -> (Vec<u128>, u64) {
    let (begun, mut waits, mut memory) = (Instant::now(), Vec::new(), 0);
    while begun.elapsed() < Duration::from_secs(seconds as u64) {
        let number = waits.len();
        let address = match number % 2 {
            0 => page.to_owned(),
            _ => format!("{page}?base={}", 1900 + number % 300),
        };
        let asked = Instant::now();
        let mut answer = Vec::new();
        let stream = request(server.address, &address);
        stream.unwrap().read_to_end(&mut answer).unwrap();
        waits.push(asked.elapsed().as_millis());
        assert!(answer.starts_with(b"HTTP/1.1 200"));
        memory = memory.max(server.memory());
        thread::sleep(PAUSE);
    }
    waits.sort_unstable();
    (waits, memory)
}

#[test]
fn expensive_files_and_slow_readers_delay_no_page() {
    let _alone = ALONE.blocking_lock();
    rlimit::increase_nofile_limit(u64::MAX).unwrap();
    let (site, page) = if is_full() {
        (shipped(), "/zones/liuyang-etdz")
    } else {
        (small(), "/zones/hengxu-etdz")
    };
    let seconds = times(4, 40);
    for file in ["/data/zones.geojson", "/data/figures.json"] {
        let folder = tempfile::tempdir().unwrap();
        fs::copy(site.database(), folder.path().join("atlas.db")).unwrap();
        let server = Server::start(folder.path(), "", &[]);
        let load = Arc::new(Load {
            address: server.address,
            file,
            is_over: AtomicBool::new(false),
            number: AtomicUsize::new(0),
            files: AtomicUsize::new(0),
            refused: AtomicUsize::new(0),
        });
        let mut running = clients(CLIENTS, &load, Load::take_files);
        running.extend(clients(SLOW, &load, Load::read_slowly));
        let (waits, peak) = read_pages(&server, page, seconds);
        load.is_over.store(true, Ordering::Relaxed);
        running.into_iter().for_each(|it| it.join().unwrap());
        thread::sleep(Duration::from_secs(times(0, 15) as u64));
        let (late, after) = (waits[waits.len() * 99 / 100], server.memory());
        let (files, refused) = (&load.files, &load.refused);
        eprintln!(
            "{file}: {} pages, 99% within {late} ms; {files:?} files, {refused:?} refused; memory at most {peak} MB, \
             afterwards {after} MB",
            waits.len()
        );
        assert!(files.load(Ordering::Relaxed) > 0);
        assert!(peak < 150, "{peak} MB");
        // The goals are those of the shipped program on a machine that does nothing else.
        let (latest, least) = if is_full() { (250, 90) } else { (3_000, 150) };
        assert!(late < latest, "{late} ms");
        assert!(after < least, "{after} MB");
    }
}
