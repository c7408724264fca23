import { mayInClass } from '@/lib/access/class-access';
import { attendance } from '@/lib/live/attendance';
import { markGone, markPresent } from '@/lib/live/presence-store';
import { RoomHub } from '@/lib/live/room-hub';
import { RoomListener } from '@/lib/live/room-signal-store';
import { roomNumbers, sweepRooms } from '@/lib/live/room-store';
import type { Screen } from '@/lib/live/screen';
import { standings } from '@/lib/live/stream-access-store';
import { onlyOne } from '@/lib/only-one';

/** So many streams of one learner, and of all, in one process. */
export const mostOfOneLearner = 4;
export const mostScreens = 5_000;

/** A stream ends at most so long after its session, or the place in the class that it rests on. */
const checkMs = 2_500;
const presenceMs = 15_000;
const lookMs = 1_000;
const sweepMs = 10 * 60_000;
/** Even where notifications are heard one may be lost with its connection: so often everything is compared. */
const compareEvery = 10;

/** The process's side of all rooms: who watches which, what is heard of them, and what must be looked after. */
export class LiveRooms {
  readonly #hubs = new Map<string, Promise<RoomHub>>();
  readonly #screens = new Set<Screen>();
  readonly #listener: RoomListener;
  readonly #clocks: NodeJS.Timeout[];
  #isClosed = false;
  #looked = 0;
  readonly #busy = new Set<string>();

  constructor(
    readonly failed: (error: unknown) => void,
    checkEveryMs = checkMs,
  ) {
    this.#listener = new RoomListener(
      {
        onRoom: (classId, isOpening) => {
          if (isOpening) attendance().refresh();
          this.#withHub(classId, (hub) => hub.roomChanged());
        },
        onNews: (classId, learners) => this.#withHub(classId, (hub) => hub.learnersChanged(learners)),
        onGap: () => {
          attendance().refresh();
          void this.#look();
        },
      },
      failed,
    );
    this.#clocks = [
      this.#every(checkEveryMs, 'check', () => this.#check()),
      this.#every(presenceMs, 'presence', () => this.#markPresence()),
      this.#every(lookMs, 'look', () => this.#lookNowAndThen()),
      this.#every(sweepMs, 'sweep', sweepRooms),
    ];
  }

  /** Why this learner may not have one more stream; null: they may. */
  refusal(learnerId: string): 'too-many' | 'full' | null {
    if (this.#isClosed || this.#screens.size >= mostScreens) return 'full';
    let own = 0;
    for (const screen of this.#screens) own += screen.learnerId === learnerId ? 1 : 0;
    return own >= mostOfOneLearner ? 'too-many' : null;
  }

  get size(): number {
    return this.#screens.size;
  }

  async add(screen: Screen, since: number | undefined): Promise<void> {
    this.#screens.add(screen);
    if (screen.audience.side === 'learner') await markPresent([screen]);
    const hub = await this.#hub(screen.classId);
    // It may have gone while the room was being read.
    if (this.#screens.has(screen)) await hub.add(screen, since);
    else this.#letGo(hub, screen);
  }

  remove(screen: Screen): void {
    if (!this.#screens.delete(screen)) return;
    this.#withHub(screen.classId, (hub) => this.#letGo(hub, screen));
    if (screen.audience.side !== 'learner') return;
    for (const other of this.#screens)
      if (other.learnerId === screen.learnerId && other.classId === screen.classId) return;
    markGone([screen]).catch(this.failed);
  }

  /** A reader that was behind takes more again. */
  caughtUp(screen: Screen): void {
    this.#withHub(screen.classId, (hub) => hub.caughtUp());
  }

  /** Ends every stream; browsers go to another process and catch up there. */
  endAll(): void {
    this.#isClosed = true;
    for (const screen of [...this.#screens]) screen.end();
  }

  async close(): Promise<void> {
    this.endAll();
    for (const clock of this.#clocks) clearInterval(clock);
    await this.#listener.close();
  }

  #hub(classId: string): Promise<RoomHub> {
    const known = this.#hubs.get(classId);
    if (known) return known;
    const opened = RoomHub.open(classId, this.failed);
    this.#hubs.set(classId, opened);
    opened.catch(() => this.#hubs.delete(classId));
    return opened;
  }

  #letGo(hub: RoomHub, screen: Screen): void {
    if (hub.remove(screen)) this.#hubs.delete(screen.classId);
  }

  #withHub(classId: string, use: (hub: RoomHub) => void): void {
    this.#hubs.get(classId)?.then(use, () => undefined);
  }

  #every(ms: number, name: string, work: () => Promise<void>): NodeJS.Timeout {
    const clock = setInterval(() => {
      // A database that is slow is not asked twice.
      if (this.#busy.has(name)) return;
      this.#busy.add(name);
      work()
        .catch(this.failed)
        .finally(() => this.#busy.delete(name));
    }, ms);
    return clock.unref();
  }

  /** Ends the streams of those who may no longer have them. One statement for all. */
  async #check(): Promise<void> {
    const screens = [...this.#screens];
    if (screens.length === 0) return;
    const now = performance.now();
    for (const hub of this.#hubs.values()) (await hub).dropStuck(now);
    const found = await standings(screens);
    for (const [at, screen] of screens.entries()) {
      const standing = found[at];
      const { learnerId, audience } = screen;
      const who = standing ? { learnerId, role: standing.siteRole, guest: false } : null;
      const membership = standing?.classRole ? { role: standing.classRole } : null;
      const permission = audience.side === 'staff' ? 'run:room' : 'attend:class';
      if (!mayInClass(who, membership, permission)) screen.end();
    }
  }

  async #markPresence(): Promise<void> {
    await markPresent([...this.#screens].filter(({ audience }) => audience.side === 'learner'));
    for (const hub of this.#hubs.values()) await (await hub).presenceChanged();
  }

  async #lookNowAndThen(): Promise<void> {
    this.#looked += 1;
    if (this.#listener.isHearing && this.#looked % compareEvery !== 0) return;
    await this.#look();
  }

  /** Looks for itself what has happened: where nothing can be heard, and now and then everywhere. */
  async #look(): Promise<void> {
    const numbers = await roomNumbers([...this.#hubs.keys()]);
    attendance().expect(numbers.filter(({ isOpen }) => isOpen).map(({ classId }) => classId));
    for (const { classId, seq } of numbers)
      this.#withHub(classId, (hub) => {
        if (hub.seq !== seq) hub.roomChanged();
        if (!this.#listener.isHearing) hub.learnersChanged(null);
      });
  }
}

const held = () => onlyOne<{ now: LiveRooms | undefined }>('live-rooms', () => ({ now: undefined }));

/** The process's rooms, once `openLiveRooms` was called. */
export function liveRooms(): LiveRooms | undefined {
  return held().now;
}

/** Begins to listen. Call the result to end. */
export function openLiveRooms(failed: (error: unknown) => void): LiveRooms {
  const rooms = new LiveRooms(failed);
  held().now = rooms;
  const stopHearing = attendance().begin(failed);
  const close = rooms.close.bind(rooms);
  rooms.close = async () => {
    stopHearing();
    held().now = undefined;
    await close();
  };
  return rooms;
}
