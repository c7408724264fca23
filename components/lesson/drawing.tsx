import { createElement, type ReactNode } from 'react';
import type { Drawn } from '@/lib/quiz/public-drawing';

/** A checked drawing as elements of the page: it takes the theme's colours through `currentColor` and variables. */
export function Drawing({ root, label }: { root: Drawn; label: string }) {
  return drawn({ ...root, attributes: { ...root.attributes, role: 'img', 'aria-label': label } }, 'root');
}

function drawn({ name, attributes, children }: Drawn, key: string): ReactNode {
  const props = Object.entries(attributes).map(([attribute, value]) => [propName(attribute), value]);
  const inside = children.map((child, index) => (typeof child === 'string' ? child : drawn(child, `${index}`)));
  return createElement(name, { key, ...Object.fromEntries(props) }, ...inside);
}

/** `stroke-width` is React's `strokeWidth`. */
function propName(attribute: string): string {
  if (attribute === 'class') return 'className';
  if (attribute.startsWith('aria-')) return attribute;
  return attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
