import type { Localized } from '@/lib/words/locale';

/** A checked drawing, as data. */
export type Drawn = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Drawn | string)[];
};

/** A figure that a question shows: a drawing that stands in the page itself, or a picture by its address. `alt` says what it shows. */
export type PublicFigure =
  | { kind: 'drawing'; svg: Drawn; alt: Localized }
  /** `digest`: of the picture's bytes, so that another picture is another version of the question. */
  | { kind: 'picture'; src: string; width: number; height: number; digest: string; alt: Localized };
