'use client';
import { assertNever } from '@/lib/assert-never';
import { FreeLab } from '../free-lab';
import { KeptTask } from '../kept-task';
import type { LiveProps } from '../live';
import { RunPlayer } from '../run-player';
import { tlsView } from './tls-view';

/** The TLS lab at work: what its chunk brings. */
export function LiveLab(props: LiveProps) {
  const { live } = props;
  if (live.lab !== 'tls') return null;
  switch (live.kind) {
    case 'run':
      return <RunPlayer {...props} view={tlsView} title={live.title} opening={live} goal={live.goal} />;
    case 'free':
      return <FreeLab {...props} view={tlsView} live={live} />;
    case 'task':
      return <KeptTask {...props} view={tlsView} live={live} />;
    default:
      return assertNever(live);
  }
}
