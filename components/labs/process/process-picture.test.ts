import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { processSetupSchema } from '@/lib/labs/process/setup';
import { box, linesOf, processPicture } from './process-picture';

const text = { en: 'x' };
const anySetup = fc.integer({ min: 1, max: 40 }).chain((count) =>
  fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { minLength: 1, maxLength: 40 }).map((links) =>
    processSetupSchema.parse({
      states: Array.from({ length: count }, (_, at) => ({ id: `s${at}`, text })),
      actions: links.map(([from, to], at) => ({ id: `a${at}`, text, from: [`s${from}`], to: `s${to}` })),
    }),
  ),
);

test('every state has a place of its own inside the picture, whatever leads where', () => {
  fc.assert(
    fc.property(anySetup, (setup) => {
      const { nodes, height } = processPicture(setup);
      expect(nodes.map(({ id }) => id).sort()).toEqual(setup.states.map(({ id }) => id).sort());
      expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
      for (const { x, y } of nodes) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + box.nodeWidth).toBeLessThanOrEqual(box.width);
        expect(y + box.nodeHeight).toBeLessThanOrEqual(height);
      }
    }),
  );
});

test('a line between states of one row stays inside the picture, past another state too', () => {
  fc.assert(
    fc.property(anySetup, (setup) => {
      const { nodes, edges, height } = processPicture(setup);
      const rowOf = (id: string) => nodes.find((node) => node.id === id)?.y;
      for (const { from, to, path } of edges.filter((edge) => rowOf(edge.from) === rowOf(edge.to))) {
        const [, start = 0, , turn = 0, , end = 0] = (path.match(/-?[\d.]+/g) ?? []).map(Number);
        const furthest = start / 4 + turn / 2 + end / 4;
        expect(furthest, `${from} to ${to}`).toBeGreaterThan(1);
        expect(furthest, `${from} to ${to}`).toBeLessThan(height - 1);
      }
    }),
  );
});

test('a name stands in at most two lines, and nothing but an ellipsis replaces what does not fit', () => {
  expect(linesOf('Dry seed')).toEqual(['Dry seed']);
  expect(linesOf('The root breaks through')).toEqual(['The root breaks', 'through']);
  expect(linesOf('胚根突破种皮以后的样子')).toEqual(['胚根突破种皮以后的', '样子']);
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (name) => {
      expect(linesOf(name).length).toBeLessThanOrEqual(2);
    }),
  );
});
