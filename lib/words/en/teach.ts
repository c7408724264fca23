/** What stands around every staff page of a class. The pages' own words have rooms of their own. */
export const teach = {
  teaching: 'Teaching',
  classes: 'Classes',
  archived: 'archived',
  placesOf: (name: string) => `${name}: its pages`,
  places: {
    overview: 'Overview',
    gradebook: 'Gradebook',
    items: 'Questions',
    progress: 'Progress',
    assignments: 'Assignments',
    roster: 'Roster',
    live: 'In the room',
    export: 'Export',
  },
};
