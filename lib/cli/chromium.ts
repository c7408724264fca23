import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The program itself: Debian's own name for it starts it as a child, which outlives whoever is killed in its place. */
const leanPlaces = ['/usr/lib/chromium/chromium-headless-shell'];

/**
 * The machine's own Chromium; undefined when there is none (then Playwright looks for its own). `lean`: rather the same engine without all
 * that a window needs, which takes half the processor time, where the machine has it. CHROMIUM names another.
 */
export function chromiumPath(which: 'whole' | 'lean' = 'whole'): string | undefined {
  const wanted = which === 'lean' ? [...leanPlaces, ...places] : places;
  return [process.env.CHROMIUM, ...wanted].find((place) => place !== undefined && existsSync(place));
}

export function hasLeanChromium(): boolean {
  return leanPlaces.some((place) => existsSync(place));
}
