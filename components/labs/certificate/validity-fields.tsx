import { certificateViewWords } from '@/lib/words/certificate-view';
import type { Locale } from '@/lib/words/locale';

/** From when until when: left empty, as long as the authority thinks fit. */
export function ValidityFields({ id, locale }: { id: string; locale: Locale }) {
  const words = certificateViewWords[locale];
  return (
    <>
      <label>
        {words.from}
        <input id={`${id}-notBefore`} name="notBefore" type="date" />
      </label>
      <label>
        {words.until}
        <input id={`${id}-notAfter`} name="notAfter" type="date" />
      </label>
    </>
  );
}
