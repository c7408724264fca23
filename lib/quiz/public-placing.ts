import type { Missing, Reading } from './answer';

/** What a learner says where every part gets one of several places: which place each part was given, by their names. */
export type PlacingResponse = { places: Record<string, string> };

/** Places are named by numbers and parts by letters, so that their names are told apart. */
const isPlace = (name: string) => /^\d+$/.test(name);

/** The name of a part's input, before its letter. */
export const placeInput = 'place-';

/** How a form says where each part belongs, and how that is read. `missing`: what to say while a part has no place. */
export function publicPlacing(missing: Missing) {
  return {
    fromForm(form: FormData): unknown {
      const places = [...form].flatMap(([name, value]) =>
        name.startsWith(placeInput) ? [[name.slice(placeInput.length), value] as const] : [],
      );
      return { places: Object.fromEntries(places) };
    },

    read(names: readonly string[], raw: object): Reading<PlacingResponse> {
      const parts = names.filter((name) => !isPlace(name));
      const known = names.filter(isPlace);
      const wrong = {
        kind: 'wrong-shape',
        field: 'response.places',
        expected: `for each of ${parts.join(', ')} one of ${known.join(', ')}`,
      } as const;
      const places: unknown = 'places' in raw ? raw.places : {};
      if (places === null || typeof places !== 'object' || Array.isArray(places)) return wrong;
      const given: [string, unknown][] = Object.entries(places);
      if (given.length > parts.length || given.some(([part]) => !parts.includes(part))) return wrong;
      const placed: [string, string][] = [];
      for (const [part, place] of given) {
        if (place === '') continue;
        if (typeof place !== 'string' || !known.includes(place)) return wrong;
        placed.push([part, place]);
      }
      if (placed.length < parts.length) return { kind: 'incomplete', missing };
      // In the order of the letters: two answers that say the same are the same.
      placed.sort(([one], [other]) => (one < other ? -1 : 1));
      return { kind: 'complete', response: { places: Object.fromEntries(placed) } };
    },

    rename({ places }: PlacingResponse, to: (name: string) => string): PlacingResponse {
      return { places: Object.fromEntries(Object.entries(places).map(([part, place]) => [to(part), to(place)])) };
    },
  };
}
