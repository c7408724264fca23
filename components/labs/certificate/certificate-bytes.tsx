import type { ChangeEvent } from 'react';
import { certificateMap } from '@/lib/labs/certificate/certificate-map';
import type { CertificateEvent } from '@/lib/labs/certificate/event';
import type { CertificateState } from '@/lib/labs/certificate/state';
import { certificateViewWords } from '@/lib/words/certificate-view';
import type { Locale } from '@/lib/words/locale';
import { ByteInspector } from '../bytes/byte-inspector';
import bytesStyles from '../bytes/bytes.module.css';
import type { Picked } from '../lab-view';
import { explainField } from './certificate-field';
import { objectsOf, subjectOf } from './certificate-objects';

type Props = {
  id: string;
  locale: Locale;
  state: CertificateState;
  events: readonly CertificateEvent[];
  picked: Picked | null;
  pick?: (picked: Picked) => void;
};

const shapes = ['certificate', 'certificationRequest', 'revocationList'] as const;

/** The bytes of what is pointed at: a certificate, a request, a list; else of what the step was about. */
export function CertificateBytes({ id, locale, state, events, picked, pick }: Props) {
  const words = certificateViewWords[locale];
  const objects = objectsOf(state);
  const subject = subjectOf(state, objects, events);
  const object = picked?.object ?? subject.object;
  const shown = objects[object];
  const bytes = shown?.bytes();
  if (!shown || !bytes) return <p className={bytesStyles.empty}>{words.noBytes}</p>;
  const byte = picked ? (picked.byte ?? 0) : subject.byte;
  const change = (event: ChangeEvent<HTMLSelectElement>) => pick?.({ object: Number(event.target.value), byte: null });
  return (
    <ByteInspector
      locale={locale}
      object={object}
      bytes={bytes}
      map={certificateMap(bytes, shown.shape)}
      byte={Math.min(byte, bytes.length - 1)}
      explain={(field) => explainField(field, locale)}
      still={!pick}
      most={2_048}
      chooser={
        <label className={bytesStyles.chooser}>
          <span>{words.whichBytes}</span>{' '}
          <select id={`${id}-certificate`} {...(pick ? { value: object, onChange: change } : { defaultValue: object })}>
            {shapes
              .filter((shape) => objects.some((one) => one.shape === shape))
              .map((shape) => (
                <optgroup key={shape} label={words.shapes[shape]}>
                  {objects.map((one, at) =>
                    one.shape === shape ? (
                      <option key={`${shape} ${one.id}`} value={at}>
                        {shape === 'revocationList' ? words.listOf(one.id) : one.id}
                      </option>
                    ) : null,
                  )}
                </optgroup>
              ))}
          </select>
        </label>
      }
    />
  );
}
