import { type OwnKind, rowsOf } from '@/lib/assignments/question-rows';
import { formText } from '@/lib/auth/form';
import { freeId } from '@/lib/exchange/bring/slug';
import type { Question } from '@/lib/quiz/question';
import { type Localized, locales } from '@/lib/words/locale';

/** What a form says, as an author would write it, and which of its rows each entry came from: faults are told there. */
export type QuestionDraft = {
  readonly written: Record<string, unknown>;
  readonly rows: Readonly<Record<'options' | 'mistakes' | 'rubric', readonly number[]>>;
};

type Row = { readonly row: number; readonly entry: Record<string, unknown> };

/** Reads the form of one kind. Ids of options stay what they were: stored answers name them. */
export function draftQuestion(form: FormData, kind: OwnKind, id: string, before: Question | undefined): QuestionDraft {
  const explanation = words(form, 'explanation');
  const base = {
    id,
    kind,
    use: 'assessed',
    prompt: words(form, 'prompt') ?? {},
    ...(explanation ? { explanation } : {}),
  };
  const options = kind === 'single-choice' || kind === 'multiple-choice' ? optionRows(form, before) : [];
  const mistakes = kind === 'numeric' ? mistakeRows(form) : [];
  const rubric = kind === 'written' ? criterionRows(form, before) : [];
  return {
    written: { ...base, ...partsOf(form, kind, { options, mistakes, rubric }) },
    rows: {
      options: options.map(({ row }) => row),
      mistakes: mistakes.map(({ row }) => row),
      rubric: rubric.map(({ row }) => row),
    },
  };
}

type Rows = { options: readonly Row[]; mistakes: readonly Row[]; rubric: readonly Row[] };

function partsOf(form: FormData, kind: OwnKind, { options, mistakes, rubric }: Rows): Record<string, unknown> {
  const entries = (rows: readonly Row[]) => rows.map(({ entry }) => entry);
  switch (kind) {
    case 'single-choice':
    case 'multiple-choice':
      return { options: entries(options) };
    case 'short-text':
      return wordsParts(form);
    case 'numeric':
      return { ...numberParts(form), ...(mistakes.length > 0 ? { mistakes: entries(mistakes) } : {}) };
    case 'written': {
      const answer = words(form, 'answer');
      return { marked: 'person', rubric: entries(rubric), ...(answer ? { answer } : {}) };
    }
  }
}

function optionRows(form: FormData, before: Question | undefined): Row[] {
  const known = before && 'options' in before ? before.options : [];
  const right = form.getAll('right').map(String);
  const given = new Set(known.map(({ id }) => id));
  return numbered(rowsOf.options).flatMap((row) => {
    const text = words(form, `option-${row}`);
    if (!text) return [];
    const feedback = words(form, `feedback-${row}`);
    const id = known[row - 1]?.id ?? freeId(`option-${row}`, given);
    const isRight = right.includes(String(row));
    return [{ row, entry: { id, text, ...(feedback ? { feedback } : {}), ...(isRight ? { right: true } : {}) } }];
  });
}

function wordsParts(form: FormData): Record<string, unknown> {
  const said = words(form, 'near-said');
  const near = lines(form, 'near');
  return {
    accept: lines(form, 'accept'),
    ...(formText(form, 'exact-case') === 'yes' ? { case: 'exact' } : {}),
    ...(near.length > 0 && said ? { near: [{ accept: near, feedback: said }] } : {}),
  };
}

function numberParts(form: FormData): Record<string, unknown> {
  const tolerance = formText(form, 'tolerance').trim().replace(',', '.').replace('％', '%');
  const unit = formText(form, 'unit').trim();
  return {
    value: numberTyped(formText(form, 'value')),
    ...(tolerance === '' ? {} : { tolerance: tolerance.endsWith('%') ? tolerance : numberTyped(tolerance) }),
    ...(unit === '' ? {} : { unit: Object.fromEntries(locales.map((locale) => [locale, unit])) }),
  };
}

function mistakeRows(form: FormData): Row[] {
  return numbered(rowsOf.mistakes).flatMap((row) => {
    const [typed, feedback] = [formText(form, `mistake-${row}`), words(form, `mistake-said-${row}`)];
    if (typed.trim() === '' && !feedback) return [];
    return [{ row, entry: { value: numberTyped(typed), feedback: feedback ?? {} } }];
  });
}

function criterionRows(form: FormData, before: Question | undefined): Row[] {
  const known = before?.kind === 'written' ? before.rubric : [];
  const given = new Set(known.map(({ id }) => id));
  return numbered(rowsOf.criteria).flatMap((row) => {
    const text = words(form, `criterion-${row}`);
    if (!text) return [];
    const id = known[row - 1]?.id ?? freeId(`criterion-${row}`, given);
    return [{ row, entry: { id, text, points: numberTyped(formText(form, `points-${row}`)) } }];
  });
}

/** A text in the languages it was written in; undefined where nothing was. */
function words(form: FormData, name: string): Localized | undefined {
  const text: Localized = {};
  for (const locale of locales) {
    const typed = formText(form, `${name}-${locale}`).replace(/\r\n?/g, '\n').replaceAll('\0', '').trim();
    if (typed !== '') text[locale] = typed;
  }
  return Object.keys(text).length > 0 ? text : undefined;
}

function lines(form: FormData, name: string): string[] {
  return formText(form, name)
    .replaceAll('\0', '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What is no number stays what was typed; the schema says so. */
function numberTyped(text: string): number | string {
  const typed = text.trim().replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(typed) ? Number(typed) : typed;
}

function numbered(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}
