//! How many connections one address may hold, so that one client cannot use all of them.

use super::client::TrustedProxies;
use super::rate_limit::customer;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

/// Counts the open connections of each address.
#[derive(Debug)]
pub struct AddressLimit {
    most: usize,
    proxies: Arc<TrustedProxies>,
    open: Mutex<HashMap<IpAddr, usize>>,
}

/// A connection that is counted until this is dropped.
#[derive(Debug)]
pub struct Counted {
    limit: Arc<AddressLimit>,
    /// `None` for an address without a limit.
    address: Option<IpAddr>,
}

impl AddressLimit {
    /// Allows each address `most` connections at a time. This machine and `proxies` have no limit: all visitors may come
    /// through them.
    pub fn new(most: usize, proxies: Arc<TrustedProxies>) -> Arc<Self> {
        Arc::new(Self {
            most,
            proxies,
            open: Mutex::default(),
        })
    }

    /// Counts a connection; `None` if its address has too many.
    pub fn count(self: &Arc<Self>, address: IpAddr) -> Option<Counted> {
        let address = address.to_canonical();
        if address.is_loopback() || self.proxies.trusts(address) {
            return Some(Counted {
                limit: Arc::clone(self),
                address: None,
            });
        }
        let address = customer(address);
        let is_allowed = self.with(|open| {
            let number = open.entry(address).or_default();
            let is_allowed = *number < self.most;
            *number += usize::from(is_allowed);
            is_allowed
        });
        is_allowed.then(|| Counted {
            limit: Arc::clone(self),
            address: Some(address),
        })
    }

    fn with<T>(&self, use_open: impl FnOnce(&mut HashMap<IpAddr, usize>) -> T) -> T {
        // A panic while the lock is held cannot leave the counts half changed.
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        use_open(&mut open)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let Some(address) = self.address else { return };
        self.limit.with(|open| {
            if let Some(number) = open.get_mut(&address) {
                *number -= 1;
                if *number == 0 {
                    open.remove(&address);
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit() -> Arc<AddressLimit> {
        let proxies = vec!["10.0.0.0/8".parse().unwrap()];
        AddressLimit::new(2, Arc::new(TrustedProxies::new(proxies)))
    }

    fn count(limit: &Arc<AddressLimit>, address: &str) -> Option<Counted> {
        limit.count(address.parse().unwrap())
    }

    #[test]
    fn an_address_holds_as_many_connections_as_allowed() {
        let limit = limit();
        let one = count(&limit, "192.0.2.1");
        let two = count(&limit, "::ffff:192.0.2.1");
        assert!(one.is_some() && two.is_some());
        assert!(count(&limit, "192.0.2.1").is_none());
        assert!(count(&limit, "192.0.2.2").is_some());
        drop(one);
        assert!(count(&limit, "192.0.2.1").is_some());
        drop(two);
        assert!(limit.with(|open| open.is_empty()));
    }

    #[test]
    fn the_addresses_of_a_customer_count_together_and_proxies_do_not_count() {
        let limit = limit();
        let held = ["2001:db8::1", "2001:db8::2"].map(|address| count(&limit, address));
        assert!(held.iter().all(Option::is_some));
        assert!(count(&limit, "2001:db8::3").is_none());
        assert!(count(&limit, "2001:db8:0:1::1").is_some());
        for address in ["10.1.2.3", "127.0.0.1", "::1"] {
            let held = [(); 3].map(|()| count(&limit, address));
            assert!(held.iter().all(Option::is_some), "{address}");
        }
    }
}
