import { randomUUID } from 'node:crypto';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClassRole } from '@/lib/access/class-access';
import type { SessionClaims } from '@/lib/auth/session-token';
import { classFor } from '@/lib/classes/class-for';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { LiveRooms, mostOfOneLearner } from '@/lib/live/live-rooms';
import { findRoom } from '@/lib/live/room-store';
import { actInRoom, moveHand } from '@/lib/live/submit-room';
import { openRoomStream } from '@/lib/server/room-stream';

withTestDatabase();

const people = new Map<string, SessionClaims>();
const faults: unknown[] = [];
let server: Server;
let origin = '';
let rooms: LiveRooms;
const open = new Set<IncomingMessage>();

beforeAll(async () => {
  rooms = new LiveRooms((error) => faults.push(error), 100);
  server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '', 'http://test');
    const session = people.get(String(request.headers['x-who'])) ?? null;
    const classId = decodeURIComponent(pathname.split('/')[3] ?? '');
    openRoomStream({ classId, query: search.slice(1), session }, rooms, request, response).catch((error: unknown) => {
      faults.push(error);
      response.destroy();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(async () => {
  for (const one of open) one.destroy();
  await rooms.close();
  server.closeAllConnections();
  server.close();
});

async function person(name: string, role: SessionClaims['role'] = 'learner'): Promise<SessionClaims> {
  const claims = { learnerId: randomUUID(), sessionId: randomUUID(), guest: false, role, name };
  await pool().query('INSERT INTO learner (id, name, login, role) VALUES ($1, $2, $3, $4::"Role")', [
    claims.learnerId,
    name,
    `${name}-${claims.learnerId.slice(0, 8)}`,
    role,
  ]);
  await pool().query("INSERT INTO session (learner_id, id, expires_at) VALUES ($1, $2, now() + interval '1 hour')", [
    claims.learnerId,
    claims.sessionId,
  ]);
  people.set(claims.learnerId, claims);
  return claims;
}

async function classroom(members: readonly [SessionClaims, ClassRole][]): Promise<string> {
  const id = randomUUID();
  await pool().query("INSERT INTO class (id, name) VALUES ($1, 'TCP')", [id]);
  for (const [{ learnerId }, role] of members)
    await pool().query('INSERT INTO enrolment (learner_id, class_id, role) VALUES ($1, $2, $3::"ClassRole")', [
      learnerId,
      id,
      role,
    ]);
  return id;
}

async function acting(who: SessionClaims, classId: string) {
  const seen = await classFor(who, classId, 'run:room');
  if (!seen) throw new Error('expected staff');
  return seen;
}

type Stream = {
  status: number;
  text: () => string;
  frames: () => { id: number; data: Record<string, unknown> }[];
  ended: Promise<void>;
  close: () => void;
};

/** A browser's side of a stream, told as text. */
function stream(
  who: SessionClaims | null,
  classId: string,
  query = '',
  headers: Record<string, string> = {},
): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const address = `${origin}/api/classes/${encodeURIComponent(classId)}/events${query}`;
    const request = get(address, { headers: { 'x-who': who?.learnerId ?? '', ...headers } }, (response) => {
      let text = '';
      open.add(response);
      response.setEncoding('utf8').on('data', (piece) => {
        text += piece;
      });
      const ended = new Promise<void>((done) => response.once('close', () => done()));
      resolve({
        status: response.statusCode ?? 0,
        text: () => text,
        frames: () =>
          [...text.matchAll(/^id: (\d+)\ndata: (.*)$/gm)].map(([, id, data]) => ({
            id: Number(id),
            data: JSON.parse(data ?? '{}'),
          })),
        ended,
        close: () => response.destroy(),
      });
    });
    request.once('error', reject);
  });
}

/** Waits until it is so; the streams' own clock is real. */
async function until(isSo: () => boolean): Promise<void> {
  const late = performance.now() + 8_000;
  while (!isSo()) {
    if (performance.now() > late) throw new Error('expected it within eight seconds');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const seqsIn = (one: Stream) =>
  one
    .frames()
    .flatMap(({ data }) => (Array.isArray(data.events) ? data.events.map((event: { seq: number }) => event.seq) : []));

const ask = { kind: 'ask', item: 'p/l/q', version: 'v', keyRevision: 1 } as const;

describe('who may hear a room', () => {
  test('nobody else: a stranger, a guest, another class, a class that is none and a malformed one are answered alike', async () => {
    const [mara, ann, eve] = [await person('mara'), await person('ann'), await person('eve')];
    const classId = await classroom([
      [mara, 'instructor'],
      [ann, 'learner'],
    ]);
    await classroom([[eve, 'instructor']]);
    const guest = { ...(await person('guest')), guest: true };
    people.set(guest.learnerId, guest);
    const answers = await Promise.all([
      stream(eve, classId),
      stream(guest, classId),
      stream(null, classId),
      stream(ann, randomUUID()),
      stream(ann, 'drop table'),
      stream(ann, classId, '?side=staff'),
      stream(mara, classId, '?side=learner'),
      stream(mara, classId, '?side=everything'),
    ]);
    await Promise.all(answers.map(({ ended }) => ended));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text()}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });

  test('an administrator sees the staff’s side of every class', async () => {
    const [admin, mara] = [await person('admin', 'admin'), await person('mara')];
    const one = await stream(admin, await classroom([[mara, 'instructor']]));
    expect(one.status).toBe(200);
    one.close();
  });

  test('a stream ends within seconds when its session is revoked, or its place in the class is taken', async () => {
    const [mara, ann, ben] = [await person('mara'), await person('ann'), await person('ben')];
    const classId = await classroom([
      [mara, 'instructor'],
      [ann, 'learner'],
      [ben, 'learner'],
    ]);
    const streams = await Promise.all([stream(mara, classId), stream(ann, classId), stream(ben, classId)]);
    await pool().query('UPDATE session SET revoked_at = now() WHERE learner_id = $1', [ann.learnerId]);
    await pool().query('UPDATE enrolment SET left_at = now() WHERE learner_id = $1', [ben.learnerId]);
    await pool().query("UPDATE enrolment SET role = 'learner' WHERE learner_id = $1", [mara.learnerId]);
    await Promise.all(streams.map(({ ended }) => ended));
  });

  test('one learner has only so many streams at a time', async () => {
    const [mara, ann] = [await person('mara'), await person('ann')];
    const classId = await classroom([
      [mara, 'instructor'],
      [ann, 'learner'],
    ]);
    const many = await Promise.all(Array.from({ length: mostOfOneLearner }, () => stream(ann, classId)));
    expect(many.map(({ status }) => status)).toEqual(Array(mostOfOneLearner).fill(200));
    expect((await stream(ann, classId)).status).toBe(429);
    for (const one of many) one.close();
    await until(() => rooms.refusal(ann.learnerId) === null);
  });
});

describe('what is heard', () => {
  test('every event once and in order, through any number of broken connections', async () => {
    const [mara, ann] = [await person('mara'), await person('ann')];
    const classId = await classroom([
      [mara, 'instructor'],
      [ann, 'learner'],
    ]);
    const seen = await acting(mara, classId);
    const heard: number[] = [];
    let last = 0;
    for (let round = 0; round < 4; round += 1) {
      const one = await stream(ann, classId, '?since=0', round === 0 ? {} : { 'last-event-id': String(last) });
      if (round === 0) await actInRoom(seen, { kind: 'open' });
      await actInRoom(seen, ask);
      // Some are told while it listens, some while nobody does.
      await until(() => (one.frames().at(-1)?.id ?? 0) > last);
      one.close();
      await one.ended;
      heard.push(...seqsIn(one));
      last = one.frames().at(-1)?.id ?? last;
      await actInRoom(seen, { kind: 'clear' });
    }
    const { seq } = await findRoom(classId);
    const end = await stream(ann, classId, '', { 'last-event-id': String(last) });
    await until(() => (end.frames().at(-1)?.id ?? 0) === seq);
    end.close();
    expect([...heard, ...seqsIn(end)]).toEqual(Array.from({ length: seq }, (_, at) => at + 1));
  });

  test('is told to look anew when it comes back from too far away, or from a time that never was', async () => {
    const [mara, ann] = [await person('mara'), await person('ann')];
    const classId = await classroom([
      [mara, 'instructor'],
      [ann, 'learner'],
    ]);
    await actInRoom(await acting(mara, classId), { kind: 'open' });
    await pool().query('DELETE FROM room_event WHERE class_id = $1', [classId]);
    for (const since of [0, 999]) {
      const one = await stream(ann, classId, `?since=${since}`);
      await until(() => one.frames().length > 0);
      expect(one.frames()).toEqual([{ id: 1, data: { reset: true } }]);
      one.close();
      await one.ended;
    }
  });

  test('a learner hears of their own hand and of nobody else’s; staff see whose it is', async () => {
    const [mara, ann, ben] = [await person('mara'), await person('ann'), await person('Benedikt')];
    const classId = await classroom([
      [mara, 'instructor'],
      [ann, 'learner'],
      [ben, 'learner'],
    ]);
    const seen = await acting(mara, classId);
    await actInRoom(seen, { kind: 'open' });
    const [staff, learner, own] = await Promise.all([
      stream(mara, classId),
      stream(ann, classId, '?since=0'),
      stream(ben, classId, '?since=0'),
    ]);
    await moveHand(classId, ben.learnerId, 'raised');
    await actInRoom(seen, ask);
    await until(() => learner.text().includes('"asked"') && own.text().includes('hand-raised'));
    await until(() => staff.text().includes('"hands":[{'));
    expect(staff.text()).toContain('Benedikt');
    expect(learner.text()).not.toMatch(new RegExp(`hand|Benedikt|${ben.learnerId}`));
    expect(own.text()).not.toMatch(new RegExp(`ann|${ann.learnerId}`));
    for (const one of [staff, learner, own]) one.close();
  });

  test('of many events in a moment a screen gets few frames', async () => {
    const [mara, ann] = [await person('mara'), await person('ann')];
    const classId = await classroom([
      [mara, 'instructor'],
      [ann, 'learner'],
    ]);
    const seen = await acting(mara, classId);
    await actInRoom(seen, { kind: 'open' });
    const one = await stream(ann, classId, '?since=1');
    const begun = performance.now();
    for (let at = 0; at < 40; at += 1) await actInRoom(seen, { ...ask, item: `p/l/q${at}` });
    await until(() => one.frames().at(-1)?.id === 41);
    const quarters = Math.ceil((performance.now() - begun) / 250);
    expect(one.frames().length).toBeLessThanOrEqual(quarters + 1);
    expect(seqsIn(one)).toHaveLength(40);
    one.close();
  });

  test('nothing went wrong in the background', () => expect(faults).toEqual([]));
});
