import { randomUUID } from 'node:crypto';
import { audit } from '@/lib/audit/audit-store';
import type { ClassSeen } from '@/lib/classes/classroom';
import { transaction } from '@/lib/db/transaction';
import { lowerAllHands, lowerHand, raiseHand } from '@/lib/live/hand-store';
import { pushable } from '@/lib/live/pushable';
import { type RoomAction, turn } from '@/lib/live/room';
import { addEvent, changeRoom } from '@/lib/live/room-store';

type Acting = Pick<ClassSeen, 'classroom' | 'actor'>;

/**
 * What a member of staff does in the room of their class; who may is asked before. False: it is so already, or cannot be now.
 * Opening, closing and every question put to the class are written down.
 */
export async function actInRoom({ classroom, actor }: Acting, action: RoomAction): Promise<boolean> {
  if (classroom.archivedAt) return false;
  return changeRoom(classroom.id, async (room, client) => {
    const taken = turn(room, action, new Date().toISOString(), randomUUID);
    if (taken.kind === 'not-now') return null;
    const classId = classroom.id;
    if (action.kind === 'open') await audit({ actor, action: 'room-opened', subject: classId, classId }, client);
    if (action.kind === 'close') {
      await lowerAllHands(client, classId);
      await audit({ actor, action: 'room-closed', subject: classId, classId }, client);
    }
    if (action.kind === 'ask') await audit({ actor, action: 'question-put', subject: action.item, classId }, client);
    return { room: taken.room, fact: taken.fact };
  });
}

/** Puts a question to the class, as it is asked today. False: it is no question that can be put to a class. */
export async function askClass(acting: Acting, item: string): Promise<boolean> {
  const known = await pushable(acting.classroom, item);
  if (!known) return false;
  const { version, keyRevision } = known;
  return actInRoom(acting, { kind: 'ask', item: known.item, version, keyRevision });
}

/** A learner raises their hand, or takes it down; or a member of staff takes it down for them. */
export function moveHand(classId: string, learnerId: string, to: 'raised' | 'lowered'): Promise<boolean> {
  return transaction(async (client) => {
    const isMoved = await (to === 'raised' ? raiseHand : lowerHand)(client, classId, learnerId);
    if (isMoved) await addEvent(client, classId, { kind: `hand-${to}` }, learnerId);
    return isMoved;
  });
}

export function lowerHands(classId: string): Promise<void> {
  return transaction(async (client) => {
    for (const learnerId of await lowerAllHands(client, classId))
      await addEvent(client, classId, { kind: 'hand-lowered' }, learnerId);
  });
}
