import type { Localized } from '@/lib/words/locale';

export type CertifiedObjective = {
  /** `tcp-tls/three-way-four-way` */
  readonly lesson: string;
  readonly lessonTitle: Localized;
  readonly id: string;
  readonly text: Localized;
};

/** That somebody has mastered every objective of a path, as the path was on that day. */
export type Certificate = {
  readonly learnerId: string;
  readonly id: string;
  readonly path: string;
  /** As its holder wanted to be called. */
  readonly name: string;
  readonly title: Localized;
  readonly objectives: readonly CertifiedObjective[];
  readonly contentVersion: string;
  readonly issuedAt: Date;
  readonly revokedAt: Date | null;
};

/** What stays of one whose holder has left: nothing of whose it was. */
export type WithdrawnCertificate = Pick<Certificate, 'id' | 'path' | 'issuedAt'> & { readonly revokedAt: Date };
