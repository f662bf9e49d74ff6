import { describe, expect, test } from 'vitest';
import { weakSystems } from '../../src/null-systems/weak-systems.ts';
import { proveWeak } from '../../src/prove/hollow.ts';
import type { CapabilityDocument } from '../../src/words.ts';
import { reference } from '../reference.ts';

const elapsed = () => 0;

const documentOf = async (role: 'courier' | 'platform'): Promise<CapabilityDocument> => {
  const { running, url } = await reference(role);
  const answer = await running.fetch(new Request(`${url}/.well-known/openwaybill`));
  return (await answer.json()) as CapabilityDocument;
};

describe.each(['courier', 'platform'] as const)('as %s', async (role) => {
  const document = await documentOf(role);

  test.each(weakSystems.map((system) => [system.id, system] as const))(
    '%s is conformant in no class, and passes what is known',
    async (_id, system) => {
      const { passed, unforeseen, conformant, exit } = await proveWeak(system, {
        role,
        document,
        elapsed,
      });
      expect({ unforeseen, conformant }).toEqual({ unforeseen: [], conformant: [] });
      expect(passed).not.toEqual([]);
      expect(exit).not.toBe(0);
    },
  );
});
