import { assertNever } from '@/lib/assert-never';
import { earlyPressScript } from '@/lib/early-press-script';
import type { Run } from '@/lib/labs/run';
import { labWords } from '@/lib/words/lab';
import { inLocale, type Locale } from '@/lib/words/locale';
import { certificateFigure } from './certificate/certificate-figure';
import { dnsFigure } from './dns/dns-figure';
import { httpFigure } from './http/http-figure';
import { journeyFigure } from './journey/journey-figure';
import { LabIsland } from './lab-island';
import { beginningOf, type LiveFree, type LiveRun } from './live';
import { processFigure } from './process/process-figure';
import { tcpFigure } from './tcp/tcp-figure';
import { tlsFigure } from './tls/tls-figure';

type Props = {
  run: Run;
  locale: Locale;
  /** The frame that is shown first. */
  at?: number;
  /** On the lab's own page the controls stand open and the address follows. */
  free?: boolean;
};

/** `<Lab run="open" />`: a named run, drawn on the server and brought to life when it nears the screen. */
export function LabFrame({ run, locale, at = 0, free = false }: Props) {
  const id = `lab-${run.id}`;
  const words = labWords[locale];
  const title = inLocale(run.title, locale);
  const live: LiveRun | LiveFree = { ...beginningOf(run), kind: free ? 'free' : 'run', title, at };
  return (
    <>
      <script>{earlyPressScript}</script>
      <LabIsland
        id={id}
        locale={locale}
        live={live}
        label={words.region(nameOf(run.lab, locale), title)}
        failed={words.loadFailed}
        again={words.tryAgain}
      />
    </>
  );
}

function nameOf(lab: Run['lab'], locale: Locale): string {
  switch (lab) {
    case 'tcp':
      return tcpFigure.name(locale);
    case 'tls':
      return tlsFigure.name(locale);
    case 'certificate':
      return certificateFigure.name(locale);
    case 'dns':
      return dnsFigure.name(locale);
    case 'http':
      return httpFigure.name(locale);
    case 'journey':
      return journeyFigure.name(locale);
    case 'process':
      return processFigure.name(locale);
    default:
      return assertNever(lab);
  }
}
