import { Fragment } from 'react';

/** A title whose compound words stay whole: "four-way" never ends a line after "four-". */
export function KeptText({ children }: { children: string }) {
  const words = children.split(/([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+)/u);
  return words.map((word, index) => {
    // The words of a title never change places: their index is who they are.
    const key = `${index}`;
    if (index % 2 === 0) return <Fragment key={key}>{word}</Fragment>;
    return (
      <span key={key} className="keep">
        {word}
      </span>
    );
  });
}
