import { type Task, taskSchema } from './task';

/** A task as an author would write it; a test says what differs. */
export function testTask(differs: object = {}): Task {
  return taskSchema.parse({
    id: 'close-cleanly',
    lab: 'tcp',
    title: { en: 'Close it cleanly' },
    setup: { client: { iss: 1_000 }, server: { iss: 5_000 } },
    given: [
      { kind: 'listen', side: 'server' },
      { kind: 'open', side: 'client' },
      { kind: 'next' },
      { kind: 'next' },
      { kind: 'next' },
    ],
    actions: ['close', 'next', 'wait'],
    goal: [{ kind: 'closed-cleanly' }],
    objective: 'close',
    minutes: 4,
    prompt: { en: 'Close the connection.' },
    ...differs,
  });
}

export const closing = [
  { kind: 'close', side: 'client' },
  { kind: 'close', side: 'server' },
  { kind: 'wait', ms: 600_000 },
];
