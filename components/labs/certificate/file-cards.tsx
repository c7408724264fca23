import type { Certificate } from '@/lib/labs/certificate/certificate';
import { type CertificationRequest, verifyPossession } from '@/lib/labs/certificate/certification-request';
import { nameText, sameName, shortName } from '@/lib/labs/certificate/distinguished-name';
import { valueIn } from '@/lib/labs/certificate/extension';
import { generalNameText } from '@/lib/labs/certificate/general-name';
import type { Inspected } from '@/lib/labs/certificate/inspect-file';
import type { RevocationList } from '@/lib/labs/certificate/revocation-list';
import type { SignatureVerdict } from '@/lib/labs/certificate/signature-algorithm';
import { verifyAnySignature } from '@/lib/labs/certificate/verify-any-signature';
import { certificateFileWords } from '@/lib/words/certificate-file';
import { certificateLabWords } from '@/lib/words/certificate-lab';
import { certificateViewWords } from '@/lib/words/certificate-view';
import type { Locale } from '@/lib/words/locale';
import styles from './certificate.module.css';
import { CertificateFacts, dayOf, keyText } from './certificate-facts';

/** Something of a file, the file's name, and its place among all that the files hold. */
export type Item = Inspected & { readonly file: string; readonly place: number };

type Props = {
  locale: Locale;
  items: readonly Item[];
  leaf: Certificate | undefined;
  trusted: readonly number[];
  picked: number | null;
};

/** Each thing that the files hold, in their order. */
export function FileCards(props: Props) {
  const { locale, items } = props;
  return (
    <ol className={styles.cards} aria-label={certificateFileWords[locale].things} data-loose="">
      {items.map((item) => (
        <ItemCard key={item.place} item={item} {...props} />
      ))}
    </ol>
  );
}

type CardProps = Props & { item: Item };

function ItemCard({ item, locale, leaf, trusted, picked }: CardProps) {
  const view = certificateViewWords[locale];
  const words = certificateFileWords[locale];
  const role = roleOf(item, leaf);
  const { place } = item;
  const label = `${item.file} · ${place + 1}`;
  return (
    <li className={styles.card} data-role={role} data-picked={picked === place || undefined}>
      <p className={styles.role}>
        {role === 'key'
          ? words.privateKey
          : role === 'other'
            ? words.other
            : role === 'unread'
              ? words.fault
              : roleText(role, locale)}
        {trusted.includes(place) && <b>{view.trustedHere}</b>}
        <span>{item.file}</span>
      </p>
      <Said item={item} locale={locale} isLeaf={role === 'server'} />
      {item.bytes.length > 0 && (
        <button type="button" className={styles.bytesButton} data-object={place} aria-label={view.showBytes(label)}>
          {label}
        </button>
      )}
    </li>
  );
}

type Role = 'server' | 'authority' | 'root' | 'request' | 'list' | 'key' | 'other' | 'unread';

function roleOf(item: Item, leaf: Certificate | undefined): Role {
  switch (item.kind) {
    case 'certificate':
      if (item.value === leaf) return 'server';
      return sameName(item.value.issuer, item.value.subject) ? 'root' : 'authority';
    case 'certificationRequest':
      return 'request';
    case 'revocationList':
      return 'list';
    case 'private-key':
      return 'key';
    case 'other':
      return 'other';
    default:
      return 'unread';
  }
}

function roleText(role: Exclude<Role, 'key' | 'other' | 'unread'>, locale: Locale): string {
  const words = certificateViewWords[locale];
  return role === 'request' ? words.request : role === 'list' ? words.list : words.roles[role];
}

function Said({ item, locale, isLeaf }: { item: Item; locale: Locale; isLeaf: boolean }) {
  const words = certificateFileWords[locale];
  switch (item.kind) {
    case 'certificate':
      return (
        <>
          <p className={styles.subject}>{shortName(item.value.subject) || nameText(item.value.subject) || item.file}</p>
          <CertificateFacts certificate={item.value} locale={locale} showNames={isLeaf} />
        </>
      );
    case 'certificationRequest':
      return <RequestSaid request={item.value} locale={locale} />;
    case 'revocationList':
      return <ListSaid list={item.value} locale={locale} />;
    case 'private-key':
      return <p className={styles.hint}>{words.privateKeyWarning}</p>;
    case 'other':
      return <p className={styles.hint}>{words.otherText(item.name)}</p>;
    default:
      return (
        <p className={styles.hint}>
          {(item.inText ? words.faultInText : words.faultAt)(item.at, words.faults[item.code])}
        </p>
      );
  }
}

const possessions = new WeakMap<CertificationRequest, SignatureVerdict>();

/** Asked at every drawing, computed once. */
function possessionOf(request: CertificationRequest): SignatureVerdict {
  const verdict = possessions.get(request) ?? verifyPossession(request, verifyAnySignature);
  possessions.set(request, verdict);
  return verdict;
}

function RequestSaid({ request, locale }: { request: CertificationRequest; locale: Locale }) {
  const view = certificateViewWords[locale];
  const words = certificateFileWords[locale];
  const names = (valueIn(request.extensions, 'subjectAltName')?.names ?? []).map(generalNameText);
  const holds = possessionOf(request);
  return (
    <>
      <p className={styles.subject}>{shortName(request.subject) || names[0]}</p>
      <dl className={styles.facts}>
        <dt>{view.names}</dt>
        <dd>{names.join(', ') || view.noNames}</dd>
        <dt>{view.key}</dt>
        <dd>
          {keyText(request.publicKey, locale)}
          <br />
          <small data-holds={holds}>{words.possession[holds]}</small>
        </dd>
      </dl>
    </>
  );
}

function ListSaid({ list, locale }: { list: RevocationList; locale: Locale }) {
  const view = certificateViewWords[locale];
  const { time } = certificateLabWords[locale];
  return (
    <>
      <p className={styles.subject}>{shortName(list.issuer)}</p>
      <dl className={styles.facts}>
        <dt>{view.asOf}</dt>
        <dd>
          {dayOf(time(list.thisUpdate))} – {list.nextUpdate === null ? view.unlimited : dayOf(time(list.nextUpdate))}
        </dd>
        <dt>{view.shapes.revocationList}</dt>
        <dd>{certificateFileWords[locale].revoked(list.revoked.length)}</dd>
      </dl>
    </>
  );
}
