import { describe, expect, test } from 'vitest';
import { nullSystems } from '../src/null-systems/null-systems.ts';
import { proveNull } from '../src/prove/hollow.ts';
import type { CapabilityDocument } from '../src/words.ts';
import { reference } from './reference.ts';
import { wrongIn } from './result-form.ts';

const elapsed = () => 0;
const look = (result: unknown) => expect(wrongIn(result)).toEqual([]);

const documentOf = async (role: 'courier' | 'platform'): Promise<CapabilityDocument> => {
  const { running, url } = await reference(role);
  const answer = await running.fetch(new Request(`${url}/.well-known/openwaybill`));
  return (await answer.json()) as CapabilityDocument;
};

describe.each(['courier', 'platform'] as const)('as %s', async (role) => {
  const setting = { role, document: await documentOf(role), elapsed, look };

  test.each(nullSystems.map((system) => [system.id, system] as const))(
    '%s passes no MUST',
    async (_id, system) => {
      const { passed, conformant, exit } = await proveNull(system, setting);
      expect({ passed, conformant }).toEqual({ passed: [], conformant: [] });
      expect(exit).not.toBe(0);
    },
  );
});
