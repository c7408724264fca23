import { type BinaryOperator, type Expression, type Fault, fault, limits } from './expression';
import { functionNames, isFunction } from './functions';
import { type Token, tokensOf } from './tokens';

/** From loosely to tightly binding. Comparisons do not chain: 1 < a < 9 would not mean what it says. */
const levels: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];
const comparisons = 2;
const reserved = ['and', 'or', 'not', 'true', 'false'];

/** True when a parameter may not be called so. A function's name it may have: that one is followed by a bracket. */
export function isReserved(name: string): boolean {
  return reserved.includes(name);
}

/** Reads a formula. Never throws: what is wrong is told with its place. */
export function parse(source: string): Expression | Fault {
  const tokens = tokensOf(source);
  if ('kind' in tokens) return tokens;
  const reader = new Reader(tokens);
  const expression = reader.binary(0, 0);
  if (expression.kind === 'fault') return expression;
  return reader.here.kind === 'end' ? expression : fault(reader.here.at, 'an operator or the end', shown(reader.here));
}

class Reader {
  #place = 0;
  #parts = 0;

  constructor(readonly tokens: readonly Token[]) {}

  get here(): Token {
    // The last token is the end, and nobody goes beyond it.
    return this.tokens[this.#place] ?? { kind: 'end', text: '', value: 0, at: 0 };
  }

  /** Goes on when the word or mark is the one that stands here. */
  #takes(text: string): boolean {
    const isHere = this.here.kind !== 'text' && this.here.kind !== 'end' && this.here.text === text;
    if (isHere) this.#place += 1;
    return isHere;
  }

  #counted(expression: Expression): Expression | Fault {
    this.#parts += 1;
    return this.#parts > limits.parts
      ? fault(expression.at, `at most ${limits.parts} numbers, names and operators`, 'more')
      : expression;
  }

  binary(level: number, depth: number): Expression | Fault {
    const operators = levels[level];
    if (!operators) return this.#unary(depth);
    let left = this.binary(level + 1, depth);
    while (left.kind !== 'fault') {
      const { at } = this.here;
      const operator = operators.find((one) => this.#takes(one));
      if (!operator) return left;
      const right = this.binary(level + 1, depth + 1);
      if (right.kind === 'fault') return right;
      left = this.#counted({ kind: 'binary', operator, left, right, at });
      if (level === comparisons && left.kind !== 'fault' && operators.some((one) => one === this.here.text))
        return fault(this.here.at, 'one comparison, joined to the next by "and"', shown(this.here));
    }
    return left;
  }

  #unary(depth: number): Expression | Fault {
    const { at } = this.here;
    if (depth > limits.depth) return fault(at, `at most ${limits.depth} levels of brackets and signs`, 'more');
    const operator = this.#takes('-') ? '-' : this.#takes('not') ? 'not' : undefined;
    if (!operator) return this.#power(depth);
    // "not a == b" is "not (a == b)"; -2 ** 2 is -(2 ** 2).
    const of = operator === 'not' ? this.binary(comparisons, depth + 1) : this.#unary(depth + 1);
    return of.kind === 'fault' ? of : this.#counted({ kind: 'unary', operator, of, at });
  }

  #power(depth: number): Expression | Fault {
    const left = this.#primary(depth);
    const { at } = this.here;
    if (left.kind === 'fault' || !this.#takes('**')) return left;
    const right = this.#unary(depth + 1);
    return right.kind === 'fault' ? right : this.#counted({ kind: 'binary', operator: '**', left, right, at });
  }

  #primary(depth: number): Expression | Fault {
    const token = this.here;
    const { at, text } = token;
    if (token.kind === 'number' || token.kind === 'text') {
      this.#place += 1;
      return this.#counted(
        token.kind === 'number'
          ? { kind: 'number', value: token.value, at }
          : { kind: 'text', value: text.slice(1, -1), at },
      );
    }
    if (this.#takes('(')) {
      const inner = this.binary(0, depth + 1);
      if (inner.kind === 'fault') return inner;
      return this.#takes(')') ? inner : fault(this.here.at, '")"', shown(this.here));
    }
    if (this.#takes('[')) {
      const items = this.#sequence(']', depth);
      return 'kind' in items ? items : this.#counted({ kind: 'list', items, at });
    }
    if (token.kind !== 'word' || text === 'and' || text === 'or')
      return fault(at, 'a number, a name or "("', shown(token));
    this.#place += 1;
    if (text === 'true' || text === 'false') return this.#counted({ kind: 'truth', value: text === 'true', at });
    if (!this.#takes('(')) return this.#counted({ kind: 'name', name: text, at });
    if (!isFunction(text)) return fault(at, `a function: ${functionNames.join(', ')}`, `"${text}"`, functionNames);
    const of = this.#sequence(')', depth);
    return 'kind' in of ? of : this.#counted({ kind: 'call', name: text, of, at });
  }

  #sequence(close: ')' | ']', depth: number): Expression[] | Fault {
    const items: Expression[] = [];
    if (this.#takes(close)) return items;
    for (;;) {
      const item = this.binary(0, depth + 1);
      if (item.kind === 'fault') return item;
      items.push(item);
      if (items.length > limits.entries) return fault(item.at, `at most ${limits.entries} entries`, 'more');
      if (this.#takes(close)) return items;
      if (!this.#takes(',')) return fault(this.here.at, `"," or "${close}"`, shown(this.here));
    }
  }
}

function shown({ kind, text }: Token): string {
  return kind === 'end' ? 'the end' : kind === 'text' ? `the text ${text}` : `"${text}"`;
}
