import { classRoles } from '@/lib/access/class-access';
import { isUuid } from '@/lib/classes/class-for';
import type { RosterAsked } from '@/lib/classes/roster-store';

export type RosterQuery = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks of the roster; what makes no sense in it is left out. */
export function readRosterQuery(query: RosterQuery): {
  asked: RosterAsked;
  said: { what: string; n: number } | undefined;
} {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value.replaceAll('\0', '').slice(0, 200) : '';
  };
  const role = classRoles.find((one) => one === text('role'));
  const [from, learnerId] = [text('from'), text('at')];
  return {
    asked: {
      search: text('q'),
      ...(text('group') ? { group: text('group') } : {}),
      ...(role ? { role } : {}),
      ...(isUuid(learnerId) ? { after: { listedAs: from, learnerId } } : {}),
    },
    said: text('said') ? { what: text('said'), n: Number.parseInt(text('n'), 10) || 0 } : undefined,
  };
}

type Place = { readonly listedAs: string; readonly learnerId: string };

/** The address that asks this. */
export function rosterAddress(
  address: string,
  { search, group, role, after }: Omit<RosterAsked, 'after'> & { after: Place | undefined },
): string {
  const query = new URLSearchParams({
    ...(search ? { q: search } : {}),
    ...(group ? { group } : {}),
    ...(role ? { role } : {}),
    ...(after ? { from: after.listedAs, at: after.learnerId } : {}),
  });
  return query.size > 0 ? `${address}?${query}` : address;
}
