import type { MetadataRoute } from 'next';
import { markColours } from '@/components/ui/drawn-mark';
import type { Site } from '@/lib/curriculum/lesson';
import { inLocale, type Locale, languageTags } from '@/lib/words/locale';
import { offlineWords } from '@/lib/words/offline';
import { siteWords } from '@/lib/words/site';
import { type AppIcon, appIcons } from './app-icon';

/** How the installed app is called, looks and begins. */
export function appManifest(site: Site, locale: Locale): MetadataRoute.Manifest {
  const name = inLocale(site.name, locale);
  const icon = ({ name: file, side, purpose }: AppIcon) =>
    ({ src: `/icons/${file}.png`, sizes: `${side}x${side}`, type: 'image/png', purpose }) as const;
  const small = appIcons.filter(({ side, purpose }) => side === 192 && purpose === 'any').map(icon);
  const shortcut = (label: string, path: string) => ({ name: label, url: `/${locale}${path}`, icons: small });
  return {
    // The same app, whichever language it was installed in.
    id: '/',
    name,
    short_name: name,
    description: inLocale(site.tagline, locale),
    lang: languageTags[locale],
    dir: 'ltr',
    start_url: `/${locale}`,
    scope: '/',
    display: 'standalone',
    background_color: markColours.paper,
    theme_color: markColours.paper,
    categories: ['education'],
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }, ...appIcons.map(icon)],
    shortcuts: [
      shortcut(siteWords[locale].review, '/review'),
      shortcut(siteWords[locale].labs, '/labs'),
      shortcut(offlineWords[locale].title, '/offline'),
    ],
  };
}
