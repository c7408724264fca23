import { concatenated } from '@/lib/labs/bytes';
import type { HttpAction } from '@/lib/labs/http/action';
import { type HttpEvent, whyOf } from '@/lib/labs/http/event';
import type { HttpGoal } from '@/lib/labs/http/goal';
import { textOctets } from '@/lib/labs/http/octets';
import { practiceFit } from '@/lib/labs/http/practice-fit';
import type { HttpSetup } from '@/lib/labs/http/setup';
import type { HttpState } from '@/lib/labs/http/state';
import { httpWords } from '@/lib/words/http';
import { httpViewWords } from '@/lib/words/http-view';
import type { LabView } from '../lab-view';
import { HttpControls } from './http-controls';
import { httpFigure } from './http-figure';
import { HttpSettings } from './http-settings';
import { HttpStage } from './http-stage';
import { PracticePanel } from './practice-panel';
import { PracticeStill } from './practice-still';

/** How the HTTP lab is seen. */
export const httpView: LabView<HttpSetup, HttpState, HttpAction, HttpEvent, HttpGoal> = {
  ...httpFigure,
  // Nothing happens by itself: a redirect that waits to be followed is what comes nearest.
  next: (state) => (state.redirect ? { kind: 'follow' } : null),
  conditions: ({ host, scheme, delay, relay }, locale) => {
    const words = httpViewWords[locale];
    return [`${scheme}://${host}`, words.ms(delay), ...(relay ? [words.conditions.relay(relay.pair)] : [])];
  },
  why: ({ events }, locale) => {
    const why = whyOf(events);
    return why && httpWords[locale].why(why);
  },
  sentences: ({ events }, locale) =>
    // What happened and why may be one and the same sentence: "an hour has passed".
    [...new Set(events.map((event) => httpWords[locale].event(event)))].filter((text) => text !== ''),
  deadEnd: (why, locale) => Object.entries(httpWords[locale].deadEnds).find(([code]) => code === why)?.[1] ?? '',
  Stage: HttpStage,
  Controls: HttpControls,
  Settings: HttpSettings,
  Practice: PracticePanel,
  PracticeStill,
  practises: (asked, locale) => {
    const fit = practiceFit(asked);
    if (fit === 'paper') return { kind: 'none' };
    return fit === 'fits' ? { kind: 'fits' } : { kind: 'unfit', why: httpViewWords[locale].practiceUnfit[fit] };
  },
  downloads: [
    {
      name: 'http',
      label: (locale) => httpViewWords[locale].transcriptFile,
      file: (state) => ({ name: 'handrail-http.txt', type: 'text/plain', bytes: exchangesFile(state) }),
    },
  ],
};

/** Every request and answer to the byte, each under a line that says which it is. */
function exchangesFile({ exchanges }: HttpState): Uint8Array<ArrayBuffer> {
  const parts = exchanges.flatMap(({ id, request, response, from }) => [
    ...(request ? [textOctets(`>>> ${id + 1}\r\n`), request, textOctets('\r\n')] : []),
    ...(response ? [textOctets(`<<< ${id + 1}\r\n`), response, textOctets('\r\n')] : []),
    ...(request || response ? [] : [textOctets(`=== ${id + 1} ${from}\r\n`)]),
  ]);
  return concatenated(...parts);
}
