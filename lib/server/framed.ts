/** Learning platforms show these answers in a frame of their own pages, so they carry a policy of their own (lib/lti/frame-page). */
export function isFramed(path: string): boolean {
  return path.startsWith('/api/lti/');
}
