import type { CertificateAction } from '@/lib/labs/certificate/action';
import { checkNames } from '@/lib/labs/certificate/check';
import type { CertificateEvent } from '@/lib/labs/certificate/event';
import { type CertificateState, serverOf, verdictOn } from '@/lib/labs/certificate/state';
import type { Locale } from '@/lib/words/locale';
import type { StageProps } from '../lab-view';
import styles from './certificate.module.css';
import { CertificateBytes } from './certificate-bytes';
import { CertificateCards } from './certificate-cards';
import { CertificateChecks } from './certificate-checks';
import { CertificatePapers } from './certificate-papers';
import { AddressBar } from './certificate-whole';

/** The address bar, the chain, the checks, and the bytes of one certificate. */
export function CertificateStage(props: StageProps<CertificateState, CertificateAction, CertificateEvent>) {
  const { id, locale, frame, picked, pick } = props;
  const { state } = frame;
  return (
    <>
      <AddressBar locale={locale} state={state} />
      <div className={styles.stage}>
        <div>
          <CertificateCards locale={locale} state={state} picked={picked?.object ?? null} />
          <CertificatePapers locale={locale} state={state} picked={picked?.object ?? null} />
        </div>
        <Checks locale={locale} state={state} />
      </div>
      <CertificateBytes id={id} locale={locale} state={state} events={frame.events} picked={picked} pick={pick} />
    </>
  );
}

function Checks({ locale, state }: { locale: Locale; state: CertificateState }) {
  const server = serverOf(state);
  if (!server) return null;
  const seen = state.setup.shows === 'all' ? checkNames : (state.asked[server.id] ?? []);
  // Nothing is judged before somebody asks: checking signatures is what takes time.
  const findings = seen.length > 0 ? verdictOn(state, server).findings : [];
  return <CertificateChecks locale={locale} findings={findings} seen={seen} />;
}
