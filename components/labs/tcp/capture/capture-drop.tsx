'use client';
import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';
import type { Locale } from '@/lib/words/locale';
import styles from './capture-drop.module.css';
import type { CaptureProps } from './capture-live';

type Props = {
  locale: Locale;
  /** Given, so that the page brings no words of the view that reads. */
  words: { title: string; lede: string; choose: string; drop: string; failed: string; noScript: string };
};

/**
 * Where a learner hands in a capture of their own: chosen, or dropped anywhere on the box. What reads and draws it is loaded only then.
 * The file goes nowhere.
 */
export function CaptureDrop({ locale, words }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [Live, setLive] = useState<ComponentType<CaptureProps> | null>(null);
  const [trouble, setTrouble] = useState(false);
  const [isOver, setOver] = useState(false);

  const open = (chosen: File | undefined) => {
    if (!chosen) return;
    setTrouble(false);
    setFile(chosen);
    import('./capture-live').then(
      ({ CaptureLive }) => setLive(() => CaptureLive),
      () => {
        setTrouble(true);
        // Choosing the same file once more must count as a choice.
        if (field.current) field.current.value = '';
      },
    );
  };
  const openNow = useRef(open);
  useEffect(() => {
    openNow.current = open;
  });
  // Chosen before the page's scripts were there.
  useEffect(() => openNow.current(field.current?.files?.[0]), []);

  useDropping(box, setOver, openNow);
  return (
    <section className={styles.section} aria-labelledby="own-capture">
      <div ref={box} className={styles.drop} data-over={isOver || undefined}>
        <h2 id="own-capture">{words.title}</h2>
        <p>{words.lede}</p>
        <p className={styles.choose}>
          <label htmlFor="capture-file">{words.choose}</label>
          <input
            ref={field}
            id="capture-file"
            type="file"
            accept=".pcap,.pcapng,.cap,application/vnd.tcpdump.pcap"
            onChange={(event) => open(event.target.files?.[0])}
          />
          <span aria-hidden="true">{words.drop}</span>
        </p>
        <noscript>
          <p>{words.noScript}</p>
        </noscript>
        {trouble && <p role="alert">{words.failed}</p>}
      </div>
      {file && Live && <Live locale={locale} file={file} />}
    </section>
  );
}

/** A file that is dragged over the box may be dropped on it; anything else may not. */
function useDropping(
  box: RefObject<HTMLElement | null>,
  setOver: (isOver: boolean) => void,
  open: RefObject<(file: File | undefined) => void>,
) {
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(event.type === 'dragover');
      if (event.type === 'drop') open.current(event.dataTransfer.files[0]);
    };
    const types = ['dragover', 'dragleave', 'drop'] as const;
    for (const type of types) element.addEventListener(type, drag);
    return () => {
      for (const type of types) element.removeEventListener(type, drag);
    };
  }, [box, setOver, open]);
}
