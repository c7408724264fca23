import type { Block, Inline, RichText as Text } from '@/lib/quiz/public-rich-text';

/** Draws text that travelled as data. Used on the server for prompts and in the browser for feedback. */
export function RichText({ text }: { text: Text }) {
  return text.map((block, at) => <BlockOf key={keyAt(at)} block={block} />);
}

/** The same on one line: a single paragraph loses its <p>, so that it can stand in a label. */
export function RichLine({ text }: { text: Text }) {
  const [only, ...more] = text;
  return only?.kind === 'paragraph' && more.length === 0 ? <Inlines of={only.of} /> : <RichText text={text} />;
}

function BlockOf({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inlines of={block.of} />
        </p>
      );
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote>
          <RichText text={block.of} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((item, at) => (
        <li key={keyAt(at)}>
          <RichLine text={item} />
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
                  <Inlines of={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={keyAt(at)}>
                {row.map((cell, at) => (
                  <td key={keyAt(at)}>
                    <Inlines of={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function Inlines({ of }: { of: readonly Inline[] }) {
  return of.map((part, at) => <InlineOf key={keyAt(at)} part={part} />);
}

function InlineOf({ part }: { part: Inline }) {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'code':
      return <code>{part.text}</code>;
    case 'break':
      return <br />;
    case 'link':
      return (
        <a href={part.href}>
          <Inlines of={part.of} />
        </a>
      );
    default: {
      const Tag = part.kind;
      return (
        <Tag>
          <Inlines of={part.of} />
        </Tag>
      );
    }
  }
}

/** A text never changes after it is drawn, so a part's place is its name. */
function keyAt(place: number): string {
  return String(place);
}
