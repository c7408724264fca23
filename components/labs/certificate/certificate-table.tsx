import { nameText } from '@/lib/labs/certificate/distinguished-name';
import { generalNameText } from '@/lib/labs/certificate/general-name';
import { namesOf } from '@/lib/labs/certificate/match-name';
import { type CertificateState, madeOf } from '@/lib/labs/certificate/state';
import { certificateLabWords } from '@/lib/words/certificate-lab';
import { certificateViewWords } from '@/lib/words/certificate-view';
import type { Locale } from '@/lib/words/locale';

type Props = { locale: Locale; state: CertificateState; caption: string };

/** Every certificate of the world, one row each. */
export function CertificateTable({ locale, state, caption }: Props) {
  const words = certificateViewWords[locale];
  const { time } = certificateLabWords[locale];
  const heads = [
    words.table.certificate,
    words.table.issuer,
    words.table.valid,
    words.table.names,
    words.table.trusted,
  ];
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {state.certificates.map(({ id }) => {
          const read = madeOf(state, id)?.read;
          const certificate = read?.kind === 'read' ? read.value : null;
          return (
            <tr key={id}>
              <th scope="row">{certificate ? nameText(certificate.subject) : `${id}: ${words.roles.unread}`}</th>
              <td>{certificate ? nameText(certificate.issuer) : '–'}</td>
              <td>{certificate ? `${time(certificate.notBefore)} – ${time(certificate.notAfter)}` : '–'}</td>
              <td>{certificate ? namesOf(certificate).map(generalNameText).join(', ') : '–'}</td>
              <td>{state.trusted.includes(id) ? words.yes : words.no}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
