import { imageSize } from '@/lib/curriculum/image-size';
import type { Lesson } from '@/lib/curriculum/lesson';
import type { Figure as FigureData } from '@/lib/curriculum/read-figure';
import { Drawing } from './drawing';
import styles from './figure.module.css';

type Props = {
  lesson: Lesson;
  figure: FigureData;
  src: string;
  alt: string;
  caption?: string | undefined;
  /** Of a lesson that is not published: its pictures have no address yet, and travel in the page. */
  isInline?: boolean;
};

/** A figure of the lesson. A drawing stands in the page itself, so that it takes the colours of the theme. */
export function Figure({ lesson, figure, src, alt, caption, isInline = false }: Props) {
  return (
    <figure className={styles.figure}>
      {figure.kind === 'drawing' ? (
        <Drawing root={figure.svg} label={alt} />
      ) : (
        <img
          src={
            isInline
              ? `data:image/png;base64,${Buffer.from(figure.bytes).toString('base64')}`
              : `/figures/${lesson.id}/${src}`
          }
          alt={alt}
          {...imageSize(figure.bytes)}
          loading="lazy"
          decoding="async"
        />
      )}
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}
