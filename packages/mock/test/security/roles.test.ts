import {
  type OperationEntry,
  type Role,
  registry,
  SERVING_ROLES,
  SPOKEN_VERSION,
} from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { servedOperations } from '../../src/engine/capabilities.ts';
import { GATED } from '../../src/engine/gated.ts';
import { createTestMock } from '../../src/testing.ts';
import { nextKey } from '../exchange.ts';
import { pathOf } from '../path-example.ts';

const ROLES: readonly Role[] = [
  ...new Set(registry.operations.flatMap(({ calledBy }) => calledBy)),
];

const partyOf = (role: Role) => ({ partyId: `P-${role.toUpperCase()}`, role, name: role });

/** Operations of which the role of the caller decides: the open ones and those with gates of their own are not. */
const isByRole = ({ token, name }: OperationEntry): boolean =>
  token !== 'none' && name !== 'receive-event' && !GATED.includes(name);

describe.each(SERVING_ROLES)('a %s', (role) => {
  test('is called by those roles alone that an operation names', async () => {
    const others = ROLES.filter((other) => other !== role);
    const mock = await createTestMock({
      role,
      counterparties: others.map(partyOf),
    });
    const wrong: string[] = [];
    let refused = 0;
    const unseen = new Set<string>();
    for (const operation of servedOperations({
      registry,
      role,
      environment: 'SANDBOX',
    }).filter(isByRole))
      for (const other of others) {
        const token = mock.developmentTokens.get(partyOf(other).partyId);
        const hasBody = operation.request !== undefined;
        const response = await mock.fetch(
          new Request(`https://${role}.test${pathOf(operation)}`, {
            method: operation.method,
            headers: {
              Authorization: `Bearer ${token}`,
              'OpenWaybill-Version': SPOKEN_VERSION,
              'If-Match': '"1"',
              ...(operation.method === 'POST' ? { 'Idempotency-Key': nextKey() } : {}),
              ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
            },
            ...(hasBody ? { body: '{}' } : {}),
          }),
        );
        const { code } = JSON.parse((await response.text()) || '{}') as { readonly code?: string };
        const isCalled = operation.calledBy.includes(other);
        // what a query lacks is told before the role is looked at, and tells nothing
        if (code === 'PARAMETER_INVALID') {
          if (operation.query === undefined) unseen.add(operation.name);
          continue;
        }
        if (!isCalled) refused += 1;
        if (isCalled === (code === 'ROLE_NOT_PERMITTED'))
          wrong.push(`${operation.name} by ${other}: ${response.status} ${code ?? ''}`);
      }
    await mock.settled();
    expect([...unseen]).toEqual([]);
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(20);
  });
});
