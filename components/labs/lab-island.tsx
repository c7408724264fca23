'use client';
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import { Still } from '#lab-still';
import { whenNear } from '@/components/ui/when-near';
import type { LabId } from '@/lib/labs/labs';
import type { Locale } from '@/lib/words/locale';
import { takePresses, wasPressed } from './early-presses';
import { keptActions } from './kept-actions';
import styles from './lab.module.css';
import type { Live, LiveProps } from './live';
import { loadWords } from './load-words';

/** Each lab's own chunk: its engine, its view, the player. */
const chunks: Record<LabId, () => Promise<{ LiveLab: ComponentType<LiveProps> }>> = {
  tcp: () => import('./tcp/tcp-live'),
  tls: () => import('./tls/tls-live'),
  certificate: () => import('./certificate/certificate-live'),
  http: () => import('./http/http-live'),
  dns: () => import('./dns/dns-live'),
  journey: () => import('./journey/journey-live'),
  process: () => import('./process/process-live'),
};

type Props = {
  id: string;
  locale: Locale;
  label: string;
  live: Live;
  brief?: ReactNode;
  /** What is said when the lab cannot be loaded. Given, so that the loader brings no words of its own. */
  failed: string;
  again: string;
};

type Loaded = { LiveLab: ComponentType<LiveProps>; early: readonly string[]; kept: readonly unknown[] };

/**
 * Stands around a lab that the server has drawn, and puts the working one in its place when it nears the screen or is
 * touched. Both have the same size, and what was pressed in the drawing is done by the lab.
 */
export function LabIsland({ id, locale, label, live, brief, failed, again }: Props) {
  const root = useRef<HTMLElement>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [trouble, setTrouble] = useState(false);
  const load = useRef(() => {});

  useEffect(() => {
    const lab = root.current;
    if (!lab) return;
    let asked = false;
    load.current = () => {
      if (asked) return;
      asked = true;
      setTrouble(false);
      const left = live.kind === 'task' && !live.isDraft ? keptActions(live.item, live.version, live.round) : [];
      Promise.all([chunks[live.lab](), left, loadWords(live.lab, locale)]).then(
        ([{ LiveLab }, kept]) => {
          const held = lab.contains(document.activeElement) ? document.activeElement : null;
          const focus = held?.closest('[data-press]')?.getAttribute('data-press');
          const early = takePresses(lab);
          setLoaded({ LiveLab, early, kept });
          requestAnimationFrame(() => {
            if (focus) pressOf(lab, focus)?.focus();
            for (const press of early) if (press.startsWith('tool:')) pressOf(lab, press)?.click();
          });
        },
        () => {
          asked = false;
          setTrouble(true);
        },
      );
    };
    const now = () => load.current();
    const stop = whenNear(lab, '400px', now);
    if (wasPressed(lab)) now();
    return stop;
  }, [live, locale]);

  return (
    <section
      ref={root}
      id={id}
      className={styles.lab}
      aria-label={label}
      tabIndex={-1}
      data-live={loaded ? '' : undefined}
    >
      {loaded ? (
        <loaded.LiveLab
          id={id}
          locale={locale}
          live={live}
          root={root}
          early={loaded.early}
          kept={loaded.kept}
          brief={brief}
        />
      ) : (
        <Still id={id} locale={locale} live={live} brief={brief} />
      )}
      {trouble && (
        <p className={styles.trouble} role="alert">
          {failed}{' '}
          <button type="button" className={styles.button} onClick={() => load.current()}>
            {again}
          </button>
        </p>
      )}
    </section>
  );
}

function pressOf(lab: Element, press: string): HTMLElement | undefined {
  return [...lab.querySelectorAll<HTMLElement>('[data-press]')].find((it) => it.dataset.press === press);
}
