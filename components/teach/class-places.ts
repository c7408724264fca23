import type { ClassPermission } from '@/lib/access/class-access';

/** The places of a class, in the order in which they are shown, and what it takes to see each. */
export const classPlaces = [
  { place: 'overview', at: '', permission: 'view:class' },
  { place: 'gradebook', at: '/gradebook', permission: 'view:gradebook' },
  { place: 'items', at: '/items', permission: 'view:items' },
  { place: 'progress', at: '/progress', permission: 'view:gradebook' },
  { place: 'assignments', at: '/assignments', permission: 'view:class' },
  { place: 'roster', at: '/roster', permission: 'view:roster' },
  { place: 'live', at: '/live', permission: 'run:room' },
  { place: 'export', at: '/export', permission: 'export:gradebook' },
] as const satisfies readonly { place: string; at: string; permission: ClassPermission }[];

export type ClassPlace = (typeof classPlaces)[number]['place'];
