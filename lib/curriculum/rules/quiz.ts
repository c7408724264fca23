import type { RuleRoom } from './rule';

/** Questions and their variants. */
export const quizRules = {
  question: { says: 'what a question names of its lesson is there', zh: '题里提到的本课内容都在' },
  'quiz-markdown': { says: 'the words of a question can be read as Markdown', zh: '题的文字能按Markdown读出来' },
  key: { says: 'a question answered from its key earns everything', zh: '照答案回答能得满分' },
  blank: { says: 'a question left blank is not scored', zh: '空着不答就不算分' },
  explanation: { says: 'a question explains its answer', zh: '每道题都有解释' },
  assessed: { says: 'an assessed question is not placed in a lesson', zh: '考核题不放进课文' },
  unplaced: { says: 'a practice question or a task stands in the lesson', zh: '练习题和任务都放进了课文' },
  'published-id': {
    says: 'an id that was published stays, or says where it went',
    zh: '发布过的id一直在，或者说明去了哪里',
  },
  'unknown-objective': {
    says: 'an objective that is named stands in lesson.yaml',
    zh: '提到的目标都写在lesson.yaml里',
  },
  'duplicate-option': {
    says: 'no two options, steps, items or categories read the same, whatever their width, capitals and spaces',
    zh: '选项、步骤、条目、类别都读得出区别，全半角、大小写、空格不算区别',
  },
  feedback: {
    says: 'every wrong option, and every part that can be put wrongly, has feedback',
    zh: '每个错的选项、每个可能放错的条目，都有话可说',
  },
  'no-choice': {
    says: 'a question has more than one answer to choose from: not every option is right, not everything belongs together',
    zh: '总有可选的：不是每个选项都对，也不是全归一处',
  },
  'empty-category': {
    says: 'every category has an item, or a mistake that leads there',
    zh: '每个类别都有条目，或者有个错误会走到那里',
  },
  'mistake-right': {
    says: 'what is foreseen as a mistake is not taken for right: by the tolerance, by an accepted form, by the range',
    zh: '预料的错误不会被判为对：不落在容差里，不是接受的写法，也不在范围里',
  },
  'mistake-twice': {
    says: 'no two foreseen mistakes are the same: only the first would be told',
    zh: '预料的错误不重样：重了，后一个永远说不到',
  },
  'tolerance-wide': { says: 'a tolerance is smaller than the value itself', zh: '容差小于答案本身' },
  'pointing-range': {
    says: 'what is to be pointed at lies in the bytes or in the figure',
    zh: '要指的地方在字节里、在图里',
  },
  'pointing-overlap': {
    says: 'a wrong place of a figure does not lie over the right one',
    zh: '图上错的地方不盖住对的',
  },
  'fill-in-blank': {
    says: 'every blank stands once in the template of each language, where it is seen',
    zh: '每个空在每种语言的模板里都出现一次，而且看得见',
  },
  'empty-words': {
    says: 'a title, a prompt, a hint, an explanation says something',
    zh: '标题、题目、提示、解释都说了话',
  },
  'prompt-answer': {
    says: 'a prompt does not say the answer (a number among foreseen mistakes, a word among near ones may be named)',
    zh: '题目不说出答案（列了常见错误的数、和近似词一起出现的词可以提）',
  },
  'hint-answer': { says: 'a hint is a step of the thinking, not the answer', zh: '提示是思路的一步，不是答案' },
  'hint-repeats': { says: 'a hint says something new', zh: '每条提示都说新的' },
  'giveaway-length': {
    says: 'over a quiz the right options are not the visibly longest or shortest (by more than a tenth) more often than chance would have it in 1 of 100 quizzes',
    zh: '整份测验里，对的选项不会总是明显最长或最短（差一成以上）；碰巧如此的可能不到百分之一就算',
  },
  'giveaway-position': {
    says: 'steps to be ordered are not shown in the right order already (options are shuffled; only there the place can tell)',
    zh: '要排序的步骤，一开始不是正好排好的（选项都打乱，只有这里位置会露底）',
  },
  'moved-id': {
    says: '`moved` names an id that was published and is gone, once',
    zh: '`moved`写的id发布过、现在没了，而且只写一次',
  },
  formula: { says: 'a formula can be computed', zh: '式子算得出来' },
  'unused-parameter': { says: 'every parameter is used', zh: '每个参数都用上了' },
  'variant-draw': { says: 'every draw has a value', zh: '每次抽到的数都有值' },
  'variant-key': { says: 'the key of every draw is a number that can be typed', zh: '每次抽数的答案都能打出来' },
  'variant-markup': { says: 'numbers do not change the marks of the words', zh: '抽到的数不会弄坏文字的标记' },
  'variant-mistake': { says: 'a foreseen mistake differs from the key', zh: '预料的错误和答案不一样' },
  'variant-options': { says: 'the options of every draw differ', zh: '每次抽数，选项都不重样' },
  'variant-same': { says: 'draws differ', zh: '抽到的数会变' },
  'variant-tolerance': { says: 'a tolerance is not negative', zh: '容差不是负的' },
} as const satisfies RuleRoom;
