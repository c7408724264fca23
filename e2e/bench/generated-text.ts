import { inLocale, type Locale } from '@/lib/words/locale';
import type { SeededRandom } from './generated-random';
import { predicates, reasons, subjects, topics } from './generated-words';

/** What a lesson of the promise holds in each language: words of English, Han characters of Chinese. */
const EXTENT: Record<Locale, number> = { en: 1_500, zh: 2_500 };

type Around = {
  readonly title: string;
  readonly lede: string;
  /** Another lesson to link to. */
  readonly neighbour: string;
  readonly questions: readonly string[];
  readonly tasks: readonly string[];
};

const fence = '```';

/** One lesson's words: headings with ids, terms, facts, links, code, a table, a figure, asides, a lab, its questions and tasks. */
export function generatedText(locale: Locale, random: SeededRandom, around: Around): string {
  const { title, lede, neighbour, questions, tasks } = around;
  const say = (en: string, zh: string) => (locale === 'en' ? en : zh);
  const extras = [
    '<Lab run="open" />',
    `<Figure src="states.svg" alt="${say('Two boxes and an arrow between them', '两个方框，中间一个箭头')}" />`,
    `<Note>\n${prose(locale, random, 30)}\n</Note>`,
    [
      say('| Side | Number |', '| 一边 | 号 |'),
      '| --- | --- |',
      `| A | ${random.whole(9_000)} |`,
      '| B | 7654321 |',
    ].join('\n'),
    [
      `${fence}js`,
      `const received = ${random.whole(9_000)};`,
      'const next = received + 1;',
      `if (next > ${random.whole(9_000)}) send(next);`,
      fence,
    ].join('\n'),
    `<Mistake belief="${say('An acknowledgment counts bytes', '确认号数的是字节数')}">\n${prose(locale, random, 20)}\n</Mistake>`,
    `- ${prose(locale, random, 12)}\n- ${prose(locale, random, 12)}\n- ${prose(locale, random, 12)}`,
    [`${fence}json`, `{ "isn": ${random.whole(9_000)}, "window": ${random.whole(65_000)} }`, fence].join('\n'),
    `<Try>\n${prose(locale, random, 20)}\n</Try>`,
    say(`More of this is in [another lesson](/learn/${neighbour}).`, `更多内容在[另一课](/learn/${neighbour})里。`),
  ];
  const share = Math.ceil((EXTENT[locale] * 0.66) / topics.length);
  const sections = topics.map((topic, at) =>
    [
      `## ${inLocale(topic, locale)} [#section-${at + 1}]`,
      withTerm(locale, prose(locale, random, share / 2)),
      extras[at] ?? '',
      prose(locale, random, share / 2),
      ...(questions[at] ? [`<Quiz id="${questions[at]}" />`] : []),
      ...(tasks[at - 4] ? [`<Task id="${tasks[at - 4]}" />`] : []),
    ].join('\n\n'),
  );
  return `---\ntitle: ${title}\nlede: ${lede}\n---\n\n${prose(locale, random, 30)}\n\n${sections.join('\n\n')}\n`;
}

/** Sentences until there are as many words, or Han, as asked for. */
export function prose(locale: Locale, random: SeededRandom, extent: number): string {
  const sentences: string[] = [];
  for (let size = 0; size < extent; ) {
    const next = sentence(locale, random);
    sentences.push(next);
    size += locale === 'en' ? next.split(' ').length : (next.match(/\p{Script=Han}/gu)?.length ?? 0);
  }
  return sentences.join(locale === 'en' ? ' ' : '');
}

function sentence(locale: Locale, random: SeededRandom): string {
  const [who, what, why] = [subjects, predicates, reasons].map((parts) => random.pick(parts[locale]));
  const number = String(2 + random.whole(9_000));
  const said = `${who}${locale === 'en' ? ' ' : ''}${what?.replace('{n}', number)}`;
  return locale === 'en' ? `${said}, ${why}.` : `${said}，${why}。`;
}

function withTerm(locale: Locale, text: string): string {
  return locale === 'en'
    ? `${text} Here the <Term id="segment">segment</Term> says <Fact run="open" at="segments.1.ack" />.`
    : `${text}这里的<Term id="segment">报文段</Term>说的是<Fact run="open" at="segments.1.ack" />。`;
}
