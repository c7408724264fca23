import styles from './card-sheet.module.css';

/** A card as it is drawn: everything on it is said already, its QR code is a path in a square of `size`. */
export type PrintedCard = {
  readonly learnerId: string;
  readonly name: string;
  readonly login: string;
  readonly code: string;
  readonly qr: { readonly size: number; readonly path: string };
};

/** The words on every card, in the class's language. */
export type CardWords = {
  readonly lang: string;
  readonly class: string;
  readonly heading: string;
  readonly login: string;
  readonly code: string;
  readonly how: string;
};

/** Cards to be cut out, eight a page. Each opens the choice of a password for one learner, once. */
export function CardSheet({ cards, words }: { cards: readonly PrintedCard[]; words: CardWords }) {
  return (
    <ul className={styles.sheet} lang={words.lang}>
      {cards.map(({ learnerId, name, login, code, qr }) => (
        <li key={learnerId} className={styles.card}>
          <div className={styles.words}>
            <p className={styles.class} dir="auto">
              {words.class}
            </p>
            <p className={styles.name} dir="auto">
              {name}
            </p>
            <p>
              <small>{words.login}</small>
              <code>{login}</code>
            </p>
            <p>
              <small>{words.code}</small>
              <code>{code}</code>
            </p>
            <p className={styles.how}>{words.how}</p>
          </div>
          <div className={styles.qr}>
            <svg
              viewBox={`0 0 ${qr.size} ${qr.size}`}
              role="img"
              aria-label={words.heading}
              shapeRendering="crispEdges"
            >
              <path d={qr.path} fill="currentColor" />
            </svg>
          </div>
        </li>
      ))}
    </ul>
  );
}
