import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { LabFrame } from '@/components/labs/lab-frame';
import { presetsOf } from '@/components/labs/lab-presets';
import { labIds, labTitle } from '@/components/labs/lab-title';
import { LeadLab } from '@/components/live/lead-lab';
import styles from '@/components/live/live.module.css';
import { ClassPage } from '@/components/teach/class-page';
import { pageMetadata } from '@/components/ui/page-metadata';
import { thisClass } from '@/lib/classes/this-class';
import { findRoom } from '@/lib/live/room-store';
import { liveWords } from '@/lib/words/live';
import { inLocale, isLocale } from '@/lib/words/locale';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ lab?: string | string[]; run?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  return {
    ...pageMetadata({ locale, path: `/teach/classes/${id}/live/lab`, title: liveWords[locale].labTitle }),
    robots: { index: false },
  };
}

/** The lab that the instructor steps, and the class with them: as it stands, or from its beginning. */
export default async function LeadPage({ params, searchParams }: Props) {
  const [{ locale, id }, { lab: asked, run: wanted }] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const lab = labIds.find((one) => one === asked);
  const path = `/live/lab?lab=${lab ?? ''}`;
  const seen = await thisClass(id, 'run:room', { locale, path: `/teach/classes/${id}${path}` });
  if (!lab) notFound();
  const { room } = await findRoom(seen.classroom.id);
  const home = `/${locale}/teach/classes/${seen.classroom.id}/live`;
  if (room.openedAt === null) redirect(home);
  const presets = presetsOf(lab);
  const chosen = presets.find((one) => one.id === wanted);
  const isShared = !chosen && room.activity?.kind === 'lab' && room.activity.run.run.lab === lab;
  const shared = isShared && room.activity?.kind === 'lab' ? room.activity.run : undefined;
  const words = liveWords[locale];
  const run = { ...(shared?.run ?? chosen ?? presets[0]), title: { [locale]: labTitle(lab, locale) } };
  return (
    <ClassPage locale={locale} seen={seen} place="live" path={path} title={words.labTitle}>
      <p>
        <a href={home}>{words.backToRoom}</a>
      </p>
      <nav aria-label={words.labBegin} className={styles.begin}>
        <span aria-hidden="true">{words.labBegin}</span>
        <ul className={styles.labs}>
          {presets.map((one) => (
            <li key={one.id}>
              <a href={`${home}/lab?lab=${lab}&run=${one.id}`} aria-current={one === chosen ? 'true' : undefined}>
                {inLocale(one.title, locale)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <LeadLab classId={seen.classroom.id} locale={locale}>
        <LabFrame run={run} locale={locale} at={shared?.at ?? 0} free />
      </LeadLab>
    </ClassPage>
  );
}
