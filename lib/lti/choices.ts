import { assignmentsOf } from '@/lib/assignments/class-assignment-store';
import { findExternal } from '@/lib/auth/external-store';
import { findAccountById } from '@/lib/auth/learner-store';
import { classFor } from '@/lib/classes/class-for';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { findCourse } from '@/lib/lti/course-store';
import type { Chosen } from '@/lib/lti/deep-linking';
import type { Launch } from '@/lib/lti/launch';
import { externalProvider, type Platform } from '@/lib/lti/platform';
import { inLocale, type Locale, otherLocale } from '@/lib/words/locale';

/** What a link may lead to, as who makes it may choose. */
export type Choices = {
  readonly paths: readonly Chosen[];
  readonly lessons: readonly { readonly path: string; readonly chosen: readonly Chosen[] }[];
  readonly assignments: readonly Chosen[];
};

/** Everything that is taught; and what was set to the course's class, for who sets it there. */
export async function choicesFor(platform: Platform, launch: Launch, locale: Locale): Promise<Choices> {
  const { paths } = await curriculum();
  return {
    paths: paths.map(({ id, title }) => ({ target: { kind: 'path', path: id }, title: inLocale(title, locale) })),
    lessons: paths.map(({ title, lessons }) => ({
      path: inLocale(title, locale),
      chosen: lessons.map(({ path, slug, texts }) => ({
        target: { kind: 'lesson', path, lesson: slug },
        title: (texts[locale] ?? texts[otherLocale(locale)])?.title ?? slug,
      })),
    })),
    assignments: await assignmentsFor(platform, launch, locale),
  };
}

async function assignmentsFor(platform: Platform, { context, deploymentId, subject }: Launch, locale: Locale) {
  const course = context && (await findCourse({ platformId: platform.id, deploymentId, contextId: context.id }));
  const owner = await findExternal({ provider: externalProvider(platform), subject });
  const account = owner && (await findAccountById(owner.learnerId));
  if (!course || !account || account.suspendedAt) return [];
  const who = { learnerId: account.id, role: account.role, guest: false };
  if (!(await classFor(who, course.classId, 'assign:work'))) return [];
  const all = await assignmentsOf(course.classId);
  return all
    .filter(({ withdrawnAt }) => !withdrawnAt)
    .map(({ id, title }): Chosen => ({ target: { kind: 'assignment', id }, title: inLocale(title, locale) }));
}
