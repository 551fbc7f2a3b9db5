//! Connections: clients that send or read slowly, the limit of connections, and the end of the server.

use site_tests::{TestSite, small_with};
use std::io::ErrorKind;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const REQUEST: &[u8] = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

/// The time in which a test expects the server to act. The limits of the tests are 1 s.
const SOON: Duration = Duration::from_secs(6);

async fn connect(site: &TestSite) -> TcpStream {
    TcpStream::connect(site.address()).await.unwrap()
}

/// Reads until the server closes the connection. A reset also closes it.
async fn read_all(stream: &mut TcpStream) -> Vec<u8> {
    let mut answer = Vec::new();
    match stream.read_to_end(&mut answer).await {
        Err(error) if error.kind() != ErrorKind::ConnectionReset => panic!("{error}"),
        _ => answer,
    }
}

#[tokio::test]
async fn a_client_that_sends_half_a_request_is_not_waited_for() {
    let site = small_with(&["--header-timeout=1"]).await;
    for half in [
        &b""[..],
        b"GET / HT",
        b"GET / HTTP/1.1\r\nHost: local",
        b"PRI * HTTP/2.0\r\n\r\n",
    ] {
        let mut stream = connect(&site).await;
        stream.write_all(half).await.unwrap();
        let closed = tokio::time::timeout(SOON, read_all(&mut stream)).await;
        assert!(closed.is_ok(), "{:?}", String::from_utf8_lossy(half));
    }
    site.page("/").await;
}

#[tokio::test]
async fn a_client_that_sends_one_byte_after_the_other_is_not_waited_for() {
    let site = small_with(&["--header-timeout=1"]).await;
    let mut stream = connect(&site).await;
    let begun = Instant::now();
    let letters = b"GET / HTTP/1.1\r\nX: ".iter().chain([b'a'].iter().cycle());
    for letter in letters {
        if stream.write_all(&[*letter]).await.is_err() {
            break;
        }
        assert!(begun.elapsed() < SOON, "the server still reads");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test]
async fn a_client_that_does_not_read_is_disconnected() {
    let site = small_with(&["--write-timeout=1"]).await;
    let mut stream = connect(&site).await;
    let request = b"GET /zones/hengxu-etdz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    // More responses than the buffers of the operating system hold.
    let sent = tokio::time::timeout(SOON, async {
        loop {
            if stream.write_all(request).await.is_err() {
                break;
            }
        }
    });
    assert!(sent.await.is_ok(), "the server still writes");
    site.page("/").await;
}

#[tokio::test]
async fn a_client_that_reads_too_slowly_is_disconnected() {
    let site = small_with(&[
        "--max-connections=1",
        "--response-timeout=1",
        "--min-rate=1000000000",
    ])
    .await;
    let mut stream = connect(&site).await;
    let request = b"GET /data/figures.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
    stream.write_all(&request.repeat(20)).await.unwrap();
    let slow = tokio::spawn(async move {
        let mut part = [0; 10];
        while matches!(stream.read(&mut part).await, Ok(1..)) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
    // The only place is free again when the server has closed the first connection.
    let mut next = connect(&site).await;
    next.write_all(REQUEST).await.unwrap();
    let answer = tokio::time::timeout(SOON, read_all(&mut next)).await;
    assert!(answer.unwrap().ends_with(b"ok"));
    slow.abort();
}

#[tokio::test]
async fn more_connections_than_allowed_wait() {
    let site = small_with(&["--max-connections=2", "--header-timeout=30"]).await;
    let first = connect(&site).await;
    let _second = connect(&site).await;
    let mut third = connect(&site).await;
    third.write_all(REQUEST).await.unwrap();
    let waits = tokio::time::timeout(Duration::from_millis(500), read_all(&mut third));
    assert!(waits.await.is_err(), "the third connection is answered");
    drop(first);
    let answer = tokio::time::timeout(SOON, read_all(&mut third))
        .await
        .unwrap();
    assert!(answer.ends_with(b"ok"));
}

#[tokio::test]
async fn the_server_stops_whoever_is_connected() {
    let site = small_with(&["--header-timeout=60", "--drain-timeout=1"]).await;
    let mut connected = Vec::new();
    for half in [
        &b""[..],
        b"GET / HTTP/1.1\r\nHost: local",
        b"PRI * HTTP/2.0\r\n\r\n",
    ] {
        let mut stream = connect(&site).await;
        stream.write_all(half).await.unwrap();
        connected.push(stream);
    }
    site.page("/").await;
    tokio::time::timeout(SOON, site.stop()).await.unwrap();
}

#[tokio::test]
async fn no_response_is_cut_when_the_server_stops() {
    let site = small_with(&[]).await;
    let address = site.address();
    let clients: Vec<_> = (0..20)
        .map(|number| {
            tokio::spawn(async move {
                let mut whole = 0;
                // Until the server accepts no more connections.
                while let Ok(mut stream) = TcpStream::connect(address).await {
                    let request = format!(
                        "GET /zones/hengxu-etdz.json?n={number}-{whole} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    );
                    if stream.write_all(request.as_bytes()).await.is_err() {
                        break;
                    }
                    let answer = read_all(&mut stream).await;
                    // A connection that the server has not accepted yet is reset without any answer.
                    if answer.is_empty() {
                        break;
                    }
                    let text = String::from_utf8_lossy(&answer);
                    let (head, body) = text.split_once("\r\n\r\n").unwrap();
                    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
                    assert_eq!(length, Some(body.len().to_string().as_str()), "{head}");
                    whole += 1;
                }
                whole
            })
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(300)).await;
    site.stop().await;
    let mut whole = 0;
    for client in clients {
        whole += client.await.unwrap();
    }
    assert!(whole > 20, "only {whole} responses");
}
