//! Keeps the tiles as the filter and what is looked at are.

use super::grid::{Faces, Grid};
use super::legend::legend;
use super::place::Place;
use super::tile::{Face, parts as parts_of, zoomed};
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

impl Grid {
    /// Writes what changes in the tiles from now on. What cannot be written leaves a tile behind its meaning, nothing worse.
    pub fn follow(self) {
        Effect::new(move |before: Option<Faces>| {
            let now = self.faces();
            if let (Some(grid), Some(before)) = (self.element.get(), before)
                && now != before
            {
                self.write(&grid, &before, &now);
            }
            now
        });
        Effect::new(move || self.write_links());
        Effect::new(move |before: Option<Option<Place>>| {
            let now = self.lit.place();
            self.write_lit(before.flatten().as_ref(), now.as_ref());
            now
        });
        Effect::new(move || self.write_stop());
    }

    fn write(self, grid: &Element, before: &Faces, now: &Faces) {
        for (n, (before, now)) in before.faces.iter().zip(&now.faces).enumerate() {
            if before != now
                && let Some(tile) = tile_at(grid, n)
            {
                write_face(&tile, before, now);
            }
        }
        if (before.measure, before.shades) != (now.measure, now.shades)
            && let Some(place) = grid.last_element_child()
        {
            place.set_inner_html(&legend(self.state, now.measure, now.shades).into_string());
        }
    }

    /// The links to the cities hold the whole filter. A click asks for the newest, so that they can wait.
    fn write_links(self) {
        let filter = self.state.later().filter();
        let Some(grid) = self.element.get() else {
            return;
        };
        self.tiles.with_value(|tiles| {
            for (n, tile) in tiles.iter().enumerate() {
                let link = grid.children().item(n_of(n)).and_then(|place| {
                    let last = place.last_element_child()?;
                    last.has_attribute("href").then_some(last)
                });
                if let Some(link) = link {
                    let _ = link.set_attribute("href", &zoomed(self.state, &filter, &tile.place));
                }
            }
        });
    }

    fn write_lit(self, before: Option<&Place>, now: Option<&Place>) {
        if let Some(tile) = before.and_then(|place| self.tile_of(place)) {
            let _ = tile.class_list().remove_1("lit");
        }
        if let Some(tile) = now.and_then(|place| self.tile_of(place)) {
            let _ = tile.class_list().add_1("lit");
        }
    }

    /// One tile is a stop of the Tab key.
    fn write_stop(self) {
        let stop = self.roving.get();
        let Some(grid) = self.element.get() else {
            return;
        };
        self.tiles.with_value(|tiles| {
            for (n, tile) in tiles.iter().enumerate() {
                let tab = if stop.as_ref() == Some(&tile.place) {
                    "0"
                } else {
                    "-1"
                };
                if let Some(tile) = tile_at(&grid, n)
                    && tile.get_attribute("tabindex").as_deref() != Some(tab)
                {
                    let _ = tile.set_attribute("tabindex", tab);
                }
            }
        });
    }

    fn tile_of(self, place: &Place) -> Option<Element> {
        let grid = self.element.get_untracked()?;
        let n = self
            .tiles
            .with_value(|tiles| tiles.iter().position(|tile| &tile.place == place))?;
        tile_at(&grid, n)
    }

    /// The place in whose part of a tile something happened.
    pub fn place_of(self, event: &Event, part: &str) -> Option<Place> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        let part = target.closest(part).ok().flatten()?;
        let place = part.closest(".tile-place").ok().flatten()?;
        let id = place.first_element_child()?.id();
        self.tiles.with_value(|tiles| {
            let tile = tiles.iter().find(|tile| tile.place.id() == id)?;
            Some(tile.place.clone())
        })
    }
}

fn tile_at(grid: &Element, n: usize) -> Option<Element> {
    grid.children().item(n_of(n))?.first_element_child()
}

fn n_of(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn write_face(tile: &Element, before: &Face, now: &Face) {
    if before.shade != now.shade {
        let classes = tile.class_list();
        let _ = classes.remove_1(&before.shade);
        let _ = classes.add_1(&now.shade);
    }
    if before.is_chosen != now.is_chosen {
        let _ = tile.set_attribute("aria-pressed", if now.is_chosen { "true" } else { "false" });
    }
    let children = tile.children();
    if before.label != now.label
        && let Some(label) = children.item(2)
    {
        label.set_text_content(Some(&now.label));
    }
    if before.count != now.count
        && let Some(count) = children.item(3)
    {
        count.set_text_content(Some(&now.count));
    }
    if before.kinds != now.kinds
        && let Some(bar) = children.item(4)
    {
        let parts = bar.children();
        let changes = parts_of(&before.kinds)
            .into_iter()
            .zip(parts_of(&now.kinds));
        for (n, (before, now)) in (0..).zip(changes) {
            if before != now
                && let Some(part) = parts.item(n)
            {
                let _ = part.set_attribute("x", &now.0.to_string());
                let _ = part.set_attribute("width", &now.1.to_string());
            }
        }
    }
}
