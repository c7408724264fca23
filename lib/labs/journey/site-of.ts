import type { JourneySetup, Site } from './setup';

/** The site that stands under a name; null where there is none. */
export function siteOf(setup: JourneySetup, host: string): Site | null {
  return setup.sites.find((site) => site.host === host) ?? null;
}
