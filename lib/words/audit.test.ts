import { describe, expect, it } from 'vitest';
import { auditActions } from '@/lib/audit/audit';
import { auditSentence } from './audit';
import { locales } from './locale';

const said = { who: 'WHO', what: 'WHAT', detail: { from: 'WAS', to: 'NOW', kind: 'KIND' } };

describe.each(locales)('what was done, in %s', (locale) => {
  it.each(auditActions)('%s has a sentence of its own that says who', (action) => {
    const sentence = auditSentence(action, said, locale);
    expect(sentence).toContain('WHO');
    expect(sentence).toMatch(locale === 'zh' ? /。$/ : /\.$/);
    expect(sentence).not.toContain(action);
    if (locale === 'zh') expect(sentence).not.toMatch(/[\u4e00-\u9fff] [\u4e00-\u9fff]|[,;?!]/);
  });

  it('tells an action of another version by its name', () => {
    expect(auditSentence('toString', said, locale)).toContain('toString');
  });
});
