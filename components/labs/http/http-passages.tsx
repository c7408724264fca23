import type { HttpState, Passage } from '@/lib/labs/http/state';
import { httpViewWords } from '@/lib/words/http-view';
import type { Locale } from '@/lib/words/locale';
import styles from './http.module.css';

type Props = { locale: Locale; state: HttpState };

/** What the front end read and what the server read, side by side: where they differ, something is smuggled. */
export function HttpPassages({ locale, state }: Props) {
  const words = httpViewWords[locale];
  if (!state.setup.relay) return null;
  const { pending, held } = state.relay;
  return (
    <fieldset className={styles.passages} aria-label={words.passages}>
      <p className={styles.head}>{words.passages}</p>
      {state.passages.length === 0 && <p>{words.noPassages}</p>}
      <ol>
        {state.passages.map((passage, at) => (
          <PassageRow key={keyAt(at)} locale={locale} passage={passage} />
        ))}
      </ol>
      {held.learner.length > 0 && <p>{words.waitsInFront(held.learner.length)}</p>}
      {pending.length > 0 && <p data-warns>{words.leftOver(pending.length)}</p>}
    </fieldset>
  );
}

function PassageRow({ locale, passage }: { locale: Locale; passage: Passage }) {
  const words = httpViewWords[locale];
  const { sender, front, back } = passage;
  return (
    <li>
      <b>{words.sendersOf[sender]}</b>
      <dl>
        <dt>{words.frontSaw}</dt>
        {front.length === 0 && <dd>{words.nothingWhole}</dd>}
        {front.map(({ method, target, octets }, at) => (
          <dd key={keyAt(at)}>{`${words.way(method, target)} (${octets})`}</dd>
        ))}
        <dt>{words.backSaw}</dt>
        {back.length === 0 && <dd>{words.nothingWhole}</dd>}
        {back.map(({ request, to }, at) => (
          <dd key={keyAt(at)} data-mixed={to !== sender || undefined}>
            {`${words.way(request.method, request.target)} (${request.octets}) · ${words.answerTo[to ?? 'none']}`}
          </dd>
        ))}
      </dl>
    </li>
  );
}

/** What has passed is never reordered: its place is its name. */
function keyAt(place: number): string {
  return String(place);
}
