'use client';
import { useMemo, useRef, useState } from 'react';
import type { Certificate } from '@/lib/labs/certificate/certificate';
import { checkNames } from '@/lib/labs/certificate/check';
import { inspectFile, mostItems } from '@/lib/labs/certificate/inspect-file';
import { hostOf, judgeFile, leafOf } from '@/lib/labs/certificate/judge-file';
import { certificateFileWords } from '@/lib/words/certificate-file';
import { certificateLabWords } from '@/lib/words/certificate-lab';
import type { Picked } from '../lab-view';
import { usePointing } from '../use-pointing';
import styles from './certificate.module.css';
import { CertificateChecks } from './certificate-checks';
import { FileBytes } from './file-bytes';
import { FileCards, type Item } from './file-cards';
import own from './file-inspector.module.css';
import type { InspectorProps } from './file-inspector-island';
import { FileQuestionForm } from './file-question-form';

/** What the learner asks of the files; what was left alone is chosen for them. */
export type Asked = {
  /** The place of the certificate that is judged. */
  readonly leaf: number | null;
  readonly name: string | null;
  readonly at: number;
  /** The places of those that are trusted. */
  readonly trusted: readonly number[];
};

/** Whatever a learner's files hold, as cards, checks and bytes. */
export function FileInspector({ locale, files, now }: InspectorProps) {
  const words = certificateFileWords[locale];
  const { items, more } = useMemo(() => {
    const read = files.map(({ name, bytes }) => ({ name, ...inspectFile(bytes) }));
    const all = read.flatMap(({ name, items: own }) => own.map((item) => ({ ...item, file: name })));
    const shown: readonly Item[] = all.slice(0, mostItems).map((item, place) => ({ ...item, place }));
    return { items: shown, more: all.length > mostItems || read.some((file) => file.more) };
  }, [files]);
  const root = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<Asked>({ leaf: null, name: null, at: now, trusted: [] });
  const [picked, setPicked] = useState<Picked | null>(null);
  usePointing(root, setPicked);

  const certificates = useMemo(
    () => items.flatMap((item) => (item.kind === 'certificate' ? [item.value] : [])),
    [items],
  );
  const chosen = asked.leaf === null ? undefined : certificateAt(items, asked.leaf);
  const leaf = chosen ?? leafOf(certificates);
  const name = asked.name ?? (leaf ? hostOf(leaf) : '');
  const judged = useMemo(() => {
    if (!leaf) return null;
    const trusted = asked.trusted.flatMap((place) => certificateAt(items, place) ?? []);
    const lists = items.flatMap((item) => (item.kind === 'revocationList' ? [item.value] : []));
    return judgeFile({
      certificates,
      leaf,
      trusted,
      lists,
      at: asked.at,
      name: name.trim() === '' ? null : name.trim(),
    });
  }, [items, certificates, leaf, asked.trusted, asked.at, name]);

  const firstFault = items.findIndex(({ kind }) => kind === 'fault');
  const shown =
    picked?.object ??
    Math.max(
      items.findIndex((item) => item.kind === 'certificate' && item.value === leaf),
      leaf ? 0 : firstFault,
    );
  return (
    <div ref={root}>
      <p className={own.status} role="status">
        {words.found(items.length)}
        {more && ` ${words.tooMany(items.length)}`}
      </p>
      {judged && <Verdict locale={locale} {...judged} />}
      <div className={styles.stage}>
        <FileCards locale={locale} items={items} leaf={leaf} trusted={asked.trusted} picked={picked?.object ?? null} />
        {judged && (
          <div>
            <FileQuestionForm {...{ locale, items, leaf, asked, name }} onAsk={setAsked} />
            <CertificateChecks locale={locale} findings={judged.verdict.findings} seen={checkNames} />
          </div>
        )}
      </div>
      <FileBytes locale={locale} items={items} object={shown} byte={picked?.byte ?? null} pick={setPicked} />
    </div>
  );
}

function certificateAt(items: readonly Item[], place: number): Certificate | undefined {
  const item = items[place];
  return item?.kind === 'certificate' ? item.value : undefined;
}

function Verdict({ locale, outcome, verdict }: { locale: InspectorProps['locale'] } & ReturnType<typeof judgeFile>) {
  const words = certificateFileWords[locale];
  const said = certificateLabWords[locale];
  return (
    <p className={own.verdict} data-outcome={outcome} aria-live="polite">
      <b>{words.verdict[outcome]}</b>
      {outcome === 'refused' && verdict.browser && words.stops(verdict.browser, said.browser[verdict.browser])}
    </p>
  );
}
