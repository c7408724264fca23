import type { XmlElement } from './parse-xml';

export function elementsOf(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

export function elementOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent && elementsOf(parent, name)[0];
}

/** The characters inside of an element, its elements' own left out. */
export function wordsIn(element: XmlElement | undefined): string {
  return (
    element?.children
      .filter((child) => typeof child === 'string')
      .join('')
      .trim() ?? ''
  );
}
