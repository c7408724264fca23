import { assertNever } from '@/lib/assert-never';
import { allowedKinds, isAllowed } from '@/lib/labs/allowed-action';
import { LabStill } from './lab-still';
import type { Live } from './live';
import type { StillProps } from './still';
import { tcpView } from './tcp/tcp-view';

/**
 * The first picture of a lab, where pages are drawn: `#lab-still` on the server. The browser's half is still-kept.tsx, so that neither
 * this code nor a description of the picture's two thousand elements travels to it; only the HTML does.
 */
export function Still({ id, locale, live, brief }: StillProps) {
  const { setup, seed, given, title } = live;
  const whose = { view: viewOf(live.lab), id, locale, setup, seed, given, title };
  const picture =
    live.kind === 'task' ? (
      <LabStill
        {...whose}
        kind="task"
        actions={[]}
        at={0}
        goals={live.goal}
        allows={(kind, side) => isAllowed(live, { kind, side }, [])}
        goesOn={allowedKinds(live).includes('next')}
        brief={brief}
        isDraft={live.isDraft}
      />
    ) : (
      <LabStill
        {...whose}
        kind={live.kind}
        actions={live.actions}
        at={live.at}
        goals={live.kind === 'run' ? live.goal : undefined}
      />
    );
  return <div data-still="">{picture}</div>;
}

function viewOf(lab: Live['lab']) {
  switch (lab) {
    case 'tcp':
      return tcpView;
    default:
      return assertNever(lab);
  }
}
