import type { CSSProperties } from 'react';
import type { KeySlot } from '@/lib/labs/tls/key-slots';
import { sides } from '@/lib/labs/tls/side';
import type { ValueName } from '@/lib/labs/tls/value';
import { type Arrow, arrowBetween, type KeyLayout } from './key-places';
import styles from './tls-keys.module.css';

type Props = {
  slots: readonly KeySlot[];
  layout: KeyLayout;
  fresh: readonly ValueName[];
  chosen: ValueName | null;
};

/** From what each known value was made; a repetition of what its box tells, so not for screen readers. */
export function KeyArrows({ slots, layout, fresh, chosen }: Props) {
  const { columns, rows } = layout;
  const arrows = slots.flatMap((slot) => arrowsTo(slot, layout).map((arrow) => ({ ...arrow, to: slot.name })));
  return (
    <div className={styles.arrows} aria-hidden="true">
      <svg aria-hidden="true" viewBox={`0 0 ${columns} ${rows}`} preserveAspectRatio="none">
        {arrows.map(({ corners, from, to }) => (
          <polyline
            key={`${from} ${to}`}
            points={corners.map((corner) => corner.join()).join(' ')}
            data-now={fresh.includes(to) || undefined}
            data-chosen={to === chosen || undefined}
          />
        ))}
      </svg>
      {arrows.map(({ corners, points, from, to }) => {
        const [x, y] = corners.at(-1) ?? [0, 0];
        const at: CSSProperties = { left: `${(x / columns) * 100}%`, top: `${(y / rows) * 100}%` };
        return (
          <i
            key={`${from} ${to}`}
            style={at}
            data-points={points}
            data-now={fresh.includes(to) || undefined}
            data-chosen={to === chosen || undefined}
          />
        );
      })}
    </div>
  );
}

/** The two randoms reach the keys of 1.3 by way of the first digest. */
const heardIn: Readonly<Partial<Record<ValueName, readonly ValueName[]>>> = {
  hash_to_server_hello: ['client_random', 'server_random'],
};

/** Digests of messages keep to a lane of their own, so that what feeds one box does not seem to feed another. */
const laneOf = (from: ValueName) => (from.startsWith('hash_') ? 0.7 : 1.35);

function arrowsTo(slot: KeySlot, { places }: KeyLayout): (Arrow & { from: ValueName })[] {
  const to = places[slot.name];
  const known = sides.flatMap((side) => slot.known[side] ?? []);
  if (!to || known.length === 0) return [];
  const inputs = new Set([...known.flatMap((value) => value.from), ...(heardIn[slot.name] ?? [])]);
  return [...inputs].flatMap((from) => {
    const place = places[from];
    return place && from !== slot.name ? [{ ...arrowBetween(place, to, laneOf(from)), from }] : [];
  });
}
