import { nameOf, registry } from '@openwaybill/schemas';
import { judge, stepOf, valueAt } from '@openwaybill/validate';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/engine/refusal.ts';
import { knownCodes } from '../../src/resources/known-codes.ts';
import { createOneParty } from './one-party.ts';

const COURIER = { partyId: 'ZZEXPRESS', role: 'courier', name: '示例速运' } as const;
const LATER = 'CODE_OF_A_LATER_LIST';

describe('a code of a later list, sent to a regulator', () => {
  const VEHICLE = '/v1/vehicles/019398a0-0000-7000-8000-000000000001';
  const vehicle = {
    fleetNo: '210200-ZZ-00001',
    kind: LATER,
    isStandardModel: true,
    energy: 'BEV',
    emissionStandard: 'ZERO',
    hasUnifiedMarking: true,
    status: 'IN_USE',
  };
  const cover = {
    policyNo: 'PL-1',
    kind: LATER,
    validFromOn: '2026-01-01',
    validToOn: '2027-12-31',
  };

  test('is stored, and read, as the fallback of its list', async () => {
    const { call, faults } = await createOneParty('regulator', COURIER);
    const made = await call('PUT', VEHICLE, vehicle);
    expect(made).toMatchObject({ status: 201, body: { kind: 'VAN' } });
    expect(await call('GET', '/v1/vehicles')).toMatchObject({
      status: 200,
      body: { items: [{ kind: 'VAN', revision: 1 }] },
    });
    expect(await call('POST', `${VEHICLE}/insurance-covers`, cover)).toMatchObject({
      status: 201,
      body: { kind: 'OTHER' },
    });
    expect(faults).toEqual([]);
  });

  test('in another case than codes have is refused', async () => {
    const { call } = await createOneParty('regulator', COURIER);
    const refused = await call('PUT', VEHICLE, { ...vehicle, kind: 'drone' });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/kind' }] } });
    expect(await call('GET', '/v1/vehicles')).toMatchObject({ body: { items: [] } });
  });
});

/** Pointers to every text in a value. */
const textsOf = (value: unknown, pointer = ''): readonly string[] => {
  if (typeof value === 'string') return [pointer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, `${pointer}${stepOf(name)}`));
};

const withCode = (value: unknown, pointer: string): unknown => {
  const changed = structuredClone(value);
  const [parent = '', name = ''] = [
    pointer.slice(0, pointer.lastIndexOf('/')),
    pointer.slice(pointer.lastIndexOf('/') + 1),
  ];
  (valueAt(changed, parent) as Record<string, unknown>)[name] = LATER;
  return changed;
};

const isUnknownCode = (name: string, value: unknown, pointer: string): boolean => {
  const verdict = judge(name, value);
  return (
    !verdict.ok &&
    verdict.issues.some((one) => one.pointer === pointer && one.params.extensible === true)
  );
};

const places = registry.operations.flatMap(({ operationId, request }) => {
  if (request === undefined) return [];
  const name = nameOf(request);
  const [title, example] =
    Object.entries(registry.schemas.get(name)?.examples.valid ?? {})[0] ?? [];
  return textsOf(example)
    .map((pointer) => ({
      operationId,
      title,
      name,
      request,
      pointer,
      body: withCode(example, pointer),
    }))
    .filter(({ body, pointer }) => isUnknownCode(name, body, pointer));
});

describe('no request holds a later code once it is understood', () => {
  test('there are such places', () => expect(places.length).toBeGreaterThan(20));

  test.each(places)('$operationId $pointer', ({ name, request, pointer, body }) => {
    try {
      const known = knownCodes(registry.schemas, request, body);
      expect(isUnknownCode(name, known, pointer)).toBe(false);
      expect(JSON.stringify(known)).not.toContain(LATER);
    } catch (error) {
      // where nothing could stand in its place
      if (!(error instanceof Refusal)) throw error;
      expect(error).toMatchObject({ code: 'CODE_UNKNOWN', details: { issues: [{ pointer }] } });
    }
  });
});
