/** A way that leads back to where it began: told at the step that closes it, `from` needs `needs`. */
export type Circle = { readonly from: string; readonly needs: string; readonly circle: readonly string[] };

/** Every circle that a walk along all needs runs into, each once: of those that share a step, the first that is met. */
export function circles(needs: ReadonlyMap<string, readonly string[]>): Circle[] {
  const done = new Set<string>();
  const found: Circle[] = [];
  for (const start of needs.keys()) {
    if (done.has(start)) continue;
    // By hand and not by recursion: a thousand lessons in a row are not too deep.
    const way: { id: string; next: number }[] = [{ id: start, next: 0 }];
    const under = new Set([start]);
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const next = needs.get(here.id)?.[here.next++];
      if (next === undefined) {
        done.add(here.id);
        under.delete(here.id);
        way.pop();
      } else if (under.has(next)) {
        const ids = way.map(({ id }) => id);
        found.push({ from: here.id, needs: next, circle: [...ids.slice(ids.indexOf(next)), next] });
      } else if (!done.has(next) && needs.has(next)) {
        way.push({ id: next, next: 0 });
        under.add(next);
      }
    }
  }
  return found;
}
