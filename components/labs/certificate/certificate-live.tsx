'use client';
import { assertNever } from '@/lib/assert-never';
import { FreeLab } from '../free-lab';
import { KeptTask } from '../kept-task';
import type { LiveProps } from '../live';
import { RunPlayer } from '../run-player';
import { certificateView } from './certificate-view';

/** The certificate lab at work: what its chunk brings. */
export function LiveLab(props: LiveProps) {
  const { live } = props;
  if (live.lab !== 'certificate') return null;
  switch (live.kind) {
    case 'run':
      return <RunPlayer {...props} view={certificateView} title={live.title} opening={live} goal={live.goal} />;
    case 'free':
      return <FreeLab {...props} view={certificateView} live={live} />;
    case 'task':
      return <KeptTask {...props} view={certificateView} live={live} />;
    default:
      return assertNever(live);
  }
}
