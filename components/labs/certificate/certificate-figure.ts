import type { CertificateAction } from '@/lib/labs/certificate/action';
import { certificateLab } from '@/lib/labs/certificate/certificate-lab';
import type { CertificateEvent } from '@/lib/labs/certificate/event';
import type { CertificateGoal } from '@/lib/labs/certificate/goal';
import type { CertificateSetup } from '@/lib/labs/certificate/setup';
import type { CertificateState } from '@/lib/labs/certificate/state';
import { certificateLabWords } from '@/lib/words/certificate-lab';
import { certificateViewWords } from '@/lib/words/certificate-view';
import type { LabFigure } from '../lab-view';
import { CertificateTable } from './certificate-table';
import { CertificateWhole } from './certificate-whole';

/** What a page prints of this lab. */
export const certificateFigure: LabFigure<
  CertificateSetup,
  CertificateState,
  CertificateAction,
  CertificateEvent,
  CertificateGoal
> = {
  lab: certificateLab,
  name: (locale) => certificateViewWords[locale].name,
  goal: (goal, locale, setup) => certificateLabWords[locale].goal(byName(goal, setup)),
  Whole: CertificateWhole,
  Table: CertificateTable,
};

/** A goal that speaks of a server by the name under which the learner visits it. What speaks of a name anyway keeps the author's id. */
function byName(goal: CertificateGoal, { servers }: CertificateSetup): CertificateGoal {
  if (!('server' in goal) || 'name' in goal) return goal;
  const server = servers.find(({ id }) => id === goal.server);
  return server ? { ...goal, server: server.name } : goal;
}
