import { findAccountById } from '@/lib/auth/learner-store';
import { makeClass } from '@/lib/classes/change-class-store';
import { classFor } from '@/lib/classes/class-for';
import { classPlanSchema } from '@/lib/classes/class-plan';
import { arrive } from '@/lib/lti/arrive';
import { connectCourse } from '@/lib/lti/course-store';
import { type Refused, refused } from '@/lib/lti/launch';
import type { Opened } from '@/lib/lti/open-launch';
import { readTarget } from '@/lib/lti/target';
import type { Locale } from '@/lib/words/locale';

type Connected =
  | { readonly kind: 'connected'; readonly address: string }
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'not-yours' };

/**
 * Makes the course of a launch a class: `new` with this name, or one that the asker is an instructor of. Who may is said by the platform, whose word
 * on who teaches its course an administrator here has chosen to believe; so the site's own rule on who makes classes is not asked.
 */
export async function connectClass(
  { kept, present }: Opened,
  wanted: string,
  name: string,
  locale: Locale,
): Promise<Connected | Refused> {
  const { launch, platformId } = kept;
  const isTheirs = present !== null && present.learnerId === kept.learnerId;
  const account = isTheirs ? await findAccountById(present.learnerId) : null;
  if (!account || !present || launch.role !== 'instructor' || !launch.context) return refused('used-ticket');
  const actor = { id: account.id, name: account.login };
  const classId = wanted === 'new' ? await newClass(name, launch.target, locale, actor) : wanted;
  if (classId === null) return { kind: 'name-missing' };
  if (!(await classFor(present, classId, 'change:class'))) return { kind: 'not-yours' };
  const { context, deploymentId } = launch;
  await connectCourse({ platformId, deploymentId, contextId: context.id }, context.title, classId, actor);
  const arrival = await arrive(kept, present, locale);
  return { kind: 'connected', address: arrival.kind === 'at' ? arrival.address : `/${locale}` };
}

/** A class that follows the path its first link leads to. Null: it has no name. */
async function newClass(
  name: string,
  target: string | null,
  locale: Locale,
  maker: { id: string; name: string },
): Promise<string | null> {
  const first = target === null ? undefined : readTarget(target);
  const paths = first && first.kind !== 'assignment' ? [first.path] : [];
  const plan = classPlanSchema.safeParse({ name, timeZone: 'UTC', locale, paths, isPseudonymous: false });
  return plan.success ? makeClass(plan.data, maker) : null;
}
