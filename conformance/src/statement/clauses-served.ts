import { registry } from '@openwaybill/schemas';
import { isBinding } from '../outcome.ts';
import type { Result } from '../result/result.ts';

/** How many requirements that a clause of the policy is served by passed, and how many did not. */
export type ClauseServed = {
  readonly clause: string;
  readonly passed: number;
  readonly notPassed: number;
};

const clausesOf = new Map(registry.modules.map(({ name, clauses }) => [name, clauses]));

/** `SC-3` before `SC-14`, the State Council before the city. */
const inOrder = (a: string, b: string): number => {
  const [one = '', other = ''] = [a, b].map((id) => id.split('-')[0]);
  return one === other ? a.localeCompare(b, 'en', { numeric: true }) : other.localeCompare(one);
};

/** The clauses of the policy that a result serves: those of the requirements that passed, and of their modules. */
export const clausesServed = ({ requirements }: Result): readonly ClauseServed[] => {
  const tallies = new Map<string, { passed: number; notPassed: number }>();
  for (const { clause, module, level, outcome } of requirements) {
    if (!isBinding(level) || outcome === 'inapplicable') continue;
    for (const id of new Set([clause, ...(clausesOf.get(module) ?? [])])) {
      const tally = tallies.get(id) ?? { passed: 0, notPassed: 0 };
      tally[outcome === 'passed' ? 'passed' : 'notPassed'] += 1;
      tallies.set(id, tally);
    }
  }
  return [...tallies]
    .filter(([, { passed }]) => passed > 0)
    .map(([clause, tally]) => ({ clause, ...tally }))
    .sort((a, b) => inOrder(a.clause, b.clause));
};
