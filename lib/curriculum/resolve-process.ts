import type { ProcessSetup } from '@/lib/labs/process/setup';
import type { Run, WrittenRun } from '@/lib/labs/run';
import type { Task, WrittenTask } from '@/lib/labs/task';
import { deedFaults, goalFaults, type ProcessFault, unknown } from './process-faults';

/** The definitions of a lesson by name; undefined for one that is broken, which is told at its own place. */
export type Processes = ReadonlyMap<string, ProcessSetup | undefined>;

type Resolved<T> = { readonly value?: T; readonly faults: readonly ProcessFault[] };

/** A run as it is kept: the process that its author named stands in it. */
export function resolveRun(written: WrittenRun, processes: Processes): Resolved<Run> {
  if (written.lab !== 'process') return { value: written, faults: [] };
  const { process, ...run } = written;
  const { setup, faults } = definitionOf(process, processes);
  if (!setup) return { faults };
  const wrong = [...deedFaults(setup, run.given, 'given'), ...deedFaults(setup, run.actions, 'actions')];
  return wrong.length > 0 ? { faults: wrong } : { value: { ...run, setup }, faults: [] };
}

export function resolveTask(written: WrittenTask, processes: Processes): Resolved<Task> {
  if (written.lab !== 'process') return { value: written, faults: [] };
  const { process, ...task } = written;
  const { setup, faults } = definitionOf(process, processes);
  if (!setup) return { faults };
  const known = setup.actions.map(({ id }) => id);
  const wrong = [
    ...deedFaults(setup, task.given, 'given'),
    ...task.actions.flatMap((allowed, at) =>
      typeof allowed === 'string'
        ? unknown(['actions', at], 'action', allowed, known)
        : unknown(['actions', at, 'kind'], 'action', allowed.kind, known),
    ),
    ...goalFaults(setup, task.goal),
  ];
  return wrong.length > 0 ? { faults: wrong } : { value: { ...task, setup }, faults: [] };
}

function definitionOf(name: string, processes: Processes): { setup?: ProcessSetup; faults: readonly ProcessFault[] } {
  const setup = processes.get(name);
  if (setup) return { setup, faults: [] };
  if (processes.has(name)) return { faults: [] };
  const [fault] = unknown(['process'], 'process', name, [...processes.keys()]);
  if (!fault) return { faults: [] };
  const message = fault.message.replace('this process has no process', 'the lesson has no NAME.process.yaml for');
  return { faults: [{ ...fault, rule: 'unknown-id', message }] };
}
