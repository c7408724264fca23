import type { ClassSeen } from '@/lib/classes/classroom';
import { readSharedRun } from '@/lib/live/shared-run';
import { actInRoom } from '@/lib/live/submit-room';

export type SharedLabReply =
  | { readonly status: 200; readonly body: { readonly shared: true } }
  | {
      readonly status: 400 | 409;
      readonly body: { readonly error: { readonly code: string; readonly message: string } };
    };

const faults = {
  unreadable: 'expected a lab as its link carries it: { lab, major, setup, seed, given, actions, at }',
  'other-version': 'this lab was made by another version of its engine',
  'too-long': 'expected at most 500 steps and 32 KiB',
  closed: 'the room is closed',
};

/** The class's screens show this lab at this step. */
export async function submitSharedLab(
  acting: Pick<ClassSeen, 'classroom' | 'actor'>,
  body: unknown,
): Promise<SharedLabReply> {
  const read = readSharedRun(body);
  if (read.kind !== 'run') return refused(400, read.kind);
  const isShared = await actInRoom(acting, { kind: 'share-lab', run: read.run });
  return isShared ? { status: 200, body: { shared: true } } : refused(409, 'closed');
}

function refused(status: 400 | 409, code: keyof typeof faults): SharedLabReply {
  return { status, body: { error: { code, message: faults[code] } } };
}
