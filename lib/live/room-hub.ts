import { RecentEvents } from '@/lib/live/catch-up';
import { FramePace } from '@/lib/live/frame-pace';
import { StaffRoom } from '@/lib/live/read-staff-room';
import { toldTo } from '@/lib/live/room-event';
import { eventsAfter, findRoom, mostKeptEvents } from '@/lib/live/room-store';
import { frameOf, type Screen } from '@/lib/live/screen';
import { PendingChange } from '@/lib/live/staff-frames';
import type { StaffChange } from '@/lib/live/staff-view';

/** A reader that takes nothing for so long has gone. */
const longestBehindMs = 20_000;

/** After looking at who has answered, the staff's side rests so many times as long: when all answer at once, answers go first. */
const restFactor = 15;

/** All screens of one class in this process: what they are told, and when. */
export class RoomHub {
  readonly #pace = new FramePace();
  readonly #screens = new Set<Screen>();
  readonly #staffScreens = new Map<Screen, PendingChange>();
  #recent: RecentEvents;
  #staff: StaffRoom | undefined;
  #staffWork: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #isFlushing = false;
  #restsUntil = 0;
  /** Something happened since the last frame. */
  #isRoomNew = false;
  /** Learners who have answered or moved; null: so many that everybody is looked at. */
  #news: Set<string> | null = new Set();

  private constructor(
    readonly classId: string,
    recent: RecentEvents,
    readonly failed: (error: unknown) => void,
  ) {
    this.#recent = recent;
  }

  static async open(classId: string, failed: (error: unknown) => void): Promise<RoomHub> {
    return new RoomHub(classId, await recentOf(classId), failed);
  }

  get size(): number {
    return this.#screens.size;
  }

  get seq(): number {
    return this.#recent.seq;
  }

  get screens(): Iterable<Screen> {
    return this.#screens;
  }

  /** Takes a screen in. `since`: the last event it was told; undefined: it knows nothing and looks at the room for itself. */
  async add(screen: Screen, since: number | undefined): Promise<void> {
    screen.seq = since ?? this.#recent.seq;
    this.#screens.add(screen);
    if (since === undefined) screen.write(frameOf(screen.seq, { events: [] }));
    if (screen.audience.side === 'staff') {
      const pending = new PendingChange();
      this.#staffScreens.set(screen, pending);
      await this.#withStaff(async (staff) => pending.add(await staff.readAll()));
    }
    this.#schedule();
  }

  /** True: nobody is left. */
  remove(screen: Screen): boolean {
    this.#screens.delete(screen);
    this.#staffScreens.delete(screen);
    if (this.#staffScreens.size === 0) this.#staff = undefined;
    if (this.#screens.size === 0) clearTimeout(this.#timer);
    return this.#screens.size === 0;
  }

  /** Something happened in the room. */
  roomChanged(): void {
    this.#isRoomNew = true;
    this.#schedule();
  }

  /** These have answered or moved; null: many. Only staff see it. */
  learnersChanged(learners: readonly string[] | null): void {
    if (this.#staffScreens.size === 0) return;
    if (learners === null) this.#news = null;
    else for (const id of learners) this.#news?.add(id);
    this.#schedule();
  }

  /** Who is there, a few times a minute. */
  async presenceChanged(): Promise<void> {
    if (this.#staffScreens.size === 0) return;
    await this.#withStaff(async (staff) => this.#tellStaff(await staff.readPresence()));
    this.#schedule();
  }

  /** A reader that was behind has caught up with what was written. */
  caughtUp(): void {
    this.#schedule();
  }

  dropStuck(now: number): void {
    for (const screen of this.#screens)
      if (screen.behindSince !== null && now - screen.behindSince > longestBehindMs) screen.end();
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#isFlushing) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#isFlushing = true;
      this.#flush()
        .catch(this.failed)
        .finally(() => {
          this.#isFlushing = false;
          if (this.#isRoomNew || this.#news === null || this.#news.size > 0 || this.#hasMore()) this.#schedule();
        });
    }, this.#pace.wait(performance.now()));
  }

  /** A screen that keeps up and was not told everything. */
  #hasMore(): boolean {
    for (const screen of this.#screens) if (screen.behindSince === null && screen.seq !== this.#recent.seq) return true;
    return false;
  }

  async #flush(): Promise<void> {
    const isRoomNew = this.#isRoomNew;
    this.#isRoomNew = false;
    if (isRoomNew) await this.#readEvents();
    this.#pace.sent(performance.now());
    this.#tellLearners();
    if (this.#staffScreens.size === 0) return;
    const begun = performance.now();
    const news = begun < this.#restsUntil ? new Set<string>() : this.#news;
    if (news === this.#news) this.#news = new Set();
    await this.#withStaff(async (staff) => {
      if (isRoomNew) this.#tellStaff((await staff.readRoom()) ?? (await staff.readAll()));
      if (news === null) this.#tellStaff(await staff.readAll());
      else if (news.size > 0) this.#tellStaff(await staff.readLearners([...news]));
    });
    if (news === null || news.size > 0) {
      const now = performance.now();
      this.#restsUntil = now + (now - begun) * restFactor;
    }
    for (const [screen, pending] of this.#staffScreens) {
      if (screen.behindSince !== null) continue;
      const change = pending.take();
      if (!change && screen.seq === this.#recent.seq) continue;
      screen.seq = this.#recent.seq;
      screen.write(frameOf(screen.seq, change ?? {}));
    }
  }

  async #readEvents(): Promise<void> {
    if (this.#recent.add(await eventsAfter(this.classId, this.#recent.seq))) return;
    // What lies between was swept: whoever needs it looks at everything anew.
    this.#recent = await recentOf(this.classId);
  }

  /** Screens that have come equally far are told the same, in the same words. */
  #tellLearners(): void {
    const frames = new Map<number, string>();
    for (const screen of this.#screens) {
      if (screen.audience.side === 'staff' || screen.behindSince !== null || screen.seq === this.#recent.seq) continue;
      const { audience, seq } = screen;
      const next = this.#recent.after(seq);
      screen.seq = this.#recent.seq;
      if (next.kind === 'gone') {
        screen.write(frameOf(screen.seq, { reset: true }));
        continue;
      }
      const isCommon = next.events.every(({ learnerId }) => learnerId === null);
      const known = isCommon ? frames.get(seq) : undefined;
      const told = known === undefined ? next.events.flatMap((event) => toldTo(audience, event) ?? []) : [];
      if (known === undefined && told.length === 0) continue;
      const frame = known ?? frameOf(screen.seq, { events: told });
      if (isCommon) frames.set(seq, frame);
      screen.write(frame);
    }
  }

  #tellStaff(change: StaffChange): void {
    for (const pending of this.#staffScreens.values()) pending.add(change);
  }

  /** One after the other: what is read last is what holds. */
  #withStaff(work: (staff: StaffRoom) => Promise<void>): Promise<void> {
    this.#staff ??= new StaffRoom(this.classId);
    const staff = this.#staff;
    const done = this.#staffWork.then(() => work(staff));
    this.#staffWork = done.catch(() => undefined);
    return done;
  }
}

/** What is kept of a room's events, from its newest backwards. */
async function recentOf(classId: string): Promise<RecentEvents> {
  const { seq } = await findRoom(classId);
  const kept = await eventsAfter(classId, Math.max(0, seq - mostKeptEvents));
  const first = kept[0]?.seq ?? seq + 1;
  const recent = new RecentEvents(first - 1, mostKeptEvents);
  recent.add(kept);
  return recent;
}
