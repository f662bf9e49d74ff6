export { assetId } from './asset-id.ts';
export { consigneeRef } from './consignee-ref.ts';
export { grai } from './grai.ts';
export { gs1 } from './gs1.ts';
export { partyId } from './party-id.ts';
export { s10 } from './s10.ts';
export { uscc } from './uscc.ts';
export { vin } from './vin.ts';
