import { formText } from '@/lib/auth/form';

/** What was ticked in the tree of paths, lessons and items; or how many are drawn of each objective. */
export type Chosen = {
  readonly paths: readonly string[];
  readonly lessons: readonly string[];
  readonly items: readonly string[];
  /** `tcp-tls/handshakes#open` → 2; empty where the ticked ones are asked. */
  readonly draws: readonly { readonly objective: string; readonly count: number }[];
};

/** More than the tree has rows, and little enough to go through. */
const most = 2_000;

export function readChosen(form: FormData): Chosen {
  const isDrawn = formText(form, 'choose') === 'drawn';
  const draws = isDrawn
    ? [...form.keys()]
        .filter((name) => name.startsWith('draw:'))
        .slice(0, most)
        .map((name) => ({ objective: name.slice(5), count: Number(formText(form, name)) }))
        .filter(({ count }) => Number.isInteger(count) && count > 0)
    : [];
  if (isDrawn) return { paths: [], lessons: [], items: [], draws };
  return { paths: ticked(form, 'path'), lessons: ticked(form, 'lesson'), items: ticked(form, 'item'), draws };
}

function ticked(form: FormData, name: string): string[] {
  const values = form.getAll(name).slice(0, most);
  return [...new Set(values.filter((value) => typeof value === 'string' && value.length <= 200))].map(String);
}
