import { parse } from 'acorn';
import type { SampleFault } from './sample';

/** A module first, because most samples are; then a script, which may still say `with`. The complaint is that of the module. */
export function javascriptFaults(code: string): SampleFault[] {
  const asModule = faultOf(code, 'module');
  return asModule && faultOf(code, 'script') ? [asModule] : [];
}

function faultOf(code: string, sourceType: 'module' | 'script'): SampleFault | undefined {
  try {
    parse(code, {
      ecmaVersion: 'latest',
      sourceType,
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
      allowHashBang: true,
    });
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError) || !('pos' in thrown) || typeof thrown.pos !== 'number') throw thrown;
    return { message: thrown.message.replace(/ \(\d+:\d+\)$/, ''), offset: thrown.pos };
  }
}
