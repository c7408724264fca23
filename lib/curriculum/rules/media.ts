import type { RuleRoom } from './rule';

/** Figures, sounds and films; formulas; what engines compute; processes. */
export const mediaRules = {
  figure: {
    says: 'a figure is a safe SVG drawing or a PNG picture, with words for it',
    zh: '图是安全的SVG或PNG，并有文字说明',
  },
  media: {
    says: 'a file in `media/` is of a kind that browsers play, is what its name says, and is not too heavy',
    zh: '`media/`里的文件是浏览器能放的格式，内容和文件名一致，也不太大',
  },
  captions: {
    says: 'captions are WebVTT with times that run forwards',
    zh: '字幕是WebVTT，时间从前往后',
  },
  transcript: {
    says: 'a sound has a transcript, or captions that one is made from',
    zh: '声音要有文字稿，或者有能转成文字稿的字幕',
  },
  formula: {
    says: 'a formula is TeX that can be set, without colours and links',
    zh: '公式是能排出来的TeX，不带颜色和链接',
  },
  'process-name': {
    says: 'a process, its runs and its tasks name states, variables and actions that it has',
    zh: '过程、运行和任务里写的状态、变量、操作，过程里都有',
  },
  'process-formula': {
    says: 'a guard or a change can be computed wherever its action can be tried',
    zh: '条件和变化，凡是操作能试的地方都算得出来',
  },
  'process-unreachable': {
    says: 'every state of a process can be reached, or says `unreachable: true`; every action can be done at some time',
    zh: '过程的每个状态都到得了，或者写明`unreachable: true`；每个操作总有能做的时候',
  },
} as const satisfies RuleRoom;
