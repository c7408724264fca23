/** The places of the administration, in the order in which they are shown. */
export const adminPlaces = [
  { place: 'overview', at: '' },
  { place: 'people', at: '/people' },
  { place: 'classes', at: '/classes' },
  { place: 'audit', at: '/audit' },
  { place: 'jobs', at: '/jobs' },
  { place: 'lti', at: '/lti' },
  { place: 'settings', at: '/settings' },
] as const;

export type AdminPlace = (typeof adminPlaces)[number]['place'];
