import type { NamedEvent } from '@/lib/audit/trail-store';
import { auditSentence, auditWords } from '@/lib/words/audit';
import type { Locale } from '@/lib/words/locale';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** One entry as a sentence. Names come as they are: a page writes them as text. */
export function saidEvent(event: NamedEvent, locale: Locale): string {
  const words = auditWords[locale];
  const who = event.actorName ?? (event.actor === '' ? words.someone : event.actor);
  const id = uuid.test(event.subject) ? event.subject.slice(0, 8) : null;
  const what = event.subjectName ?? (id === null ? event.subject : words.gone(id));
  return auditSentence(event.action, { who, what, detail: plainDetail(event.detail) }, locale);
}

/** Of what was written down with an entry, what a sentence can say. */
function plainDetail(detail: unknown): Record<string, string> {
  if (detail === null || typeof detail !== 'object') return {};
  return Object.fromEntries(
    Object.entries(detail).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[name, String(value).slice(0, 200)]]
        : [],
    ),
  );
}
