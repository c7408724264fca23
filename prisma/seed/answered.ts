import type { NewAttempt } from '@/lib/attempts/attempt';
import { gradeAnswer, type ReplayTask } from '@/lib/attempts/grade-answer';
import type { KnownVersion } from '@/lib/attempts/known-version';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import { gradeInWorker } from '@/lib/labs/replay-pool';
import { brokenLog } from './broken-log';
import type { Dice } from './dice';
import { rightResponse, wrongResponse } from './wrong-response';

export type Answering = {
  readonly learnerId: string;
  readonly sessionId: string;
  readonly known: KnownVersion;
  readonly right: boolean;
  readonly seq: number;
  readonly draw?: string | undefined;
  readonly sitting?: string | undefined;
  /** What is written, where a person is to judge it. */
  readonly text?: string;
};

/** Answers as a learner would give them, graded as the product grades them. One log is replayed once, however many hand it in. */
export class Answers {
  readonly #verdicts = new Map<string, ReturnType<ReplayTask>>();

  constructor(
    readonly taught: Curriculum,
    readonly dice: Dice,
  ) {}

  /** Undefined where nothing that can be graded came of it. */
  async give(asked: Answering): Promise<NewAttempt | undefined> {
    const { known } = asked;
    for (let rolls = 0; rolls < 6; rolls += 1) {
      const id = this.dice.uuid();
      const response: unknown = JSON.parse(JSON.stringify(this.#response(asked)));
      if (response === null || typeof response !== 'object') return undefined;
      const graded = await gradeAnswer(known, { id, response: { ...response } }, this.#replay);
      if (!('kind' in graded) || (known.form.kind === 'task' && graded.earned === null)) continue;
      return {
        learnerId: asked.learnerId,
        sessionId: asked.sessionId,
        id,
        item: known.item,
        version: known.version,
        keyRevision: known.keyRevision,
        response: graded.response,
        earned: graded.earned,
        possible: graded.possible,
        detail: graded.detail,
        seq: asked.seq,
        answeredAt: null,
        draw: asked.draw,
        sitting: asked.sitting,
      };
    }
    return undefined;
  }

  #response({ known: { form, item }, right, text }: Answering): object | undefined {
    if (form.kind === 'question') {
      if (text !== undefined) return { text };
      return right ? rightResponse(form.question) : wrongResponse(form.question, this.dice);
    }
    const taught = this.taught.item(item);
    if (taught?.kind !== 'task') return undefined;
    const { actions } = taught.solution;
    return { actions: right ? actions : brokenLog(actions, this.dice) };
  }

  readonly #replay: ReplayTask = (task, log) => {
    const key = `${task.lab} ${task.id} ${JSON.stringify(log)}`;
    const known = this.#verdicts.get(key) ?? gradeInWorker(task, log);
    this.#verdicts.set(key, known);
    return known;
  };
}
