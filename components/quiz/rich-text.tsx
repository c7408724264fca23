import type { ReactNode } from 'react';
import type { Block, Inline, RichText as Text } from '@/lib/quiz/public-rich-text';
import { MathTree } from './math-tree';
import { withHoles } from './with-holes';

/** How a run of plain characters is drawn, where it is more than itself: a template has blanks in it. */
type Draw = (characters: string) => ReactNode;

/** Draws text that travelled as data. Used on the server for prompts and in the browser for feedback. */
export function RichText({ text, draw }: { text: Text; draw?: Draw | undefined }) {
  return text.map((block, at) => <BlockOf key={keyAt(at)} block={block} draw={draw} />);
}

/** The same on one line: a single paragraph loses its <p>, so that it can stand in a label. */
export function RichLine({ text, draw }: { text: Text; draw?: Draw | undefined }) {
  const [only, ...more] = text;
  return only?.kind === 'paragraph' && more.length === 0 ? (
    <Inlines of={only.of} draw={draw} />
  ) : (
    <RichText text={text} draw={draw} />
  );
}

function BlockOf({ block, draw }: { block: Block; draw?: Draw | undefined }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inlines of={block.of} draw={draw} />
        </p>
      );
    case 'code':
      return (
        <pre>
          <code>{(draw ?? withHoles)(block.text)}</code>
        </pre>
      );
    case 'math':
      return <MathTree node={block.of} />;
    case 'quote':
      return (
        <blockquote>
          <RichText text={block.of} draw={draw} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((item, at) => (
        <li key={keyAt(at)}>
          <RichLine text={item} draw={draw} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((cell, at) => (
                <th key={keyAt(at)} scope="col">
                  <Inlines of={cell} draw={draw} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={keyAt(at)}>
                {row.map((cell, at) => (
                  <td key={keyAt(at)}>
                    <Inlines of={cell} draw={draw} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function Inlines({ of, draw }: { of: readonly Inline[]; draw?: Draw | undefined }) {
  return of.map((part, at) => <InlineOf key={keyAt(at)} part={part} draw={draw} />);
}

function InlineOf({ part, draw }: { part: Inline; draw?: Draw | undefined }) {
  if (typeof part === 'string') return (draw ?? withHoles)(part);
  switch (part.kind) {
    case 'code':
      return <code>{(draw ?? withHoles)(part.text)}</code>;
    case 'math':
      return <MathTree node={part.of} />;
    case 'break':
      return <br />;
    case 'link':
      return (
        <a href={part.href}>
          <Inlines of={part.of} draw={draw} />
        </a>
      );
    default: {
      const Tag = part.kind;
      return (
        <Tag>
          <Inlines of={part.of} draw={draw} />
        </Tag>
      );
    }
  }
}

/** A text never changes after it is drawn, so a part's place is its name. */
function keyAt(place: number): string {
  return String(place);
}
