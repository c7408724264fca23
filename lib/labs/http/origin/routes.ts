import { joinedValue } from '../message';
import { choose, mediaSpecificity } from '../negotiation';
import { authRoutes } from './auth-routes';
import { bodyRoutes } from './body-routes';
import { cacheRoutes } from './cache-routes';
import { cookieRoutes } from './cookie-routes';
import { negotiateRoutes } from './negotiate-routes';
import { noteRoutes } from './note-routes';
import { redirectRoutes } from './redirect-routes';
import { type Asked, field, json, type Reply, type Route, text } from './route';
import { statusRoutes } from './status-routes';
import { account } from './store';

/** Every place there is, in the order of the index page. */
export const routes: readonly Route[] = [
  {
    pattern: /^\/$/,
    name: '',
    about: 'this page',
    methods: { GET: indexPage },
  },
  ...statusRoutes,
  ...redirectRoutes,
  ...cacheRoutes,
  ...cookieRoutes,
  ...authRoutes,
  ...bodyRoutes,
  ...negotiateRoutes,
  ...noteRoutes,
];

/** What may be asked for, as text or as JSON. */
function indexPage({ where, store, request }: Asked): Reply {
  const vary = field('Vary', 'Accept');
  const offers = ['text/plain', 'application/json'];
  const form = choose(offers, joinedValue(request.fields, 'accept'), mediaSpecificity)?.value;
  const { user, password } = account(store.seed);
  if (form === 'application/json') {
    const places = routes.map(({ name, about, methods }) => ({
      path: `${where.base}/${name}`,
      about,
      methods: Object.keys(methods),
    }));
    return json(200, { account: { user, password }, places }, vary);
  }
  const lines = routes.map(({ name, about }) => `${where.base}/${name}\n    ${about}\n`);
  const head = `A server to practise HTTP on. It is yours alone.\nAccount: ${user} with ${password}\n\n`;
  return text(200, `${head}${lines.join('')}`, vary);
}
