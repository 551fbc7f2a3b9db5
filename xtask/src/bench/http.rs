//! One kept connection to the server, so that what is measured are answers and not connections.

use std::io::{BufRead, BufReader, Read, Write, copy, sink};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// What a browser says that it can unpack.
pub const COMPRESSED: &str = "gzip, deflate, br";

/// Nothing: the body comes as it is.
pub const PLAIN: &str = "identity";

/// A page that takes longer hangs.
const TIMEOUT: Duration = Duration::from_secs(60);

/// A connection that stays open between requests.
pub struct Connection {
    host: String,
    stream: BufReader<TcpStream>,
}

/// How long the body of an answer is.
enum Length {
    Known(u64),
    Chunked,
}

impl Connection {
    /// Connects to `127.0.0.1:3000`, or whatever the host is.
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

    /// The same connection with another name of the host in its requests.
    pub fn with_host(mut self, host: &str) -> Self {
        host.clone_into(&mut self.host);
        self
    }

    /// Gets an address and gives back the bytes of its body as they came, which are thrown away.
    pub fn get(&mut self, address: &str, encoding: &str) -> Result<u64> {
        self.exchange(address, encoding)
            .with_context(|| format!("http://{}{address} cannot be had", self.host))
    }

    fn exchange(&mut self, address: &str, encoding: &str) -> Result<u64> {
        // In one write, as a browser does: two would wait for each other.
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
            // The end of the chunk, or of the body.
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

    /// A server that says the same to every request, on one connection.
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
