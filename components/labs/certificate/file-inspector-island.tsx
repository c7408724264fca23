'use client';
import { type ChangeEvent, type ComponentType, type FormEvent, useEffect, useRef, useState } from 'react';
import type { Locale } from '@/lib/words/locale';
import lab from '../lab.module.css';
import styles from './file-inspector.module.css';

/** A file as it was given: its name, and its first bytes. */
export type GivenFile = { readonly name: string; readonly bytes: Uint8Array };

export type InspectorProps = {
  locale: Locale;
  files: readonly GivenFile[];
  /** When the files were given: milliseconds since 1970 in UTC. */
  now: number;
};

type Texts = Readonly<
  Record<
    'title' | 'lede' | 'choose' | 'drop' | 'paste' | 'pasted' | 'pasteLabel' | 'look' | 'howTo' | 'failed' | 'clear',
    string
  >
>;
type Props = { locale: Locale; texts: Texts };

/** One byte more than is ever read of a file (derLimits.bytes): then it shows that there is more. */
const mostRead = (1 << 20) + 1;
const mostFiles = 16;

/**
 * Where a learner's own files are chosen, dropped or pasted. What looks at them is a chunk of its own and comes with the first of them;
 * nothing leaves the page.
 */
export function FileInspectorIsland({ locale, texts }: Props) {
  const [given, setGiven] = useState<{ files: readonly GivenFile[]; now: number }>({ files: [], now: 0 });
  const [Inspector, setInspector] = useState<ComponentType<InspectorProps> | null>(null);
  const [trouble, setTrouble] = useState(false);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);

  const look = async (read: Promise<readonly GivenFile[]>) => {
    setTrouble(false);
    try {
      const [files, { FileInspector }] = await Promise.all([read, import('./file-inspector')]);
      setInspector(() => FileInspector);
      setGiven((before) => ({ files: [...before.files, ...files].slice(0, mostFiles), now: Date.now() }));
    } catch {
      setTrouble(true);
    }
  };
  const take = useRef(look);
  useEffect(() => {
    take.current = look;
  });
  useEffect(() => {
    // What was chosen before this script had come.
    const early = input.current?.files;
    if (early && early.length > 0) void take.current(readAll(early));
    return place.current
      ? whenDropped(place.current, setOver, (files) => void take.current(readAll(files)))
      : undefined;
  }, []);

  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    if (target.files && target.files.length > 0) void look(readAll(target.files));
  };
  const paste = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('text') ?? '').slice(0, mostRead);
    if (text.trim() === '') return;
    void look(Promise.resolve([{ name: texts.pasted, bytes: new TextEncoder().encode(text).subarray(0, mostRead) }]));
  };
  const clear = () => {
    setGiven({ files: [], now: 0 });
    if (input.current) input.current.value = '';
    input.current?.focus();
  };

  return (
    <section className={`${lab.lab} ${styles.inspector}`} aria-labelledby="own-certificate">
      <header className={styles.head}>
        <h2 id="own-certificate">{texts.title}</h2>
        <p>{texts.lede}</p>
      </header>
      <div ref={place} className={styles.drop} data-over={isOver || undefined}>
        <label className={`${lab.button} ${styles.choose}`}>
          {texts.choose}
          <input ref={input} type="file" multiple accept=".pem,.crt,.cer,.der,.csr,.crl,.txt" onChange={choose} />
        </label>
        <span>{texts.drop}</span>
        {given.files.length > 0 && (
          <button type="button" className={lab.button} onClick={clear}>
            {texts.clear}
          </button>
        )}
      </div>
      <details className={styles.paste}>
        <summary>{texts.paste}</summary>
        <form onSubmit={paste}>
          <textarea name="text" rows={5} aria-label={texts.pasteLabel} spellCheck={false} autoComplete="off" />
          <button type="submit" className={lab.button}>
            {texts.look}
          </button>
        </form>
        <p>{texts.howTo}</p>
      </details>
      {trouble && (
        <p className={styles.trouble} role="alert">
          {texts.failed}
        </p>
      )}
      {Inspector && given.files.length > 0 && <Inspector locale={locale} files={given.files} now={given.now} />}
    </section>
  );
}

/** Dropping is one way more to give files: the field within takes the same by keyboard. Returns what ends the listening. */
function whenDropped(place: HTMLElement, over: (isOver: boolean) => void, take: (files: FileList) => void): () => void {
  const drag = (event: Event) => {
    if (!(event instanceof DragEvent)) return;
    event.preventDefault();
    over(event.type === 'dragover');
    const files = event.type === 'drop' ? event.dataTransfer?.files : undefined;
    if (files && files.length > 0) take(files);
  };
  const types = ['dragover', 'dragleave', 'drop'] as const;
  for (const type of types) place.addEventListener(type, drag);
  return () => {
    for (const type of types) place.removeEventListener(type, drag);
  };
}

async function readAll(files: FileList): Promise<GivenFile[]> {
  return Promise.all(
    Array.from(files)
      .slice(0, mostFiles)
      .map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.slice(0, mostRead).arrayBuffer()) })),
  );
}
