import { contentWatch } from '@/lib/curriculum/read-changes';
import { contentDirs, curriculum } from '@/lib/curriculum/read-curriculum';
import { LiveReload } from './live-reload';

/** Development only: tells the browser what the page was drawn from, so that it hears of everything that was saved since. */
export async function WhileWriting() {
  const { version } = contentWatch(contentDirs());
  const isSound = await curriculum().then(
    () => true,
    () => false,
  );
  return <LiveReload version={version} isSound={isSound} />;
}
