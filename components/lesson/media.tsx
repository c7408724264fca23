import { createElement, type ReactNode } from 'react';
import { RichText } from '@/components/quiz/rich-text';
import type { ShownMedia } from '@/lib/curriculum/read-lesson-files';
import { mediaForm } from '@/lib/media/media-type';
import { readWebVtt } from '@/lib/media/webvtt';
import type { RichText as RichTextData } from '@/lib/quiz/public-rich-text';
import { richText } from '@/lib/quiz/rich-text';
import { lessonWords } from '@/lib/words/lesson';
import { type Locale, languageTags } from '@/lib/words/locale';
import styles from './media.module.css';

/** Of every file the name, which says its form, is in `src`; what is shown of it comes with it. */
type Common = { file: (name: string) => ShownMedia; locale: Locale; title: string; src: string };
type SoundProps = Common & { transcript?: string | undefined; captions?: string | undefined };
type FilmProps = Common & { transcript: string; captions: string; poster?: string | undefined };

/** A sound of the lesson: the browser's own player, nothing loaded before it is asked for, and every word of it to read. */
export function Sound({ file, locale, title, src, transcript, captions }: SoundProps) {
  const words = transcript ? richText(file(transcript).text) : spoken(captions ? file(captions).text : '');
  const track = captions && <Captions address={file(captions).address} locale={locale} />;
  // Browsers show no captions of a sound: its words are the transcript, which every sound has.
  const player = { controls: true, preload: 'none', 'aria-label': title } as const;
  return (
    <Media title={title} transcript={<RichText text={words} />} locale={locale}>
      {createElement('audio', player, <source src={file(src).address} type={mediaForm(src)?.type} />, track)}
    </Media>
  );
}

/** A transcript made from captions: a paragraph each. */
function spoken(captions: string): RichTextData {
  return readWebVtt(captions).cues.map(({ lines }) => ({ kind: 'paragraph', of: [lines.join(' ')] }));
}

/** A film of the lesson: captions, a transcript, and its first picture only after it is asked for, unless a poster says more. */
export function Film({ file, locale, title, src, transcript, captions, poster }: FilmProps) {
  const { address: still, size } = poster === undefined ? {} : file(poster);
  const words = richText(file(transcript).text);
  return (
    <Media title={title} transcript={<RichText text={words} />} locale={locale}>
      <video
        controls
        playsInline
        preload={still ? 'none' : 'metadata'}
        poster={still}
        aria-label={title}
        style={size && { aspectRatio: `${size.width} / ${size.height}` }}
      >
        <source src={file(src).address} type={mediaForm(src)?.type} />
        <track kind="captions" src={file(captions).address} {...captionsIn(locale)} default />
      </video>
    </Media>
  );
}

type MediaProps = { title: string; transcript: ReactNode; locale: Locale; children: ReactNode };

function Media({ title, transcript, locale, children }: MediaProps) {
  return (
    <figure className={styles.media}>
      <figcaption>{title}</figcaption>
      {children}
      <details className={styles.transcript}>
        <summary>{lessonWords[locale].transcript}</summary>
        <div className={styles.words}>{transcript}</div>
      </details>
    </figure>
  );
}

function Captions({ address, locale }: { address: string; locale: Locale }) {
  return <track kind="captions" src={address} {...captionsIn(locale)} />;
}

function captionsIn(locale: Locale) {
  return { srcLang: languageTags[locale], label: lessonWords[locale].captions };
}
