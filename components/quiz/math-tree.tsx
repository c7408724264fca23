import { createElement, type ReactNode } from 'react';
import type { MathNode } from '@/lib/tex/math-node';
import { withHoles } from './with-holes';

/** A formula, element by element. */
export function MathTree({ node }: { node: MathNode }): ReactNode {
  const { style, ...attributes } = node.attributes;
  return createElement(
    node.name,
    { ...attributes, ...(style && { style: styleOf(style) }) },
    ...node.children.map((child) => (typeof child === 'string' ? withHoles(child) : MathTree({ node: child }))),
  );
}

/** `padding-left:0em;` is React's `{ paddingLeft: '0em' }`. */
function styleOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(';')
      .filter(Boolean)
      .map((rule) => {
        const [name = '', value = ''] = rule.split(':');
        return [name.trim().replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value];
      }),
  );
}
