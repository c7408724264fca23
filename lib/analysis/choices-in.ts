import type { Kind, Responses } from '@/lib/quiz/public-kinds';

type Reader<K extends Kind> = (response: Responses[K]) => readonly string[];

const places = ({ places }: Responses['matching']) => Object.entries(places).map(([part, place]) => `${part}>${place}`);

/** Of what is typed or put in order there is no list: it is read where it was answered. */
const none = () => [];

const readers: { [K in Kind]: Reader<K> } = {
  'single-choice': ({ choice }) => [choice],
  'multiple-choice': ({ choices }) => choices,
  pointing: (response) => ('choice' in response ? [response.choice] : []),
  matching: places,
  categorising: places,
  numeric: none,
  ordering: none,
  'short-text': none,
  'fill-in': none,
  written: none,
  prediction: none,
};

/**
 * What was chosen, of what there was to choose from, by the names it has in the key: options; `part>place` where parts are given places. Each
 * stands once in a response, so that counts of it are counts of learners.
 */
export function choicesIn<K extends Kind>(kind: K, response: Responses[K]): readonly string[] {
  return readers[kind](response);
}
