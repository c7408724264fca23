'use client';
import { useRouter } from 'next/navigation';
import { Component, useEffect, useRef, useState } from 'react';
import type { SavedWords } from '@/lib/curriculum/read-open-lesson';
import { StandingWords } from './standing-words';
import { textsIn } from './texts-in';

/** `version`: what of the content this page was drawn from. `isSound`: whether it could be drawn at all. */
type Props = { version: number | undefined; isSound: boolean };
type Saved = { version?: number; isWords: boolean; words?: SavedWords };

/** How long saved words may take to be drawn, in milliseconds. */
const PATIENCE = 4_000;
/** Words that stand in the page already are looked at first; then the rest is drawn. */
const LOOKED_AT = 50;

/**
 * Development only: the page follows what is saved. Words take their place in the page as it stands, with what was pressed and typed in it, at once
 * where nothing but words changed, and the rest as soon as it is drawn; for everything else, and when what stands there is an error, the page is
 * loaded again.
 */
export function LiveReload({ version, isSound }: Props) {
  const router = useRouter();
  const [words] = useState(() => new StandingWords());
  const drawn = useRef({ version, isSound });
  useEffect(() => {
    drawn.current = { version, isSound };
  }, [version, isSound]);
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    let late: ReturnType<typeof setTimeout> | undefined;
    const changes = new EventSource(`/api/dev/changes?lesson=${encodeURIComponent(lessonOf(location.pathname))}`);
    changes.onmessage = ({ data }: MessageEvent<string>) => {
      const saved: Saved = JSON.parse(data);
      const { version } = saved;
      if (version === undefined || version === drawn.current.version) return;
      if (!saved.isWords || !drawn.current.isSound) return location.reload();
      const stands = saved.words !== undefined && words.put(among(saved.words), version);
      if (!stands) words.forget();
      clearTimeout(soon);
      soon = setTimeout(() => router.refresh(), stands ? LOOKED_AT : 0);
      // A text that cannot be drawn leaves the old one standing, and Next at a loss: only a new page says what is wrong.
      clearTimeout(late);
      late = setTimeout(() => {
        if ((drawn.current.version ?? 0) < version) location.reload();
      }, PATIENCE);
    };
    return () => {
      clearTimeout(soon);
      clearTimeout(late);
      changes.close();
    };
  }, [router, words]);
  return <AroundDrawing words={words} version={version} />;
}

/** Only a class is told when React is about to write. */
class AroundDrawing extends Component<{ words: StandingWords; version: number | undefined }> {
  override getSnapshotBeforeUpdate(): null {
    this.props.words.takeBack();
    return null;
  }

  override componentDidUpdate(): void {
    const { words, version } = this.props;
    words.drawn(version ?? Number.POSITIVE_INFINITY);
  }

  override render() {
    return null;
  }
}

/** `/en/learn/tcp-tls/segment-format` and what lies below it → `tcp-tls/segment-format`. */
function lessonOf(address: string): string {
  return /^\/[^/]+\/(?:learn|preview)\/([^/]+\/[^/]+)/.exec(address)?.[1] ?? '';
}

function among(words: SavedWords) {
  return Object.entries(words).flatMap(([language, changes]) =>
    changes.length > 0 ? [{ changes, places: textsIn(language) }] : [],
  );
}
