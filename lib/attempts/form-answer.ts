import { createHash } from 'node:crypto';
import { publicKinds } from '@/lib/quiz/public-kinds';
import { isLocale, type Locale } from '@/lib/words/locale';

/** What a question's plain form says. */
export type FormAnswer = {
  item: string;
  version: string;
  response: unknown;
  locale: Locale;
  draw?: string;
  sitting?: string;
  assignment?: string;
};

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** What a form of a question says, as its kind reads it; undefined when it names no kind. */
export function responseIn(form: FormData): unknown {
  const kind = textOf(form, 'kind');
  return isKind(kind) ? publicKinds[kind].fromForm(form) : undefined;
}

/** Reads the form of components/quiz as a browser without scripts sends it; null when it is another form. */
export function readFormAnswer(form: FormData): FormAnswer | null {
  const kind = textOf(form, 'kind');
  const locale = textOf(form, 'locale');
  if (!isKind(kind)) return null;
  return {
    item: textOf(form, 'item'),
    version: textOf(form, 'version'),
    response: publicKinds[kind].fromForm(form),
    locale: isLocale(locale) ? locale : 'en',
    ...boundTo(form),
  };
}

/** Whose numbers it answers and the run it belongs to, where the form says so. */
function boundTo(form: FormData): Pick<FormAnswer, 'draw' | 'sitting' | 'assignment'> {
  const [draw, sitting, assignment] = [textOf(form, 'draw'), textOf(form, 'sitting'), textOf(form, 'assignment')];
  return { ...(draw ? { draw } : {}), ...(sitting ? { sitting } : {}), ...(assignment ? { assignment } : {}) };
}

function isKind(kind: string): kind is keyof typeof publicKinds {
  return Object.hasOwn(publicKinds, kind);
}

/** The same answer of the same learner has the same id: sending a form twice stores it once. */
export function formAnswerId(learnerId: string, { item, version, response, draw, sitting }: FormAnswer): string {
  const bound = [draw, sitting].flatMap((id) => id ?? []);
  const digest = createHash('sha256')
    .update(JSON.stringify([learnerId, item, version, response, ...bound]))
    .digest('hex');
  // A version 8 UUID: its bits are ours to choose.
  return digest.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5');
}
