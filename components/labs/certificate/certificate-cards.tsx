import type { Certificate } from '@/lib/labs/certificate/certificate';
import { sameName, shortName } from '@/lib/labs/certificate/distinguished-name';
import { type CertificateState, madeOf, pathOf, serverOf } from '@/lib/labs/certificate/state';
import { certificateViewWords } from '@/lib/words/certificate-view';
import type { Locale } from '@/lib/words/locale';
import styles from './certificate.module.css';
import { CertificateFacts } from './certificate-facts';

type Props = { locale: Locale; state: CertificateState; picked: number | null };

/** A certificate of the chain that is drawn: which one it is, and what it says, if it says anything. */
type Card = { id: string; certificate: Certificate | null; sent: boolean };

/** The chain from the server's certificate up, each under the one whose key signed it. */
export function CertificateCards({ locale, state, picked }: Props) {
  const words = certificateViewWords[locale];
  const cards = cardsOf(state);
  if (cards.length === 0) return <p className={styles.none}>{words.noServer}</p>;
  return (
    <ol className={styles.cards} aria-label={words.chain}>
      {cards.map((card, at) => (
        <CardView key={card.id} {...{ card, at, locale, state, picked }} />
      ))}
    </ol>
  );
}

/** The path that is judged; what was sent and does not lead anywhere comes after it. */
function cardsOf(state: CertificateState): Card[] {
  const server = serverOf(state);
  if (!server) return [];
  const all = state.certificates.map(({ id }) => ({ id, made: madeOf(state, id) }));
  const onPath = pathOf(state, server).flatMap((certificate) => {
    const known = all.find(({ made }) => made?.read.kind === 'read' && made.read.value === certificate);
    return known ? [{ id: known.id, certificate, sent: server.presents.includes(known.id) }] : [];
  });
  const rest = server.presents.filter((id) => !onPath.some((card) => card.id === id));
  return [
    ...onPath,
    ...rest.map((id) => {
      const read = all.find((one) => one.id === id)?.made?.read;
      return { id, certificate: read?.kind === 'read' ? read.value : null, sent: true };
    }),
  ];
}

type CardProps = Props & { card: Card; at: number };

function CardView({ card, at, locale, state, picked }: CardProps) {
  const words = certificateViewWords[locale];
  const { id, certificate, sent } = card;
  const object = state.certificates.findIndex((recipe) => recipe.id === id);
  const trusted = state.trusted.includes(id);
  const own = certificate && sameName(certificate.issuer, certificate.subject);
  const role = certificate === null ? 'unread' : at === 0 ? 'server' : own ? 'root' : 'authority';
  return (
    <li className={styles.card} data-role={role} data-picked={picked === object || undefined}>
      <p className={styles.role}>
        {words.roles[role]}
        {trusted && <b>{words.trustedHere}</b>}
        {!sent && <span>{words.notSent}</span>}
      </p>
      <p className={styles.subject}>{certificate ? shortName(certificate.subject) : id}</p>
      {certificate && <CertificateFacts certificate={certificate} locale={locale} showNames={at === 0} />}
      <button type="button" className={styles.bytesButton} data-object={object} aria-label={words.showBytes(id)}>
        {id}
      </button>
    </li>
  );
}
