import type { Faults } from '@/lib/assignments/field-fault';
import type { QuestionDraft } from '@/lib/assignments/question-draft';
import { allRules } from '@/lib/curriculum/rules/all-rules';
import { questionRules } from '@/lib/curriculum/rules/check-quiz';
import type { QuestionFault } from '@/lib/curriculum/rules/question-fault';
import { type Question, questionSchema } from '@/lib/quiz/question';
import type { Locale } from '@/lib/words/locale';

/** More text than a question has; an honest one is far below. */
const longest = 40_000;

/** A question that keeps every rule that authors' questions keep; otherwise undefined, and each fault at the field it is in. */
export function judgedQuestion({ written, rows }: QuestionDraft, locale: Locale, faults: Faults): Question | undefined {
  if (JSON.stringify(written).length > longest) return faults.add('prompt-en', 'too-long', String(longest));
  commonFaults(written, faults);
  if (faults.all.length > 0) return undefined;
  const parsed = questionSchema.safeParse(written);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) faults.add(fieldOf(path, rows), 'as-written', message);
    return undefined;
  }
  for (const fault of faultsOf(parsed.data))
    if (fault.severity !== 'warning') faults.add(fieldOf(fault.place, rows), 'as-written', said(fault, locale));
  return faults.all.length === 0 ? parsed.data : undefined;
}

/** What is worth a look in a question that can be asked all the same. */
export function warningsOf(question: Question, locale: Locale): string[] {
  return faultsOf(question)
    .filter(({ severity }) => severity === 'warning')
    .map((fault) => said(fault, locale));
}

export function faultsOf(question: Question): QuestionFault[] {
  return questionRules.flatMap((rule) => rule(question));
}

/** What most often goes wrong, in words of this form. */
function commonFaults(written: Record<string, unknown>, faults: Faults): void {
  const { prompt, kind, options, accept, value, rubric } = written;
  if (isEmpty(prompt)) faults.add('prompt-en', 'missing');
  if (kind !== 'written' && written.explanation === undefined) faults.add('explanation-en', 'missing');
  if (Array.isArray(options)) {
    const right = options.filter((one) => one.right === true).length;
    if (options.length < 2) faults.add('options', 'few-options');
    else if (kind === 'single-choice' && right !== 1) faults.add('options', 'one-right');
    else if (right === 0) faults.add('options', 'some-right');
  }
  if (Array.isArray(accept) && accept.length === 0) faults.add('accept', 'missing');
  if (value === '') faults.add('value', 'missing');
  else if (typeof value === 'string') faults.add('value', 'not-a-number', value);
  if (Array.isArray(rubric) && rubric.length === 0) faults.add('criterion-1-en', 'missing');
}

function isEmpty(text: unknown): boolean {
  return text === null || typeof text !== 'object' || Object.keys(text).length === 0;
}

/** The rules speak English to authors; in Chinese their own sentence says what is wanted. */
function said({ rule, message, found }: QuestionFault, locale: Locale): string {
  const zh = allRules.get(rule)?.zh;
  return locale === 'zh' && zh ? `${zh}${found ? `（${found}）` : ''}` : message;
}

const names: Readonly<Record<string, string>> = { text: 'option', feedback: 'feedback' };

/** `['options', 2, 'text', 'en']` → `option-3-en`: where in the form it was typed. */
function fieldOf(path: readonly PropertyKey[], rows: QuestionDraft['rows']): string {
  const [part, at, key] = path;
  const last = path.at(-1);
  const locale = last === 'zh' ? 'zh' : 'en';
  if (part === 'options' && typeof at === 'number')
    return `${names[String(key)] ?? 'option'}-${rows.options[at] ?? 1}-${locale}`;
  if (part === 'mistakes' && typeof at === 'number')
    return key === 'feedback'
      ? `mistake-said-${rows.mistakes[at] ?? 1}-${locale}`
      : `mistake-${rows.mistakes[at] ?? 1}`;
  if (part === 'rubric' && typeof at === 'number')
    return key === 'points' ? `points-${rows.rubric[at] ?? 1}` : `criterion-${rows.rubric[at] ?? 1}-${locale}`;
  if (part === 'near') return key === 'feedback' ? `near-said-${locale}` : 'near';
  if (part === 'prompt' || part === 'explanation' || part === 'answer') return `${part}-${locale}`;
  return part === undefined ? 'prompt-en' : String(part);
}
