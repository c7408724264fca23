import { curriculumRules } from './curriculum';
import { languagesRules } from './languages';
import { mdxRules } from './mdx';
import { mediaRules } from './media';
import { proseRules } from './prose';
import { quizRules } from './quiz';
import type { Rule, RuleRoom } from './rule';
import { shapeRules } from './shape';
import { tasksRules } from './tasks';

/** The rooms in the order of the handbook. */
export const ruleRooms = {
  shape: shapeRules,
  mdx: mdxRules,
  quiz: quizRules,
  tasks: tasksRules,
  languages: languagesRules,
  prose: proseRules,
  curriculum: curriculumRules,
  media: mediaRules,
} as const satisfies Record<string, RuleRoom>;

/** Every rule by its name. A name belongs to one room. */
export const allRules: ReadonlyMap<string, Rule> = new Map(
  Object.values<RuleRoom>(ruleRooms).flatMap((room) => Object.entries(room)),
);

/** Where the handbook explains a rule. */
export function rulePage(rule: string): string {
  return `content/README.md#rule-${rule}`;
}
