import { createInterface, type Interface } from 'node:readline/promises';
import { UsageFault } from '@/lib/cli/check/usage-fault';

/** Something `handrail new` has to know. */
export type Wanted = {
  /** `--title-en` */
  readonly flag: string;
  /** As a person is asked: `Title in English`. */
  readonly question: string;
  readonly given: string | undefined;
  /** Taken when a person presses Enter, and without a terminal when nothing was given. */
  readonly usual?: string | undefined;
  /** What is said when it is missing and nobody can be asked; the question itself when nothing is said. */
  readonly missing?: string | undefined;
  /** Why it cannot be so; undefined when it can. */
  readonly fault: (typed: string) => string | undefined;
};

export type Streams = { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };

/** Learns what it must: from flags, from what is usual, or by asking; without a terminal nobody is asked. */
export class Interview {
  private readonly lines: Interface | undefined;
  private readonly arriving: AsyncIterator<string> | undefined;

  /** `streams` are a terminal's; none when there is nobody to ask. */
  constructor(private readonly streams: Streams | undefined) {
    this.lines = streams && createInterface({ ...streams, terminal: streams === ownTerminal() });
    this.arriving = this.lines?.[Symbol.asyncIterator]();
  }

  async learn(wanted: Wanted): Promise<string> {
    if (wanted.given !== undefined) return checked(wanted, wanted.given.trim());
    if (!this.arriving) {
      if (wanted.usual !== undefined) return checked(wanted, wanted.usual);
      throw new UsageFault(
        `${wanted.flag} is missing (${wanted.missing ?? lowered(wanted.question)}). Without a terminal nothing is asked, so give every flag; --help lists them.`,
      );
    }
    for (;;) {
      const typed = (await this.ask(wanted)) || (wanted.usual ?? '');
      const fault = typed === '' ? 'write something here' : wanted.fault(typed);
      if (fault === undefined) return typed;
      this.streams?.output.write(`  ${fault}\n`);
    }
  }

  end(): void {
    this.lines?.close();
  }

  private async ask({ question, usual }: Wanted): Promise<string> {
    this.lines?.setPrompt(`${question}${usual === undefined ? '' : ` (${usual})`}: `);
    this.lines?.prompt();
    const line = await this.arriving?.next();
    if (!line || line.done) throw new UsageFault('\nStopped: nothing was written.');
    return line.value.trim();
  }
}

/** The terminal this command runs in, when there is one on both sides. */
export function ownTerminal(): Streams | undefined {
  return process.stdin.isTTY && process.stdout.isTTY ? terminal : undefined;
}

const terminal: Streams = { input: process.stdin, output: process.stdout };

function checked({ flag, fault }: Wanted, value: string): string {
  const wrong = value === '' ? 'it is empty' : fault(value);
  if (wrong !== undefined)
    throw new UsageFault(`${flag} ${JSON.stringify(value)} cannot be used: ${wrong}${/[.?]$/.test(wrong) ? '' : '.'}`);
  return value;
}

/** `Address (for ever)` within brackets: `address, for ever`. */
function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/ \((.*)\)$/, ', $1');
}
