import { audit } from '@/lib/audit/audit-store';
import { transaction } from '@/lib/db/transaction';
import { JobPoisoned, type Run } from '@/lib/jobs/job';
import { json, refusal } from '@/lib/lti/access-token';
import { callService } from '@/lib/lti/call-service';
import { courseById, enterCourse, leaveCourse, noteSynced } from '@/lib/lti/course-store';
import { type CourseMember, membersSchema, nextPage, presentMembers } from '@/lib/lti/members';
import type { Platform } from '@/lib/lti/platform';
import { findPlatform } from '@/lib/lti/platform-store';
import { accountsOf } from '@/lib/lti/school-account-store';
import { scopes } from '@/lib/lti/scopes';
import type { Reach } from '@/lib/outside/call-outside';
import { reachOutside } from '@/lib/outside/reach';

/** A course's whole roster; beyond it somebody's server is playing with us. */
const MOST_PAGES = 200;
const MOST_MEMBERS = 20_000;
const PAGE_BYTES = 8 * 1024 * 1024;

/**
 * Brings a class in line with its course: who is new is in it, who is gone from there has left. Nothing of theirs is erased. All of the roster is
 * read before anything is changed, so that a platform that fails half-way throws nobody out.
 */
export function rosterRun(reachOf: () => Promise<Reach> = reachOutside): Run<{ course: string }> {
  return async ({ payload, signal }) => {
    const course = await courseById(payload.course);
    const platform = course && (await findPlatform(course.platformId));
    // Disconnected, or put away, since it was asked for: nothing is left to do.
    if (!course?.membershipsUrl || !platform || course.isArchived) return;
    const members = await readMembers(platform, course.membershipsUrl, await reachOf(), signal);
    // An empty course is a platform's fault more often than an empty course.
    if (members.length === 0) throw new Error('The platform named no members.');
    await transaction(async (client) => {
      const accounts = await accountsOf(platform, members, client);
      const known = members.flatMap(({ subject, role }) => {
        const learnerId = accounts.get(subject);
        return learnerId ? [{ learnerId, subject, role }] : [];
      });
      const came = await enterCourse(client, course, known);
      const left = await leaveCourse(
        client,
        course,
        known.map(({ learnerId }) => learnerId),
      );
      await noteSynced(client, course.id);
      if (came + left === 0) return;
      const detail = { from: 'lti', added: came, left };
      await audit(
        {
          actor: { name: platform.name },
          action: 'roster-imported',
          subject: course.classId,
          classId: course.classId,
          detail,
        },
        client,
      );
    });
  };
}

async function readMembers(
  platform: Platform,
  membershipsUrl: string,
  reach: Reach,
  signal: AbortSignal,
): Promise<CourseMember[]> {
  const pages = [];
  let count = 0;
  const { origin } = new URL(membershipsUrl);
  let next: string | undefined = membershipsUrl;
  const seen = new Set<string>();
  while (next !== undefined) {
    if (seen.has(next) || seen.size >= MOST_PAGES) throw new JobPoisoned('The roster does not end.');
    seen.add(next);
    const reply = await callService(
      platform,
      scopes.members,
      {
        url: next,
        headers: { accept: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json' },
        maxBytes: PAGE_BYTES,
        signal,
      },
      reach,
    );
    if (reply.status !== 200) throw refusal('The platform does not tell its members', reply);
    const page = membersSchema.safeParse(json(reply));
    if (!page.success) throw new Error(`The roster cannot be read at ${page.error.issues[0]?.path.join('.')}.`);
    count += page.data.members.length;
    if (count > MOST_MEMBERS) throw new JobPoisoned(`The roster has more than ${MOST_MEMBERS} members.`);
    pages.push(page.data);
    next = nextPage(reply.headers.link);
    // The token is for this platform; it is not carried elsewhere.
    if (next !== undefined && (!URL.canParse(next) || new URL(next).origin !== origin))
      throw new JobPoisoned('The roster’s next page is on another site.');
  }
  return presentMembers(pages);
}
