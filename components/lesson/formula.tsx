import { MathTree } from '@/components/quiz/math-tree';
import { mathml } from '@/lib/tex/mathml';
import styles from './formula.module.css';

type Props = { tex: string; alt?: string | undefined; display: boolean };

/** A formula as MathML, made at build: browsers set it and screen readers read it, without a script. */
export function Formula({ tex, alt, display }: Props) {
  const read = mathml(tex, display);
  if (read.kind === 'fault') throw new Error(`the formula ${tex} could be set when it was checked: ${read.message}`);
  const { root } = read;
  const spoken: Record<string, string> = alt === undefined ? {} : { alttext: alt, 'aria-label': alt };
  const math = <MathTree node={{ ...root, attributes: { ...root.attributes, ...spoken } }} />;
  if (!display) return math;
  // A long one scrolls by itself, so it has to be reachable without a pointer.
  return (
    <div className={styles.display} {...reachable}>
      {math}
    </div>
  );
}

const reachable = { tabIndex: 0 };
