'use client';

import { useParams } from 'next/navigation';
import { TroubleBox } from '@/components/ui/trouble-box';

/** A page that broke while it was drawn. The front door answers a failed request with `/{locale}/500`; this is for what breaks later. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  const { locale } = useParams();
  return <TroubleBox locale={locale === 'zh' ? 'zh' : 'en'} again={reset} />;
}
