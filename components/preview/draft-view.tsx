import { TaskFrame } from '@/components/labs/task-frame';
import { type AuthorProps, LessonBody, type Overrides } from '@/components/lesson/lesson-body';
import { KindView } from '@/components/quiz/quiz';
import quiz from '@/components/quiz/quiz.module.css';
import { RichText } from '@/components/quiz/rich-text';
import { Kept } from '@/components/ui/kept';
import { Notice } from '@/components/ui/notice';
import prose from '@/components/ui/prose.module.css';
import type { Item, LessonText } from '@/lib/curriculum/lesson';
import { toPublicTask } from '@/lib/labs/task';
import { sampleHoles } from '@/lib/preview/open-variant';
import type { SoundLesson } from '@/lib/preview/read-preview';
import type { OpenedLink } from '@/lib/preview/submit-draft-link';
import { toPublicQuestion } from '@/lib/quiz/public-question';
import { versionOf } from '@/lib/quiz/question-version';
import { richText } from '@/lib/quiz/rich-text';
import { lessonWords } from '@/lib/words/lesson';
import { inLocale, type Locale, languageTags } from '@/lib/words/locale';
import { previewWords } from '@/lib/words/preview';
import { DraftForm } from './draft-form';
import styles from './draft-view.module.css';
import { OpenQuestion } from './open-question';
import { OpenTask } from './open-task';
import { untilText } from './share-draft';

type Props = { link: OpenedLink; shown: SoundLesson; text: LessonText; locale: Locale };

/** A draft as learners would see it, for whoever has a link; with keys only where the link was made with them. */
export function DraftView({ link, shown, text, locale }: Props) {
  const { lesson, path, curriculum } = shown;
  const words = previewWords[locale];
  return (
    <div className={styles.page}>
      <header>
        <Notice title={words.shared(link.makerName || words.whoSomebody)}>
          <p>{words.sharedUntil(untilText(link.expiresAt, locale))}</p>
          <p id="refused">{link.withKeys ? words.sharedKeys : words.noAttempts}</p>
        </Notice>
        <p className={prose.eyebrow}>{inLocale(path.title, locale)}</p>
        <h1 className={prose.title} lang={languageTags[text.locale]}>
          <Kept>{text.title}</Kept>
        </h1>
        <p className={prose.lede} lang={languageTags[text.locale]}>
          {text.lede}
        </p>
        {text.locale !== locale && <Notice>{lessonWords[locale].notInLanguage}</Notice>}
      </header>
      <div className={`${prose.prose} ${styles.words}`} lang={languageTags[text.locale]}>
        <LessonBody
          lesson={lesson}
          text={text}
          curriculum={curriculum}
          instead={drawn({ link, shown, text })}
          isInline
        />
      </div>
    </div>
  );
}

function drawn({ link, shown, text: { locale } }: Omit<Props, 'locale'>): Overrides {
  const { lesson } = shown;
  const item = ({ id }: AuthorProps) => {
    // An assessed question is never placed; with a link it is not shown either.
    const found = lesson.items.find(({ local }) => local === id);
    if (!found) return null;
    return link.withKeys ? <WithKey item={found} locale={locale} /> : <AsLearners item={found} locale={locale} />;
  };
  return {
    Quiz: item,
    Task: item,
  };
}

function WithKey({ item, locale }: { item: Item; locale: Locale }) {
  if (item.kind === 'task') return <OpenTask task={item.task} solution={item.solution} locale={locale} />;
  return <OpenQuestion question={item.question} locale={locale} />;
}

/** From here on only public forms: the key stays behind. */
function AsLearners({ item, locale }: { item: Item; locale: Locale }) {
  const words = previewWords[locale];
  if (item.kind === 'task') {
    const task = toPublicTask(item.task);
    const prompt = <RichText text={richText(inLocale(task.prompt, locale))} />;
    return <TaskFrame item={item.id} task={task} version={versionOf(task)} locale={locale} prompt={prompt} isDraft />;
  }
  const question = toPublicQuestion(item.question);
  return (
    <div className={quiz.quiz} id={item.local}>
      <DraftForm locale={locale} holes={sampleHoles(item.question)} check={words.check} refused={words.refused}>
        <KindView anchor={item.local} question={question} locale={locale} />
      </DraftForm>
    </div>
  );
}
