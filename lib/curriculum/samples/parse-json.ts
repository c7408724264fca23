import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type { SampleFault } from './sample';

const words: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON value: text and keys stand in double quotes',
  PropertyNameExpected: 'a key in double quotes is expected; after the last entry stands no comma',
  ValueExpected: 'a value is expected; after the last entry stands no comma',
  ColonExpected: 'a colon is expected',
  CommaExpected: 'a comma is expected',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'JSON is one value, and something follows it',
  InvalidCommentToken: 'JSON has no comments; with them it is jsonc',
  UnexpectedEndOfString: 'this text is never closed',
  InvalidNumberFormat: 'this is no JSON number',
  InvalidEscapeCharacter: 'there is no such escape',
  InvalidUnicode: 'four hexadecimal digits are expected',
  InvalidCharacter: 'this character has to be escaped',
};

/** The first thing that is no JSON; `jsonc` may have comments and a last comma. */
export function jsonFaults(code: string, hasComments: boolean): SampleFault[] {
  const errors: ParseError[] = [];
  parse(code, errors, { disallowComments: !hasComments, allowTrailingComma: hasComments });
  return errors.slice(0, 1).map(({ error, offset }) => {
    const name = printParseErrorCode(error);
    return { message: words[name] ?? name, offset };
  });
}

/** A value on each line. */
export function jsonLinesFaults(code: string): SampleFault[] {
  let offset = 0;
  return code.split('\n').flatMap((line) => {
    const faults =
      line.trim() === '' ? [] : jsonFaults(line, false).map((fault) => ({ ...fault, offset: offset + fault.offset }));
    offset += line.length + 1;
    return faults;
  });
}
