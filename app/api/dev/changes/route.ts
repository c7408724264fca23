import { onContentChange } from '@/lib/curriculum/read-changes';
import { contentDirs } from '@/lib/curriculum/read-curriculum';

export const dynamic = 'force-dynamic';

/** Tells an author's open pages that content was saved. Exists in development only. */
export function GET(request: Request): Response {
  if (process.env.NODE_ENV !== 'development') return new Response(null, { status: 404 });
  const text = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    start(events) {
      events.enqueue(text.encode('retry: 1000\n\n'));
      const stop = onContentChange(contentDirs(), () => events.enqueue(text.encode('data: saved\n\n')));
      request.signal.addEventListener('abort', stop);
    },
  });
  return new Response(stream, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}
