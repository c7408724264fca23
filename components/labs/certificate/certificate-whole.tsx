import { checkNames } from '@/lib/labs/certificate/check';
import { timeTextOf } from '@/lib/labs/certificate/recipe';
import { type CertificateState, serverOf, verdictOn } from '@/lib/labs/certificate/state';
import { certificateLabWords } from '@/lib/words/certificate-lab';
import { certificateViewWords } from '@/lib/words/certificate-view';
import type { Locale } from '@/lib/words/locale';
import type { WholeProps } from '../lab-view';
import styles from './certificate.module.css';
import { CertificateCards } from './certificate-cards';
import { CertificatePapers } from './certificate-papers';

/** The address bar and the chain, as they stand at the end of a run. */
export function CertificateWhole({ locale, state }: WholeProps<CertificateState>) {
  return (
    <div className={styles.whole}>
      <AddressBar locale={locale} state={state} />
      <CertificateCards locale={locale} state={state} picked={null} />
      <CertificatePapers locale={locale} state={state} picked={null} />
    </div>
  );
}

/** Whether the learner may see what a browser says: when it is shown anyway, after judging, or when every check was run. */
function isOpen(state: CertificateState): boolean {
  const { server, setup, judgements, asked } = state;
  if (server === null || setup.shows === 'all') return true;
  return judgements.some((one) => one.server === server) || asked[server]?.length === checkNames.length;
}

export function AddressBar({ locale, state }: { locale: Locale; state: CertificateState }) {
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
