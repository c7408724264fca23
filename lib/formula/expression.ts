/**
 * The language of formulas: numbers, texts, conditions and lists, operators and a closed set of functions. There is no loop, no
 * assignment and no function of an author's own, so that a formula takes as many steps as it has parts; how many parts it may have,
 * how deep they may lie and how large a value may become is bounded (`limits`). Nothing is ever given to JavaScript to evaluate.
 *
 *     isn + length                 seq(isn + length)            if(length > 0, "data", "no data")
 *     not (a == b) and c <= 10     pick(["SYN", "ACK"], 1)      hex(isn, 8)
 */
export type Expression =
  | { kind: 'number'; value: number; at: number }
  | { kind: 'text'; value: string; at: number }
  | { kind: 'truth'; value: boolean; at: number }
  | { kind: 'name'; name: string; at: number }
  | { kind: 'list'; items: readonly Expression[]; at: number }
  | { kind: 'call'; name: string; of: readonly Expression[]; at: number }
  | { kind: 'unary'; operator: '-' | 'not'; of: Expression; at: number }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression; at: number };

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '**' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or';

/** Why a formula is none, or has no value here. `at` counts characters from 0. */
export type Fault = {
  readonly kind: 'fault';
  readonly at: number;
  readonly expected: string;
  readonly found: string;
  /** When `found` is a name: the names that are known here, to tell which was meant. */
  readonly known?: readonly string[];
};

export const limits = {
  /** Characters of a formula, and of a text it makes. */
  characters: 400,
  parts: 200,
  depth: 24,
  /** Entries of a list. */
  entries: 100,
  /** Whole numbers up to here are exact. Nothing may lie beyond, in either direction. */
  magnitude: Number.MAX_SAFE_INTEGER,
} as const;

export function fault(at: number, expected: string, found: string, known?: readonly string[]): Fault {
  return { kind: 'fault', at, expected, found, ...(known ? { known } : {}) };
}

/** "column 7: expected a number, found the text "SYN"" */
export function faultWords({ at, expected, found }: Fault): string {
  return `column ${at + 1}: expected ${expected}, found ${found}`;
}

/** Every name of a parameter that a formula uses, with its place. */
export function namesIn(expression: Expression): { name: string; at: number }[] {
  switch (expression.kind) {
    case 'name':
      return [{ name: expression.name, at: expression.at }];
    case 'list':
      return expression.items.flatMap(namesIn);
    case 'call':
      return expression.of.flatMap(namesIn);
    case 'unary':
      return namesIn(expression.of);
    case 'binary':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    default:
      return [];
  }
}
