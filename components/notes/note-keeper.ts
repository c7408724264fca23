import { becomeGuest } from '@/components/progress/become-guest';
import { knownLearner, loadProgress } from '@/components/progress/progress-store';
import type { Note } from '@/lib/notes/note';

export type KeptNote = Note & { readonly isUnsaved?: boolean };
export type Saving = 'saved' | 'saving' | 'unsaved';

const prefix = 'handrail.notes.';
const pauseMs = 700;
const againMs = 15_000;
/** What is on the server may be forgotten here; the oldest lessons make room. */
const mostKept = 300;

const notes = new Map<string, KeptNote>();
const listeners = new Set<(saving: Saving) => void>();
let owner = '';
let saving: Saving = 'saved';
let timer: ReturnType<typeof setTimeout> | undefined;
let sending: Promise<void> | undefined;

/** Reads what is kept on this device for whom this page belongs to, then what the server has. */
export async function loadNotes(lesson: string, onChange: () => void): Promise<void> {
  await loadProgress().catch(() => null);
  owner = knownLearner()?.id ?? '';
  for (const note of stored(owner)) notes.set(note.id, note);
  onChange();
  if (owner) {
    const reply = await fetch(`/api/notes?lesson=${encodeURIComponent(lesson)}`).catch(() => undefined);
    if (reply?.ok) {
      const told: { notes: Note[] } = await reply.json();
      for (const note of told.notes) if (!notes.get(note.id)?.isUnsaved) notes.set(note.id, note);
      store();
      onChange();
    }
  }
  if (unsaved().length > 0) void send();
}

export function notesIn(lesson: string): KeptNote[] {
  return [...notes.values()].filter((note) => note.lesson === lesson && !note.removed);
}

/** Keeps a note on this device at once, and on the server after a pause in writing. */
export function keepNote(note: Note): void {
  notes.set(note.id, { ...note, isUnsaved: true });
  store();
  say('saving');
  clearTimeout(timer);
  timer = setTimeout(send, pauseMs);
}

/** Hears whether everything is on the server. */
export function onSaving(listener: (saving: Saving) => void): () => void {
  listeners.add(listener);
  listener(saving);
  return () => listeners.delete(listener);
}

function say(now: Saving): void {
  saving = now;
  for (const listener of listeners) listener(now);
}

function unsaved(): KeptNote[] {
  return [...notes.values()].filter(({ isUnsaved }) => isUnsaved);
}

/** One request at a time: what is written meanwhile goes with the next. */
function send(): Promise<void> {
  clearTimeout(timer);
  sending ??= sendAll().finally(() => {
    sending = undefined;
  });
  return sending;
}

async function sendAll(): Promise<void> {
  for (let left = unsaved(); left.length > 0; left = unsaved()) {
    say('saving');
    if (!(await sendSome(left.slice(0, 50)))) {
      say('unsaved');
      timer = setTimeout(send, againMs);
      return;
    }
  }
  say('saved');
}

async function sendSome(some: readonly KeptNote[]): Promise<boolean> {
  try {
    if (!owner) await begin();
    if (!owner) return false;
    const reply = await fetch('/api/notes', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ learner: owner, notes: some.map(changeOf) }),
      keepalive: true,
    });
    if (!reply.ok) return false;
    const told: { notes: Note[] } = await reply.json();
    for (const note of told.notes) receive(note, some);
    store();
    return true;
  } catch {
    return false;
  }
}

/** What was written while the request was under way is newer than the reply. */
function receive(note: Note, sent: readonly KeptNote[]): void {
  const here = notes.get(note.id);
  const asSent = sent.find(({ id }) => id === note.id);
  if (here?.isUnsaved && asSent && here !== asSent) notes.set(note.id, { ...here, revision: note.revision });
  else notes.set(note.id, note);
}

/** The first note of somebody who is nobody here yet. */
async function begin(): Promise<void> {
  const known = knownLearner() ?? (await becomeGuest());
  if (!known) return;
  remove(owner);
  owner = known.id;
  store();
}

function changeOf({ id, lesson, heading, kind, text, anchor, revision, removed }: KeptNote) {
  return { id, lesson, heading, kind, text, anchor, revision, removed };
}

function stored(learner: string): KeptNote[] {
  try {
    return JSON.parse(localStorage.getItem(prefix + learner) ?? '[]');
  } catch {
    return [];
  }
}

function store(): void {
  const all = [...notes.values()];
  const kept = [
    ...all.filter(({ isUnsaved }) => isUnsaved),
    ...all.filter(({ isUnsaved }) => !isUnsaved).slice(-mostKept),
  ];
  try {
    localStorage.setItem(prefix + owner, JSON.stringify(kept));
  } catch {
    // Storage is refused or full: the server still hears of it.
  }
}

function remove(learner: string): void {
  try {
    localStorage.removeItem(prefix + learner);
  } catch {
    // As above.
  }
}

if (typeof window !== 'undefined') {
  addEventListener('online', () => unsaved().length > 0 && void send());
  addEventListener('pagehide', () => unsaved().length > 0 && void send());
}
