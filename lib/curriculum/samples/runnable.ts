import { parse, tokenizer } from 'acorn';

/** A sample as a script that can be run, or why it cannot. */
export type Runnable = { readonly script: string } | { readonly refused: string };

/**
 * A script as it is; with `await` at its top, or what only modules may say, within an async function. Modules are not loaded:
 * a sample stands on its own, and `import()` would reach out of the world it runs in.
 */
export function runnable(code: string): Runnable {
  let before = '';
  for (const { type } of tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true })) {
    const isName = before === '.' || before === '?.';
    if (!isName && (type.keyword === 'import' || type.keyword === 'export'))
      return { refused: `it says "${type.keyword}", and a sample that is run stands on its own` };
    before = type.label;
  }
  const options = { ecmaVersion: 'latest', sourceType: 'script' } as const;
  try {
    parse(code, options);
    return { script: code };
  } catch {
    return { script: `(async () => {\n${code}\n})().catch(__fail);` };
  }
}
