import { defaultZones } from './default-zones';
import { type Internet, internetWith } from './internet';
import { parseZones } from './parse-zones';
import type { DnsSetup } from './setup';
import type { Zone } from './zone';

let builtIn: readonly Zone[] | null = null;

/** The lab's own zones, read once. */
export function builtInZones(): readonly Zone[] {
  builtIn ??= parseZones(defaultZones).zones;
  return builtIn;
}

/** The internet of a setup: its zones, laid over the lab's own unless it wants none of them. */
export function internetFor({ zones, base }: Pick<DnsSetup, 'zones' | 'base'>): Internet {
  return internetWith(zones, base === 'internet' ? builtInZones() : []);
}
