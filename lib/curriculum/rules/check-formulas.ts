import { formulasIn } from '@/lib/quiz/formula-sources';
import { mathml } from '@/lib/tex/mathml';
import type { AuthorError } from '../author-error';
import type { LessonCheck, LessonRule } from '../lesson-rules';

/** Every formula of a lesson, a quiz and a task is TeX that can be set; a mistake is told at its own character. */
export const checkFormulas: LessonRule = (check) =>
  [...check.sources].flatMap(([name, { text }]) => {
    if (name.endsWith('.mdx')) return [...inComponents(check, name, text), ...inProse(check, name, text)];
    return name.endsWith('.yaml') ? inQuotes(check, name, text) : [];
  });

/** Code in a lesson may look like anything. */
function withoutCode(text: string): string {
  return text.replace(/^(```+|~~~+)[\s\S]*?^\1/gmu, (code) => code.replace(/[^\n]/g, ' '));
}

function inComponents(check: LessonCheck, name: string, text: string): AuthorError[] {
  const plain = withoutCode(text).replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length));
  return [...plain.matchAll(/<Math\b[^<>]*?\btex=(["'])/gu)].flatMap(({ 0: opening, 1: quote = '"', index }) => {
    const at = index + opening.length;
    const tex = text.slice(at, text.indexOf(quote, at));
    const read = mathml(tex, true);
    return read.kind === 'fault' ? [letter(check, name, at + read.at, read.message, tex)] : [];
  });
}

/** The form of questions, in a lesson: it would be shown as code between two dollars. */
function inProse(check: LessonCheck, name: string, text: string): AuthorError[] {
  return formulasIn(withoutCode(text))
    .filter(({ display }) => !display)
    .map(({ tex, at }) => ({
      ...check.placeAt(name, at - 2),
      rule: 'formula',
      message: 'in a lesson a formula is a component',
      found: `$\`${tex}\`$`,
      fix: `<Math tex="${tex}" />`,
    }));
}

function inQuotes(check: LessonCheck, name: string, text: string): AuthorError[] {
  return formulasIn(text).flatMap(({ tex, at, display }) => {
    const plain = mathml(tex, display);
    if (plain.kind === 'math') return [];
    // In double quotes YAML takes two backslashes for one.
    const read = mathml(tex.replaceAll('\\\\', '\\'), display);
    if (read.kind === 'math') return [];
    return [letter(check, name, at + Math.min(plain.at, tex.length), plain.message, tex)];
  });
}

function letter(check: LessonCheck, name: string, at: number, message: string, tex: string): AuthorError {
  return {
    ...check.placeAt(name, at),
    rule: 'formula',
    message: `this formula cannot be set: ${message}`,
    found: tex.length > 80 ? `${tex.slice(0, 79)}…` : tex,
  };
}
