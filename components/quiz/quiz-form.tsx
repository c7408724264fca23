'use client';

import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { onProgress } from '@/components/progress/progress-store';
import button from '@/components/ui/button.module.css';
import type { AnswerResult } from '@/lib/quiz/answer';
import type { Kind } from '@/lib/quiz/public-kinds';
import { type Locale, languageTags } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import { variantsWords } from '@/lib/words/variants';
import { inputsOf } from './form-inputs';
import { HelpBar } from './help-bar';
import { loadKind } from './kinds/load-kind';
import { NumbersStatus } from './numbers-status';
import styles from './quiz.module.css';
import { QuizContext } from './quiz-context';
import { QuizStatus, type Said } from './quiz-status';
import { ReportButton } from './report-button';
import { RichText } from './rich-text';
import { drain, onSending, sendAnswer } from './send-answer';
import { SendingActions } from './sending-actions';
import { textIn } from './text-in';
import { useDraft } from './use-draft';
import { useNumbers } from './use-numbers';

type Props = {
  item: string;
  version: string;
  kind: Kind;
  locale: Locale;
  letters: readonly string[];
  draw?: { id: string; holes: Record<string, string> };
  sitting?: string;
  assignment?: string;
  onlyOnce?: boolean;
  /** Everyone is asked it with numbers of their own. */
  isVariant?: boolean;
  hasHints?: boolean;
  children: ReactNode;
};

/** A question's form. Without scripts it is a plain form; the inputs are the browser's own, so that what was chosen before hydration stays. */
export function QuizForm({
  item,
  version,
  kind,
  locale,
  letters,
  draw,
  sitting,
  assignment,
  onlyOnce,
  isVariant = false,
  hasHints = false,
  children,
}: Props) {
  const words = quizWords[locale];
  const [said, setSaid] = useState<Said>();
  // Two presses in one moment are one answer: the second must know of the first before anything is drawn.
  const now = useRef<Said>(undefined);
  const isReading = useRef(false);
  const say = useCallback((next: Said | undefined) => {
    now.current = next;
    setSaid(next);
  }, []);
  const [earlier, setEarlier] = useState<{ best: number; at: number }>();
  const form = useRef<HTMLFormElement>(null);
  const statusId = useId();
  const result = said?.kind === 'result' ? said.result : undefined;
  const scored = result?.status === 'scored' ? result : undefined;
  const feedback = result && 'feedback' in result ? result.feedback : undefined;
  const isOver = onlyOnce === true && result !== undefined && isStored(result);
  const { numbers, asked, isUsed, ask, close } = useNumbers(item, version, draw);
  // In a sitting the same numbers serve every try.
  const wantsNumbers = isVariant && (!numbers || (isUsed && sitting === undefined && !onlyOnce));
  // A new choice is a new answer: what was said about the last one no longer applies.
  const restored = useDraft(form, { item, version, draw: numbers?.id, sitting }, () => {
    if (now.current?.kind !== 'sending' && !isOver) say(undefined);
  });
  const context = useMemo(
    () => ({ locale, feedback, holes: numbers?.holes, restored }),
    [locale, feedback, numbers?.holes, restored],
  );
  const isRight = scored?.earned === scored?.possible;

  useEffect(() => onSending(item, say), [item, say]);
  useEffect(() => void loadKind(kind).catch(() => {}), [kind]);
  // Without scripts the browser itself says what is missing; with them the form does, in the page's language.
  useEffect(() => form.current?.setAttribute('novalidate', ''), []);
  useEffect(() => {
    const slash = item.lastIndexOf('/');
    return onProgress((progress) => setEarlier(progress?.lessons[item.slice(0, slash)]?.items[item.slice(slash + 1)]));
  }, [item]);

  const isClosing = isVariant && !isUsed && result !== undefined && closesDraw(result);
  useEffect(() => {
    if (isClosing) close();
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (now.current?.kind === 'sending' || isReading.current || isOver) return;
    // Nothing was changed since: it is the same answer, and it waits.
    if (now.current?.kind === 'waiting') return drain();
    if (wantsNumbers) return void drawNumbers();
    if (scored && !isRight && !onlyOnce) return beginAgain(event.currentTarget);
    isReading.current = true;
    void handIn(new FormData(event.currentTarget)).finally(() => {
      isReading.current = false;
    });
  }

  /** The first ones, or others after those were answered: then what was said about them goes, and what was written. */
  async function drawNumbers() {
    if (!(await ask()) || !numbers) return;
    say(undefined);
    form.current?.reset();
    if (form.current) controlIn(form.current)?.focus();
  }

  async function handIn(written: FormData) {
    const reader = await loadKind(kind).catch(() => undefined);
    if (!reader) return say({ kind: 'not-loaded' });
    const response = reader.fromForm(written);
    const reading = typeof response === 'object' && response ? reader.read(letters, response) : undefined;
    if (reading?.kind === 'incomplete') return say({ kind: 'incomplete', missing: reading.missing });
    sendAnswer({ item, version, response, draw: numbers?.id, sitting, assignment });
  }

  /** "Try again" takes what was said away and goes back to what was wrong; the same answer is not handed in twice. */
  function beginAgain(again: HTMLFormElement) {
    const wrong = again.querySelector('[data-mark="wrong"]')?.parentElement;
    say(undefined);
    const control = wrong && controlIn(wrong);
    (control ?? controlIn(again))?.focus();
  }

  function buttonText(): string {
    if (said?.kind === 'sending') return words.checking;
    if (said?.kind === 'waiting') return words.sendAgain;
    if (wantsNumbers)
      return asked === 'asking' ? variantsWords[locale].asking : variantsWords[locale][numbers ? 'next' : 'get'];
    return scored && !isRight && !onlyOnce ? words.tryAgain : words.check;
  }

  /** 1–9 choose, only while the question has the focus; Enter belongs to the input method while it composes. */
  function press(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault();
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    if (!(target instanceof HTMLInputElement) || !/radio|checkbox/.test(target.type)) return;
    const group = event.currentTarget.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(target.name)}"]`);
    const chosen = group[Number(event.key) - 1];
    chosen?.click();
    chosen?.focus();
  }

  return (
    <form
      ref={form}
      className={styles.form}
      action="/api/forms/answer"
      method="post"
      aria-describedby={statusId}
      onSubmit={submit}
      onKeyDown={press}
    >
      <input type="hidden" name="item" value={item} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="locale" value={locale} />
      {draw && <input type="hidden" name="draw" value={draw.id} />}
      {sitting && <input type="hidden" name="sitting" value={sitting} />}
      {assignment && <input type="hidden" name="assignment" value={assignment} />}
      <QuizContext value={context}>{children}</QuizContext>
      <div className={styles.foot}>
        {!isOver && (
          <button
            type="submit"
            className={`${button.button} ${button.primary}`}
            aria-disabled={said?.kind === 'sending' || asked === 'asking' || undefined}
            {...(wantsNumbers && !numbers ? { formAction: '/api/forms/draw', formNoValidate: true } : {})}
          >
            {buttonText()}
          </button>
        )}
        <div id={statusId} role="status" className={styles.status}>
          {said && <QuizStatus said={said} locale={locale} />}
          {isVariant && (!said || asked) && (
            <NumbersStatus numbers={numbers} asked={asked} form={form} locale={locale} />
          )}
          {!said && earlier && <p className={styles.quiet}>{earlierWords(earlier, locale)}</p>}
        </div>
        {said && said.kind !== 'incomplete' && said.kind !== 'not-loaded' && (
          <SendingActions sending={said} locale={locale} onDismissed={() => say(undefined)} />
        )}
        {/* In a sitting nothing is told; once it is right, or while it waits for its numbers, there is nothing to tell. */}
        {sitting === undefined && !wantsNumbers && !(scored && isRight) && (
          <QuizContext value={context}>
            <HelpBar
              key={numbers?.id}
              item={item}
              version={version}
              draw={numbers?.id}
              locale={locale}
              hasHints={hasHints}
            />
          </QuizContext>
        )}
        <ReportButton
          item={item}
          version={version}
          locale={locale}
          state={() => form.current && inputsOf(form.current)}
        />
      </div>
      {feedback?.explanation && (
        <section className={styles.explanation} aria-label={words.why}>
          <RichText text={textIn(feedback.explanation, locale)} />
        </section>
      )}
    </form>
  );
}

/** True when the numbers of this answer serve no more: it was taken, or they had been answered before. */
function closesDraw(result: AnswerResult): boolean {
  return isStored(result) || (result.status === 'rejected' && result.field === 'draw');
}

function isStored({ status }: AnswerResult): boolean {
  return status !== 'incomplete' && status !== 'rejected';
}

/** The first thing to act on, the chosen one of several before the others. */
function controlIn(part: Element): HTMLElement | null {
  const control = 'fieldset :is(input, select, textarea, button):not([type=hidden], [tabindex="-1"])';
  return part.querySelector<HTMLElement>('fieldset input:checked') ?? part.querySelector<HTMLElement>(control);
}

function earlierWords({ best, at }: { best: number; at: number }, locale: Locale): string {
  const words = quizWords[locale];
  const date = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium' }).format(at * 1_000);
  return words.answeredOn(date, best >= 1 ? words.wasRight : best > 0 ? words.wasPartly : words.wasWrong);
}
