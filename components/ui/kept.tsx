import { Fragment } from 'react';

/** `keptParts('Three-way and four-way')` → `['Three-way', ' and ', 'four-way']`: terms with a hyphen stand at odd and even places alike. */
export function keptParts(text: string): string[] {
  return text.split(/([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+)/u).filter(Boolean);
}

/** Longer than any term: the name of a question, say, which has to break on a phone. */
const longest = 20;

/** A title whose hyphenated terms do not break: "four-way" stays on one line. */
export function Kept({ children }: { children: string }) {
  return keptParts(children).map((part, at) => {
    // The parts of one text never change places.
    const key = `${at}${part}`;
    return part.includes('-') && part.length <= longest ? (
      <span key={key} className="keep">
        {part}
      </span>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
