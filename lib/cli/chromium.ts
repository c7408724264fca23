import { existsSync } from 'node:fs';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The machine's own Chromium; undefined when there is none (then Playwright looks for its own). */
export function chromiumPath(): string | undefined {
  return places.find((place) => place !== undefined && existsSync(place));
}
