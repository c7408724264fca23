import { type ClassPlan, classPlanSchema } from '@/lib/classes/class-plan';

/** What stands in a form, ticks of one name as lines, so that a form with a fault is shown as it was sent. */
export function keptValues(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [
      name,
      form
        .getAll(name)
        .filter((value) => typeof value === 'string')
        .join('\n')
        .slice(0, 20_000),
    ]),
  );
}

export const classFieldNames = ['name', 'timeZone', 'language', 'paths', 'isPseudonymous'] as const;

/** The class that a form describes, or the field that is wrong. `known`: the paths there are, in their order. */
export function readClassForm(form: FormData, known: readonly string[]): ClassPlan | 'name' | 'timeZone' | 'language' {
  const chosen = form.getAll('paths');
  const parsed = classPlanSchema.safeParse({
    name: form.get('name'),
    timeZone: form.get('timeZone'),
    locale: form.get('language'),
    paths: known.filter((path) => chosen.includes(path)),
    isPseudonymous: form.get('isPseudonymous') === 'yes',
  });
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path[0];
  return field === 'timeZone' ? 'timeZone' : field === 'locale' ? 'language' : 'name';
}

/** The ids that were ticked in a list; what is none is left out. */
export function chosenIds(form: FormData, name: string, isId: (value: unknown) => value is string): string[] {
  return [...new Set(form.getAll(name).filter(isId))].slice(0, 1000);
}
