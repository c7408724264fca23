import { Brand } from '@/components/ui/brand';
import button from '@/components/ui/button.module.css';
import type { Certificate, CertifiedObjective } from '@/lib/certificates/certificate';
import type { Site } from '@/lib/curriculum/lesson';
import { certificateWords } from '@/lib/words/certificate';
import { inLocale, type Locale, type Localized, languageTags } from '@/lib/words/locale';
import styles from './certificate.module.css';
import { PrintButton } from './print-button';
import { QrCode } from './qr-code';

type Props = { certificate: Certificate; locale: Locale; site: Site; address: string };

/** One sheet of A4: the line of the path runs down its side, a station for each lesson, all of them filled. */
export function CertificateSheet({ certificate, locale, site, address }: Props) {
  const words = certificateWords[locale];
  const { id, name, title, objectives, contentVersion, issuedAt, revokedAt } = certificate;
  const day = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'long', timeZone: 'UTC' });
  const lessons = byLesson(objectives);
  return (
    <div className={styles.desk}>
      <article className={styles.sheet} data-revoked={revokedAt ? '' : undefined} aria-labelledby="certificate-title">
        <header className={styles.head}>
          <span className={styles.brand}>
            <Brand site={site} locale={locale} />
          </span>
          <span className={styles.status} data-status={revokedAt ? 'revoked' : 'valid'}>
            {revokedAt ? words.revoked : words.valid}
          </span>
        </header>
        <p className={styles.kind}>{words.one}</p>
        <h1 id="certificate-title" className={styles.said}>
          <span>{words.certifies}</span>
          <b>{name}</b>
          <span>{words.mastered(objectives.length)}</span>
          <em>{inLocale(title, locale)}</em>
        </h1>
        {revokedAt && <p className={styles.gone}>{words.revokedOn(day.format(revokedAt))}</p>}
        <h2 className={styles.label}>{words.objectives}</h2>
        <ol className={styles.line}>
          {lessons.map(({ lesson, lessonTitle, items }) => (
            <li key={lesson}>
              <b>{inLocale(lessonTitle, locale)}</b>
              <ul>
                {items.map((objective) => (
                  <li key={objective.id}>{inLocale(objective.text, locale)}</li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
        <footer className={styles.foot}>
          <dl>
            <div>
              <dt>{words.date}</dt>
              <dd>
                <time dateTime={issuedAt.toISOString()}>{day.format(issuedAt)}</time>
              </dd>
            </div>
            <div>
              <dt>{words.version}</dt>
              <dd>
                <code>{contentVersion}</code>
              </dd>
            </div>
            <div>
              <dt>{words.verify}</dt>
              <dd>
                <a href={address}>{address.replace(/^https?:\/\//, '')}</a>
              </dd>
            </div>
          </dl>
          <QrCode text={address} label={words.verify} />
        </footer>
      </article>
      {!revokedAt && (
        <p className={styles.tools} data-screen-only>
          <PrintButton>{words.print}</PrintButton>
          <a className={button.button} href={`/api/certificates/${id}/badge.json?locale=${locale}`} download>
            {words.badge}
          </a>
          <a href={`/api/certificates/${id}/badge.jwt?locale=${locale}`} download>
            {words.token}
          </a>
          <a href="/api/certificates/keys">{words.keys}</a>
        </p>
      )}
    </div>
  );
}

function byLesson(objectives: readonly CertifiedObjective[]) {
  const lessons = new Map<string, { lesson: string; lessonTitle: Localized; items: CertifiedObjective[] }>();
  for (const objective of objectives) {
    const { lesson, lessonTitle } = objective;
    const known = lessons.get(lesson) ?? { lesson, lessonTitle, items: [] };
    known.items.push(objective);
    lessons.set(lesson, known);
  }
  return [...lessons.values()];
}
