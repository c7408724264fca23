'use client';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { sameBytes } from '@/lib/labs/bytes';
import { hexOf } from '@/lib/labs/tls/field-reader';
import { isPublic } from '@/lib/labs/tls/key-formula';
import { anyKnown, type KeySlot, keyPlan, keySlots } from '@/lib/labs/tls/key-slots';
import type { TlsState } from '@/lib/labs/tls/state';
import type { ValueName } from '@/lib/labs/tls/value';
import type { Locale } from '@/lib/words/locale';
import { tlsKeyWords } from '@/lib/words/tls-keys';
import { KeyArrows } from './key-arrows';
import { KeyDetail } from './key-detail';
import { broken, differs, knownTo } from './key-labels';
import { keyLayouts } from './key-places';
import styles from './tls-keys.module.css';

type Props = {
  id: string;
  locale: Locale;
  state: TlsState;
  before: TlsState | null;
  /** Drawn on the server. */
  still: boolean;
  /** Stands open: on the lab's own page. */
  open: boolean;
};

/** The key schedule of the connection under way: every value a box that can be pointed at, filled when it is known. */
export function KeyPicture({ id, locale, state, before, still, open }: Props) {
  const words = tlsKeyWords[locale];
  const slots = keySlots(state);
  const known = slots.filter((slot) => anyKnown(slot) !== null);
  const fresh = before ? changedSince(before, slots) : [];
  return (
    <details className={styles.keys} open={open} data-changed={fresh.length > 0 || undefined}>
      <summary>
        {words.title} <small>{words.known(known.length, slots.length)}</small>
      </summary>
      {(open || !still) && <Picture id={id} locale={locale} state={state} slots={slots} fresh={fresh} />}
    </details>
  );
}

/** What has come to be, or become another, since then. */
function changedSince(before: TlsState, slots: readonly KeySlot[]): ValueName[] {
  const then = keySlots(before);
  return slots.flatMap((slot) => {
    const now = anyKnown(slot);
    const old = then.find(({ name }) => name === slot.name);
    const was = old && anyKnown(old);
    return now && !(was && sameBytes(was.bytes, now.bytes)) ? [slot.name] : [];
  });
}

type PictureProps = {
  id: string;
  locale: Locale;
  state: TlsState;
  slots: readonly KeySlot[];
  fresh: readonly ValueName[];
};

function Picture({ id, locale, state, slots, fresh }: PictureProps) {
  const words = tlsKeyWords[locale];
  const layout = keyLayouts[keyPlan(state).version];
  // What was pointed at is forgotten with the next step: then the newest value is told.
  const [pointed, setPointed] = useState<{ state: TlsState; name: ValueName } | null>(null);
  const newest = fresh.at(-1) ?? slots.findLast((slot) => anyKnown(slot) !== null)?.name ?? null;
  const chosen = pointed?.state === state ? pointed.name : newest;
  const point = (name: ValueName) => setPointed({ state, name });
  const list = useRef<HTMLDivElement>(null);
  // On a phone the list scrolls by itself: it goes to what is new. The page stays where it is.
  useEffect(() => {
    const box = list.current;
    const item = box?.querySelector<HTMLElement>(`[data-value="${newest}"]`);
    if (box && item) box.scrollTop = item.offsetTop - box.clientHeight / 2;
  }, [newest]);
  const size: CSSProperties & Record<'--columns' | '--rows', number> = {
    '--columns': layout.columns,
    '--rows': layout.rows,
  };
  return (
    <div className={styles.figure} style={size}>
      <div className={styles.scroll} ref={list}>
        <KeyArrows slots={slots} layout={layout} fresh={fresh} chosen={chosen} />
        <ol className={styles.map} aria-label={words.map}>
          {slots.map((slot) => {
            const place = layout.places[slot.name];
            return (
              <li
                key={slot.name}
                style={place && { gridArea: `${place.y + 1} / ${place.x + 1} / span ${place.h} / span ${place.w}` }}
              >
                <button
                  type="button"
                  className={styles.value}
                  data-value={slot.name}
                  data-known={knownTo(slot)}
                  data-public={isPublic(slot.name) || undefined}
                  data-differs={differs(slot) || undefined}
                  data-now={fresh.includes(slot.name) || undefined}
                  data-low={place?.h === 1 ? (prefixed.test(slot.name) ? 'short' : 'long') : undefined}
                  aria-pressed={slot.name === chosen}
                  aria-controls={`${id}-key`}
                  onClick={() => point(slot.name)}
                  onFocus={() => point(slot.name)}
                  onPointerEnter={() => point(slot.name)}
                >
                  <Inside slot={slot} locale={locale} />
                </button>
              </li>
            );
          })}
        </ol>
      </div>
      <KeyDetail
        id={`${id}-key`}
        locale={locale}
        slot={slots.find(({ name }) => name === chosen) ?? null}
        slots={slots}
        point={point}
      />
    </div>
  );
}

/** In a low box it goes without saying: the arrow comes from the side's secret. */
const prefixed = /^(client|server)_(handshake_|application_)?/;

/** How many bytes of a value its box shows. */
const shownBytes = 4;

function Inside({ slot, locale }: { slot: KeySlot; locale: Locale }) {
  const words = tlsKeyWords[locale];
  const value = anyKnown(slot);
  const to = knownTo(slot);
  const [prefix = ''] = prefixed.exec(slot.name) ?? [];
  const heard = [
    to === 'none' ? words.notYet : words.on[to],
    ...(differs(slot) ? [words.differs] : []),
    ...(isPublic(slot.name) ? [words.isPublic] : []),
  ];
  return (
    <>
      <span className={styles.name}>
        <span className={styles.prefix}>{broken(prefix)}</span>
        {broken(slot.name.slice(prefix.length))}
      </span>
      <span className={styles.dots} aria-hidden="true">
        {(to === 'client' || to === 'both') && <i data-side="client" />}
        {(to === 'server' || to === 'both') && <i data-side="server" />}
      </span>
      {value && (
        <code className={styles.begin} aria-hidden="true">
          {hexOf(value.bytes, shownBytes)}
        </code>
      )}
      <span className="visually-hidden">{words.item(['', ...heard])}</span>
    </>
  );
}
