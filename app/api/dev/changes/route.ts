import { mayPreview } from '@/lib/access/preview';
import { thisSession } from '@/lib/auth/this-request';
import { contentWatch } from '@/lib/curriculum/read-changes';
import { contentDirs, curriculum } from '@/lib/curriculum/read-curriculum';
import { openLesson } from '@/lib/curriculum/read-open-lesson';
import { isWorkshop } from '@/lib/preview/workshop';

export const dynamic = 'force-dynamic';

/**
 * Tells an author's open pages what was saved; to begin with, how far it had come. A page that shows a lesson (`?lesson=tcp-tls/segment-format`)
 * is told the changed words themselves, where whoever asks may read drafts. Exists in development only.
 */
export async function GET(request: Request): Promise<Response> {
  if (process.env.NODE_ENV !== 'development') return new Response(null, { status: 404 });
  const text = new TextEncoder();
  const shown = new URL(request.url).searchParams.get('lesson') ?? '';
  const isAuthor = mayPreview(await thisSession(), { isWorkshop: await isWorkshop() });
  const stream = new ReadableStream<Uint8Array>({
    start(events) {
      const watch = contentWatch(contentDirs());
      const tell = (what: object) => events.enqueue(text.encode(`data: ${JSON.stringify(what)}\n\n`));
      events.enqueue(text.encode('retry: 1000\n\n'));
      tell({ version: watch.version, isWords: false });
      const lesson = isAuthor ? openLesson(contentDirs(), shown) : undefined;
      const stop = watch.listen((saved) => {
        tell({ ...saved, words: lesson?.changes() });
        // Read while the news is on its way to the page, which will ask for it; what is wrong is told there.
        setImmediate(() => curriculum().catch(() => undefined));
      });
      // A connection on which nothing was said for two minutes is closed by the door.
      const still = setInterval(() => events.enqueue(text.encode(': still here\n\n')), 30_000);
      request.signal.addEventListener('abort', () => {
        stop();
        clearInterval(still);
      });
    },
  });
  return new Response(stream, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}
