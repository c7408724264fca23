import { type Node, parse } from 'acorn';

/** A sample as a script that can be run, or why it cannot. */
export type Runnable = { readonly script: string } | { readonly refused: string };

/**
 * A script as it is; with `await` at its top, or what only modules may say, within an async function. Modules are not loaded: a sample
 * stands on its own, and `import()` would reach out of the world it runs in. What is asked is the very text that is run, read in the very
 * way it is run: in a script `-->` begins a comment, in a module it does not.
 */
export function runnable(code: string): Runnable {
  const inside = `(async () => {\n${code}\n})().catch(__fail);`;
  const [script, tree] = [code, inside].map((text) => [text, scriptOf(text)] as const).find(([, tree]) => tree) ?? [];
  if (script === undefined || !tree) return { refused: reasonOf(code) };
  return isImporting(tree) ? { refused: saysImport } : { script };
}

const saysImport = 'it says "import" or "export", and a sample that is run stands on its own';

function scriptOf(text: string): Node | undefined {
  try {
    return parse(text, { ecmaVersion: 'latest', sourceType: 'script' });
  } catch {
    return undefined;
  }
}

function reasonOf(code: string): string {
  try {
    parse(code, { ecmaVersion: 'latest', sourceType: 'module', allowAwaitOutsideFunction: true, allowHashBang: true });
    return saysImport;
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}

function isImporting(tree: Node): boolean {
  const open: unknown[] = [tree];
  while (open.length > 0) {
    const part = open.pop();
    if (part === null || typeof part !== 'object') continue;
    if ('type' in part && (part.type === 'ImportExpression' || (part.type === 'MetaProperty' && isImportMeta(part))))
      return true;
    open.push(...Object.values(part));
  }
  return false;
}

function isImportMeta(part: object): boolean {
  return (
    'meta' in part &&
    part.meta !== null &&
    typeof part.meta === 'object' &&
    'name' in part.meta &&
    part.meta.name === 'import'
  );
}
