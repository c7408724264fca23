import type { ComponentProps } from 'react';
import styles from './code-block.module.css';

type Props = ComponentProps<'pre'> & { 'data-language'?: string };

/** It scrolls by itself, so it must be reachable without a pointer. */
const reachable = { tabIndex: 0 };

/** Code with its colours, and with its title where it has one. */
export function CodeBlock({ title, children, 'data-language': language }: Props) {
  return (
    <figure className={styles.block} data-language={language}>
      {title && <figcaption>{title}</figcaption>}
      <pre {...reachable} translate="no">
        {children}
      </pre>
    </figure>
  );
}
