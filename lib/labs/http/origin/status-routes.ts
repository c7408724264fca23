import { reasonOf } from '../status-text';
import { field, type Route, text } from './route';

/** What a status must or should bring along to be of use. */
const companions: Readonly<Record<number, ReturnType<typeof field>>> = {
  401: field('WWW-Authenticate', 'Basic realm="practice", charset="UTF-8"'),
  405: field('Allow', 'GET, HEAD'),
  407: field('Proxy-Authenticate', 'Basic realm="practice"'),
  416: field('Content-Range', 'bytes */100'),
  426: field('Upgrade', 'h2c'),
  429: field('Retry-After', '30'),
  503: field('Retry-After', '30'),
};

export const statusRoutes: readonly Route[] = [
  {
    pattern: /^\/status\/(\d{3})$/,
    name: 'status/{code}',
    about: 'answers with this status, 200 to 599, whatever the method',
    methods: {
      '*': (_asked, code = '') => {
        const status = Number(code);
        if (status < 200 || status > 599) return text(404, 'There are no final statuses but 200 to 599.\n');
        const companion = companions[status];
        const own = companion ? [companion] : [];
        if (status === 204 || status === 304) return { status, fields: own };
        // 205 has no content, and says so by a length of 0 (RFC 9110 §15.3.6).
        if (status === 205) return { status, fields: own, body: '' };
        return text(status, `${status} ${reasonOf(status)}`.trimEnd().concat('\n'), ...own);
      },
    },
  },
];
