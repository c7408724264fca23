import { settled } from '@/lib/quiz/number-key';
import type { Localized } from '@/lib/words/locale';
import type { NumberAnswer, Weighted } from '../exchanged';
import type { Taking } from './taking';

type Amount = number | string;
export type NumberKey = {
  value: Amount;
  tolerance: Amount;
  mistakes: readonly { value: Amount; tolerance: Amount; feedback: Localized; misconception?: string | undefined }[];
  bases?: readonly string[] | undefined;
};

export function takeNumber(taking: Taking, key: NumberKey): Weighted<NumberAnswer>[] {
  const other = key.bases?.filter((base) => base !== 'decimal') ?? [];
  if (other.length > 0) taking.note('lost', `that it may be written in ${other.join(' and ')}`);
  taking.misconceptions(key.mistakes);
  return [
    { answer: reach(taking, key), weight: 100 },
    ...key.mistakes.map((mistake) => ({
      answer: reach(taking, mistake),
      weight: 0,
      ...taking.feedback(mistake.feedback),
    })),
  ];
}

/** A share of the value, "2%", becomes the number that it is. */
function reach(
  taking: Taking,
  { value, tolerance }: { value: Amount; tolerance: Amount },
): Exclude<NumberAnswer, 'any'> {
  const number = settled(value);
  const share = typeof tolerance === 'string' ? /^([\d.]+)%$/.exec(tolerance)?.[1] : undefined;
  if (share === undefined) return { value: number, tolerance: settled(tolerance) };
  const own = Number(((Math.abs(number) * Number(share)) / 100).toPrecision(12));
  taking.note('approximated', `the tolerance ${tolerance} is written as ${own}`);
  return { value: number, tolerance: own };
}
