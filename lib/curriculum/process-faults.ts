import { faultWords, namesIn } from '@/lib/formula/expression';
import { formula } from '@/lib/formula/formula';
import { type Explored, explore, mostPlaces } from '@/lib/labs/process/explore';
import type { ProcessGoal } from '@/lib/labs/process/goal';
import { type ProcessSetup, waysOf } from '@/lib/labs/process/setup';
import type { AuthorError } from './author-error';
import { didYouMean } from './did-you-mean';

/** A finding about a definition, a run or a task of a process, at a place of its file. */
export type ProcessFault = Omit<AuthorError, 'file' | 'line' | 'column' | 'edit'> & {
  readonly path: readonly (string | number)[];
};

/** What a definition says that cannot be: names told twice or not at all, formulas that have no value. A sound one is searched too. */
export function processFaults(setup: ProcessSetup): ProcessFault[] {
  const wrong = [...twice(setup), ...unknownNames(setup), ...formulaFaults(setup)];
  return wrong.length > 0 ? wrong : searched(setup);
}

function twice(setup: ProcessSetup): ProcessFault[] {
  return (['states', 'variables', 'actions'] as const).flatMap((list) => {
    const ids = setup[list].map(({ id }) => id);
    return ids.flatMap((id, at) =>
      ids.indexOf(id) < at
        ? [{ path: [list, at, 'id'], rule: 'duplicate-id', message: `"${id}" is told twice in ${list}`, found: id }]
        : [],
    );
  });
}

function unknownNames(setup: ProcessSetup): ProcessFault[] {
  const states = setup.states.map(({ id }) => id);
  const variables = setup.variables.map(({ id }) => id);
  return setup.actions.flatMap((action, at) => [
    ...(action.from ?? []).flatMap((id, index) => unknown(['actions', at, 'from', index], 'state', id, states)),
    ...waysOf(action).flatMap((id, index) =>
      unknown(
        typeof action.to === 'string' ? ['actions', at, 'to'] : ['actions', at, 'to', index, 'state'],
        'state',
        id,
        states,
      ),
    ),
    ...Object.keys(action.set ?? {}).flatMap((id) => unknown(['actions', at, 'set', id], 'variable', id, variables)),
  ]);
}

/** Nothing when the name is known; else a finding with the one that was meant. */
export function unknown(
  path: readonly (string | number)[],
  noun: string,
  written: string,
  known: readonly string[],
): ProcessFault[] {
  if (known.includes(written)) return [];
  const meant = didYouMean(written, known);
  return [
    {
      path,
      rule: 'process-name',
      message: `this process has no ${noun} "${written}"${meant ? `; did you mean "${meant}"?` : ''}`,
      expected: known.length > 0 ? `one of ${known.join(', ')}` : `a ${noun} of the process`,
      found: written,
      ...(meant ? { fix: meant } : {}),
    },
  ];
}

function formulaFaults(setup: ProcessSetup): ProcessFault[] {
  const variables = setup.variables.map(({ id }) => id);
  const states = new Set(['state', ...setup.states.map(({ id }) => id)]);
  return setup.actions.flatMap((action, at) => {
    const ways = Array.isArray(action.to) ? action.to : [];
    return [
      ...formulaFault(['actions', at, 'when'], action.when, variables, states),
      ...Object.entries(action.set ?? {}).flatMap(([id, text]) =>
        formulaFault(['actions', at, 'set', id], text, variables, states),
      ),
      ...ways.flatMap(({ when }, index) => formulaFault(['actions', at, 'to', index, 'when'], when, variables, states)),
    ];
  });
}

function formulaFault(
  path: readonly (string | number)[],
  text: string | undefined,
  variables: readonly string[],
  states: ReadonlySet<string> = new Set(),
): ProcessFault[] {
  if (text === undefined) return [];
  const read = formula(text);
  if (read.kind === 'fault')
    return [
      { path, rule: 'process-formula', message: `this formula cannot be read: ${faultWords(read)}`, found: text },
    ];
  return namesIn(read).flatMap(({ name, at }) =>
    unknown(path, 'variable', name, variables).map((fault) => ({
      ...fault,
      message: `${fault.message}${states.has(name) ? '. A formula reads variables; in which states an action can be done is said by "from"' : ''}`,
      found: `${name}, character ${at + 1} of: ${text}`,
    })),
  );
}

/** Everything that can happen is tried, as far as the limit: every state is met or said not to be, and every formula has a value wherever it is asked. */
function searched(setup: ProcessSetup): ProcessFault[] {
  const { states, actions, faults, isWhole } = explore(setup);
  // Where a formula has no value the search came no further: what lies behind it is told once that is mended.
  if (faults.length > 0) return faults.map((fault) => withoutValue(setup, fault));
  const where = isWhole ? 'whatever is done' : `in the first ${mostPlaces} places that were tried`;
  const severity = isWhole ? {} : { severity: 'warning' as const };
  return [
    ...setup.states.flatMap(({ id, unreachable }, at): ProcessFault[] => {
      if (states.has(id) === !unreachable) return [];
      return unreachable
        ? [
            {
              path: ['states', at, 'unreachable'],
              rule: 'process-unreachable',
              message: `"${id}" is reached, though it is said not to be`,
              fix: 'leave the line out',
            },
          ]
        : [
            {
              path: ['states', at],
              rule: 'process-unreachable',
              ...severity,
              message: `nothing leads to "${id}", ${where}`,
              expected: 'an action that leads there, or "unreachable: true"',
              found: id,
            },
          ];
    }),
    ...setup.actions.flatMap(({ id }, at): ProcessFault[] =>
      actions.has(id)
        ? []
        : [
            {
              path: ['actions', at],
              rule: 'process-unreachable',
              severity: 'warning',
              message: `"${id}" can never be done, ${where}`,
              found: id,
            },
          ],
    ),
  ];
}

function withoutValue(setup: ProcessSetup, { action, found, place }: Explored['faults'][number]): ProcessFault {
  const values = Object.entries(place.values).map(([id, value]) => `${id} = ${value}`);
  return {
    path: ['actions', setup.actions.findIndex(({ id }) => id === action)],
    rule: 'process-formula',
    message: `"${action}" has no value in the state "${place.at}"${values.length > 0 ? ` with ${values.join(', ')}` : ''}: ${found}`,
    expected: 'a formula that has a value wherever the action can be tried',
  };
}

type Deeds = readonly { readonly kind: string }[];

/** The actions of a run or a solution are the process's own. */
export function deedFaults(setup: ProcessSetup, deeds: Deeds, key: string): ProcessFault[] {
  const known = setup.actions.map(({ id }) => id);
  return deeds.flatMap(({ kind }, at) => unknown([key, at, 'kind'], 'action', kind, known));
}

/** A task's goals name states and actions of the process, and ask for what can be computed. */
export function goalFaults(setup: ProcessSetup, goals: readonly ProcessGoal[]): ProcessFault[] {
  const states = setup.states.map(({ id }) => id);
  const actions = setup.actions.map(({ id }) => id);
  const variables = setup.variables.map(({ id }) => id);
  return goals.flatMap((goal, at): ProcessFault[] => {
    switch (goal.kind) {
      case 'in-state':
      case 'passed-through':
        return unknown(['goal', at, 'state'], 'state', goal.state, states);
      case 'holds':
      case 'held-throughout':
        return formulaFault(['goal', at, 'that'], goal.that, variables);
      case 'done':
        return unknown(['goal', at, 'action'], 'action', goal.action, actions);
      default:
        return [];
    }
  });
}
