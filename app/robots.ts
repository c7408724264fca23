import type { MetadataRoute } from 'next';
import { requestOrigin } from '@/components/ui/request-origin';

/** Made on request: which address the site has is known by the front door, not at build. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/api/', '/*/account', '/*/progress', '/*/attempts/', '/*/preview', '/*/drafts/'],
    },
    sitemap: `${await requestOrigin()}/sitemap.xml`,
  };
}
