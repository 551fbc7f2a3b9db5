//! Measures the processor time of the server for its responses.

use std::fs;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use form_urlencoded::byte_serialize;

use super::http::{COMPRESSED, Connection, PLAIN};
use super::table::Value;
use crate::site_server::Server;

/// The unit of Linux for processor time, in milliseconds. It is always 10 ms.
const TICK: f64 = 10.0;

/// The number of ticks that is enough for an error of 1 %.
const ENOUGH: u64 = 100;

/// The effort of a measurement.
pub struct Sampling {
    /// The number of requests before the first one that counts. They fill caches and allocate memory.
    pub warm_up: usize,
    /// The number of requests between two readings of the processor time.
    pub batch: usize,
    /// The least number of requests for an average.
    pub least: usize,
    /// The time limit of the measurement. After it the average is used as it is.
    pub patience: Duration,
}

/// The effort for one kind of page.
const THOROUGH: Sampling = Sampling {
    warm_up: 50,
    batch: 50,
    least: 300,
    patience: Duration::from_secs(10),
};

/// The goal for the processor time of a response, in milliseconds.
const GOAL: f64 = 2.0;

/// The running server that is measured.
pub struct Costs<'a>(pub &'a Server);

impl Costs<'_> {
    /// Returns the processor time of a page with filters, compressed as for browsers and not compressed.
    pub fn all(&self) -> Result<Vec<Value>> {
        let page = |query: String| format!("/?{query}");
        Ok(vec![
            Value::milliseconds("filter page", Some(GOAL), self.cost(page, COMPRESSED)?),
            Value::milliseconds("filter page, not compressed", None, self.cost(page, PLAIN)?),
        ])
    }

    /// Returns the average processor time over many different filters, in milliseconds.
    fn cost(&self, address: impl Fn(String) -> String, encoding: &str) -> Result<f64> {
        let mut connection = Connection::open(self.0.host())?;
        processor_time(self.0, &THOROUGH, |number| {
            connection.get(&address(filter(number)), encoding)
        })
    }
}

/// Returns the average processor time of the server for one request, in milliseconds. `ask` sends the request with the
/// given number.
pub fn processor_time(
    server: &Server,
    effort: &Sampling,
    mut ask: impl FnMut(usize) -> Result<u64>,
) -> Result<f64> {
    for number in 0..effort.warm_up {
        ask(number)?;
    }
    let before = ticks(server.id())?;
    let start = Instant::now();
    let mut answers = 0;
    loop {
        for _ in 0..effort.batch {
            ask(effort.warm_up + answers)?;
            answers += 1;
        }
        let spent = ticks(server.id())?.saturating_sub(before);
        if spent >= ENOUGH && answers >= effort.least || start.elapsed() > effort.patience {
            #[expect(clippy::cast_precision_loss, reason = "some thousands, both")]
            return Ok(spent as f64 * TICK / answers as f64);
        }
    }
}

/// Returns the query string of request number `number`. It repeats after 140 numbers.
fn filter(number: usize) -> String {
    const KINDS: [&str; 4] = ["high-tech", "economic", "etdz", "industrial-park"];
    const PROVINCES: [&str; 5] = ["jiangsu", "shandong", "hunan", "guangdong", "sichuan"];
    const WORDS: [&str; 7] = [
        "liyang",
        "zhou",
        "苏州",
        "high-tech",
        "park",
        "gaoxin",
        "yang",
    ];
    // No two of the lengths have a common divisor, so every kind is combined with every province and every word.
    let word: String = byte_serialize(WORDS[number % WORDS.len()].as_bytes()).collect();
    let kind = KINDS[number % KINDS.len()];
    let province = PROVINCES[number % PROVINCES.len()];
    format!("q={word}&kind={kind}&province={province}")
}

/// Returns the user and system time of a process, in ticks.
fn ticks(process: u32) -> Result<u64> {
    let path = format!("/proc/{process}/stat");
    let stat = fs::read_to_string(&path)
        .with_context(|| format!("{path} cannot be read: processor time is measured on Linux"))?;
    ticks_of(&stat).with_context(|| format!("{path} is not as Linux writes it"))
}

/// Returns the sum of fields 14 and 15 of `/proc/{process}/stat`. The second field is the program name in brackets,
/// which may contain any character.
fn ticks_of(stat: &str) -> Option<u64> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(user + system)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{filter, ticks_of};

    #[test]
    fn processor_time_is_read_behind_any_name() {
        let stat = "7 (a) b) S 1 2 3 4 5 6 7 8 9 10 110 20 0 0 20 0 9 0 1000 2000 300 18446744073709551615";
        assert_eq!(ticks_of(stat), Some(130));
        assert_eq!(ticks_of("nothing"), None);
    }

    #[test]
    fn filters_differ() {
        let filters: HashSet<String> = (0..140).map(filter).collect();
        assert_eq!(filters.len(), 140);
        assert!(filters.contains("q=liyang&kind=high-tech&province=jiangsu"));
    }
}
