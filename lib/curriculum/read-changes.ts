import { watch } from 'node:fs';

/** Calls back soon after something below `dirs` was saved; several files of one save are one change. Returns how to stop. */
export function onContentChange(dirs: readonly string[], changed: () => void): () => void {
  let settling: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(settling);
    settling = setTimeout(changed, 50);
  };
  const watchers = dirs.map((dir) => watch(dir, { recursive: true }, soon));
  return () => {
    clearTimeout(settling);
    for (const watcher of watchers) watcher.close();
  };
}
