import { randomBytes, randomUUID } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { encode } from 'next-auth/jwt';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbedded } from '@/lib/db/embedded/open-embedded';
import { labs } from '@/lib/labs/labs';
import { type Door, startDoor } from '../fixtures/door';
import { forget } from '../fixtures/product';

const secret = randomBytes(32).toString('hex');
const classId = randomUUID();
const doors: Door[] = [];
let staff = '';
let learner = '';
let leave: () => Promise<void> = async () => undefined;
let client: pg.Client;

beforeAll(async () => {
  const first = await startDoor(secret);
  doors.push(first, await startDoor(secret, first.dataDir));
  const database = await openEmbedded(first.dataDir);
  leave = database.leave;
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("INSERT INTO class (id, name) VALUES ($1, 'A room')", [classId]);
  [staff, learner] = await Promise.all([member('instructor'), member('learner')]);
  await client.query(
    `INSERT INTO class_room (class_id, seq, opened_at, state) VALUES ($1, 0, now(), '{"activity":null,"past":[]}')`,
    [classId],
  );
});

afterAll(async () => {
  await client.end();
  await leave();
  await Promise.all(doors.map((door) => door.stop()));
  if (doors[0]) await forget(doors[0].dataDir);
});

async function member(role: string): Promise<string> {
  const [learnerId, sessionId] = [randomUUID(), randomUUID()];
  await client.query('INSERT INTO learner (id, name, login) VALUES ($1, $2, $3)', [learnerId, role, learnerId]);
  await client.query("INSERT INTO session (learner_id, id, expires_at) VALUES ($1, $2, now() + interval '1 hour')", [
    learnerId,
    sessionId,
  ]);
  await client.query('INSERT INTO enrolment (learner_id, class_id, role) VALUES ($1, $2, $3::"ClassRole")', [
    learnerId,
    classId,
    role,
  ]);
  const token = { sub: learnerId, sid: sessionId, guest: false, role: 'learner' };
  return `handrail.session=${await encode({ token, secret, maxAge: 3_600 })}`;
}

/** A browser that goes on where it was, at whichever process answers. */
class Browser {
  readonly heard: number[] = [];
  last = 0;
  #stream: IncomingMessage | undefined;

  async connect(): Promise<void> {
    for (;;) {
      const door = doors[Math.floor(Math.random() * doors.length)];
      if (door && (await this.#open(door.url).catch(() => false))) return;
      await pause(50);
    }
  }

  close(): void {
    this.#stream?.destroy();
  }

  #open(url: string): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const headers = { cookie: learner, 'last-event-id': String(this.last) };
      get(`${url}/api/classes/${classId}/events`, { headers }, (stream) => {
        if (stream.statusCode !== 200) return resolve(false);
        this.#stream = stream;
        resolve(true);
        let text = '';
        stream.setEncoding('utf8').on('data', (piece: string) => {
          const frames = (text + piece).split('\n\n');
          text = frames.pop() ?? '';
          for (const frame of frames) {
            const [, id] = /^id: (\d+)/m.exec(frame) ?? [];
            if (id === undefined) continue;
            expect(frame).not.toContain('"reset"');
            for (const [, seq] of frame.matchAll(/"seq":(\d+)/g)) this.heard.push(Number(seq));
            this.last = Number(id);
          }
        });
        stream.once('close', () => {
          if (!isOver) void this.connect();
        });
        stream.once('error', () => undefined);
      }).once('error', reject);
    });
  }
}

let isOver = false;

async function step(at: number): Promise<boolean> {
  const door = doors[at % doors.length];
  const reply = await fetch(`${door?.url}/api/classes/${classId}/lab`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', origin: door?.url ?? '', cookie: staff },
    body: JSON.stringify({ lab: 'tcp', major: labs.tcp.major, setup: {}, seed: 1, actions: [], at: 0 }),
  }).catch(() => undefined);
  return reply?.status === 200;
}

test('a process is killed while a class listens: on the other each screen goes on, having heard everything once and in order', async () => {
  const browsers = Array.from({ length: 3 }, () => new Browser());
  await Promise.all(browsers.map((browser) => browser.connect()));
  for (let at = 0; at < 8; at += 1) expect(await step(at)).toBe(true);
  await doors[1]?.kill();
  // Some of these go to who is dead.
  for (let at = 0; at < 8; at += 1) await step(at);
  const { rows } = await client.query<{ seq: number }>('SELECT seq FROM class_room WHERE class_id = $1', [classId]);
  const newest = rows[0]?.seq ?? 0;
  expect(newest).toBeGreaterThanOrEqual(12);
  while (!browsers.every(({ last }) => last === newest)) await pause(20);
  for (const { heard } of browsers) expect(heard).toEqual(Array.from({ length: newest }, (_, at) => at + 1));
});

test('SIGTERM ends the streams at once, and the process with 0', async () => {
  const browser = new Browser();
  browser.last = 1;
  doors.splice(1);
  await browser.connect();
  isOver = true;
  const begun = performance.now();
  const first = doors[0];
  expect(await first?.stop()).toBe(0);
  // Without that, a stream would hold the process for as long as it drains: ten seconds.
  expect(performance.now() - begun).toBeLessThan(9_000);
});
