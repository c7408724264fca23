import { createHash } from 'node:crypto';
import type { Localized } from '@/lib/words/locale';
import type { PublicOption } from './public-single-choice';
import { fillHoles, hole } from './variants/hole';

type Option = { id: string; text: Localized };

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The places of the options in the order everyone sees them. The order follows from what is shown (the question's id and the options'
 * texts) and from nothing else: not from the order in the author's file, not from the options' ids, not from the key.
 */
function orderOf(questionId: string, options: readonly Option[]): number[] {
  const digest = (...texts: string[]) =>
    createHash('sha256')
      .update(JSON.stringify([questionId, ...texts]))
      .digest('hex');
  // What stands in a variant's holes is not shown yet: it decides only between options that look the same without it.
  const place = ({ text: { en = '', zh = '' } }: Option) => {
    const [bareEn, bareZh] = [fillHoles(en, () => hole('')), fillHoles(zh, () => hole(''))];
    const isBare = bareEn === en && bareZh === zh;
    return digest(bareEn, bareZh) + (isBare ? '' : digest(en, zh));
  };
  return options
    .map((option, index) => ({ index, at: place(option) }))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ index }) => index);
}

/** An order is reckoned once for as long as its question is kept: every answer to it is read by it. */
const orders = new WeakMap<readonly Option[], { questionId: string; order: readonly number[] }>();

function shuffled<O extends Option>(questionId: string, options: readonly O[]): O[] {
  const known = orders.get(options);
  const order = known?.questionId === questionId ? known.order : orderOf(questionId, options);
  orders.set(options, { questionId, order });
  return order.flatMap((index) => options[index] ?? []);
}

/** The options as they leave the server: `a`, `b`, `c` and their texts, named field by field. */
export function letteredOptions(questionId: string, options: readonly Option[]): PublicOption[] {
  return shuffled(questionId, options).map((option, index) => ({
    letter: alphabet.charAt(index),
    text: publicText(option.text),
  }));
}

/** Letter → option id. */
export function optionIds(questionId: string, options: readonly Option[]): Record<string, string> {
  return Object.fromEntries(shuffled(questionId, options).map((option, index) => [alphabet.charAt(index), option.id]));
}

/** A text's languages, named one by one. */
export function publicText(text: Localized): Localized {
  return { ...(text.en === undefined ? {} : { en: text.en }), ...(text.zh === undefined ? {} : { zh: text.zh }) };
}
