import type { Run } from '@/lib/labs/run';
import { process as en } from '@/lib/words/en/process';
import { process as zh } from '@/lib/words/zh/process';

type ProcessRun = Extract<Run, { lab: 'process' }>;
type Preset = keyof typeof en.presets;

function preset(id: Preset, setup: ProcessRun['setup'], actions: readonly string[]): ProcessRun {
  const title = { en: en.presets[id], zh: zh.presets[id] };
  return { id, lab: 'process', title, setup, seed: 1, given: [], actions: actions.map((kind) => ({ kind })) };
}

const crossing: ProcessRun['setup'] = {
  states: [
    { id: 'cars', text: { en: 'Cars go', zh: '车行' } },
    { id: 'clearing', text: { en: 'Cars stop', zh: '停车' } },
    { id: 'walk', text: { en: 'People walk', zh: '人行' } },
  ],
  variables: [
    { id: 'asked', text: { en: 'Button pressed', zh: '按过按钮' }, start: false },
    {
      id: 'green',
      text: { en: 'Green for cars', zh: '车行绿灯' },
      start: 0,
      least: 0,
      most: 60,
      unit: { en: 's', zh: '秒' },
    },
  ],
  actions: [
    {
      id: 'press',
      text: { en: 'Press the button', zh: '按按钮' },
      set: { asked: 'true' },
      why: { en: 'The wish is kept until the cars have had their time.', zh: '请求先记下，等车行的时间够了再说。' },
    },
    {
      id: 'wait',
      text: { en: 'Wait 10 seconds', zh: '等10秒' },
      set: { green: 'green + 10' },
      from: ['cars'],
      to: [{ state: 'clearing', when: 'asked and green >= 30' }],
    },
    {
      id: 'clear',
      text: { en: 'The road is clear', zh: '路口清空' },
      from: ['clearing'],
      set: { asked: 'false', green: '0' },
      to: 'walk',
    },
    { id: 'over', text: { en: 'Everyone is across', zh: '行人过完' }, from: ['walk'], to: 'cars' },
  ],
};

const seed: ProcessRun['setup'] = {
  states: [
    { id: 'dry', text: { en: 'Dry seed', zh: '干种子' } },
    { id: 'swollen', text: { en: 'Swollen seed', zh: '吸胀' } },
    { id: 'root', text: { en: 'The root shows', zh: '胚根突破' } },
    { id: 'seedling', text: { en: 'Seedling', zh: '幼苗' } },
    { id: 'rotten', text: { en: 'Rotten', zh: '腐烂' } },
  ],
  variables: [
    { id: 'water', text: { en: 'Water', zh: '含水量' }, start: 10, least: 0, most: 100, unit: { en: '%', zh: '%' } },
    { id: 'warmth', text: { en: 'Warmth', zh: '温度' }, start: 5, least: 0, most: 40, unit: { en: '°C', zh: '°C' } },
  ],
  actions: [
    { id: 'water', text: { en: 'Water it', zh: '浇水' }, set: { water: 'water + 20' } },
    { id: 'warm', text: { en: 'Warm it by 5 °C', zh: '升温5 °C' }, set: { warmth: 'warmth + 5' } },
    { id: 'cool', text: { en: 'Cool it by 5 °C', zh: '降温5 °C' }, set: { warmth: 'warmth - 5' } },
    {
      id: 'day',
      text: { en: 'Wait a day', zh: '过一天' },
      from: ['dry', 'swollen', 'root'],
      set: { water: 'water - 5' },
      to: [
        { state: 'rotten', when: 'water > 85' },
        { state: 'swollen', when: 'water >= 40 and warmth < 15' },
        { state: 'root', when: 'water >= 40 and warmth < 20' },
        { state: 'seedling', when: 'water >= 40 and warmth < 35' },
      ],
    },
  ],
};

/** Where free play may begin: two processes as an author would write them. */
export const processPresets: readonly [ProcessRun, ...ProcessRun[]] = [
  preset('crossing', crossing, ['press', 'wait', 'wait', 'wait', 'clear', 'over']),
  preset('seed', seed, ['water', 'warm', 'day']),
];
