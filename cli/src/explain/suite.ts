import { type Explanation, FACT } from './explanation.ts';

/** What the suite itself has under a name: a scenario that drives, or a fault that it must catch. */
export const suiteNames = async (name: string): Promise<readonly Explanation[]> => {
  const { scenarios, faults } = await import('@openwaybill/conformance');
  return [
    ...scenarios
      .filter(({ id }) => id === name)
      .map(({ id, title, system, tier, touches }) => ({
        kind: 'scenario',
        name: id,
        title,
        facts: [
          [FACT.roles, [system].flat().join(', ')] as const,
          [FACT.tier, tier] as const,
          [FACT.requirements, touches.join(', ')] as const,
        ],
        passages: [],
      })),
    ...faults
      .filter(({ id }) => id === name)
      .map(({ id, title, role, violates }) => ({
        kind: 'fault',
        name: id,
        title,
        facts: [[FACT.roles, role] as const, [FACT.breaks, violates.join(', ')] as const],
        passages: [],
      })),
  ];
};
