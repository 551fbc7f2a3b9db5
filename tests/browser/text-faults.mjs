/// Runs in a page: finds texts of SVG drawings that cover each other or leave their drawing, at the size that the drawing
/// is made for. The box of a text is 4 px higher than its letters. A text drawn twice at one place is one text with its
/// outline.
export function textFaults(drawings) {
  const LEADING = 4;
  const faults = [];
  const place = document.body.appendChild(document.createElement('div'));
  for (const drawing of drawings) {
    place.innerHTML = drawing;
    const svg = place.firstElementChild;
    const { width } = svg.viewBox.baseVal;
    Object.assign(svg.style, { display: 'block', width: `${width}px`, maxWidth: 'none' });
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
    for (const [number, { words, box }] of texts.entries()) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1) faults.push(`${words} leaves its drawing`);
      for (const other of texts.slice(0, number)) {
        const isOutline = other.words === words && Math.abs(other.box.left - box.left) < 1 && Math.abs(other.box.top - box.top) < 1;
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const along = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (!isOutline && across > 0 && along > LEADING) faults.push(`${words} covers ${other.words}`);
      }
    }
  }
  place.remove();
  return faults;
}
