import type { InsuranceCover } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../../engine/call.ts';
import { uuid7 } from '../../engine/invent.ts';
import { pageAnswer } from '../../engine/page.ts';
import { Refusal } from '../../engine/refusal.ts';
import { resourceRow } from '../../store/resource.ts';
import type { Row } from '../../store/store.ts';
import type { Unit } from '../../store/unit.ts';

const COVERS = 'insurance-covers';
const VEHICLES = 'vehicles';

/** The register's row of a vehicle: a courier reaches its own, an insurer everybody's. */
const vehicleFor = async (
  unit: Unit,
  vehicleId: string,
  { partyId, role }: { readonly partyId: string; readonly role: string },
): Promise<Row> => {
  const found = (await unit.list({ collection: VEHICLES })).find(
    ({ owner, body }) =>
      (body as { readonly vehicleId: string }).vehicleId === vehicleId &&
      (role === 'insurer' || owner === partyId),
  );
  if (found === undefined) throw new Refusal('NOT_FOUND');
  return found;
};

/** The covers of a vehicle of an organisation. */
export const coversOf = async (
  unit: Unit,
  owner: string,
  vehicleId: string,
): Promise<readonly InsuranceCover[]> =>
  (await unit.list({ collection: COVERS, owner, parent: vehicleId })).map(
    ({ body }) => body as InsuranceCover,
  );

/** A cover belongs to whom the vehicle belongs to, whoever reported it. */
export const addInsuranceCover: Behaviour = async (call) => {
  const { system, unit, now, path, body } = call;
  const { vehicleId = '' } = path;
  const { owner } = await vehicleFor(unit, vehicleId, callerOf(call));
  const cover: InsuranceCover = {
    coverId: uuid7(system.random, Date.parse(now)),
    vehicleId,
    ...body,
    revision: 1,
    createdAt: now,
    updatedAt: now,
  };
  unit.put(resourceRow(COVERS, cover.coverId, owner, cover, vehicleId));
  return { status: 201, body: cover };
};

/** In the order in which they were reported. */
export const listInsuranceCovers: Behaviour = async (call) => {
  const { vehicleId = '' } = call.path;
  const { owner } = await vehicleFor(call.unit, vehicleId, callerOf(call));
  return pageAnswer(call, { collection: COVERS, owner, parent: vehicleId }, ({ body }) => body);
};
