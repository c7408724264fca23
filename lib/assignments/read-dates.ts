import type { Faults } from '@/lib/assignments/field-fault';
import { readWallTime, type Which, wallTimeOf } from '@/lib/assignments/wall-time';
import { formText } from '@/lib/auth/form';

/** A moment typed as the class's clocks show it. Of an hour that is there twice, `which` is meant. */
export function readMoment(form: FormData, name: string, zone: string, which: Which, faults: Faults): Date | undefined {
  const typed = formText(form, name).trim();
  if (typed === '') return faults.add(name, 'missing');
  const read = readWallTime(typed, zone, which);
  switch (read.kind) {
    case 'time':
      return read.at;
    case 'skipped':
      return faults.add(name, 'skipped-time', wallTimeOf(read.next, zone).replace('T', ' '));
    case 'unreadable':
      return faults.add(name, 'unreadable-time', typed);
  }
}

/**
 * When it opens and when it is due: the kinder of two hours that are called the same. `opensAt` is given where it is not for the form to say.
 */
export function readDates(
  form: FormData,
  zone: string,
  faults: Faults,
  given?: Date,
): { opensAt: Date; dueAt: Date } | undefined {
  const opensAt = given ?? readMoment(form, 'opens', zone, 'earlier', faults);
  const dueAt = readMoment(form, 'due', zone, 'later', faults);
  if (!opensAt || !dueAt) return undefined;
  if (opensAt >= dueAt) return faults.add('due', 'opens-after-due', formText(form, 'due').replace('T', ' '));
  return { opensAt, dueAt };
}
