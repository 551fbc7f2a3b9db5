//! A keep-alive connection to the server: the measured times include no connection set-up.

use std::io::{BufRead, BufReader, Read, Write, copy, sink};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// The value of `Accept-Encoding` that a browser sends.
pub const COMPRESSED: &str = "gzip, deflate, br";

/// The value of `Accept-Encoding` that asks for an uncompressed body.
pub const PLAIN: &str = "identity";

/// The read timeout. A server that takes longer hangs.
const TIMEOUT: Duration = Duration::from_secs(60);

/// A connection that stays open between requests.
pub struct Connection {
    host: String,
    stream: BufReader<TcpStream>,
}

/// The length of a response body.
enum Length {
    Known(u64),
    Chunked,
}

impl Connection {
    /// Connects to a host such as `127.0.0.1:3000`.
    pub fn open(host: &str) -> Result<Self> {
        let connect = || {
            let stream = TcpStream::connect(host)?;
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(TIMEOUT))?;
            Ok::<_, std::io::Error>(stream)
        };
        let stream = connect().with_context(|| format!("{host} cannot be reached"))?;
        Ok(Self {
            host: host.to_owned(),
            stream: BufReader::new(stream),
        })
    }

    /// Returns the same connection with another host name in its requests.
    pub fn with_host(mut self, host: &str) -> Self {
        host.clone_into(&mut self.host);
        self
    }

    /// Requests an address and returns the number of bytes of the body as received. The body is discarded.
    pub fn get(&mut self, address: &str, encoding: &str) -> Result<u64> {
        self.exchange(address, encoding)
            .with_context(|| format!("http://{}{address} cannot be had", self.host))
    }

    fn exchange(&mut self, address: &str, encoding: &str) -> Result<u64> {
        // The request is sent in one write, as browsers do, so that it arrives in one packet.
        let request = format!(
            "GET {address} HTTP/1.1\r\nHost: {}\r\nAccept: */*\r\nAccept-Encoding: {encoding}\r\n\r\n",
            self.host
        );
        self.stream.get_mut().write_all(request.as_bytes())?;
        let status = self.line()?;
        let length = self.headers()?;
        let bytes = match length {
            Length::Known(bytes) => self.skip(bytes)?,
            Length::Chunked => self.chunks()?,
        };
        if status.split(' ').nth(1) != Some("200") {
            bail!("the server said: {status}");
        }
        Ok(bytes)
    }

    fn headers(&mut self) -> Result<Length> {
        let mut length = Length::Known(0);
        loop {
            let line = self.line()?.to_ascii_lowercase();
            match line.split_once(':') {
                Some(("content-length", value)) => length = Length::Known(value.trim().parse()?),
                Some(("transfer-encoding", value)) if value.trim() == "chunked" => {
                    length = Length::Chunked;
                }
                Some(_) => {}
                None => return Ok(length),
            }
        }
    }

    fn chunks(&mut self) -> Result<u64> {
        let mut bytes = 0;
        loop {
            let size = self.line()?;
            let size = u64::from_str_radix(&size, 16)
                .with_context(|| format!("a chunk of “{size}” bytes"))?;
            bytes += self.skip(size)?;
            // The line end after a chunk, or after the last one.
            self.line()?;
            if size == 0 {
                return Ok(bytes);
            }
        }
    }

    fn skip(&mut self, bytes: u64) -> Result<u64> {
        let came = copy(&mut self.stream.by_ref().take(bytes), &mut sink())?;
        if came < bytes {
            bail!("the server closed the connection after {came} bytes of {bytes}");
        }
        Ok(came)
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            bail!("the server closed the connection");
        }
        Ok(line.trim_end().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::thread;

    use super::{Connection, PLAIN};

    /// Starts a server that sends these responses in turn, on one connection. Returns its host.
    fn serve(answers: &'static [&'static str]) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let host = listener.local_addr().unwrap().to_string();
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            for answer in answers {
                let _ = stream.read(&mut [0; 4096]).unwrap();
                stream.write_all(answer.as_bytes()).unwrap();
            }
        });
        host
    }

    #[test]
    fn bodies_are_counted_as_they_come() {
        let host = serve(&[
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\na\r\n0123456789\r\n0\r\n\r\n",
            "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno",
        ]);
        let mut connection = Connection::open(&host).unwrap();
        assert_eq!(connection.get("/", PLAIN).unwrap(), 5);
        assert_eq!(connection.get("/", PLAIN).unwrap(), 15);
        assert!(connection.get("/", PLAIN).is_err(), "not found");
        assert!(connection.get("/", PLAIN).is_err(), "closed");
    }
}
