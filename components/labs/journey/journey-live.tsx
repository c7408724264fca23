'use client';
import { assertNever } from '@/lib/assert-never';
import { FreeLab } from '../free-lab';
import { KeptTask } from '../kept-task';
import type { LiveProps } from '../live';
import { RunPlayer } from '../run-player';
import { journeyView } from './journey-view';

/** The journey lab at work: what its chunk brings. */
export function LiveLab(props: LiveProps) {
  const { live } = props;
  if (live.lab !== 'journey') return null;
  switch (live.kind) {
    case 'run':
      return <RunPlayer {...props} view={journeyView} title={live.title} opening={live} goal={live.goal} />;
    case 'free':
      return <FreeLab {...props} view={journeyView} live={live} />;
    case 'task':
      return <KeptTask {...props} view={journeyView} live={live} />;
    default:
      return assertNever(live);
  }
}
