import { notFound } from 'next/navigation';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { readFigure } from '@/lib/curriculum/read-figure';

type Params = { path: string; lesson: string; file: string };

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams(): Promise<Params[]> {
  const { paths } = await curriculum();
  return paths.flatMap(({ lessons }) =>
    lessons.flatMap(({ path, slug, figures }) =>
      figures.filter((file) => file.endsWith('.png')).map((file) => ({ path, lesson: slug, file })),
    ),
  );
}

/** A picture of a lesson. Drawings stand in the page itself and have no address. */
export async function GET(_request: Request, { params }: { params: Promise<Params> }): Promise<Response> {
  const { path, lesson, file } = await params;
  const found = (await curriculum()).lesson(path, lesson);
  if (!found?.figures.includes(file)) notFound();
  const figure = await readFigure(found, file);
  if (figure.kind !== 'picture') notFound();
  return new Response(new Uint8Array(figure.bytes), { headers: { 'content-type': 'image/png' } });
}
