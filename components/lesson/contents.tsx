import { Kept } from '@/components/ui/kept';
import type { Heading, LessonText } from '@/lib/curriculum/lesson';
import { ReadingPlace } from './reading-place';

type Section = { heading: Heading; inside: Heading[] };

/** What stands on this page: its ## headings, with their ### inside. */
export function Contents({ text }: { text: LessonText }) {
  const sections: Section[] = [];
  for (const heading of text.headings) {
    if (heading.depth === 2) sections.push({ heading, inside: [] });
    else sections.at(-1)?.inside.push(heading);
  }
  return (
    <>
      <ol data-contents>
        {sections.map(({ heading, inside }) => (
          <li key={heading.id}>
            <ContentsLink heading={heading} />
            {inside.length > 0 && (
              <ol>
                {inside.map((inner) => (
                  <li key={inner.id}>
                    <ContentsLink heading={inner} />
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
      <ReadingPlace />
    </>
  );
}

function ContentsLink({ heading }: { heading: Heading }) {
  return (
    <a href={`#${heading.id}`}>
      <Kept>{heading.text}</Kept>
    </a>
  );
}
