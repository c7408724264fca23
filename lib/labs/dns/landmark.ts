import type { DnsState } from './state';

/** How far somebody is: `nothing-yet`, `asked`, `at-the-root`, `referred`, `alias-followed`, `answered`, `answered-from-cache`, `failed`, `poisoned`. */
export function landmark(state: DnsState): string {
  const { history, cache, asked } = state;
  if (asked.length === 0 && history.length === 0) return 'nothing-yet';
  if ([...cache.values()].some(({ isFalse }) => isFalse)) return 'poisoned';
  for (const { note } of [...history].reverse()) {
    if (note.code === 'stub-answered')
      return note.fromCache ? 'answered-from-cache' : note.rcode === 'SERVFAIL' ? 'failed' : 'answered';
    if (note.code === 'stub-gave-up' || note.code === 'failed') return 'failed';
    if (note.code === 'alias') return 'alias-followed';
    if (note.code === 'referred') return 'referred';
    if (note.code === 'asks' && note.zone === '.') return 'at-the-root';
  }
  return 'asked';
}
