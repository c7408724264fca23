import { assertNever } from '@/lib/assert-never';
import { allowedKinds, isAllowed } from '@/lib/labs/allowed-action';
import type { Goal, LabAction, LabEvent } from '@/lib/labs/lab';
import { certificateView } from './certificate/certificate-view';
import { dnsView } from './dns/dns-view';
import { httpView } from './http/http-view';
import { journeyView } from './journey/journey-view';
import { LabStill } from './lab-still';
import type { LabView } from './lab-view';
import type { Live, LiveFree, LiveRun, LiveTask } from './live';
import { processView } from './process/process-view';
import type { StillProps } from './still';
import { tcpView } from './tcp/tcp-view';
import { tlsView } from './tls/tls-view';

/**
 * The first picture of a lab, where pages are drawn: `#lab-still` on the server. The browser's half is still-kept.tsx, so that neither
 * this code nor a description of the picture's two thousand elements travels to it; only the HTML does.
 */
export function Still({ live, ...place }: StillProps) {
  return <div data-still="">{pictureOf(live, place)}</div>;
}

function pictureOf(live: Live, place: Place) {
  switch (live.lab) {
    case 'tcp':
      return live.kind === 'task' ? stillTask(tcpView, live, place) : stillRun(tcpView, live, place);
    case 'tls':
      return live.kind === 'task' ? stillTask(tlsView, live, place) : stillRun(tlsView, live, place);
    case 'certificate':
      return live.kind === 'task' ? stillTask(certificateView, live, place) : stillRun(certificateView, live, place);
    case 'dns':
      return live.kind === 'task' ? stillTask(dnsView, live, place) : stillRun(dnsView, live, place);
    case 'http':
      return live.kind === 'task' ? stillTask(httpView, live, place) : stillRun(httpView, live, place);
    case 'journey':
      return live.kind === 'task' ? stillTask(journeyView, live, place) : stillRun(journeyView, live, place);
    case 'process':
      return live.kind === 'task' ? stillTask(processView, live, place) : stillRun(processView, live, place);
    default:
      return assertNever(live);
  }
}

type Place = Omit<StillProps, 'live'>;
type Begun<Setup, Action> = { setup: Setup; seed: number; given: readonly Action[] };
type ShownTask<Setup, Action, G> = Begun<Setup, Action> &
  Pick<LiveTask, 'title' | 'actions' | 'isDraft'> & { goal: readonly G[] };
type ShownRun<Setup, Action, G> = Begun<Setup, Action> &
  Pick<LiveRun | LiveFree, 'kind' | 'title' | 'at'> & { actions: readonly Action[]; goal?: readonly G[] };

function stillTask<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  view: LabView<Setup, State, Action, Event, G>,
  { setup, seed, given, title, goal, actions, isDraft }: ShownTask<Setup, Action, G>,
  { id, locale, brief }: Place,
) {
  const task = { actions };
  return (
    <LabStill
      {...{ view, id, locale, setup, seed, given, title, brief, isDraft }}
      kind="task"
      actions={[]}
      at={0}
      goals={goal}
      allows={(kind, side) => isAllowed(task, { kind, side }, [])}
      goesOn={allowedKinds(task).includes('next')}
    />
  );
}

function stillRun<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  view: LabView<Setup, State, Action, Event, G>,
  { setup, seed, given, title, kind, actions, at, goal }: ShownRun<Setup, Action, G>,
  { id, locale }: Place,
) {
  return <LabStill {...{ view, id, locale, setup, seed, given, title, kind, actions, at }} goals={goal} />;
}
