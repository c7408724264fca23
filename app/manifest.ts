import type { MetadataRoute } from 'next';

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Handrail',
    short_name: 'Handrail',
    start_url: '/',
    display: 'standalone',
    background_color: '#fcfbf9',
    theme_color: '#00705f',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/apple-icon', sizes: '180x180', type: 'image/png' },
    ],
  };
}
