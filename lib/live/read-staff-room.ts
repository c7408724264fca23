import type { KnownVersion } from '@/lib/attempts/known-version';
import { versions } from '@/lib/attempts/submit-versions';
import { displayName } from '@/lib/classes/display-name';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { answersSince, type ClassAnswer } from '@/lib/live/class-answers-store';
import { raisedHands } from '@/lib/live/hand-store';
import type { AskedQuestion } from '@/lib/live/room';
import { findRoom } from '@/lib/live/room-store';
import type { AskedView, ItemView, Named, PersonView, RoomView, StaffChange, StaffView } from '@/lib/live/staff-view';
import { promptOf, tally } from '@/lib/live/tally';
import { type Vote, votesIn } from '@/lib/live/vote-store';
import { countLearners, presentLearners, type Whereabouts, whereabouts } from '@/lib/live/whereabouts-store';
import { richTexts } from '@/lib/quiz/rich-text';
import { type Localized, locales } from '@/lib/words/locale';

/** Questions that are listed, the last answered first; a class that answers more in one hour is looked at in the item analysis. */
const mostItems = 40;

type OwnAnswers = { count: number; right: number; last: number; readonly ids: Set<string> };

/**
 * The staff's side of one room, kept by the process whose screens show it. It reads everything once; afterwards only what is said to have changed.
 */
export class StaffRoom {
  readonly #people = new Map<string, Whereabouts>();
  readonly #own = new Map<string, OwnAnswers>();
  /** item → learner → their last answer. */
  readonly #answers = new Map<string, Map<string, ClassAnswer>>();
  #openedAt: string | null = null;
  #room: RoomView | undefined;

  constructor(readonly classId: string) {}

  /** Everything, read anew. */
  async readAll(): Promise<StaffView> {
    this.#people.clear();
    this.#own.clear();
    this.#answers.clear();
    const room = await this.#readRoom();
    const [people] = await Promise.all([whereabouts(this.classId, null), this.#readAnswers(null)]);
    for (const one of people) this.#people.set(one.learnerId, one);
    const unlisted = [...this.#own.keys()].filter((id) => !this.#people.has(id));
    await this.#readPeople(unlisted);
    return {
      room,
      people: await this.#views([...this.#people.keys()]),
      items: await this.#items(this.#answers.keys()),
    };
  }

  /** Something happened in the room: what goes on, votes, hands. Null: a new room, everything is to be read anew. */
  async readRoom(): Promise<StaffChange | null> {
    const before = this.#openedAt;
    const room = await this.#readRoom();
    return before === this.#openedAt ? { room } : null;
  }

  /** These learners have answered or moved. */
  async readLearners(learners: readonly string[]): Promise<StaffChange> {
    const [items] = await Promise.all([this.#readAnswers(learners), this.#readPeople(learners)]);
    const isVoting = this.#room?.asked?.stage === 'voting';
    return {
      people: await this.#views(learners),
      ...(items.size > 0 ? { items: await this.#items(items) } : {}),
      ...(isVoting ? { room: await this.#readRoom() } : {}),
    };
  }

  /** Who is there, a few times a minute; nobody says that they are gone. */
  async readPresence(): Promise<StaffChange> {
    const present = new Set(await presentLearners(this.classId));
    const known = new Set(this.#people.keys());
    const fresh = [...present].filter((id) => !known.has(id)).slice(0, 2_000);
    const turned = [...this.#people.values()].filter(
      ({ learnerId, isPresent }) => isPresent !== present.has(learnerId),
    );
    for (const one of turned) this.#people.set(one.learnerId, { ...one, isPresent: !one.isPresent });
    await this.#readPeople(fresh);
    const changed = [...fresh, ...turned.map(({ learnerId }) => learnerId)];
    if (changed.length === 0 && this.#room?.present === present.size) return {};
    this.#room = this.#room && { ...this.#room, present: present.size };
    return { people: await this.#views(changed), ...(this.#room ? { room: this.#room } : {}) };
  }

  async #readRoom(): Promise<RoomView> {
    const [{ seq, room }, hands, present, of] = await Promise.all([
      findRoom(this.classId),
      raisedHands(this.classId),
      presentLearners(this.classId),
      countLearners(this.classId),
    ]);
    this.#openedAt = room.openedAt;
    const { activity, past } = room;
    const all = [...(activity?.kind === 'question' ? [activity.asked] : []), ...past];
    const votes = await votesIn(
      this.classId,
      all.flatMap(({ rounds }) => rounds.map(({ id }) => id)),
    );
    await this.#readPeople(hands.map(({ learnerId }) => learnerId).filter((id) => !this.#people.has(id)));
    const made = await Promise.all(all.map((asked) => viewOf(asked, votes)));
    const views = new Map(made.flatMap((view) => (view ? [[view.id, view]] : [])));
    const shown = (asked: AskedQuestion) => views.get(asked.id) ?? [];
    const [asked = null] = activity?.kind === 'question' ? [shown(activity.asked)].flat() : [];
    this.#room = {
      seq,
      openedAt: room.openedAt,
      asked,
      lab: activity?.kind === 'lab' ? activity.run.run.lab : null,
      past: past.flatMap(shown),
      hands: hands.map(({ learnerId, at }) => ({ id: learnerId, name: nameOf(this.#people.get(learnerId)), at })),
      present: present.length,
      of,
    };
    return this.#room;
  }

  async #readPeople(learners: readonly string[]): Promise<void> {
    if (learners.length === 0) return;
    for (const one of await whereabouts(this.classId, learners)) this.#people.set(one.learnerId, one);
  }

  /** Returns the items that were answered. */
  async #readAnswers(learners: readonly string[] | null): Promise<Set<string>> {
    if (this.#openedAt === null) return new Set();
    const since = new Date(this.#openedAt);
    const asked = learners?.map((id) => ({ id, after: this.#own.get(id)?.last ?? 0 })) ?? null;
    const items = new Set<string>();
    for (const answer of await answersSince(this.classId, since, asked)) {
      const own = this.#own.get(answer.learnerId) ?? { count: 0, right: 0, last: 0, ids: new Set<string>() };
      this.#own.set(answer.learnerId, own);
      if (own.ids.has(answer.id)) continue;
      own.ids.add(answer.id);
      own.count += 1;
      own.right += answer.share === 1 ? 1 : 0;
      own.last = Math.max(own.last, answer.at);
      const of = this.#answers.get(answer.item) ?? new Map<string, ClassAnswer>();
      this.#answers.set(answer.item, of.set(answer.learnerId, answer));
      items.add(answer.item);
    }
    return items;
  }

  async #views(learners: readonly string[]): Promise<PersonView[]> {
    const ids = movedIds(await curriculum());
    return learners.flatMap((id) => {
      const known = this.#people.get(id);
      if (!known) return [];
      const { group, lesson, heading, placeAt, isPresent } = known;
      const own = this.#own.get(id);
      const place = lesson === null ? undefined : ids.lesson(lesson);
      const at = Math.max(placeAt ?? 0, own?.last ?? 0);
      return [
        {
          id,
          name: nameOf(known),
          group,
          isPresent,
          where: place
            ? {
                lesson: place.id,
                title: localized((locale) => place.texts[locale]?.title),
                heading: localized(
                  (locale) => place.texts[locale]?.headings.find((known) => known.id === heading)?.text,
                ),
              }
            : null,
          at: at > 0 ? at : null,
          answers: own?.count ?? 0,
          right: own?.right ?? 0,
        },
      ];
    });
  }

  async #items(wanted: Iterable<string>): Promise<ItemView[]> {
    const ids = movedIds(await curriculum());
    const listed = [...wanted]
      .map((item) => ({ item, answers: [...(this.#answers.get(item)?.values() ?? [])] }))
      .map(({ item, answers }) => ({ item, answers, at: Math.max(0, ...answers.map(({ at }) => at)) }))
      .sort((one, other) => other.at - one.at)
      .slice(0, mostItems);
    const views = await Promise.all(
      listed.map(async ({ item, answers, at }): Promise<ItemView | null> => {
        const known = await newestOf(answers);
        if (!known) return null;
        const lesson = ids.lesson(item.slice(0, item.lastIndexOf('/')));
        return {
          item,
          lesson: localized((locale) => lesson?.texts[locale]?.title),
          prompt: promptOf(known),
          tally: tally(known, answers),
          at,
        };
      }),
    );
    return views.flatMap((view) => view ?? []);
  }
}

/** The question as the latest of these answers saw it. */
async function newestOf(answers: readonly ClassAnswer[]): Promise<KnownVersion | undefined> {
  const latest = answers.reduce<ClassAnswer | undefined>(
    (one, other) => (one && one.at > other.at ? one : other),
    undefined,
  );
  return latest && (await versions()).exact(latest.item, latest.version, latest.keyRevision);
}

/** Null: its version was written down by another installation. */
async function viewOf(asked: AskedQuestion, votes: readonly Vote[]): Promise<AskedView | null> {
  const known = await (await versions()).exact(asked.item, asked.version, asked.keyRevision);
  if (!known) return null;
  return {
    id: asked.id,
    item: asked.item,
    stage: asked.stage,
    prompt: promptOf(known),
    text: known.form.kind === 'question' ? richTexts(known.form.question.prompt) : {},
    rounds: asked.rounds.map(({ id, closedAt }) => ({
      id,
      isOpen: closedAt === null,
      tally: tally(
        known,
        votes.filter(({ round }) => round === id),
      ),
    })),
  };
}

function nameOf(one: Whereabouts | undefined): Named {
  if (!one) return '';
  return one.pseudonym === null
    ? displayName(one, 'en')
    : Object.fromEntries(locales.map((locale) => [locale, displayName(one, locale)]));
}

function localized(text: (locale: (typeof locales)[number]) => string | undefined): Localized {
  return Object.fromEntries(locales.flatMap((locale) => (text(locale) ? [[locale, text(locale)]] : [])));
}
