'use client';
import { assertNever } from '@/lib/assert-never';
import { FreeLab } from '../free-lab';
import { KeptTask } from '../kept-task';
import type { LiveProps } from '../live';
import { RunPlayer } from '../run-player';
import { dnsView } from './dns-view';

/** The DNS lab at work: what its chunk brings. */
export function LiveLab(props: LiveProps) {
  const { live } = props;
  if (live.lab !== 'dns') return null;
  switch (live.kind) {
    case 'run':
      return <RunPlayer {...props} view={dnsView} title={live.title} opening={live} goal={live.goal} />;
    case 'free':
      return <FreeLab {...props} view={dnsView} live={live} />;
    case 'task':
      return <KeptTask {...props} view={dnsView} live={live} />;
    default:
      return assertNever(live);
  }
}
