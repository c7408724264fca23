import { createHash, randomBytes } from 'node:crypto';
import { escapeHtml } from '@/lib/gradebook/escape-html';
import { type Locale, languageTags } from '@/lib/words/locale';

/** A page that a platform shows in a frame of its own: one string, without cookies, scripts or anything else of the site. */
export type FramePage = {
  readonly locale: Locale;
  readonly title: string;
  /** HTML, escaped by whoever wrote it. */
  readonly body: string;
  readonly status?: number;
  /** A script of ours, for what a frame must do by itself. */
  readonly script?: string;
  /** Where its form may lead besides here. */
  readonly formTo?: string;
  readonly cookie?: string;
};

const STYLE = `:root{color-scheme:light dark;font:1rem/1.6 system-ui,sans-serif;accent-color:light-dark(#0b6b63,#5cc8bd)}
body{margin:0;padding:2rem 1.25rem;max-inline-size:42rem;color:light-dark(#1d2327,#e7ebee);background:light-dark(#fff,#14181b);overflow-wrap:anywhere}
h1{font-size:1.25rem;line-height:1.3;margin:0 0 .75rem;font-weight:600}h2{font-size:1rem;margin:1.5rem 0 .25rem;font-weight:600}
p{margin:0 0 1rem}ul{list-style:none;margin:0;padding:0}li label,.check{display:flex;gap:.6rem;padding:.45rem 0;align-items:baseline}
li+li{border-block-start:1px solid light-dark(#e3e7ea,#2b3236)}small{display:block;color:light-dark(#57636b,#9fabb3)}
fieldset{border:0;margin:0 0 1rem;padding:0;min-inline-size:0}legend{font-weight:600;padding:0}
.button{display:inline-block;font:inherit;font-weight:600;padding:.6rem 1.1rem;border:0;border-radius:.4rem;text-decoration:none;cursor:pointer;color:light-dark(#fff,#0d1a19);background:light-dark(#0b6b63,#5cc8bd)}
.button:focus-visible,a:focus-visible,input:focus-visible{outline:3px solid light-dark(#0b6b63,#5cc8bd);outline-offset:2px}
.detail{color:light-dark(#57636b,#9fabb3);font-family:ui-monospace,monospace;font-size:.875rem}`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** Any site may frame it: it does nothing but what its one button says, in a window of ours. */
export function framePage({ locale, title, body, status = 200, script, formTo, cookie }: FramePage): Response {
  const nonce = randomBytes(16).toString('base64');
  const html = `<!doctype html><html lang="${languageTags[locale]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${body}</main>${script ? `<script nonce="${nonce}">${script}</script>` : ''}</body></html>`;
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': [
      `default-src 'none'`,
      `style-src 'sha256-${styleHash}'`,
      ...(script ? [`script-src 'nonce-${nonce}'`] : []),
      `form-action 'self'${formTo ? ` ${new URL(formTo).origin}` : ''}`,
      `base-uri 'none'`,
      'frame-ancestors https: http:',
    ].join('; '),
  });
  if (cookie) headers.set('set-cookie', cookie);
  return new Response(html, { status, headers });
}

/** `<p>…</p>` with a text that anybody may have written. */
export const paragraph = (text: string, kind = '') => `<p${kind ? ` class="${kind}"` : ''}>${escapeHtml(text)}</p>`;
