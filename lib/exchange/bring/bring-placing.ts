import type { Exchanged } from '../exchanged';
import { escapeMarkdown } from '../text/html-markdown';
import { type Bringing, NotBrought } from './bringing';
import { idsOf } from './slug';

type Asked<K extends Exchanged['asked']['kind']> = Extract<Exchanged['asked'], { kind: K }>;

export function bringMatching(bringing: Bringing, { pairs }: Asked<'matching'>): Record<string, unknown> {
  const asked = pairs.filter(({ left }) => left.text.trim() !== '');
  const rights = [...new Set(pairs.map(({ right }) => right))].filter((right) => right !== '');
  if (asked.length < 2 || rights.length < 2)
    throw new NotBrought('matching needs two left items and two right ones that differ');
  if (asked.length > 12 || rights.length > 12) throw new NotBrought('matching has at most 12 items at each side');
  const lefts = asked.map(({ left }) => bringing.text(left, 'a left item'));
  const names = lefts.map((left) => left[bringing.locale] ?? '');
  if (new Set(names).size < names.length) throw new NotBrought('two of its left items say the same');
  const ids = idsOf([...names, ...rights], 'item');
  const idOfRight = (right: string) => ids[lefts.length + rights.indexOf(right)];
  return {
    kind: 'matching',
    lefts: asked.map(({ right }, at) => ({ id: ids[at], text: lefts[at], match: idOfRight(right) })),
    rights: rights.map((right) => ({ id: idOfRight(right), text: { [bringing.locale]: escapeMarkdown(right) } })),
  };
}

export function bringOrdering(bringing: Bringing, { steps }: Asked<'ordering'>): Record<string, unknown> {
  if (steps.length < 2 || steps.length > 12) throw new NotBrought(`it has ${steps.length} steps; ordering has 2 to 12`);
  const texts = steps.map((step) => bringing.text(step, 'a step'));
  const ids = idsOf(
    texts.map((text) => text[bringing.locale] ?? ''),
    'step',
  );
  return { kind: 'ordering', steps: texts.map((text, at) => ({ id: ids[at], text })) };
}
