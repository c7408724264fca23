import { type ProcessSetup, waysOf } from '@/lib/labs/process/setup';

/** The picture in its own units, which are never drawn smaller than one CSS pixel. */
export const box = { width: 430, nodeWidth: 132, nodeHeight: 46, gapX: 17, gapY: 44, margin: 18 } as const;
const perRow = 3;

export type Node = { readonly id: string; readonly x: number; readonly y: number };
export type Edge = { readonly from: string; readonly to: string; readonly path: string };
export type ProcessPicture = {
  readonly height: number;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
};

/** Where each state stands: in rows, by how many steps it takes to get there. The same definition always gives the same picture. */
export function processPicture(setup: ProcessSetup): ProcessPicture {
  const links = linksOf(setup);
  const rows = rowsOf(setup, links);
  const nodes = rows.flatMap((row, at) => {
    const width = row.length * box.nodeWidth + (row.length - 1) * box.gapX;
    const left = (box.width - width) / 2;
    const y = box.margin + at * (box.nodeHeight + box.gapY);
    return row.map((id, place): Node => ({ id, x: left + place * (box.nodeWidth + box.gapX), y }));
  });
  const height = box.margin * 2 + rows.length * box.nodeHeight + (rows.length - 1) * box.gapY;
  return { height, nodes, edges: links.flatMap((link) => edgeOf(link, nodes)) };
}

type Link = { readonly from: string; readonly to: string };

/** Each pair of states that an action joins, once. An action of every state is in the list of buttons, not a web of lines. */
function linksOf(setup: ProcessSetup): Link[] {
  const all = setup.states.map(({ id }) => id);
  const links = setup.actions.flatMap((action) =>
    (action.from ?? (all.length <= perRow ? all : [])).flatMap((from) => waysOf(action).map((to) => ({ from, to }))),
  );
  const known = new Set(all);
  return links.filter(
    ({ from, to }, at) =>
      from !== to &&
      known.has(from) &&
      known.has(to) &&
      links.findIndex((other) => other.from === from && other.to === to) === at,
  );
}

function rowsOf(setup: ProcessSetup, links: readonly Link[]): string[][] {
  const left = setup.states.map(({ id }) => id);
  const rows: string[][] = [];
  let layer = left.splice(0, 1);
  while (layer.length > 0) {
    for (let at = 0; at < layer.length; at += perRow) rows.push(layer.slice(at, at + perRow));
    const next = left.filter((id) => layer.some((from) => links.some((link) => link.from === from && link.to === id)));
    // What no line leads to begins a row of its own, in the author's order.
    layer = next.length > 0 ? next : left.slice(0, 1);
    for (const id of layer) left.splice(left.indexOf(id), 1);
  }
  return rows;
}

/** A line from border to border, bent a little to its right, so that the way there and the way back do not cover each other. */
function edgeOf({ from, to }: Link, nodes: readonly Node[]): Edge[] {
  const [a, b] = [nodes.find(({ id }) => id === from), nodes.find(({ id }) => id === to)];
  if (!a || !b) return [];
  const start = middle(a);
  const end = middle(b);
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = bendOf(dx, dy, length);
  const turn = { x: (start.x + end.x) / 2 - (dy / length) * bend, y: (start.y + end.y) / 2 + (dx / length) * bend };
  const [p, q] = [border(start, turn), border(end, turn)];
  return [{ from, to, path: `M${p.x} ${p.y}Q${round(turn.x)} ${round(turn.y)} ${q.x} ${q.y}` }];
}

/** How far the line's handle lies beside it; a line past another state goes around that state's box. */
function bendOf(dx: number, dy: number, length: number): number {
  if (dy === 0) return Math.abs(dx) > box.nodeWidth + box.gapX + 1 ? box.nodeHeight + 8 : 34;
  const skips = Math.abs(dy) > box.nodeHeight + box.gapY + 1 && Math.abs(dx) < box.nodeWidth / 2;
  return skips ? box.nodeWidth + 36 : Math.min(46, 8 + length * 0.1);
}

type Point = { readonly x: number; readonly y: number };

function middle({ x, y }: Node): Point {
  return { x: x + box.nodeWidth / 2, y: y + box.nodeHeight / 2 };
}

/** Where a line from the middle of a box towards a point leaves the box, and a little beyond. */
function border(centre: Point, towards: Point): Point {
  const [dx, dy] = [towards.x - centre.x, towards.y - centre.y];
  const reach = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : (box.nodeWidth / 2 + 3) / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : (box.nodeHeight / 2 + 3) / Math.abs(dy),
  );
  return { x: round(centre.x + dx * Math.min(reach, 1)), y: round(centre.y + dy * Math.min(reach, 1)) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const wide = /[\u2e80-\u9fff\uff00-\uffef]/;

/** A name in at most two lines of about eighteen Latin letters or nine Han characters; what is longer ends in an ellipsis. */
export function linesOf(name: string): string[] {
  const lines: string[] = [''];
  let width = 0;
  for (const part of name.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/g) ?? []) {
    const size = wide.test(part) ? 2 : part.trimEnd().length;
    if (width > 0 && width + size > 18) {
      if (lines.length === 2) {
        lines[1] = `${lines[1]?.slice(0, 16).trimEnd() ?? ''}…`;
        return lines;
      }
      lines.push('');
      width = 0;
    }
    lines[lines.length - 1] += part;
    width += size + (part.length - part.trimEnd().length);
  }
  return lines.map((line) => (line.length > 20 ? `${line.slice(0, 18)}…` : line.trim()));
}
