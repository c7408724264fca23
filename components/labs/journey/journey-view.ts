import type { JourneyAction } from '@/lib/labs/journey/action';
import { type JourneyEvent, whyOf } from '@/lib/labs/journey/event';
import type { JourneyGoal } from '@/lib/labs/journey/goal';
import type { JourneySetup } from '@/lib/labs/journey/setup';
import type { JourneyState } from '@/lib/labs/journey/state';
import { journeyWords } from '@/lib/words/journey';
import { journeyViewWords } from '@/lib/words/journey-view';
import type { LabView } from '../lab-view';
import { JourneyControls } from './journey-controls';
import { journeyFigure } from './journey-figure';
import { requestName } from './journey-labels';
import { JourneySettings } from './journey-settings';
import { JourneyStage } from './journey-stage';

/** Most who look at a journey never take it with them. */
const captures = () => import('@/lib/labs/journey/capture');

/** How the journey lab is seen. */
export const journeyView: LabView<JourneySetup, JourneyState, JourneyAction, JourneyEvent, JourneyGoal> = {
  ...journeyFigure,
  next: (state) => (state.shownUntil === null ? null : { kind: 'next' }),
  conditions: ({ network }, locale) => {
    const { condition, kbit } = journeyViewWords[locale];
    return [condition.distance(network.distance), condition.loss(network.loss), kbit(network.bandwidth)];
  },
  why: ({ events, state }, locale) => {
    const why = whyOf(events);
    return why && journeyWords[locale].why(why, (request) => requestName(state, request));
  },
  sentences: ({ events, state }, locale) =>
    events
      .filter((event) => event.kind === 'milestone' || event.why.code !== 'happened')
      .map((event) => journeyWords[locale].event(event, (request) => requestName(state, request))),
  deadEnd: (why, locale) => Object.entries(journeyWords[locale].deadEnds).find(([code]) => code === why)?.[1] ?? '',
  Stage: JourneyStage,
  Controls: JourneyControls,
  Settings: JourneySettings,
  downloads: [
    {
      name: 'pcap',
      label: (locale) => journeyViewWords[locale].pcapLong,
      file: async (state) => ({
        name: 'handrail-journey.pcap',
        type: 'application/vnd.tcpdump.pcap',
        bytes: (await captures()).capturePcap(state),
      }),
    },
    {
      name: 'keylog',
      label: (locale) => journeyViewWords[locale].keyLogLong,
      file: async (state) => ({
        name: 'handrail-journey-keys.txt',
        type: 'text/plain',
        bytes: new TextEncoder().encode((await captures()).keyLogFile(state)),
      }),
    },
  ],
};
