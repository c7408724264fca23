type Early = readonly [element: Element, value: string];

function queue(): unknown[] {
  const held: unknown = Reflect.get(window, 'handrailEarly');
  return Array.isArray(held) ? held : [];
}

function isIn(root: Element, entry: unknown): entry is Early {
  return Array.isArray(entry) && entry[0] instanceof Element && root.contains(entry[0]);
}

/** Whether something in `root` was pressed early: a reason to load its lab at once. */
export function wasPressed(root: Element): boolean {
  return queue().some((entry) => isIn(root, entry));
}

/** Takes the early presses in `root` out of the queue, in the order they were made, as the moves their elements stand for. */
export function takePresses(root: Element): string[] {
  const held = queue();
  const mine = held.filter((entry) => isIn(root, entry));
  held.splice(0, held.length, ...held.filter((entry) => !isIn(root, entry)));
  return mine.map(([element, value]) => {
    const press = element.getAttribute('data-press') ?? '';
    return element.localName === 'input' ? JSON.stringify({ kind: 'seek', at: Number(value) }) : press;
  });
}
