import { randomUUID } from 'node:crypto';
import type { SessionClaims } from '@/lib/auth/session-token';
import type { Certificate } from '@/lib/certificates/certificate';
import { certificatesOf, issueCertificate } from '@/lib/certificates/certificate-store';
import { contentVersion, masteredPaths, pathObjectives } from '@/lib/certificates/path-objectives';
import type { Path } from '@/lib/curriculum/lesson';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { progressOf } from '@/lib/progress/submit-progress';

type Session = Pick<SessionClaims, 'learnerId' | 'guest'>;

export type Earned = {
  readonly issued: readonly Certificate[];
  /** Mastered, and no valid certificate asked for yet. */
  readonly ready: readonly Path[];
};

/** What a learner holds, and what they could ask for. */
export async function earnedBy({ learnerId }: Session): Promise<Earned> {
  const [taught, progress, issued] = await Promise.all([
    curriculum(),
    progressOf(learnerId),
    certificatesOf(learnerId),
  ]);
  const held = new Set(issued.filter(({ revokedAt }) => !revokedAt).map(({ path }) => path));
  return { issued, ready: masteredPaths(taught.paths, progress.lessons).filter(({ id }) => !held.has(id)) };
}

export type Issued =
  | { readonly kind: 'issued'; readonly certificate: Certificate }
  | { readonly kind: 'no-account' | 'unknown-path' | 'not-mastered' | 'bad-name' };

/** Issues the certificate of a path, to who has an account and has mastered all of it; asked for again, the same one. */
export async function submitCertificate(session: Session | null, pathId: string, name: string): Promise<Issued> {
  if (!session || session.guest) return { kind: 'no-account' };
  const { learnerId } = session;
  const [taught, progress] = await Promise.all([curriculum(), progressOf(learnerId)]);
  const path = taught.path(pathId);
  if (!path) return { kind: 'unknown-path' };
  if (!masteredPaths([path], progress.lessons).length) return { kind: 'not-mastered' };
  const asCalled = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  // No control or direction characters: they would rewrite the sentence around them.
  if (asCalled === '' || [...asCalled].length > 80 || /[\p{Cc}\p{Cf}\p{Cs}]/u.test(asCalled))
    return { kind: 'bad-name' };
  const certificate = await issueCertificate({
    learnerId,
    id: randomUUID(),
    path: path.id,
    name: asCalled,
    title: path.title,
    objectives: pathObjectives(path),
    contentVersion: contentVersion(path),
  });
  return certificate ? { kind: 'issued', certificate } : { kind: 'no-account' };
}
