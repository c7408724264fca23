import type { Readable } from 'node:stream';
import { actingClass } from '@/lib/classes/this-class';
import { isExportFile, mediaTypes } from '@/lib/out/export-file';
import { contentDisposition, fileName } from '@/lib/out/file-name';
import { exportClass } from '@/lib/out/submit-export';
import { isLocale } from '@/lib/words/locale';
import { outWords } from '@/lib/words/out';
import { serverWords } from '@/lib/words/server';

type Props = { params: Promise<{ id: string; file: string }> };

const noStore = { 'cache-control': 'no-store' };

/** A class's file. What one may not have is told like what is not there: another's class, no class, no such file. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id, file } = await params;
  const seen = isExportFile(file) ? await actingClass(id, 'export:gradebook') : undefined;
  if (!seen || !isExportFile(file)) return refused(404, 'not-found');
  const { classroom } = seen;
  const asked = new URL(request.url).searchParams.get('locale') ?? '';
  const locale = isLocale(asked) ? asked : classroom.locale;
  const exported = await exportClass(seen, file, locale);
  if (exported.kind === 'busy') return refused(503, 'too-many', { 'retry-after': '10' });
  const [what = '', ending = ''] = file.split('.');
  const words: Readonly<Record<string, string>> = outWords[locale].what;
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: classroom.timeZone, dateStyle: 'short' }).format(new Date());
  return new Response(webStream(exported.stream), {
    headers: {
      ...noStore,
      'content-type': mediaTypes[file],
      'content-disposition': contentDisposition(fileName(classroom.name, words[what] ?? what, ending, day)),
      // A proxy that gathers a file before it sends it would gather all of it.
      'x-accel-buffering': 'no',
    },
  });
}

/** As the reader takes it; who goes away ends it. */
function webStream(stream: Readable): ReadableStream<Uint8Array> {
  const chunks = stream.iterator();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      stream.destroy();
    },
  });
}

function refused(status: number, code: 'not-found' | 'too-many', headers: Record<string, string> = {}): Response {
  const error = { code, message: serverWords.en.refusals[code] };
  return Response.json({ error }, { status, headers: { ...noStore, ...headers } });
}
