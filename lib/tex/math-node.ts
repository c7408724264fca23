/** A formula as MathML, as data: it is drawn as elements, never put into a page as markup. */
export type MathNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (MathNode | string)[];
};
