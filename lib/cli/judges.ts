import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromiumPath, hasLeanChromium } from '@/lib/cli/chromium';

/** A program that the tests need or ask for a verdict, and the Debian package that brings it. */
type Judge = { readonly name: string; readonly debian: string; readonly isHere: () => boolean };

export const judges: readonly Judge[] = [
  { name: 'Chromium', debian: 'chromium', isHere: () => chromiumPath() !== undefined },
  { name: 'Chinese fonts', debian: 'fonts-noto-cjk', isHere: () => hasChineseFont() },
  { name: 'tshark', debian: 'tshark', isHere: () => isOnPath('tshark') },
  { name: 'openssl', debian: 'openssl', isHere: () => isOnPath('openssl') },
  { name: 'curl', debian: 'curl', isHere: () => isOnPath('curl') },
  { name: 'git', debian: 'git', isHere: () => isOnPath('git') },
];

/** The same browser without what a window needs. */
const lean = 'chromium-headless-shell';

/** Finds or installs them. Root on Debian installs; anyone else is told in one line what to ask for. Returns what is still missing. */
export function bringJudges(tell: (sentence: string) => void): string[] {
  const missing = judges.filter((judge) => !judge.isHere());
  const canInstall = process.getuid?.() === 0 && isOnPath('apt-get');
  if (missing.length === 0 && (hasLeanChromium() || !canInstall)) return [];
  const packages = missing.map(({ debian }) => debian);
  if (canInstall) {
    tell(`Installing ${[...packages, lean].join(', ')} from Debian.`);
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    const install = (...names: string[]) =>
      spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], quiet);
    spawnSync('apt-get', ['update', '-qq'], quiet);
    if (packages.length > 0) install(...packages);
    // By itself: not every Debian has it, and the tests go without it, only slower.
    install(lean);
  }
  const left = missing.filter((judge) => !judge.isHere());
  if (left.length > 0) tell(`Ask for these packages: apt-get install ${left.map(({ debian }) => debian).join(' ')}`);
  return left.map(({ name }) => name);
}

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  // Without fontconfig there is nothing to ask; macOS has such fonts.
  return listed.error !== undefined ? process.platform === 'darwin' : listed.stdout.trim() !== '';
}
