import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { lineAround, type Stumble } from './stumble';

/** Addresses and footnotes that are written below the text: each is used, and each is written once. */
export function referenceStumbles(text: string, tree: Root): Stumble[] {
  const written = { definition: new Map<string, Definition>(), footnote: new Map<string, FootnoteDefinition>() };
  const used = { definition: new Set<string>(), footnote: new Set<string>() };
  const stumbles: Stumble[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') used.definition.add(node.identifier);
    if (node.type === 'footnoteReference') used.footnote.add(node.identifier);
    if (node.type === 'definition') {
      if (written.definition.has(node.identifier)) stumbles.push(twice(text, node));
      else written.definition.set(node.identifier, node);
    }
    if (node.type === 'footnoteDefinition') {
      if (written.footnote.has(node.identifier)) stumbles.push(twice(text, node));
      else written.footnote.set(node.identifier, node);
    }
  });
  for (const [id, node] of written.definition) if (!used.definition.has(id)) stumbles.push(unused(text, node));
  for (const [id, node] of written.footnote) if (!used.footnote.has(id)) stumbles.push(unused(text, node));
  return stumbles;
}

function twice(text: string, node: Definition | FootnoteDefinition): Stumble {
  const at = node.position?.start.offset ?? 0;
  return {
    at,
    rule: 'duplicate-definition',
    message: `"${node.label ?? node.identifier}" is written twice below the text; only the first would count`,
    found: lineAround(text, at),
  };
}

function unused(text: string, node: Definition | FootnoteDefinition): Stumble {
  const at = node.position?.start.offset ?? 0;
  const name = node.label ?? node.identifier;
  const isFootnote = node.type === 'footnoteDefinition';
  return {
    at,
    rule: isFootnote ? 'unused-footnote' : 'unused-definition',
    message: `nothing in the text points at "${name}", so it would not be shown`,
    found: lineAround(text, at),
    fix: isFootnote ? `[^${name}] in the text` : `[words][${name}] in the text`,
  };
}
