import { answeringLearner, isTheirs, knownLearner, loadProgress } from '@/components/progress/progress-store';
import { shelf } from './on-device';

/** A half-written answer: what the inputs say, or what was done in a lab. */
export type Draft = {
  item: string;
  version: string;
  body: DraftBody;
  /** Counts the changes; of two drafts the higher count is the newer one, whatever clocks say. */
  at: number;
};

/** The numbers of another draw, or another sitting, are another question. */
type DraftRun = { draw?: string | undefined; sitting?: string | undefined };
export type DraftBody = DraftRun & {
  inputs?: Readonly<Record<string, readonly string[]>>;
  actions?: readonly unknown[];
};

type Kept = Draft & { key: string; learner: string; guest: boolean };

const hereMs = 250;
const serverMs = 5_000;
const mostBytes = 64 * 1024;

const drafts = shelf<Kept>('drafts');
const counts = new Map<string, number>();
/** What has changed and is not on this device yet, and what is not on the server yet. */
const fresh = new Map<string, Kept>();
const unsent = new Map<string, Kept>();
const fetched = new Map<string, Promise<Draft[]>>();
let hereTimer: ReturnType<typeof setTimeout> | undefined;
let serverTimer: ReturnType<typeof setTimeout> | undefined;

const keyOf = (learner: string, item: string) => `${learner} ${item}`;

/** The draft that this learner left at an item on this device. */
export async function draftHere(item: string): Promise<Draft | undefined> {
  // Another's draft is not shown: whose page this is must be known first.
  await loadProgress().catch(() => null);
  const me = knownLearner();
  // What was written before anybody was known belongs to the guest that its writer became.
  const mine = (await drafts.all()).filter((draft) => isTheirs(draft, me));
  return newestOf(item, mine);
}

/** A newer one that they left on another device. */
export async function draftElsewhere(item: string, here: Draft | undefined): Promise<Draft | undefined> {
  const newest = knownLearner() ? newestOf(item, await fromServer(item)) : undefined;
  return newest && newest.at > (here?.at ?? 0) ? newest : undefined;
}

function newestOf(item: string, all: readonly Draft[]): Draft | undefined {
  const newest = all
    .filter((draft) => draft.item === item)
    .sort((one, other) => other.at - one.at)
    .at(0);
  counts.set(item, Math.max(newest?.at ?? 0, counts.get(item) ?? 0));
  return newest;
}

/** One request for all the questions of a lesson. */
function fromServer(item: string): Promise<Draft[]> {
  const lesson = item.slice(0, item.lastIndexOf('/'));
  const asked = fetched.get(lesson) ?? fetchDrafts(lesson);
  fetched.set(lesson, asked);
  return asked;
}

async function fetchDrafts(lesson: string): Promise<Draft[]> {
  try {
    const reply = await fetch(`/api/drafts/${lesson}`);
    return reply.ok ? (await reply.json()).drafts : [];
  } catch {
    return [];
  }
}

/** Keeps a draft as it grows: on this device at once, on the server when the learner pauses or leaves. */
export function keepDraft(draft: Omit<Draft, 'at'>): void {
  const { item } = draft;
  const at = (counts.get(item) ?? 0) + 1;
  counts.set(item, at);
  const me = answeringLearner();
  const learner = me?.id ?? '';
  const kept = { ...draft, at, learner, guest: me?.guest ?? true, key: keyOf(learner, item) };
  fresh.set(item, kept);
  hereTimer ??= setTimeout(keepHere, hereMs);
  if (!knownLearner() || JSON.stringify(kept.body).length > mostBytes) return;
  unsent.set(item, kept);
  clearTimeout(serverTimer);
  serverTimer = setTimeout(sendDrafts, serverMs);
}

/** Its answer is on its way, and is kept by the outbox: the server need not hear of the draft. How far it had got. */
export function handInDraft(item: string): number | undefined {
  unsent.delete(item);
  keepHere();
  return counts.get(item);
}

/** The answer is stored: its draft goes, unless more was written since. */
export function dropDraft(item: string, handedInAt: number | undefined): void {
  const me = knownLearner();
  void drafts.all().then((all) => {
    for (const draft of all)
      if (draft.item === item && draft.at <= (handedInAt ?? 0) && isTheirs(draft, me)) void drafts.remove(draft.key);
  });
}

function keepHere(): void {
  clearTimeout(hereTimer);
  hereTimer = undefined;
  for (const draft of fresh.values()) void drafts.put(draft);
  fresh.clear();
}

function sendDrafts(): void {
  clearTimeout(serverTimer);
  for (const draft of unsent.values()) void sendDraft(draft);
  unsent.clear();
}

async function sendDraft({ item, learner, version, at, body: says }: Kept): Promise<void> {
  try {
    const body = JSON.stringify({ learner, version, at, body: says });
    const reply = await fetch(`/api/drafts/${item}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: true,
    });
    const told: { at?: number } = reply.ok ? await reply.json() : {};
    // Another device has counted further; what is written here next is newer than that.
    if (told.at !== undefined) counts.set(item, Math.max(told.at, counts.get(item) ?? 0));
  } catch {
    // It is kept here; the next change sends it.
  }
}

if (typeof window !== 'undefined') {
  const leave = () => {
    keepHere();
    sendDrafts();
  };
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => document.hidden && leave());
}
