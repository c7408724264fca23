import { forEachChild, type ParseError, parse, type SyntaxNode } from 'unbash';
import type { SampleFault } from './sample';

/** A script for bash. */
export function shellFaults(code: string): SampleFault[] {
  const script = parse(code);
  const faults: SampleFault[] = faultsOf(script);
  // A command within a command tells its own.
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Script' && 'errors' in node) faults.push(...faultsOf(node));
    forEachChild(node, visit);
  };
  if (faults.length === 0) forEachChild(script, visit);
  return faults.slice(0, 1);
}

function faultsOf({ errors }: { readonly errors?: readonly ParseError[] | undefined }): SampleFault[] {
  return (errors ?? []).map(({ message, pos }) => ({ message, offset: pos }));
}

/** A session: what is typed after `$ ` or `# ` is read, what is printed is not. */
export function sessionFaults(code: string): SampleFault[] {
  const faults: SampleFault[] = [];
  let offset = 0;
  let typed: { from: number; text: string } | undefined;
  for (const line of [...code.split('\n'), '']) {
    const prompt = /^(?:[\w@:~/.-]*[$#%]|>) /.exec(line)?.[0];
    const goesOn = typed?.text.endsWith('\\\n') || (typed !== undefined && prompt === '> ');
    if (typed && goesOn) typed = { from: typed.from, text: `${typed.text}${line.replace(/^> /, '  ')}\n` };
    else {
      if (typed) {
        const { from, text } = typed;
        faults.push(...shellFaults(text).map((fault) => ({ ...fault, offset: from + fault.offset })));
      }
      typed =
        prompt && prompt !== '> '
          ? { from: offset + prompt.length, text: `${line.slice(prompt.length)}\n` }
          : undefined;
    }
    offset += line.length + 1;
  }
  return faults.slice(0, 1);
}
