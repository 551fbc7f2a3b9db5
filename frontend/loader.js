// Hydrates the islands of a page: when the browser is idle, or at the first user input.
//
// An island starts only if its HTML is as the server sent it. If a translator or an extension has changed the HTML, or
// if the Wasm has failed, the page works as it does without JavaScript.

const PAGE = document.documentElement;
const islands = [...document.querySelectorAll('leptos-island')];
const TOUCHES = ['pointerdown', 'pointerover', 'keydown', 'focusin', 'input'];
const LATEST = 2000;
const PAUSES = [1000, 4000];

/** Marks the islands whose HTML something else changes before they start. */
const watch = new MutationObserver((changes) => {
  if (islands.every((island) => island.dataset.live !== undefined)) watch.disconnect();
  for (const { target } of changes) {
    const island = (target.closest ? target : target.parentElement)?.closest('leptos-island');
    if (island && island.dataset.live === undefined) island.dataset.changed = '';
  }
});
for (const island of islands) watch.observe(island, { subtree: true, childList: true, characterData: true });

// The type of navigation: `back_forward` if Back or Forward had to load the page.
PAGE.dataset.arrived = performance.getEntriesByType('navigation')[0]?.type ?? '';

let begun;
const begin = () => (begun ??= start());

async function start() {
  for (const touch of TOUCHES) removeEventListener(touch, begin, true);
  try {
    const wasm = await fetched();
    wasm.hydrate();
    for (const island of islands) {
      if (island.dataset.changed === undefined) await wasm[island.dataset.component](island);
      else console.info('Something changed the HTML of this part of the page; it works without JavaScript.', island);
    }
  } catch (error) {
    fail(error);
  }
}

/** Loads the Wasm; a failed load is retried twice. The files are fetched before the import, because some browsers
    remember a failed import. */
async function fetched(again = 0) {
  try {
    for (const module of ['__MODULE__', '__PARTS__']) {
      const answer = await fetch(new URL(`./${module}.js`, import.meta.url));
      if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
    }
    const wasm = await import('./__MODULE__.js');
    await wasm.default();
    return wasm;
  } catch (error) {
    if (again === PAUSES.length || error instanceof WebAssembly.RuntimeError) throw error;
    await new Promise((done) => setTimeout(done, PAUSES[again]));
    return fetched(again + 1);
  }
}

/** Stops using the Wasm after a trap: from then on, links and forms work without JavaScript. */
function fail(error) {
  console.error('This page works without JavaScript from now on:', error);
  PAGE.classList.remove('hydrated');
  const events = ['click', 'submit', 'input', 'change', 'keydown', 'focusin', 'pointerdown', 'pointermove', 'pointerover', 'popstate'];
  for (const name of events) addEventListener(name, (event) => event.stopImmediatePropagation(), true);
}
addEventListener('error', ({ error }) => error instanceof WebAssembly.RuntimeError && fail(error));
addEventListener('unhandledrejection', ({ reason }) => reason instanceof WebAssembly.RuntimeError && fail(reason));

/** Copies text on a click on a button with `data-copy`: the text of the element with this id, or the URL of the page if
    there is no such element. */
addEventListener('click', async ({ target }) => {
  const button = target.closest?.('[data-copy]');
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source ? source.value ?? source.textContent : location.href);
  } catch {
    // If the browser does not allow a page to copy, the text is selected, so that the visitor can copy it.
    if (source) getSelection().selectAllChildren(source);
    return;
  }
  const words = button.firstElementChild;
  const before = words.textContent;
  words.textContent = button.dataset.copied;
  setTimeout(() => (words.textContent = before), 2000);
});

if (islands.length === 0) {
  PAGE.classList.add('hydrated');
} else {
  for (const touch of TOUCHES) addEventListener(touch, begin, { capture: true, passive: true });
  if (window.requestIdleCallback) requestIdleCallback(begin, { timeout: LATEST });
  else setTimeout(begin, LATEST / 10);
}
