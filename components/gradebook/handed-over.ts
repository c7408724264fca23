import { onlyOne } from '@/lib/only-one';

/** Drawings that wait for the page they belong to. More than these are never on their way at once; a page that broke off leaves one behind. */
const most = 64;

function waiting(): Map<string, string> {
  return onlyOne('gradebook-drawings', () => new Map<string, string>());
}

/** Puts a drawing aside for the component that stands in its place, and says under what name. */
export function handOver(html: string): string {
  const held = waiting();
  const name = crypto.randomUUID();
  held.set(name, html);
  for (const oldest of held.keys()) {
    if (held.size <= most) break;
    held.delete(oldest);
  }
  return name;
}

/** The drawing, while the page is drawn. It is not taken away: what fails half-way is drawn again. */
export function handedOver(name: string): string {
  return waiting().get(name) ?? '';
}
