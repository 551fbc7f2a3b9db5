//! Whether a part of the page is in the window.

use leptos::html::ElementType;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

/// Whether an element is in the window. Until it is known, it may be.
pub fn is_near<E>(element: NodeRef<E>) -> Signal<bool>
where
    E: ElementType,
    E::Output: AsRef<web_sys::Element> + JsCast + Clone + 'static,
{
    let is_near = RwSignal::new(true);
    Effect::new(move || {
        if let Some(element) = element.get() {
            let element: &web_sys::Element = element.as_ref();
            watch(element, "0px", move |near| is_near.set(near));
        }
    });
    is_near.into()
}

/// Tells whether an element is in the window widened by a margin, now and whenever it changes, until the owner of the caller is
/// gone.
#[cfg(feature = "hydrate")]
pub fn watch(element: &web_sys::Element, margin: &str, tell: impl Fn(bool) + 'static) {
    use leptos::wasm_bindgen::closure::Closure;
    use web_sys::{
        IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, js_sys::Array,
    };

    let seen = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        // Of several the last is the newest.
        let entry = entries.pop().dyn_into::<IntersectionObserverEntry>();
        if let Ok(entry) = entry {
            tell(entry.is_intersecting());
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    let Ok(observer) =
        IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options)
    else {
        return;
    };
    observer.observe(element);
    let observer = StoredValue::new_local((observer, seen));
    on_cleanup(move || observer.with_value(|(observer, _)| observer.disconnect()));
}

/// On the server there is no window.
#[cfg(not(feature = "hydrate"))]
pub fn watch(_: &impl Sized, _: &str, _: impl Fn(bool) + 'static) {}
