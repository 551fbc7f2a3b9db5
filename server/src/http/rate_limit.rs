//! How many requests an address may send. The limit is far above what people need: it stops programs that take the time
//! of all others.

use super::client::Client;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::time::Duration;

/// How many seconds of the limit an address may use at once, such as for a page with all its files.
const BURST_SECONDS: NonZeroU32 = NonZeroU32::new(10).unwrap();

/// The number of requests that a heavy response counts as: a file or a picture that is not in the cache. It is at most the
/// burst of the lowest limit.
const HEAVY: NonZeroU32 = NonZeroU32::new(10).unwrap();

/// The interval at which addresses that sent nothing lately are forgotten.
const FORGET_INTERVAL: Duration = Duration::from_secs(60);

/// The number of bits of an IPv6 address that name a customer of a network; the rest is free for each customer.
const CUSTOMER_BITS: u32 = 64;

/// Counts the requests of each address; `None` without a limit.
pub struct RateLimit(Option<DefaultKeyedRateLimiter<IpAddr>>);

impl RateLimit {
    /// Allows a number of requests per second and address; 0 allows any number.
    pub fn new(per_second: u32) -> Self {
        let quota = NonZeroU32::new(per_second).map(|per_second| {
            Quota::per_second(per_second).allow_burst(per_second.saturating_mul(BURST_SECONDS))
        });
        Self(quota.map(RateLimiter::keyed))
    }

    /// Counts a request.
    ///
    /// # Errors
    /// The time after which the client may try again, if it sent too many.
    pub fn count(&self, client: &Client) -> Result<(), Duration> {
        self.spend(client, NonZeroU32::MIN)
    }

    /// Counts the additional cost of a heavy response.
    ///
    /// # Errors
    /// The time after which the client may try again, if it sent too many.
    pub fn count_heavy(&self, client: &Client) -> Result<(), Duration> {
        self.spend(client, HEAVY)
    }

    /// Forgets addresses that sent nothing lately, once per minute, without end.
    pub async fn forget_old(&self) {
        let Some(limiter) = &self.0 else { return };
        let mut ticker = tokio::time::interval(FORGET_INTERVAL);
        loop {
            ticker.tick().await;
            limiter.retain_recent();
        }
    }

    fn spend(&self, client: &Client, cost: NonZeroU32) -> Result<(), Duration> {
        let Some(limiter) = &self.0 else {
            return Ok(());
        };
        // This machine: its operator, or a proxy that is not configured, through which all visitors come.
        if client.address.is_loopback() {
            return Ok(());
        }
        match limiter.check_key_n(&customer(client.address), cost) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(too_many)) => Err(too_many.wait_time_from(DefaultClock::default().now())),
            // The cost is larger than the burst, which `new` excludes.
            Err(_) => Ok(()),
        }
    }
}

/// Returns the part of an address that names a customer of a network.
pub fn customer(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let bits = address.to_bits() >> (Ipv6Addr::BITS - CUSTOMER_BITS);
            Ipv6Addr::from_bits(bits << (Ipv6Addr::BITS - CUSTOMER_BITS)).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::atlas::Origin;

    fn client(address: &str) -> Client {
        Client {
            address: address.parse().unwrap(),
            origin: Origin(String::new()),
            is_proxied: false,
        }
    }

    /// Returns how many requests at once are allowed.
    fn allowed(limit: &RateLimit, address: &str) -> usize {
        let client = client(address);
        (0..1_000)
            .take_while(|_| limit.count(&client).is_ok())
            .count()
    }

    #[test]
    fn each_address_has_its_own_limit() {
        let limit = RateLimit::new(5);
        assert_eq!(allowed(&limit, "1.2.3.4"), 50);
        assert_eq!(allowed(&limit, "1.2.3.5"), 50);
        let wait = limit.count(&client("1.2.3.4")).unwrap_err();
        assert!(
            wait > Duration::ZERO && wait <= Duration::from_secs(1),
            "{wait:?}"
        );
    }

    #[test]
    fn addresses_of_one_customer_share_a_limit() {
        let limit = RateLimit::new(5);
        assert_eq!(allowed(&limit, "2001:db8:1:2::1"), 50);
        assert_eq!(allowed(&limit, "2001:db8:1:2:ffff::9"), 0);
        assert_eq!(allowed(&limit, "2001:db8:1:3::1"), 50);
    }

    #[test]
    fn a_heavy_response_costs_more() {
        let limit = RateLimit::new(1);
        let client = client("1.2.3.4");
        assert!(limit.count_heavy(&client).is_ok());
        assert!(limit.count(&client).is_err());
    }

    #[test]
    fn this_machine_and_a_limit_of_zero_are_not_counted() {
        assert_eq!(allowed(&RateLimit::new(1), "127.0.0.1"), 1_000);
        assert_eq!(allowed(&RateLimit::new(1), "::1"), 1_000);
        assert_eq!(allowed(&RateLimit::new(0), "1.2.3.4"), 1_000);
    }
}
