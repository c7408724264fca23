import type { MediaKind } from '@/lib/media/media-type';
import type { AuthorError } from './author-error';
import { didYouMean } from './did-you-mean';
import type { Lesson } from './lesson';
import type { ComponentUse } from './mdx-elements';

type Letter = Omit<AuthorError, 'file' | 'line' | 'column'>;

/** What each property of a sound or a film names. */
const kindOf: Readonly<Record<string, MediaKind>> = {
  captions: 'captions',
  transcript: 'transcript',
  poster: 'poster',
};

/** A sound or a film names files that are there and are of its kind, and is there for whoever cannot hear or see it. */
export function mediaLetters(
  component: 'Audio' | 'Video',
  props: ComponentUse['props'],
  { media }: Pick<Lesson, 'media'>,
): Letter[] {
  const own = component === 'Audio' ? 'audio' : 'video';
  const named = Object.entries(props).flatMap(([prop, name]): Letter[] => {
    const kind = prop === 'src' ? own : kindOf[prop];
    if (kind === undefined) return [];
    const file = media.find((one) => one.name === name);
    if (file?.kind === kind) return [];
    const fitting = media.filter((one) => one.kind === kind).map((one) => one.name);
    const meant = didYouMean(name, fitting);
    return [
      {
        rule: 'unknown-id',
        message: file
          ? `media/${name} is no ${kind} file`
          : `media/ has no "${name}"${meant ? `; did you mean "${meant}"?` : ''}`,
        ...(fitting.length > 0 ? { expected: `one of ${fitting.join(', ')}` } : {}),
        found: name,
        ...(meant ? { fix: `${prop}="${meant}"` } : {}),
      },
    ];
  });
  if (named.length > 0 || component === 'Video' || props.transcript || props.captions) return named;
  return [
    {
      rule: 'transcript',
      message: 'whoever cannot hear this has nothing: a sound has a transcript, or captions that one is made from',
      fix: '<Audio src="…" title="…" transcript="….md" />',
    },
  ];
}
