import { joinedValue } from '../message';
import { choose, languageSpecificity, mediaSpecificity } from '../negotiation';
import { type Asked, field, type Reply, type Route, text } from './route';

/** The same facts in three forms. */
const forms: Readonly<Record<string, string>> = {
  'text/plain': 'Three umbrellas, two coats.\n',
  'application/json': '{ "umbrellas": 3, "coats": 2 }\n',
  'text/csv': 'thing,count\r\numbrellas,3\r\ncoats,2\r\n',
};

const pages: Readonly<Record<string, string>> = {
  en: 'It is raining.\n',
  'zh-CN': '下雨了。\n',
  de: 'Es regnet.\n',
};

function negotiate({ request }: Asked): Reply {
  const vary = field('Vary', 'Accept');
  const chosen = choose(Object.keys(forms), joinedValue(request.fields, 'accept'), mediaSpecificity);
  if (!chosen) return text(406, `There is ${Object.keys(forms).join(', ')}.\n`, vary);
  const type = chosen.value === 'application/json' ? chosen.value : `${chosen.value}; charset=utf-8`;
  return { status: 200, body: forms[chosen.value] ?? '', fields: [field('Content-Type', type), vary] };
}

/** Rather another language than none: whoever wants none of these gets the first (RFC 9110 §12.5.4). */
function negotiateLanguage({ request }: Asked): Reply {
  const chosen = choose(Object.keys(pages), joinedValue(request.fields, 'accept-language'), languageSpecificity);
  const language = chosen?.value ?? 'en';
  return text(200, pages[language] ?? '', field('Content-Language', language), field('Vary', 'Accept-Language'));
}

export const negotiateRoutes: readonly Route[] = [
  {
    pattern: /^\/negotiate$/,
    name: 'negotiate',
    about: 'the same as text, JSON or CSV, by Accept',
    methods: { GET: negotiate },
  },
  {
    pattern: /^\/negotiate\/language$/,
    name: 'negotiate/language',
    about: 'the same in English, Chinese or German, by Accept-Language',
    methods: { GET: negotiateLanguage },
  },
];
