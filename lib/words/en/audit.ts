import type { AuditAction } from '@/lib/audit/audit';

/** What a sentence is told: who did it, to what (a name where one still stands, else an id), and what was written down with it. */
export type AuditSaid = {
  readonly who: string;
  readonly what: string;
  readonly detail: Readonly<Record<string, string>>;
};

const from = ({ from: was = '', to = '' }: AuditSaid['detail']) => (was || to ? `: ${was || '–'} → ${to || '–'}` : '');

export const audit: {
  readonly someone: string;
  readonly gone: (id: string) => string;
  readonly unknown: (action: string, said: AuditSaid) => string;
  readonly actions: Readonly<Record<AuditAction, (said: AuditSaid) => string>>;
} = {
  /** Who has left, or was erased. */
  someone: 'Someone who is gone',
  gone: (id) => `someone who is gone (${id})`,
  unknown: (action, { who, what }) => `${who}: ${action} (${what}).`,
  actions: {
    regrade: ({ who, what }) => `${who} began grading ${what} again.`,
    'regrade-done': ({ who, what }) => `${who} graded ${what} again.`,
    'class-made': ({ who, what }) => `${who} made the class ${what}.`,
    'class-changed': ({ who, what }) => `${who} changed the settings of ${what}.`,
    'class-archived': ({ who, what }) => `${who} archived the class ${what}.`,
    'class-restored': ({ who, what }) => `${who} took the class ${what} out of the archive.`,
    'class-copied': ({ who, what }) => `${who} copied the class ${what}.`,
    'class-erased': ({ who, what }) => `${who} erased the class ${what}.`,
    'code-rotated': ({ who, what }) => `${who} changed the join code of ${what}.`,
    'roster-imported': ({ who, what }) => `${who} took a roster file over into ${what}.`,
    'learner-added': ({ who, what }) => `${who} added ${what} to the class.`,
    'learner-removed': ({ who, what }) => `${who} removed ${what} from the class.`,
    'learner-let-in': ({ who, what }) => `${who} let ${what} into the class.`,
    'learner-turned-away': ({ who, what }) => `${who} turned ${what} away.`,
    'group-changed': ({ who, what, detail }) => `${who} changed the group of ${what}${from(detail)}.`,
    'role-in-class-changed': ({ who, what, detail }) => `${who} changed what ${what} is in the class${from(detail)}.`,
    'cards-made': ({ who, what }) => `${who} made sign-in cards for ${what}.`,
    'reset-link-made': ({ who, what }) => `${who} made a link for a new password of ${what}.`,
    'names-shown': ({ who, what }) => `${who} had the names of ${what} shown.`,
    'names-hidden': ({ who, what }) => `${who} had the names of ${what} hidden.`,
    'assignment-made': ({ who, what }) => `${who} set the assignment ${what}.`,
    'assignment-changed': ({ who, what }) => `${who} changed the assignment ${what}.`,
    'assignment-withdrawn': ({ who, what }) => `${who} withdrew the assignment ${what}.`,
    'extension-given': ({ who, what }) => `${who} gave more time in ${what}.`,
    'extension-taken': ({ who, what }) => `${who} took an extension in ${what} back.`,
    'question-written': ({ who, what }) => `${who} wrote the question ${what}.`,
    'question-changed': ({ who, what }) => `${who} changed the question ${what}.`,
    'grade-overridden': ({ who, what, detail }) => `${who} gave ${what} another grade${from(detail)}.`,
    'grade-restored': ({ who, what }) => `${who} took back the grade that had been given to ${what}.`,
    'work-excused': ({ who, what }) => `${who} excused ${what}.`,
    'comment-written': ({ who, what }) => `${who} wrote a comment to ${what}.`,
    'comment-removed': ({ who, what }) => `${who} removed a comment to ${what}.`,
    'answer-marked': ({ who, what }) => `${who} marked an answer of ${what}.`,
    'marking-undone': ({ who, what }) => `${who} took back how an answer of ${what} had been marked.`,
    'answer-accepted': ({ who, what }) => `${who} accepted a further answer to ${what}.`,
    'question-dropped': ({ who, what }) => `${who} dropped the question ${what}.`,
    'full-credit-given': ({ who, what }) => `${who} gave everybody full credit for ${what}.`,
    'correction-undone': ({ who, what }) => `${who} took a correction of ${what} back.`,
    'report-settled': ({ who, what }) => `${who} settled a report on ${what}.`,
    'gradebook-exported': ({ who, what }) => `${who} exported the grades of ${what}.`,
    'room-opened': ({ who, what }) => `${who} opened the room of ${what}.`,
    'room-closed': ({ who, what }) => `${who} closed the room of ${what}.`,
    'question-put': ({ who, what }) => `${who} put the question ${what} to the room.`,
    'person-made': ({ who, what }) => `${who} made an account for ${what}.`,
    'person-role-changed': ({ who, what, detail }) => `${who} changed the role of ${what}${from(detail)}.`,
    'person-suspended': ({ who, what }) => `${who} suspended ${what}.`,
    'person-let-back': ({ who, what }) => `${who} let ${what} back in.`,
    'person-erased': ({ who, what }) => `${who} erased ${what}.`,
    'setting-changed': ({ who, what, detail }) => `${who} changed the setting ${what}${from(detail)}.`,
    'job-retried': ({ who, what, detail }) => `${who} had a failed job tried again: ${detail.kind ?? what}.`,
    'job-dropped': ({ who, what, detail }) => `${who} dropped a failed job: ${detail.kind ?? what}.`,
    'lti-platform-added': ({ who, what }) => `${who} connected the learning platform ${what}.`,
    'lti-platform-changed': ({ who, what }) => `${who} changed the learning platform ${what}.`,
    'lti-platform-removed': ({ who, what }) => `${who} removed the learning platform ${what}.`,
    'lti-invited': ({ who, what }) => `${who} made an invitation for a learning platform (${what}).`,
    'lti-linked': ({ who, what }) => `${who} linked ${what} with a course of a learning platform.`,
  },
};
