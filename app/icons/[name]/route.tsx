import { notFound } from 'next/navigation';
import { ImageResponse } from 'next/og';
import { AppIconPicture, appIcons } from '@/components/offline/app-icon';

type Params = { name: string };

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams(): Params[] {
  return appIcons.map(({ name }) => ({ name: `${name}.png` }));
}

/** The installed app's pictures, drawn at build. */
export async function GET(_request: Request, { params }: { params: Promise<Params> }): Promise<Response> {
  const { name } = await params;
  const icon = appIcons.find((one) => `${one.name}.png` === name);
  if (!icon) notFound();
  return new ImageResponse(<AppIconPicture {...icon} />, { width: icon.side, height: icon.side });
}
