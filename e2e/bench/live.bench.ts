import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { encode } from 'next-auth/jwt';
import pg from 'pg';
import type { Figure } from '../../lib/cli/bench';
import { openEmbedded } from '../../lib/db/embedded/open-embedded';
import { labs } from '../../lib/labs/labs';
import { type Door, startDoor } from '../fixtures/door';
import { forget } from '../fixtures/product';
import { firstQuestion } from '../fixtures/questions';
import { type Answerer, answererIds, answersByWrk, writeAnswerScript } from './answer-load';
import { median } from './load';
import { RoomListeners } from './room-listeners';

const STREAMS = 2_000;
const SECONDS = 4;
const ROUNDS = 3;
/** Steps of a lab that everybody follows, four a second. */
const STEPS = 40;

/** A class of two thousand in one room, over two processes: how soon each screen hears of a step, and what the room costs those who answer. */
export async function run(): Promise<Figure[]> {
  const secret = randomBytes(32).toString('hex');
  const first = await startDoor(secret);
  const second = await startDoor(secret, first.dataDir);
  const database = await openEmbedded(first.dataDir);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const folder = mkdtempSync(join(tmpdir(), 'handrail-live-'));
  const room = await makeRoom(client, secret);
  try {
    const { item, version, right } = await firstQuestion('single-choice');
    const script = writeAnswerScript(
      { folder, item, version, letter: right.choice, answerers: room.learners },
      first.url,
    );
    const answering = () => answersByWrk(first.url, script, 64, SECONDS);
    await answering();

    const rates: { alone: number[]; beside: number[] } = { alone: [], beside: [] };
    const heard: { calm: number[]; busy: number[] } = { calm: [], busy: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      await setOpen(client, room.classId, false);
      await pause(500);
      rates.alone.push(await answering());
      await setOpen(client, room.classId, true);
      const listeners = await RoomListeners.open(
        room.classId,
        room.learners.map(({ cookie }, at) => ({ url: (at % 2 === 0 ? first : second).url, cookie })),
      );
      const staff = await RoomListeners.open(room.classId, [{ url: second.url, cookie: room.staff }]);
      await pause(1_500);
      rates.beside.push(await answering());
      heard.calm.push(...(await steps(listeners, first, room, STEPS)));
      const [, busy] = await Promise.all([answering(), steps(listeners, second, room, STEPS / 3)]);
      heard.busy.push(...busy);
      listeners.close();
      staff.close();
      await pause(1_000);
    }
    const [alone, beside] = [median(rates.alone), median(rates.beside)];
    const lost = median(rates.alone.map((rate, at) => 1 - (rates.beside[at] ?? 0) / rate));
    return [
      { name: `frames heard over ${STREAMS} streams and two processes`, value: heard.calm.length, unit: '' },
      { name: 'from a step to a screen, p50', value: percentile(heard.calm, 0.5), unit: 'ms' },
      { name: 'from a step to a screen, p99', value: percentile(heard.calm, 0.99), unit: 'ms', atMost: 500 },
      {
        name: 'the same while answers come in as fast as they can, p99',
        value: percentile(heard.busy, 0.99),
        unit: 'ms',
      },
      { name: 'answers with no room open', value: alone, unit: '/s' },
      { name: `answers with ${STREAMS} streams and staff watching them`, value: beside, unit: '/s' },
      { name: 'answers lost to the room, median of pairs', value: lost * 100, unit: '%', atMost: 5 },
    ];
  } finally {
    await client.end();
    await database.leave();
    await second.stop();
    await first.stop();
    await forget(first.dataDir);
    rmSync(folder, { recursive: true, force: true });
  }
}

type Room = { readonly classId: string; readonly staff: string; readonly learners: readonly Answerer[] };

async function makeRoom(client: pg.Client, secret: string): Promise<Room> {
  const ids = Array.from({ length: STREAMS + 1 }, (_, n) => answererIds(n));
  const learners = ids.map(({ learnerId }) => learnerId);
  const classId = randomUUID();
  await client.query(
    "INSERT INTO learner (id, name, login) SELECT id, 'Learner', 'l' || id FROM unnest($1::uuid[]) AS id",
    [learners],
  );
  await client.query(
    "INSERT INTO session (learner_id, id, expires_at) SELECT *, now() + interval '1 hour' FROM unnest($1::uuid[], $2::uuid[])",
    [learners, ids.map(({ sessionId }) => sessionId)],
  );
  await client.query("INSERT INTO class (id, name) VALUES ($1, 'A full room')", [classId]);
  await client.query(
    `INSERT INTO enrolment (learner_id, class_id, role)
     SELECT id, $2, CASE WHEN id = $3 THEN 'instructor' ELSE 'learner' END::"ClassRole" FROM unnest($1::uuid[]) AS id`,
    [learners, classId, learners.at(-1)],
  );
  const people = await Promise.all(
    ids.map(async (one) => {
      const token = { sub: one.learnerId, sid: one.sessionId, guest: false, role: 'learner' };
      return { ...one, cookie: `handrail.session=${await encode({ token, secret, maxAge: 3_600 })}` };
    }),
  );
  return { classId, staff: people.at(-1)?.cookie ?? '', learners: people.slice(0, -1) };
}

/** As opening and closing do it, so that both processes hear of it. */
async function setOpen(client: pg.Client, classId: string, isOpen: boolean): Promise<void> {
  await client.query(
    `WITH room AS (
       INSERT INTO class_room (class_id, seq, opened_at, state) VALUES ($1, 1, CASE WHEN $2 THEN now() END, '{"activity":null,"past":[]}')
       ON CONFLICT (class_id) DO UPDATE SET seq = class_room.seq + 1, opened_at = excluded.opened_at, state = excluded.state RETURNING seq),
     told AS (INSERT INTO room_event (class_id, seq, kind, data) SELECT $1, seq, CASE WHEN $2 THEN 'opened' ELSE 'closed' END, '{}' FROM room)
     SELECT pg_notify('handrail_room', 'o:' || $1::text) FROM room`,
    [classId, isOpen],
  );
}

/** Steps a lab, and hears how long each step took to each screen, from before it was sent. */
async function steps(listeners: RoomListeners, door: Door, { classId, staff }: Room, count: number): Promise<number[]> {
  const before = listeners.highest;
  const sent: number[] = [];
  for (let at = 0; at < count; at += 1) {
    sent.push(performance.now());
    const reply = await fetch(`${door.url}/api/classes/${classId}/lab`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', origin: door.url, cookie: staff },
      body: JSON.stringify({
        lab: 'tcp',
        major: labs.tcp.major,
        setup: {},
        seed: 1,
        actions: [{ kind: 'listen', side: 'server' }],
        at: at % 2,
      }),
    });
    if (reply.status !== 200)
      throw new Error(`expected a step to be shared, found ${reply.status} ${await reply.text()}`);
    await pause(Math.max(0, 250 - (performance.now() - (sent.at(-1) ?? 0))));
  }
  const wanted = before + sent.length;
  for (let tries = 0; tries < 100 && !listeners.haveHeard(wanted); tries += 1) await pause(50);
  if (!listeners.haveHeard(wanted)) throw new Error('a screen did not hear of every step within five seconds');
  return sent.flatMap((begun, at) => listeners.times(before + at + 1).map((heardAt) => heardAt - begun));
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
