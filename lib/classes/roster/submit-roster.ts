import type { Actor } from '@/lib/audit/audit-store';
import type { Role } from '@/lib/auth/role';
import type { Classroom } from '@/lib/classes/classroom';
import { readColumns } from '@/lib/classes/roster/columns';
import { type RosterFault, readRoster } from '@/lib/classes/roster/read-roster';
import { readRows } from '@/lib/classes/roster/read-rows';
import type { Finding, FindingCode } from '@/lib/classes/roster/roster';
import { addLearner, badRows, findKeptRoster, keepRoster, planFor } from '@/lib/classes/roster/roster-import-store';
import { countSteps, type RosterNumbers, type RosterStep } from '@/lib/classes/roster/roster-plan';

/** Accounts that are somebody's own are entered only by whom the site itself made an instructor. */
export function mayEnrolOthers(siteRole: Role): boolean {
  return siteRole === 'instructor' || siteRole === 'admin';
}

/** Reads a file and keeps what it says; nothing is done yet. */
export async function submitRosterFile(
  classroom: Classroom,
  madeBy: string,
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<{ kind: 'kept'; id: string } | RosterFault> {
  const roster = readRoster(file.bytes);
  if (roster.kind === 'refused') return roster;
  if (roster.rows.length === 0 && roster.findings.length === 0) return { kind: 'refused', code: 'no-rows' };
  return { kind: 'kept', id: await keepRoster(classroom.id, madeBy, file.name, roster) };
}

/** The dry run: what would happen, and what is in the way. */
export type RosterPreview = {
  readonly file: string;
  readonly encoding: string;
  readonly kind: 'csv' | 'oneroster';
  readonly unknown: readonly string[];
  readonly findings: readonly Finding[];
  readonly bad: number;
  readonly numbers: RosterNumbers;
  readonly steps: readonly RosterStep[];
};

export async function previewRoster(classId: string, id: string, siteRole: Role): Promise<RosterPreview | undefined> {
  const kept = await findKeptRoster(classId, id);
  if (!kept) return undefined;
  const { file, roster } = kept;
  const plan = await planFor(classId, roster.rows, mayEnrolOthers(siteRole));
  const findings = [...roster.findings, ...plan.findings].sort((one, other) => one.row - other.row);
  const { kind, encoding, unknown } = roster;
  return {
    file,
    encoding,
    kind,
    unknown,
    findings,
    bad: badRows(findings),
    numbers: countSteps(plan.steps),
    steps: plan.steps,
  };
}

/** One learner by a form; `group` may be ''. */
export async function submitOneLearner(
  classroom: Classroom,
  typed: { readonly name: string; readonly email: string; readonly group: string },
  by: { readonly actor: Actor; readonly siteRole: Role },
): Promise<{ kind: 'done'; step: RosterStep['kind'] } | { kind: 'refused'; code: FindingCode }> {
  const cells = [typed.name, typed.email, typed.group].map((cell) => cell.slice(0, 1000).trim());
  const { rows, findings } = readRows([{ row: 1, cells }], readColumns(['name', 'email', 'group']));
  const [row] = rows;
  if (!row) return { kind: 'refused', code: findings[0]?.code ?? 'name-missing' };
  return addLearner(classroom, row, { actor: by.actor, mayEnrolOthers: mayEnrolOthers(by.siteRole) });
}
