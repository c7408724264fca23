import { recordsOf } from './internet';
import type { ResourceRecord } from './message';
import { parseZones } from './parse-zones';

/** A zone for lines that belong to none: only its records are used. */
const frame = '. 60 IN SOA . . 1 60 60 60 60\n. 60 IN NS .\n$ORIGIN .\n';

/** Loose lines of a zone file as records, in the order of their owners; those with a fault are left out. */
export function extraRecords(lines: string): ResourceRecord[] {
  const [zone] = parseZones(`${frame}${lines}`).zones;
  return [...(zone?.names.values() ?? [])]
    .flat()
    .filter(({ name, type }) => !(name === '.' && (type === 'SOA' || type === 'NS')))
    .flatMap(recordsOf);
}

/** The first line with a fault, counted from 1; null when there is none. */
export function faultyLine(lines: string): number | null {
  const [fault] = parseZones(`${frame}${lines}`).faults;
  return fault ? fault.line - 3 : null;
}
