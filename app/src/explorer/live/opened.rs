//! Opened rows of the list: loads the summary of a zone from the server.

use super::Live;
use super::page::AffectedParts;
use crate::api::zone_summary;
use crate::browser::Busy;
use crate::islands::error_notice::ErrorNotice;
use domain::id::ZoneSlug;
use leptos::task::spawn_local;
use std::rc::{Rc, Weak};

impl Live {
    /// Opens the row of a zone, or closes it if it is open.
    pub fn open_or_close(&self, zone: &ZoneSlug) {
        let mut is_opened = false;
        self.interact(AffectedParts::All, |interaction| {
            let rows = &mut interaction.opened;
            let open = rows.len();
            rows.retain(|(slug, _)| slug != zone);
            is_opened = rows.len() == open;
            if is_opened {
                rows.push((zone.clone(), None));
            }
        });
        if let Some(live) = self.this.upgrade().filter(|_| is_opened) {
            spawn_local(live.bring_zone(zone.clone()));
        }
    }

    async fn bring_zone(self: Rc<Self>, zone: ZoneSlug) {
        let page = self.locale.href(&["/zones/", zone.as_str()].concat());
        let busy = Busy::start();
        let data_attribute = zone_summary(page).await;
        drop(busy);
        // The visitor may have closed the row while the summary was loading.
        let is_open = self.shown.borrow().interaction.opened(&zone).is_some();
        if !is_open {
            return;
        }
        match data_attribute {
            Ok(data_attribute) => self.interact(AffectedParts::All, |interaction| {
                for (slug, region) in &mut interaction.opened {
                    if *slug == zone {
                        *region = Some(data_attribute.clone());
                    }
                }
            }),
            Err(_) => {
                self.open_or_close(&zone);
                let this = Rc::downgrade(&self);
                ErrorNotice::new(&self.island).tell(move || {
                    if let Some(live) = Weak::upgrade(&this) {
                        live.open_or_close(&zone);
                    }
                });
            }
        }
    }
}
