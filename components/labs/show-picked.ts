/** Scrolls a box, and only the box, until what is picked in it can be seen. */
export function showPicked(box: Element) {
  const seen = box.getBoundingClientRect();
  for (const picked of box.querySelectorAll('[data-picked]')) {
    const { top, bottom, height } = picked.getBoundingClientRect();
    if (height > 0 && (top < seen.top || bottom > seen.bottom)) {
      box.scrollTop += top - seen.top - (seen.height - height) / 2;
      return;
    }
  }
}
