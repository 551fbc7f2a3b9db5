//! Clients that hold connections, and the end of the server while they do.

use crate::process::Server;
use crate::{ALONE, times};
use site_tests::small;
use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const PAGE: &str = "/zones/hengxu-etdz";

/// The beginnings of requests that never end.
const HALVES: [&[u8]; 5] = [
    b"",
    b"GET / HT",
    b"GET / HTTP/1.1\r\nHost: local",
    b"PRI * HTTP/2.0\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
];

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(small().database(), folder.path().join("atlas.db")).unwrap();
    folder
}

/// Sends a request and returns the whole answer; empty if the connection was refused or closed without an answer.
fn get(address: SocketAddr, path: &str) -> Vec<u8> {
    let mut answer = Vec::new();
    let Ok(mut stream) = TcpStream::connect(address) else {
        return answer;
    };
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    if stream.write_all(request.as_bytes()).is_err() {
        return answer;
    }
    match stream.read_to_end(&mut answer) {
        Err(error) if error.kind() != ErrorKind::ConnectionReset => panic!("{error}"),
        _ => answer,
    }
}

/// True if an answer has as many bytes as its head states.
fn is_whole(answer: &[u8]) -> bool {
    let text = String::from_utf8_lossy(answer);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let mut lengths = head
        .lines()
        .filter_map(|line| line.strip_prefix("content-length: "));
    lengths.next() == Some(body.len().to_string().as_str())
}

/// Opens connections that never complete a request.
fn hold(address: SocketAddr, number: usize) -> Vec<TcpStream> {
    let halves = HALVES.iter().cycle().take(number);
    let opened = halves.map(|half| {
        let mut stream = TcpStream::connect(address).unwrap();
        // A server at its limit may close it at once.
        let _ = stream.write_all(half);
        stream
    });
    opened.collect()
}

#[test]
fn the_server_ends_within_ten_seconds_of_sigterm_whoever_is_connected() {
    let _alone = ALONE.blocking_lock();
    let folder = folder();
    for _ in 0..times(1, 5) {
        let mut server = Server::start(folder.path(), "", &[]);
        let mut held = hold(server.address, 50);
        // A client that reads nothing.
        let request = format!("GET {PAGE} HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(5_000);
        let mut reader = TcpStream::connect(server.address).unwrap();
        reader
            .set_write_timeout(Some(Duration::from_secs(1)))
            .unwrap();
        let _ = reader.write_all(request.as_bytes());
        held.push(reader);
        assert!(is_whole(&get(server.address, PAGE)));
        server.signal("TERM");
        server.ends_within(Duration::from_secs(10));
        drop(held);
    }
}

#[test]
fn a_second_signal_ends_the_server_at_once() {
    let _alone = ALONE.blocking_lock();
    let folder = folder();
    for signals in [["INT", "INT"], ["TERM", "INT"]] {
        let mut server = Server::start(folder.path(), "", &["--drain-timeout=60"]);
        let held = hold(server.address, 5);
        assert!(is_whole(&get(server.address, PAGE)));
        server.signal(signals[0]);
        thread::sleep(Duration::from_millis(300));
        server.signal(signals[1]);
        server.ends_within(Duration::from_secs(2));
        drop(held);
    }
}

#[test]
fn no_answer_is_cut_when_the_server_ends_under_load() {
    let _alone = ALONE.blocking_lock();
    let folder = folder();
    for _ in 0..times(2, 20) {
        let mut server = Server::start(folder.path(), "", &[]);
        let (address, whole) = (server.address, Arc::new(AtomicUsize::new(0)));
        let clients: Vec<_> = (0..16)
            .map(|_| {
                let whole = Arc::clone(&whole);
                thread::spawn(move || {
                    loop {
                        let answer = get(address, "/data/figures.json");
                        // The connection was refused, or still in the queue of the operating system.
                        if answer.is_empty() {
                            return;
                        }
                        assert!(is_whole(&answer), "{} bytes", answer.len());
                        whole.fetch_add(1, Ordering::Relaxed);
                    }
                })
            })
            .collect();
        thread::sleep(Duration::from_millis(400));
        server.signal("TERM");
        server.ends_within(Duration::from_secs(10));
        for client in clients {
            client.join().unwrap();
        }
        assert!(whole.load(Ordering::Relaxed) > 16);
    }
}

#[test]
fn few_open_files_are_enough() {
    let _alone = ALONE.blocking_lock();
    let folder = folder();
    let server = Server::start(folder.path(), "ulimit -n 256", &["--header-timeout=2"]);
    let held = hold(server.address, 400);
    let begun = Instant::now();
    // The held connections are closed after 2 s, in two rounds.
    assert!(is_whole(&get(server.address, PAGE)));
    assert!(
        begun.elapsed() < Duration::from_secs(15),
        "{:?}",
        begun.elapsed()
    );
    drop(held);
    let log = server.log();
    assert!(log.lines().count() < 5, "{log}");
}

#[test]
fn idle_connections_starve_nobody() {
    let _alone = ALONE.blocking_lock();
    rlimit::increase_nofile_limit(u64::MAX).unwrap();
    let folder = folder();
    let server = Server::start(folder.path(), "", &[]);
    let held = hold(server.address, times(500, 2_000));
    let begun = Instant::now();
    assert!(is_whole(&get(server.address, PAGE)));
    assert!(
        begun.elapsed() < Duration::from_secs(2),
        "{:?}",
        begun.elapsed()
    );
    assert!(server.memory() < 150, "{} MB", server.memory());
    drop(held);
}

#[test]
fn five_hundred_clients_get_whole_answers() {
    let _alone = ALONE.blocking_lock();
    rlimit::increase_nofile_limit(u64::MAX).unwrap();
    let folder = folder();
    let server = Server::start(folder.path(), "", &[]);
    let (address, is_over) = (server.address, Arc::new(AtomicBool::new(false)));
    let clients: Vec<_> = (0..512)
        .map(|number| {
            let is_over = Arc::clone(&is_over);
            thread::spawn(move || {
                let mut answers = 0;
                while !is_over.load(Ordering::Relaxed) {
                    let paths = [PAGE, "/zh", "/data/zones.csv?q=a", "/no/such/page"];
                    let answer = get(address, paths[(number + answers) % paths.len()]);
                    assert!(is_whole(&answer), "{} bytes", answer.len());
                    answers += 1;
                }
                answers
            })
        })
        .collect();
    thread::sleep(Duration::from_secs(times(3, 60) as u64));
    is_over.store(true, Ordering::Relaxed);
    let answers: Vec<usize> = clients.into_iter().map(|it| it.join().unwrap()).collect();
    assert!(answers.iter().all(|answers| *answers > 0));
    assert!(server.memory() < 150, "{} MB", server.memory());
}

#[test]
fn requests_that_are_too_large_or_odd_are_refused() {
    let _alone = ALONE.blocking_lock();
    let folder = folder();
    let server = Server::start(folder.path(), "", &[]);
    let long = "x".repeat(1 << 20);
    for (request, status) in [
        (
            format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", "x".repeat(70_000)),
            "431",
        ),
        (format!("GET /{long} HTTP/1.1\r\nHost: x\r\n\r\n"), "431"),
        (
            format!("GET / HTTP/1.1\r\nHost: x\r\nX: {long}\r\n\r\n"),
            "431",
        ),
        (
            format!(
                "GET / HTTP/1.1\r\nHost: x\r\n{}\r\n",
                "X: y\r\n".repeat(5_000)
            ),
            "431",
        ),
        (
            format!(
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{long}",
                long.len()
            ),
            "405",
        ),
        (
            "BREW / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".to_owned(),
            "405",
        ),
        (
            "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: x\r\n\r\n".to_owned(),
            "400",
        ),
        ("GET /\u{0} HTTP/1.1\r\nHost: x\r\n\r\n".to_owned(), "400"),
    ] {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(15)))
            .unwrap();
        // The server may answer and close before it has read everything.
        let _ = stream.write_all(request.as_bytes());
        let mut answer = [0; 12];
        let shown: String = request.chars().take(60).collect();
        match stream.read_exact(&mut answer) {
            Ok(()) => assert_eq!(&answer[9..], status.as_bytes(), "{shown}"),
            Err(error) => assert_eq!(error.kind(), ErrorKind::ConnectionReset, "{shown}"),
        }
    }
    assert!(is_whole(&get(server.address, PAGE)));
}
