import { assertNever } from '@/lib/assert-never';
import type { Goal, LabAction, LabEvent } from '@/lib/labs/lab';
import type { Run } from '@/lib/labs/run';
import { type Begun, stateAfter } from '@/lib/labs/with-lab';
import { lessonWords } from '@/lib/words/lesson';
import { inLocale, type Locale } from '@/lib/words/locale';
import { certificateFigure } from '../labs/certificate/certificate-figure';
import { dnsFigure } from '../labs/dns/dns-figure';
import { httpFigure } from '../labs/http/http-figure';
import { journeyFigure } from '../labs/journey/journey-figure';
import type { LabFigure } from '../labs/lab-view';
import { processFigure } from '../labs/process/process-figure';
import { tcpFigure } from '../labs/tcp/tcp-figure';
import { tlsFigure } from '../labs/tls/tls-figure';
import styles from './trace.module.css';

type Props = { run: Run; locale: Locale; caption?: string | undefined; after?: string | undefined };

/** `<Trace run="open" />`: a run as a figure, drawn by its lab and written out as a table. Nothing in it moves or loads. */
export function Trace({ run, ...rest }: Props) {
  const title = inLocale(run.title, rest.locale);
  switch (run.lab) {
    case 'tcp':
      return drawn(tcpFigure, run, { ...rest, title });
    case 'tls':
      return drawn(tlsFigure, run, { ...rest, title });
    case 'certificate':
      return drawn(certificateFigure, run, { ...rest, title });
    case 'dns':
      return drawn(dnsFigure, run, { ...rest, title });
    case 'http':
      return drawn(httpFigure, run, { ...rest, title });
    case 'journey':
      return drawn(journeyFigure, run, { ...rest, title });
    case 'process':
      return drawn(processFigure, run, { ...rest, title });
    default:
      return assertNever(run);
  }
}

function drawn<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  view: LabFigure<Setup, State, Action, Event, G>,
  run: Begun<Setup, Action> & { readonly id: string; readonly actions: readonly Action[] },
  { locale, title, caption, after }: Omit<Props, 'run'> & { title: string },
) {
  const words = lessonWords[locale];
  const count = after === undefined ? run.actions.length : Math.min(Number(after), run.actions.length);
  const state = stateAfter(view.lab, run, count);
  const named = { title: words.traceOf(view.name(locale), title), text: words.traceBelow };
  return (
    <figure className={styles.trace}>
      <view.Whole id={`trace-${run.id}-${count}`} locale={locale} state={state} named={named} />
      <figcaption>{caption ?? title}</figcaption>
      <details className={styles.table}>
        <summary>{words.traceTable}</summary>
        <div className={styles.scroll} {...reachable}>
          <view.Table locale={locale} state={state} caption={title} />
        </div>
      </details>
    </figure>
  );
}

/** A wide table scrolls by itself, so it has to be reachable without a pointer. */
const reachable = { tabIndex: 0 };
