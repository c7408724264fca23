import type { Who } from '@/lib/access/access';
import { mayInClass } from '@/lib/access/class-access';
import { classFor } from '@/lib/classes/class-for';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { transaction } from '@/lib/db/transaction';
import { addJob } from '@/lib/jobs/job-store';
import { type Course, enterCourse, findCourse, keepLink, noteLaunch, watchScore } from '@/lib/lti/course-store';
import type { KeptLaunch } from '@/lib/lti/launch-store';
import { rosterJob } from '@/lib/lti/outside-jobs';
import { readTarget, type Target, targetAddress } from '@/lib/lti/target';
import type { Locale } from '@/lib/words/locale';

/** Where a launch ends: a page of ours, or the question which class its course is, asked of who teaches it. */
export type Arrival = { readonly kind: 'at'; readonly address: string } | { readonly kind: 'which-class' };

/** The roster is asked for on an instructor's launch, but not on each. */
const ROSTER_PAUSE_MS = 30_000;

/** Takes the one who launched into the class of their course, remembers the link, and says where to go. */
export async function arrive(kept: KeptLaunch, who: Who, locale: Locale): Promise<Arrival> {
  const { launch, platformId } = kept;
  const target = await taughtTarget(launch.target);
  const { context } = launch;
  // A launch from no course: there is no class to be in.
  if (!context) return at(target ? targetAddress(target, locale) : `/${locale}`);
  const course = await findCourse({ platformId, deploymentId: launch.deploymentId, contextId: context.id });
  if (!course) {
    if (launch.role === 'instructor') return { kind: 'which-class' };
    // What can be read without a class can be read before its instructor has come.
    return at(target && target.kind !== 'assignment' ? targetAddress(target, locale) : `/${locale}`);
  }
  await noteLaunch(course.id, launch);
  if (!course.isArchived) await join(course, kept, who.learnerId);
  return at(await placeIn(course, target, who, locale));
}

async function join(course: Course, { launch }: KeptLaunch, learnerId: string): Promise<void> {
  const { subject, role } = launch;
  await transaction((client) => enterCourse(client, course, [{ learnerId, subject, role }]));
  const link = await keepLink(course.id, launch);
  if (link && role === 'learner' && launch.grades) await watchScore(link, learnerId, subject);
  if (role !== 'learner' && (launch.membershipsUrl ?? course.membershipsUrl))
    await addJob(rosterJob, { course: course.id }, { key: course.id, dueAt: new Date(Date.now() + ROSTER_PAUSE_MS) });
}

async function placeIn(course: Course, target: Target | null, who: Who, locale: Locale): Promise<string> {
  const seen = await classFor(who, course.classId, 'attend:class');
  const staff = await classFor(who, course.classId, 'view:class');
  const home = `/${locale}/teach/classes/${course.classId}`;
  if (staff && mayInClass(who, staff.role && { role: staff.role }, 'view:class')) {
    if (!target) return home;
    return target.kind === 'assignment' ? `${home}/assignments/${target.id}` : targetAddress(target, locale);
  }
  if (target && (target.kind !== 'assignment' || seen)) return targetAddress(target, locale);
  return `/${locale}/assignments`;
}

/** A link may lead to what is no longer taught; then it leads to the class. */
async function taughtTarget(text: string | null): Promise<Target | null> {
  const target = text === null ? undefined : readTarget(text);
  if (!target) return null;
  if (target.kind === 'assignment') return target;
  const { paths } = await curriculum();
  const path = paths.find(({ id }) => id === target.path);
  if (!path) return null;
  const isThere = target.kind === 'path' || path.lessons.some(({ slug }) => slug === target.lesson);
  return isThere ? target : { kind: 'path', path: target.path };
}

const at = (address: string): Arrival => ({ kind: 'at', address });
