//! The event handler of the explorer: one set of listeners for all elements of the page.

use super::page::AffectedParts;
use super::years::End;
use super::{Live, controls, focus};
use crate::browser::{Position, closest, is_plain, listen};
use crate::explorer::map::{Arrow, Region, placed_tiles};
use domain::id::ZoneSlug;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent};
use std::rc::Rc;

/// The events that the explorer handles.
const EVENTS: [&str; 14] = [
    "click",
    "input",
    "compositionend",
    "change",
    "submit",
    "keydown",
    "focusin",
    "focusout",
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "pointerover",
    "pointerleave",
];

impl Live {
    /// Starts to listen to the events.
    pub fn listen(self: &Rc<Self>) {
        let live = Rc::clone(self);
        listen(&self.island, &EVENTS, move |event| {
            if !live.page.is_writing() {
                live.handle(&event);
            }
        });
    }

    fn handle(&self, event: &Event) {
        let Some(target) = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
        else {
            return;
        };
        let pointer = event.dyn_ref::<PointerEvent>();
        match event.type_().as_str() {
            "click" => {
                if let Some(event) = event.dyn_ref::<MouseEvent>() {
                    self.clicked(event);
                }
            }
            // During composition in an input method the text is not final. `InputEvent` has the same `isComposing`
            // property as `KeyboardEvent`.
            "input" if event.unchecked_ref::<KeyboardEvent>().is_composing() => {}
            "input" | "compositionend" => self.had_input(&target),
            "change" => self.had_change(&target),
            // Each control is applied as it changes, so the form is not sent.
            "submit" => event.prevent_default(),
            "keydown" => {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                    self.pressed_key(event, &target);
                }
            }
            "focusin" => {
                if !is_in(&target, ".search") {
                    self.end_suggesting();
                } else {
                    self.bring_search();
                }
                if let Some(region) = place_of_tile(&target, ".tile") {
                    self.interact(AffectedParts::Pointer, |interaction| {
                        interaction.tab_stop = Some(region.clone());
                        interaction.focused = Some(region);
                    });
                }
            }
            "focusout" if target.id() == "q" => _ = self.stop_typing(),
            // The panel shows the focused tile until the focus leaves the panel, so that keyboard users can reach its
            // link.
            "focusout" if is_in(&target, ".map-panel") => {
                self.interact(AffectedParts::Pointer, |interaction| {
                    interaction.focused = None
                });
            }
            "pointerdown" => self.on_years(pointer, Self::brush_begins),
            "pointermove" => self.on_years(pointer, Self::brush_moves),
            "pointerup" | "pointercancel" => self.on_years(pointer, Self::brush_ends),
            "pointerover" => self.point(self.place_under(&target)),
            "pointerleave" => self.point(None),
            _ => {}
        }
    }

    fn on_years(&self, event: Option<&PointerEvent>, act: fn(&Self, &PointerEvent)) {
        if let Some(event) = event {
            act(self, event);
        }
    }

    fn clicked(&self, event: &MouseEvent) {
        // Links that are not updated yet may contain the previous filter.
        self.catch_up();
        let find = |selector| closest(event.target(), selector);
        if find(".suggestions").is_some() {
            self.end_suggesting();
        }
        if let Some(region) = find(".tile").and_then(|tile| place_of_tile(&tile, ".tile")) {
            event.prevent_default();
            self.go(&self.filter().with(|filter| region.toggle(filter)), false);
        } else if let Some(button) = find("button.zone-open") {
            if let Some(zone) = zone_of_row(&button) {
                self.open_or_close(&zone);
            }
        } else if find("button.play").is_some() {
            self.play();
        } else if is_plain(event) && !self.address.follow(event) {
            let depth = self.shown.borrow().interaction.depth;
            if let Some(position) = Position::of_click(event, depth) {
                position.keep();
            }
        }
    }

    fn had_input(&self, target: &Element) {
        let Some(input) = target.dyn_ref::<HtmlInputElement>() else {
            return;
        };
        if input.id() == "q" {
            self.typed(&input.value());
        } else if let (Some(end), Ok(year)) = (end_of(target), input.value().parse()) {
            self.slide(end, year);
        }
    }

    fn had_change(&self, target: &Element) {
        if end_of(target).is_some() {
            self.slide_ends();
        } else if target.class_name() == "pick" {
            if let Some(zone) = zone_of_row(target) {
                self.pick(&zone);
            }
        } else if target.id() != "q"
            && let Some(control) = controls::control_of(target)
        {
            self.changed(&control);
        }
    }

    /// Moves the focus to the next tile in the direction of an arrow key. In the search field, moves to the next
    /// suggestion.
    fn pressed_key(&self, event: &KeyboardEvent, target: &Element) {
        if target.id() == controls::SEARCH {
            self.pressed_key_in_search(event);
            return;
        }
        let arrow = Arrow::of_key(&event.key());
        let region = place_of_tile(target, ".tile");
        let (Some(arrow), Some(region)) = (arrow, region) else {
            return;
        };
        let shown = self.shown.borrow();
        let tiles = placed_tiles(&self.view(&shown));
        drop(shown);
        let from = tiles.iter().find(|tile| tile.region == region);
        let next = from.and_then(|from| {
            let cell = arrow.from(from.cell, tiles.iter().map(|tile| tile.cell))?;
            tiles.iter().find(|tile| tile.cell == cell)
        });
        if let Some(next) = next {
            event.prevent_default();
            focus(&next.region.id());
        }
    }

    /// Highlights the place under the pointer.
    fn point(&self, region: Option<Region>) {
        if self.shown.borrow().interaction.hovered != region {
            self.interact(AffectedParts::Pointer, |interaction| {
                interaction.hovered = region
            });
        }
    }

    /// Returns the place of the tile or of the row under the pointer; `None` if the map has no tile for it. The map
    /// has tiles of provinces, or of the cities of one province.
    fn place_under(&self, target: &Element) -> Option<Region> {
        if let Some(region) = place_of_tile(target, ".tile-place") {
            return Some(region);
        }
        let row = target.closest(".zone").ok()??;
        let slug = zone_of_row(&row)?;
        let shown = self.shown.borrow();
        let view = self.view(&shown);
        let mut rows = (0..view.zone_count()).filter_map(|row| view.zone(row));
        let zone = rows.find(|row| row.slug == slug)?;
        match &shown.filter.zoom {
            None => Some(Region::Province(zone.province.clone())),
            Some(zoom) if *zoom == zone.province => {
                Some(Region::City(zone.city.as_ref()?.slug.clone()))
            }
            Some(_) => None,
        }
    }
}

fn is_in(target: &Element, selector: &str) -> bool {
    matches!(target.closest(selector), Ok(Some(_)))
}

/// Returns the place of the tile that contains an element; `None` if the element is not in `part` of a tile.
fn place_of_tile(target: &Element, part: &str) -> Option<Region> {
    target.closest(part).ok()??;
    let region = target.closest(".tile-place").ok()??;
    Region::of_id(&region.first_element_child()?.id())
}

/// Returns the zone of the row that contains an element.
fn zone_of_row(target: &Element) -> Option<ZoneSlug> {
    let row = target.closest(".zone").ok()??;
    let tick = row.query_selector(".pick").ok()??;
    tick.get_attribute("value")?.parse().ok()
}

/// Returns whether a slider sets the first or the last year; `None` if the element is neither slider.
fn end_of(target: &Element) -> Option<End> {
    if is_in(target, ".years-end-first") {
        Some(End::First)
    } else if is_in(target, ".years-end-last") {
        Some(End::Last)
    } else {
        None
    }
}
