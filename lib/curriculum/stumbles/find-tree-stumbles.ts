import type { Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { referenceStumbles } from './references';
import { lineAround, type Stumble } from './stumble';
import { textStumbles } from './text-marks';

/** What parses, but not as it was meant: it would vanish, or show its marks. `text` is what the tree was parsed from. */
export function findTreeStumbles(text: string, tree: Root): Stumble[] {
  const stumbles: Stumble[] = [];
  visit(tree, (node: Nodes, _index, parent) => {
    const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    switch (node.type) {
      case 'heading':
        if (isUnderlined(text, node)) stumbles.push(underlined(text, from, to));
        return;
      case 'paragraph':
        if (parent?.type === 'root') stumbles.push(...indented(text, from));
        return;
      case 'delete':
        if (!text.startsWith('~~', from)) stumbles.push(struck(text, from, to));
        return;
      case 'tableRow':
        return void stumbles.push(...longRow(text, node, parent));
      case 'text':
        return void stumbles.push(...textStumbles(text.slice(from, to), node.value, from));
    }
  });
  return [...stumbles, ...referenceStumbles(text, tree)];
}

/** Whether a heading is one by the line of - or = below it. */
export function isUnderlined(text: string, { position }: Pick<Nodes, 'position'>): boolean {
  const written = text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  return /\n[^\n]*[=-]\s*$/.test(written) && !written.trimStart().startsWith('#');
}

/** Words with a line of - or = beneath: often a dividing line was meant. */
function underlined(text: string, from: number, to: number): Stumble {
  const written = text.slice(from, to);
  const [words = ''] = written.split('\n');
  return {
    at: from,
    rule: 'setext-heading',
    message: 'words with a line of "-" or "=" right below become a heading',
    expected: 'a heading is "## words"; a dividing line has an empty line above it',
    found: written.replaceAll('\n', ' ⏎ '),
    fix: `## ${words.trim()}`,
  };
}

/** MDX has no code by indentation: four spaces do nothing, and the lines run together. */
function indented(text: string, from: number): Stumble[] {
  const indent = from - (text.lastIndexOf('\n', from - 1) + 1);
  // A tab is told as a tab.
  if (indent < 4 || !/^ +$/.test(text.slice(from - indent, from))) return [];
  return [
    {
      at: from,
      rule: 'indented-code',
      message: 'indented lines are not code in MDX: they would run together as a paragraph',
      expected: 'a code block between ``` lines, or no indentation',
      found: lineAround(text, from),
      fix: `\`\`\`text\n${lineAround(text, from)}\n\`\`\``,
    },
  ];
}

function struck(text: string, from: number, to: number): Stumble {
  const written = text.slice(from, to);
  const plain = `\\~${written.slice(1, -1)}\\~`;
  return {
    at: from,
    rule: 'single-tilde',
    message: 'two "~" strike out what is between them',
    expected: '~~…~~ to strike out, \\~ for a plain one',
    found: written,
    fix: plain,
    edit: { from, to, text: plain },
  };
}

/** What has no column is left out of the table without a word. */
function longRow(text: string, row: Extract<Nodes, { type: 'tableRow' }>, table: Parents | undefined): Stumble[] {
  if (table?.type !== 'table') return [];
  const columns = table.children[0]?.children.length ?? 0;
  const extra = row.children[columns];
  if (!extra) return [];
  const at = extra.position?.start.offset ?? 0;
  return [
    {
      at,
      rule: 'table-row',
      message: `this row has ${row.children.length} cells and the table ${columns} columns: the rest would be left out`,
      expected: `${columns} cells; a "|" that is not a border is written "\\|"`,
      found: text.slice(at, extra.position?.end.offset ?? at).trim(),
    },
  ];
}
