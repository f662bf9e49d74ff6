import type { Role, Warehouse } from '@openwaybill/schemas';
import { Refusal } from '../../engine/refusal.ts';
import type { System } from '../../engine/system.ts';
import { changeResource, collectionNamed, findResource } from '../../resources/change.ts';
import type { Unit } from '../../store/unit.ts';

type Premises = Omit<Warehouse, 'revision' | 'createdAt' | 'updatedAt' | 'extensions'>;

const addressIn = (regionCode: string, line: string): Warehouse['address'] => ({
  region: { countryCode: 'CN', regionCode, regionCodeVersion: 'NBS-2023' },
  line,
});

/** Warehouses of no existence. A world may bring others. */
const PREMISES: readonly Premises[] = [
  {
    warehouseId: 'SHE-C01',
    kind: 'CENTRAL',
    address: addressIn('210106', '样例大道 1 号物流园'),
    areaSquareMetres: 42_000,
    dailyCapacityCount: 180_000,
    automation: ['自动化立体库', '交叉带分拣机'],
    inPark: true,
  },
  {
    warehouseId: 'DLC-F01',
    kind: 'FRONT',
    address: addressIn('210211', '样例街 8 号'),
    areaSquareMetres: 3_200,
    dailyCapacityCount: 20_000,
    automation: ['AGV 拣选'],
    inPark: false,
  },
  {
    warehouseId: 'DLC-B01',
    kind: 'BONDED',
    address: addressIn('210213', '样例保税区 3 号库'),
    areaSquareMetres: 9_600,
    dailyCapacityCount: 30_000,
    automation: [],
    inPark: true,
  },
];

/** Roles that list warehouses: their operator, and the platform of the whole trade. */
const LISTING: readonly Role[] = ['warehouse', 'hub'];

/** Puts the warehouses of the world, or those above, where everybody finds them. */
export const seedWarehouses = async (system: System, unit: Unit, now: string): Promise<void> => {
  if (!LISTING.includes(system.options.role)) return;
  const collection = collectionNamed(system, 'warehouses');
  const owner = system.options.partyId;
  const premises = (system.options.world.warehouses ?? PREMISES) as readonly Premises[];
  for (const one of premises)
    if ((await findResource(unit, collection, owner, one.warehouseId)) === undefined)
      await changeResource(
        { system, unit, now, owner, on: 'OPENED', path: {}, body: {} },
        collection,
        one,
        undefined,
      );
};

/** Refuses a warehouse that this operator does not have. */
export const demandWarehouse = async (
  { system, unit }: { readonly system: System; readonly unit: Unit },
  warehouseId: string,
): Promise<void> => {
  const collection = collectionNamed(system, 'warehouses');
  if ((await findResource(unit, collection, '', warehouseId)) === undefined)
    throw new Refusal('NOT_FOUND');
};
