import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { auditActions } from '@/lib/audit/audit';
import type { NamedEvent } from '@/lib/audit/trail-store';
import { queryOf, writeAfter } from '@/lib/people/page-address';
import { adminWords } from '@/lib/words/admin';
import { auditSentence } from '@/lib/words/audit';
import type { Locale } from '@/lib/words/locale';
import styles from './admin.module.css';
import { NextPage } from './next-page';
import { TrailList } from './trail-list';

type Props = {
  locale: Locale;
  events: readonly NamedEvent[];
  hasMore: boolean;
  isFirst: boolean;
  asked: { classId: string; personId: string; action: string };
};

/** The audit trail with its filters. */
export function AuditView({ locale, events, hasMore, isFirst, asked }: Props) {
  const { audit: words } = adminWords[locale];
  const here = `/${locale}/admin/audit`;
  const same = { action: asked.action, class: asked.classId, person: asked.personId };
  const last = events.at(-1);
  return (
    <>
      <form action={here} className={styles.filter}>
        <label className={styles.grow}>
          {words.action}
          <select name="action" defaultValue={asked.action}>
            <option value="">{words.everything}</option>
            {auditActions.map((action) => (
              <option key={action} value={action}>
                {auditSentence(action, { who: '…', what: '…', detail: {} }, locale)}
              </option>
            ))}
          </select>
        </label>
        {asked.classId && <input type="hidden" name="class" value={asked.classId} />}
        {asked.personId && <input type="hidden" name="person" value={asked.personId} />}
        <button type="submit" className={button.button}>
          {words.show}
        </button>
        {(asked.classId || asked.personId || asked.action) && <a href={here}>{words.showAll}</a>}
      </form>
      {events.length === 0 ? (
        <Notice kind="empty">
          <p>{words.none}</p>
        </Notice>
      ) : (
        <TrailList events={events} locale={locale} filters={{ here, same }} />
      )}
      <NextPage
        locale={locale}
        label={adminWords[locale].places.audit}
        first={isFirst ? null : `${here}${queryOf(same)}`}
        next={hasMore && last ? `${here}${queryOf({ ...same, after: writeAfter(last) })}` : null}
      />
    </>
  );
}
