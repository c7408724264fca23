import type { Certificate } from '@/lib/labs/certificate/certificate';
import { sameName, shortName } from '@/lib/labs/certificate/distinguished-name';
import { timeTextOf } from '@/lib/labs/certificate/recipe';
import { certificateFileWords } from '@/lib/words/certificate-file';
import type { Locale } from '@/lib/words/locale';
import type { Item } from './file-cards';
import type { Asked } from './file-inspector';
import own from './file-inspector.module.css';

type Props = {
  locale: Locale;
  items: readonly Item[];
  leaf: Certificate | undefined;
  asked: Asked;
  /** The name that is asked for, chosen or found in the certificate. */
  name: string;
  onAsk: (asked: Asked) => void;
};

/** Which certificate is judged, for which name, when, and what is trusted. */
export function FileQuestionForm({ locale, items, leaf, asked, name, onAsk }: Props) {
  const words = certificateFileWords[locale];
  const certificates = items.flatMap((item, place) =>
    item.kind === 'certificate' ? [{ place, value: item.value }] : [],
  );
  const judged = certificates.find(({ value }) => value === leaf)?.place ?? 0;
  const anchors = certificates.filter(({ place, value }) => place !== judged || sameName(value.issuer, value.subject));
  return (
    <fieldset className={own.question}>
      <legend>{words.question}</legend>
      {certificates.length > 1 && (
        <label>
          <span>{words.which}</span>
          <select value={judged} onChange={({ target }) => onAsk({ ...asked, leaf: Number(target.value), name: null })}>
            {certificates.map(({ place, value }) => (
              <option key={place} value={place}>
                {labelOf(value, place)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{words.host}</span>
        <input
          value={name}
          placeholder={words.hostHint}
          autoComplete="off"
          spellCheck={false}
          maxLength={253}
          onChange={({ target }) => onAsk({ ...asked, name: target.value })}
        />
      </label>
      <label>
        <span>{words.when}</span>
        <input
          type="datetime-local"
          step={1}
          value={timeTextOf(asked.at).slice(0, 19)}
          onChange={({ target }) => {
            const at = Date.parse(`${target.value}Z`);
            if (Number.isFinite(at)) onAsk({ ...asked, at });
          }}
        />
      </label>
      <fieldset className={own.anchors}>
        <legend>{words.anchors}</legend>
        <p>{words.anchorsHint}</p>
        {anchors.length === 0 && <p>{words.noAnchors}</p>}
        {anchors.map(({ place, value }) => (
          <label key={place} className={own.tick}>
            <input
              type="checkbox"
              checked={asked.trusted.includes(place)}
              onChange={({ target }) =>
                onAsk({
                  ...asked,
                  trusted: target.checked ? [...asked.trusted, place] : asked.trusted.filter((one) => one !== place),
                })
              }
            />
            {labelOf(value, place)}
          </label>
        ))}
      </fieldset>
    </fieldset>
  );
}

function labelOf({ subject }: Certificate, place: number): string {
  return `${place + 1} · ${shortName(subject)}`;
}
