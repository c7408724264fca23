import button from '@/components/ui/button.module.css';
import { exportFiles } from '@/lib/out/export-file';
import type { Locale } from '@/lib/words/locale';
import { outWords } from '@/lib/words/out';
import styles from './out.module.css';

/** The files of a class, each with what it is good for. */
export function ExportList({ locale, classId }: { locale: Locale; classId: string }) {
  const words = outWords[locale];
  return (
    <ul className={styles.files}>
      {exportFiles.map((file) => (
        <li key={file}>
          <div>
            <h2>{words.files[file].title}</h2>
            <p>{words.files[file].text}</p>
          </div>
          <a
            className={button.button}
            href={`/api/classes/${classId}/${file}?locale=${locale}`}
            download
            aria-label={words.download(words.files[file].title)}
          >
            {words.download(file)}
          </a>
        </li>
      ))}
    </ul>
  );
}
