import { questionStarters } from '@/lib/curriculum/question-starters';
import { yamlText } from '@/lib/curriculum/yaml-text';
import type { Locale } from '@/lib/words/locale';
import { inLanguages } from '../new/written';

/** A whole question of every kind in the handbook's own language: what `handrail new quiz` begins with, and the check passes. */
export function wholeQuestions(language: Locale): string {
  return Object.entries(questionStarters)
    .map(([kind, starter]) => {
      const question = { id: `a-${kind}`, kind, objective: 'first-objective', ...starter };
      return `\`\`\`yaml\n${yamlText([inLanguages(question, [language])])}\`\`\``;
    })
    .join('\n\n');
}
