import type { AuthorError, Place } from './author-error';
import { known } from './check-uses';
import type { ComponentUse } from './mdx-elements';

/** A term where a text uses it. */
export type TermUse = Place & { readonly id: string };

/** The terms of a text, to be looked up once the glossary is known. */
export function termUses(file: string, uses: readonly ComponentUse[]): TermUse[] {
  return uses.flatMap(({ component, props, place }) =>
    component === 'Term' && props.id !== undefined ? [{ file, ...place, id: props.id }] : [],
  );
}

/** Every `<Term id>` is explained in a glossary. Apart from all else of a lesson, because it is all that the glossary can change. */
export function checkTerms(uses: readonly TermUse[], glossary: ReadonlySet<string>): AuthorError[] {
  return uses
    .filter(({ id }) => !glossary.has(id))
    .flatMap(({ id, ...place }) =>
      known('Term', 'id', id, [...glossary], 'glossary.yaml').map((letter) => ({ ...place, ...letter })),
    );
}
