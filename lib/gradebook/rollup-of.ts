import type { Counts } from '@/lib/gradebook/counts';
import type { FirstCount, ItemRollup, LessonRollup, OptionCount } from '@/lib/gradebook/rollup';

/** Counters as statistics read them. */
export function rollupOf(lesson: string, counts: Counts): LessonRollup {
  const own = counts.get('') ?? new Map<string, number>();
  const items = [...counts].filter(([local]) => local !== '').sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    learners: own.get('L') ?? 0,
    items: items.map(([local, named]) => itemRollup(`${lesson}/${local}`, named)),
    completed: namedBy(own, 'c'),
  };
}

function itemRollup(item: string, named: ReadonlyMap<string, number>): ItemRollup {
  const number = (name: string) => named.get(name) ?? 0;
  return {
    item,
    first: firstCounts(named),
    best: number('B'),
    last: number('E'),
    solved: number('S'),
    tries: number('T'),
    waiting: number('W'),
    withheld: number('X'),
    hinted: number('H'),
    gaveUp: number('G'),
    helped: number('D'),
    seconds: Object.entries(namedBy(named, 's'))
      .map(([seconds, learners]) => ({ seconds: Number(seconds), learners }))
      .sort((one, other) => one.seconds - other.seconds),
    options: optionCounts(named),
    misconceptions: namedBy(named, 'm'),
    landmarks: namedBy(named, 'k'),
  };
}

function firstCounts(named: ReadonlyMap<string, number>): FirstCount[] {
  return Object.entries(namedBy(named, 'f')).map(([key, learners]) => {
    const [share = '', ability = ''] = key.split(' ');
    return { share: Number(share), ability: ability === '' ? null : Number(ability), learners };
  });
}

function optionCounts(named: ReadonlyMap<string, number>): Record<string, OptionCount> {
  const [rated, ability] = [namedBy(named, 'r'), namedBy(named, 'a')];
  return Object.fromEntries(
    Object.entries(namedBy(named, 'o')).map(([option, learners]) => [
      option,
      { learners, rated: rated[option] ?? 0, ability: ability[option] ?? 0 },
    ]),
  );
}

function namedBy(named: ReadonlyMap<string, number>, letter: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [name, count] of named) if (name.startsWith(letter)) found[name.slice(1)] = count;
  return found;
}
