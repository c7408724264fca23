'use client';
import styles from './lab.module.css';
import type { LabFile } from './lab-view';

type Props = {
  name: string;
  label: string;
  file: () => LabFile | Promise<LabFile>;
};

/** Hands out bytes made in the browser as a file. */
export function DownloadButton({ name, label, file }: Props) {
  async function download() {
    const { name: fileName, type, bytes } = await file();
    const address = URL.createObjectURL(new Blob([bytes], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    // Not at once: some browsers read the blob only after the click has returned.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      title={label}
      data-press={`tool:${name}`}
      onClick={download}
    >
      {name} ↓
    </button>
  );
}
