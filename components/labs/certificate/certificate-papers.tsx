import { verifyPossession } from '@/lib/labs/certificate/certification-request';
import { shortName } from '@/lib/labs/certificate/distinguished-name';
import { valueIn } from '@/lib/labs/certificate/extension';
import { generalNameText } from '@/lib/labs/certificate/general-name';
import { type CertificateState, listsOf, madeRequestOf } from '@/lib/labs/certificate/state';
import { certificateLabWords } from '@/lib/words/certificate-lab';
import { certificateViewWords } from '@/lib/words/certificate-view';
import type { Locale } from '@/lib/words/locale';
import styles from './certificate.module.css';
import { dayOf, keyText } from './certificate-facts';
import { objectsOf, placeOf } from './certificate-objects';

type Props = { locale: Locale; state: CertificateState; picked: number | null };

/** What is no certificate: requests that wait for one, and lists of those that no longer count. */
export function CertificatePapers(props: Props) {
  const { locale, state } = props;
  const words = certificateViewWords[locale];
  if (state.requests.length + state.lists.length === 0) return null;
  return (
    <div className={styles.papers}>
      {state.requests.length > 0 && (
        <ul className={styles.paperList} aria-label={words.shapes.certificationRequest}>
          {state.requests.map(({ id }) => (
            <RequestCard key={id} id={id} {...props} />
          ))}
        </ul>
      )}
      {state.lists.length > 0 && (
        <ul className={styles.paperList} aria-label={words.shapes.revocationList}>
          {state.lists.map(({ issuer }, at) => (
            <ListCard key={issuer} issuer={issuer} at={at} {...props} />
          ))}
        </ul>
      )}
    </div>
  );
}

function RequestCard({ id, locale, state, picked }: Props & { id: string }) {
  const words = certificateViewWords[locale];
  const object = placeOf(objectsOf(state), 'certificationRequest', id);
  const read = madeRequestOf(state, id)?.read;
  const request = read?.kind === 'read' ? read.value : null;
  const holds = request !== null && verifyPossession(request) === 'right';
  const names = request ? (valueIn(request.extensions, 'subjectAltName')?.names ?? []) : [];
  const asksAuthority = request !== null && valueIn(request.extensions, 'basicConstraints')?.cA === true;
  return (
    <li className={styles.card} data-role="request" data-picked={picked === object || undefined}>
      <p className={styles.role}>
        {words.request}
        {holds ? <b>{words.holds}</b> : <i>{request ? words.holdsNot : words.roles.unread}</i>}
      </p>
      <p className={styles.subject}>{request ? shortName(request.subject) || names.map(generalNameText)[0] : id}</p>
      {request && (
        <dl className={styles.facts}>
          <dt>{words.names}</dt>
          <dd>{names.length > 0 ? names.map(generalNameText).join(', ') : words.noNames}</dd>
          <dt>{words.key}</dt>
          <dd>{keyText(request.publicKey, locale)}</dd>
          {asksAuthority && (
            <>
              <dt>{words.asks}</dt>
              <dd>{words.toBeAuthority}</dd>
            </>
          )}
        </dl>
      )}
      <button type="button" className={styles.bytesButton} data-object={object} aria-label={words.showBytes(id)}>
        {id}
      </button>
    </li>
  );
}

function ListCard({ issuer, at, locale, state, picked }: Props & { issuer: string; at: number }) {
  const words = certificateViewWords[locale];
  const { time } = certificateLabWords[locale];
  const object = placeOf(objectsOf(state), 'revocationList', issuer);
  const recipe = state.lists[at];
  const read = listsOf(state)[at]?.read;
  if (!recipe || read?.kind !== 'read') return null;
  const { thisUpdate, nextUpdate, revoked } = read.value;
  return (
    <li className={styles.card} data-role="list" data-picked={picked === object || undefined}>
      <p className={styles.role}>{words.list}</p>
      <p className={styles.subject}>{shortName(read.value.issuer)}</p>
      <dl className={styles.facts}>
        <dt>{words.asOf}</dt>
        <dd>
          {dayOf(time(thisUpdate))} – {nextUpdate === null ? words.unlimited : dayOf(time(nextUpdate))}
        </dd>
        <dt>{words.revokedOnes(revoked.length)}</dt>
        <dd>{recipe.revoked.join(', ') || words.noNames}</dd>
      </dl>
      <button
        type="button"
        className={styles.bytesButton}
        data-object={object}
        aria-label={words.showBytes(words.listOf(issuer))}
      >
        {words.listOf(issuer)}
      </button>
    </li>
  );
}
