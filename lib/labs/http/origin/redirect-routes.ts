import { type Asked, field, type Reply, type Route, text } from './route';

const kinds = [301, 302, 303, 307, 308] as const;
const mostHops = 20;

/** Only ever to a place of its own: nobody can make it point elsewhere. */
function redirect({ where }: Asked, status: number, to: string): Reply {
  const location = `${where.base}${to}`;
  return text(status, `Go on to ${location}\n`, field('Location', location));
}

export const redirectRoutes: readonly Route[] = [
  {
    pattern: /^\/redirect\/(\d{1,3})$/,
    name: 'redirect/{n}',
    about: 'goes on n times, then arrives; ?status=301, 302, 303, 307 or 308 (302 if nothing is said)',
    methods: {
      '*': (asked, hops = '0') => {
        const left = Number(hops);
        const wanted = Number(asked.query.get('status') ?? 302);
        const status = kinds.find((kind) => kind === wanted);
        if (left > mostHops || status === undefined)
          return text(400, `At most ${mostHops} times, with ${kinds.join(', ')}.\n`);
        if (left > 0) return redirect(asked, status, `/redirect/${left - 1}?status=${status}`);
        const { method, body } = asked.request;
        return text(200, `Arrived with ${method} and ${body.length} bytes of content.\n`);
      },
    },
  },
  {
    pattern: /^\/loop\/(a|b)$/,
    name: 'loop/a',
    about: 'goes on to loop/b, which goes on to loop/a',
    methods: { GET: (asked, at) => redirect(asked, 302, at === 'a' ? '/loop/b' : '/loop/a') },
  },
];
