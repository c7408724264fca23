import { arrive } from './arrive';
import { type Moment, passTime } from './moment';
import { timeOut } from './resolver';
import type { DnsState, Job, Packet } from './state';
import { stubTimesOut } from './stub';

type Due =
  | { kind: 'packet'; at: number; packet: Packet }
  | { kind: 'job'; at: number; job: Job }
  | { kind: 'stub'; at: number; index: number };

/** What happens next, and when; null: nobody waits for anything. At the same moment arrivals come first. */
export function nextDue(state: DnsState): Due | null {
  const due: Due[] = [];
  const packet = state.packets[state.wire[0] ?? -1];
  if (packet) due.push({ kind: 'packet', at: packet.at, packet });
  for (const job of state.jobs) if (job.out) due.push({ kind: 'job', at: job.out.deadline, job });
  for (const [index, asked] of state.asked.entries())
    if (asked.answer === null) due.push({ kind: 'stub', at: asked.deadline, index });
  return due.reduce<Due | null>((first, one) => (first && first.at <= one.at ? first : one), null);
}

/** Lets it happen. */
export function happen(moment: Moment, due: Due): void {
  passTime(moment, due.at);
  if (due.kind === 'job') timeOut(moment, due.job);
  else if (due.kind === 'stub') stubTimesOut(moment, due.index);
  else {
    moment.state.wire.shift();
    arrive(moment, due.packet);
  }
}
