import { itemVersion, type KnownVersion, secretFormOf } from '@/lib/attempts/known-version';
import { findKey, findNewestKey, registerForms } from '@/lib/attempts/version-store';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { onlyOne } from '@/lib/only-one';

/** What is asked now, by item; and versions of the past as they are met. */
export type Versions = {
  current(item: string): KnownVersion | undefined;
  /** What is asked now of an item that may have been called otherwise when a page was made. */
  today(item: string): KnownVersion | undefined;
  /** The newest key of the version an answer names. */
  newest(item: string, version: string): Promise<KnownVersion | undefined>;
  /** The key that an attempt was graded by. */
  exact(item: string, version: string, keyRevision: number): Promise<KnownVersion | undefined>;
};

const mostOldVersions = 2_000;

type Held = { of: Curriculum; versions: Promise<Versions> };

const heldVersions = () => onlyOne<{ now: Held | undefined }>('versions', () => ({ now: undefined }));

/** The versions of the curriculum that is taught now, written down before the first of them is used. */
export async function versions(): Promise<Versions> {
  const held = heldVersions();
  const taught = await curriculum();
  if (held.now?.of === taught) return held.now.versions;
  const made: Held = { of: taught, versions: registerVersions(taught) };
  held.now = made;
  // The database was away: the next answer tries again.
  made.versions.catch(() => {
    if (held.now === made) held.now = undefined;
  });
  return made.versions;
}

/** Writes down what will be asked once this curriculum is taught; call the result at that moment. */
export async function versionsAhead(taught: Curriculum): Promise<() => void> {
  const made = await registerVersions(taught);
  return () => {
    heldVersions().now = { of: taught, versions: Promise.resolve(made) };
  };
}

/** Writes down every version and key of this curriculum. */
export async function registerVersions(taught: Curriculum): Promise<Versions> {
  const forms = [...taught.items()].map((item) => ({
    item: item.id,
    version: itemVersion(item),
    form: secretFormOf(item),
  }));
  const current = new Map((await registerForms(forms)).map((known) => [known.item, known]));
  const old = new Map<string, Promise<KnownVersion | undefined>>();

  function remembered(key: string, find: () => Promise<KnownVersion | undefined>) {
    const known = old.get(key);
    if (known) return known;
    if (old.size >= mostOldVersions) old.clear();
    const found = find();
    old.set(key, found);
    found.catch(() => old.delete(key));
    return found;
  }

  const ids = movedIds(taught);
  return {
    current: (item) => current.get(item),
    today: (item) => current.get(ids.currentId(item)),
    newest(item, version) {
      const now = current.get(item);
      if (now?.version === version) return Promise.resolve(now);
      return remembered(`${item} ${version}`, () => findNewestKey(item, version));
    },
    exact(item, version, keyRevision) {
      const now = current.get(item);
      if (now?.version === version && now.keyRevision === keyRevision) return Promise.resolve(now);
      return remembered(`${item} ${version} ${keyRevision}`, () => findKey(item, version, keyRevision));
    },
  };
}
