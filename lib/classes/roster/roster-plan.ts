import type { Finding, FindingCode, RosterRow } from '@/lib/classes/roster/roster';

/** An account that a row may mean, and what it is in this class. */
export type KnownPerson = {
  readonly learnerId: string;
  /** Only of accounts that this class made; of nobody else is the name looked at. */
  readonly name: string | null;
  readonly login: string | null;
  readonly email: string | null;
  readonly isMadeHere: boolean;
  /** Undefined: was never here. */
  readonly member?: {
    readonly role: 'learner' | 'assistant' | 'instructor';
    readonly group: string | null;
    readonly externalId: string | null;
    readonly hasLeft: boolean;
  };
};

export type RosterStep =
  | { readonly kind: 'make'; readonly row: RosterRow }
  | { readonly kind: 'enrol'; readonly row: RosterRow; readonly learnerId: string }
  | { readonly kind: 'change'; readonly row: RosterRow; readonly learnerId: string; readonly movesGroup: boolean }
  | { readonly kind: 'nothing'; readonly row: RosterRow; readonly learnerId: string };

export type RosterPlan = { readonly steps: readonly RosterStep[]; readonly findings: readonly Finding[] };

/**
 * What taking a roster over would do, row by row. Whom a row means is decided by the school's number in this class, then by address, then by login; a row
 * with a name alone means somebody of that name whose account this class made, the first row the first of them. `mayEnrolOthers`: people whose
 * accounts are their own are entered only by whom the site made an instructor; from others they get the code.
 */
export function planRoster(
  rows: readonly RosterRow[],
  people: readonly KnownPerson[],
  { mayEnrolOthers, mostGroups }: { mayEnrolOthers: boolean; mostGroups: readonly string[] | undefined },
): RosterPlan {
  const known = indexOf(people);
  const taken = new Set<string>();
  const steps: RosterStep[] = [];
  const findings: Finding[] = [];
  const refuse = (row: RosterRow, code: FindingCode, found: string) =>
    findings.push({ row: row.row, column: '', code, found, isBad: true });
  for (const row of rows) {
    const meant = [
      row.externalId && known.byExternalId.get(row.externalId),
      row.email && known.byEmail.get(row.email),
      row.login && known.byLogin.get(row.login),
    ].filter((person) => person !== undefined && person !== '');
    const byName = meant.length === 0 && !row.email && !row.login ? known.takeByName(row, taken) : undefined;
    const person = meant[0] ?? byName;
    if (new Set(meant).size > 1) refuse(row, 'ids-differ', row.email ?? row.login ?? '');
    else if (mostGroups && row.group && !mostGroups.includes(row.group)) refuse(row, 'groups-many', row.group);
    else if (!person) steps.push({ kind: 'make', row });
    else if (taken.has(person.learnerId)) refuse(row, 'row-twice', row.email ?? row.login ?? row.name);
    else {
      taken.add(person.learnerId);
      const step = stepFor(row, person);
      if (person.member && !person.member.hasLeft && person.member.role !== 'learner')
        refuse(row, 'is-staff', row.name);
      else if (step.kind === 'enrol' && !person.isMadeHere && !mayEnrolOthers)
        refuse(row, 'not-yours', row.email ?? row.login ?? '');
      else steps.push(step);
    }
  }
  return { steps, findings };
}

function stepFor(row: RosterRow, { learnerId, member }: KnownPerson): RosterStep {
  if (!member || member.hasLeft) return { kind: 'enrol', row, learnerId };
  const movesGroup = row.group !== undefined && row.group !== member.group;
  const isNumbered = row.externalId !== undefined && row.externalId !== member.externalId;
  return movesGroup || isNumbered
    ? { kind: 'change', row, learnerId, movesGroup }
    : { kind: 'nothing', row, learnerId };
}

function indexOf(people: readonly KnownPerson[]) {
  const byExternalId = new Map<string, KnownPerson>();
  const byEmail = new Map<string, KnownPerson>();
  const byLogin = new Map<string, KnownPerson>();
  const byName = new Map<string, KnownPerson[]>();
  for (const person of people) {
    if (person.member?.externalId) byExternalId.set(person.member.externalId, person);
    if (person.email) byEmail.set(person.email, person);
    if (person.login) byLogin.set(person.login, person);
    // Somebody with a number is meant by the number.
    if (person.isMadeHere && person.name && person.member)
      byName.set(person.name, [...(byName.get(person.name) ?? []), person]);
  }
  return {
    byExternalId,
    byEmail,
    byLogin,
    takeByName: (row: RosterRow, taken: ReadonlySet<string>) =>
      byName
        .get(row.name)
        ?.find(
          ({ learnerId, member }) =>
            !taken.has(learnerId) && (!row.externalId || !member?.externalId || member.externalId === row.externalId),
        ),
  };
}

export type RosterNumbers = {
  readonly accounts: number;
  readonly enrolled: number;
  readonly moved: number;
  readonly renumbered: number;
  readonly unchanged: number;
};

export function countSteps(steps: readonly RosterStep[]): RosterNumbers {
  const of = (is: (step: RosterStep) => boolean) => steps.filter(is).length;
  return {
    accounts: of(({ kind }) => kind === 'make'),
    enrolled: of(({ kind }) => kind === 'enrol'),
    moved: of((step) => step.kind === 'change' && step.movesGroup),
    renumbered: of((step) => step.kind === 'change' && !step.movesGroup),
    unchanged: of(({ kind }) => kind === 'nothing'),
  };
}
