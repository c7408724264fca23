import type { NamableFault } from './action';
import type { Fault } from './fault';
import { cost, explain, type Moment, noDeed } from './moment';
import { octetText, textOctets } from './octets';
import { type ParsedRequest, type ParsedResponse, parseRequest, parseResponse } from './parse-message';
import type { Specimen } from './setup';

/** A specimen as the strict reader reads it; all its bytes are there. */
export function readSpecimen({ kind, asked, text }: Specimen): ParsedRequest | ParsedResponse {
  const bytes = textOctets(text);
  return kind === 'request' ? parseRequest(bytes, { closed: true }) : parseResponse(bytes, asked, { closed: true });
}

/** What is wrong with a specimen, each code once, in the order of the bytes. */
export function faultsOf(specimen: Specimen): readonly Fault[] {
  const { faults } = readSpecimen(specimen);
  return faults.filter(({ code }, at) => faults.findIndex((other) => other.code === code) === at);
}

export function nameFault(moment: Moment, number: number, fault: NamableFault) {
  const { state } = moment;
  const specimen = state.setup.specimens[number];
  if (!specimen) return noDeed(moment, 'no-such-specimen');
  moment.cost += cost.note;
  const faults = faultsOf(specimen);
  const at = faults.find(({ code }) => code === fault) ?? null;
  const right = fault === 'none' ? faults.length === 0 : at !== null;
  state.named = [...state.named, { specimen: number, fault, right }].slice(-200);
  explain(moment, { code: 'named', right, fault, specimen: number, at });
}

/** The content behind the framing, one character an octet, or as UTF-8 where it is that. */
export function contentOf(specimen: Specimen): string | null {
  const { message, kind } = readSpecimen(specimen);
  return message && kind === 'complete' ? octetText(message.body) : null;
}

export function decodeSpecimen(moment: Moment, number: number, text: string) {
  const { state } = moment;
  const specimen = state.setup.specimens[number];
  if (!specimen) return noDeed(moment, 'no-such-specimen');
  const content = contentOf(specimen);
  if (content === null) return noDeed(moment, 'not-decodable');
  moment.cost += cost.note;
  // Line ends as an editor makes them: whoever types the text cannot do otherwise.
  const found = unified(octetText(textOctets(text)));
  const wanted = unified(content);
  let firstWrong = 0;
  while (firstWrong < wanted.length && found[firstWrong] === wanted[firstWrong]) firstWrong += 1;
  const right = found === wanted;
  state.decoded = [...state.decoded, { specimen: number, text, right }].slice(-50);
  explain(moment, { code: 'decoded', right, specimen: number, firstWrong: right ? -1 : firstWrong });
}

const unified = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
