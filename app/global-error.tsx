'use client';

import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '@/components/ui/print.css';
import { TroubleBox } from '@/components/ui/trouble-box';

/** Even the layout broke. The address still says which language to speak. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  const chinese = typeof location !== 'undefined' && location.pathname.startsWith('/zh');
  return (
    <html lang={chinese ? 'zh-Hans' : 'en'}>
      <body>
        <TroubleBox locale={chinese ? 'zh' : 'en'} again={reset} />
      </body>
    </html>
  );
}
