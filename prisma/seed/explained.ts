import { ownItem } from '@/lib/assignments/own-question';
import { saveOwnQuestion } from '@/lib/assignments/own-question-store';
import type { Assignment } from '@/lib/attempts/assignment';
import { insertAssignment } from '@/lib/attempts/assignment-store';
import { itemVersion, secretFormOf } from '@/lib/attempts/known-version';
import { makeAssignment } from '@/lib/attempts/make-assignment';
import { registerForms } from '@/lib/attempts/version-store';
import { transaction } from '@/lib/db/transaction';
import { questionSchema } from '@/lib/quiz/question';
import type { Dice } from './dice';

const hour = 3_600_000;

const question = questionSchema.parse({
  id: 'why-not-two',
  kind: 'written',
  objective: 'open',
  use: 'assessed',
  marked: 'person',
  prompt: {
    en: 'Two segments would be quicker than three. Explain in your own words what could go wrong with a handshake of two.',
    zh: '两次握手比三次更快。用自己的话说说，只握手两次会出什么问题。',
  },
  rubric: [
    {
      id: 'old-segment',
      text: {
        en: 'An old SYN that comes late opens a connection nobody wants',
        zh: '迟到的旧SYN会打开一个没人要的连接',
      },
      points: 2,
    },
    {
      id: 'numbers',
      text: {
        en: 'Both sides must know that their sequence numbers have arrived',
        zh: '双方都要确认自己的序号已被对方收到',
      },
      points: 1,
    },
  ],
  length: { min: 20, max: 1_500 },
});

/** What was written, in both languages, better and worse. */
export const explanations = [
  'If an old SYN from an earlier connection turns up late, the server would think somebody wants to talk and keep a connection open that the client knows nothing of. With the third segment the client can say no.',
  'Because three is safer than two, the server is sure then.',
  '服务器发出SYN-ACK以后，并不知道客户端有没有收到它的序号。只有两次握手，迟到的SYN也会让服务器白白开着连接。',
  'The server could send data before it knows that its own sequence number has arrived. A duplicate SYN would open a half connection; that wastes memory.',
  '网络里可能还有以前的SYN，它晚到了，服务器就以为是新的连接。',
  'I think nothing goes wrong if the network is good, but when a packet is lost they have to start again.',
  'Each side has to acknowledge the other one’s initial sequence number. With two segments the server’s is never acknowledged.',
] as const;

/** Sets a question that a person marks, written for this class, open from an hour ago for two days. */
export async function setWritten(classId: string, dice: Dice): Promise<Assignment> {
  const own = ownItem({ classId, slug: question.id, question, changedAt: new Date(), removedAt: null });
  await transaction((client) => saveOwnQuestion(client, classId, question, true));
  const [known] = await registerForms([{ item: own.id, version: itemVersion(own), form: secretFormOf(own) }]);
  const now = Date.now();
  const made = makeAssignment(
    { items: [own], current: () => known },
    {
      classId,
      title: { en: 'In your own words', zh: '用自己的话说' },
      policy: { kind: 'graded', tries: 1, credit: [1], feedback: 'after-due', late: { hours: 0, credit: 1 } },
      selection: { kind: 'items', items: [own.id] },
      opensAt: new Date(now - hour),
      dueAt: new Date(now + 47 * hour),
    },
  );
  if (made.kind === 'refused') throw new Error(`the demonstration cannot assign ${made.name}: ${made.code}`);
  const assignment = { ...made.assignment, id: dice.uuid(), frozenAt: new Date(now - hour), withdrawnAt: null };
  await insertAssignment(assignment);
  return assignment;
}
