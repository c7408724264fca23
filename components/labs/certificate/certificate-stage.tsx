import type { ChangeEvent } from 'react';
import type { CertificateAction } from '@/lib/labs/certificate/action';
import { certificateMap } from '@/lib/labs/certificate/certificate-map';
import { checkNames, type Finding } from '@/lib/labs/certificate/check';
import type { CertificateEvent } from '@/lib/labs/certificate/event';
import { timeTextOf } from '@/lib/labs/certificate/recipe';
import { type CertificateState, madeOf, serverOf, verdictOn } from '@/lib/labs/certificate/state';
import { outcomeOf, type Verdict } from '@/lib/labs/certificate/verify-chain';
import { certificateLabWords } from '@/lib/words/certificate-lab';
import { certificateViewWords } from '@/lib/words/certificate-view';
import type { Locale } from '@/lib/words/locale';
import { ByteInspector } from '../bytes/byte-inspector';
import bytes from '../bytes/bytes.module.css';
import type { Picked, StageProps, WholeProps } from '../lab-view';
import styles from './certificate.module.css';
import { CertificateCards } from './certificate-cards';
import { explainField } from './certificate-field';

/** The address bar, the chain, the checks, and the bytes of one certificate. */
export function CertificateStage(props: StageProps<CertificateState, CertificateAction, CertificateEvent>) {
  const { id, locale, frame, picked, pick } = props;
  const { state } = frame;
  return (
    <>
      <AddressBar locale={locale} state={state} />
      <div className={styles.stage}>
        <CertificateCards locale={locale} state={state} picked={picked?.object ?? null} />
        <Checks locale={locale} state={state} />
      </div>
      <Bytes id={id} locale={locale} state={state} picked={picked} pick={pick} />
    </>
  );
}

export function CertificateWhole({ locale, state }: WholeProps<CertificateState>) {
  return (
    <div className={styles.whole}>
      <AddressBar locale={locale} state={state} />
      <CertificateCards locale={locale} state={state} picked={null} />
    </div>
  );
}

/** Whether the learner may see what a browser says: when it is shown anyway, after judging, or when every check was run. */
function isOpen(state: CertificateState): boolean {
  const { server, setup, judgements, asked } = state;
  if (server === null || setup.shows === 'all') return true;
  return judgements.some((one) => one.server === server) || asked[server]?.length === checkNames.length;
}

function AddressBar({ locale, state }: { locale: Locale; state: CertificateState }) {
  const words = certificateViewWords[locale];
  const said = certificateLabWords[locale];
  const server = serverOf(state);
  const verdict = server && isOpen(state) ? verdictOn(state, server) : null;
  const outcome = verdict === null ? 'open' : verdict.accepted ? 'good' : 'bad';
  return (
    <section className={styles.address} data-outcome={outcome} aria-label={words.addressBar}>
      <p className={styles.bar}>
        <Lock outcome={outcome} />
        <span className={styles.url}>{server ? `https://${hostOf(server.name)}/` : words.noServer}</span>
        <time dateTime={timeTextOf(state.now)}>{said.time(state.now)}</time>
      </p>
      <p className={styles.verdict}>
        {verdict === null ? (
          words.notJudged
        ) : verdict.browser === null ? (
          <b>{words.secure}</b>
        ) : (
          <>
            <b>{words.stopped}</b> <code>{verdict.browser}</code> {said.browser[verdict.browser]}
          </>
        )}
      </p>
    </section>
  );
}

function hostOf(name: string): string {
  return name.includes(':') ? `[${name}]` : name;
}

function Lock({ outcome }: { outcome: 'open' | 'good' | 'bad' }) {
  return (
    <svg viewBox="0 0 20 20" className={styles.lock} aria-hidden="true">
      {outcome === 'bad' ? (
        <path d="M10 3 18 17H2ZM10 8v4.500M10 14.200v.6" />
      ) : (
        <path d={`M5 9h10v8H5Z${outcome === 'good' ? 'M7 9V6.500a3 3 0 0 1 6 0V9' : 'M7 9V6.500a3 3 0 0 1 5.800-1'}`} />
      )}
    </svg>
  );
}

function Checks({ locale, state }: { locale: Locale; state: CertificateState }) {
  const words = certificateViewWords[locale];
  const said = certificateLabWords[locale];
  const server = serverOf(state);
  if (!server) return null;
  const { findings } = verdictOn(state, server);
  const seen = state.setup.shows === 'all' ? checkNames : (state.asked[server.id] ?? []);
  return (
    <table className={styles.checks}>
      <caption>{words.checks}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{words.columns.check}</th>
          <th scope="col">{words.columns.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {checkNames.map((check) => {
          const outcome = seen.includes(check) ? outcomeOf(findings, check) : null;
          return (
            <tr key={check} data-outcome={outcome ?? undefined}>
              <th scope="row">
                {said.checks[check].name}
                <small>{said.checks[check].asks}</small>
              </th>
              <td>
                {outcome === null ? words.notRun : said.outcomes[outcome]}
                {outcome !== null && <Why {...{ findings, locale, outcome, check }} />}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type WhyProps = Pick<Verdict, 'findings'> & {
  locale: Locale;
  outcome: Finding['verdict'] | 'not-asked';
  check: Finding['check'];
};

/** Every reason that is found, each said once. */
function Why({ findings, locale, outcome, check }: WhyProps) {
  const said = certificateLabWords[locale];
  const texts = findings.flatMap((one) => {
    const isTelling = one.check === check && one.verdict === outcome;
    return isTelling && one.reason ? [said.reasons[one.reason](detailOf(one, locale))] : [];
  });
  return [...new Set(texts)].map((text) => <small key={text}>{text}</small>);
}

/** Times come as milliseconds: a sentence wants them as people write them. */
function detailOf({ reason, detail }: Finding, locale: Locale): string {
  const isTime = reason === 'expired' || reason === 'not-yet-valid' || reason === 'revoked';
  return isTime ? certificateLabWords[locale].time(Number(detail)) : (detail ?? '');
}

type BytesProps = {
  id: string;
  locale: Locale;
  state: CertificateState;
  picked: Picked | null;
  pick?: (picked: Picked) => void;
};

function Bytes({ id, locale, state, picked, pick }: BytesProps) {
  const words = certificateViewWords[locale];
  const first = state.certificates.findIndex((recipe) => recipe.id === serverOf(state)?.presents[0]);
  const object = picked?.object ?? Math.max(first, 0);
  const recipe = state.certificates[object];
  const made = recipe && madeOf(state, recipe.id);
  if (!recipe || !made) return <p className={bytes.empty}>{words.noBytes}</p>;
  return (
    <ByteInspector
      locale={locale}
      object={object}
      bytes={made.bytes}
      map={certificateMap(made.bytes)}
      byte={Math.min(picked?.byte ?? 0, made.bytes.length - 1)}
      explain={(field) => explainField(field, locale)}
      still={!pick}
      most={2_048}
      chooser={
        <label className={bytes.chooser}>
          <span>{words.whichBytes}</span>{' '}
          <select id={`${id}-certificate`} {...chosen(object, pick)}>
            {state.certificates.map((one, at) => (
              <option key={one.id} value={at}>
                {one.id}
              </option>
            ))}
          </select>
        </label>
      }
    />
  );
}

function chosen(object: number, pick: BytesProps['pick']) {
  if (!pick) return { defaultValue: object };
  return {
    value: object,
    onChange: (event: ChangeEvent<HTMLSelectElement>) => pick({ object: Number(event.target.value), byte: null }),
  };
}
