import type { EventCode } from '../tracking-event.ts';

/** Business steps of CBV 2.0, by short name. */
export const BIZ_STEPS: ReadonlySet<string> = new Set(
  `accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting decommissioning departing destroying disassembling dispensing encoding entering_exiting holding inspecting installing killing loading other packing picking receiving removing repackaging repairing replacing reserving retail_selling sampling sensor_reporting shipping staging_outbound stock_taking stocking storing transporting unloading unpacking void_shipping`.split(
    /\s+/,
  ),
);

/** Dispositions of CBV 2.0, by short name. */
export const DISPOSITIONS: ReadonlySet<string> = new Set(
  `active available completeness_inferred completeness_verified conformant container_closed container_open damaged destroyed dispensed disposed encoded expired in_progress in_transit inactive mismatch_class mismatch_instance mismatch_quantity needs_replacement no_pedigree_match non_conformant non_sellable_other partially_dispensed recalled reserved retail_sold returned sellable_accessible sellable_not_accessible stolen unavailable unknown`.split(
    /\s+/,
  ),
);

/** What an event code is in the words of EPCIS. */
export type CbvMeaning = { readonly bizStep: string; readonly disposition?: string };

/** Step and disposition of each event code. Several codes share a pair, and on the way back the first counts. */
export const CBV: Readonly<Record<EventCode, CbvMeaning>> = {
  ORDER_PLACED: { bizStep: 'commissioning', disposition: 'active' },
  PICKUP_ASSIGNED: { bizStep: 'staging_outbound', disposition: 'reserved' },
  PICKUP_FAILED: { bizStep: 'staging_outbound', disposition: 'unavailable' },
  DROPPED_OFF: { bizStep: 'accepting', disposition: 'in_progress' },
  PICKED_UP: { bizStep: 'accepting', disposition: 'in_transit' },
  PICKED_UP_AGENT: { bizStep: 'accepting', disposition: 'in_transit' },
  INSPECTED: { bizStep: 'inspecting', disposition: 'conformant' },
  REAL_NAME_VERIFIED: { bizStep: 'inspecting', disposition: 'conformant' },
  WEIGHED: { bizStep: 'inspecting', disposition: 'in_progress' },
  PACKED_REUSABLE: { bizStep: 'packing', disposition: 'container_closed' },
  CONSOLIDATED: { bizStep: 'packing', disposition: 'container_closed' },
  DEPARTED_ORIGIN: { bizStep: 'departing', disposition: 'in_transit' },
  ARRIVED_HUB: { bizStep: 'arriving', disposition: 'in_transit' },
  SORTED: { bizStep: 'loading', disposition: 'in_transit' },
  DEPARTED_HUB: { bizStep: 'departing', disposition: 'in_transit' },
  LINEHAUL_AIR_DEP: { bizStep: 'transporting', disposition: 'in_transit' },
  LINEHAUL_AIR_ARR: { bizStep: 'arriving', disposition: 'in_transit' },
  LINEHAUL_RAIL_DEP: { bizStep: 'transporting', disposition: 'in_transit' },
  LINEHAUL_RAIL_ARR: { bizStep: 'arriving', disposition: 'in_transit' },
  LINEHAUL_SEA_DEP: { bizStep: 'transporting', disposition: 'in_transit' },
  LINEHAUL_SEA_ARR: { bizStep: 'arriving', disposition: 'in_transit' },
  EXPORT_OE_ARRIVED: { bizStep: 'arriving', disposition: 'in_transit' },
  EXPORT_CUSTOMS_PRESENTED: { bizStep: 'inspecting', disposition: 'in_progress' },
  EXPORT_CUSTOMS_HELD: { bizStep: 'holding', disposition: 'non_conformant' },
  EXPORT_CUSTOMS_RELEASED: { bizStep: 'inspecting', disposition: 'conformant' },
  EXPORT_OE_HELD: { bizStep: 'holding', disposition: 'unavailable' },
  EXPORT_CANCELLED: { bizStep: 'void_shipping', disposition: 'inactive' },
  EXPORT_OE_DEPARTED: { bizStep: 'departing', disposition: 'in_transit' },
  TRANSIT_OE_ARRIVED: { bizStep: 'arriving', disposition: 'in_transit' },
  TRANSIT_OE_DEPARTED: { bizStep: 'departing', disposition: 'in_transit' },
  IMPORT_OE_ARRIVED: { bizStep: 'arriving', disposition: 'in_transit' },
  IMPORT_OE_HELD: { bizStep: 'holding', disposition: 'unavailable' },
  IMPORT_CUSTOMS_PRESENTED: { bizStep: 'inspecting', disposition: 'in_progress' },
  IMPORT_CUSTOMS_HELD: { bizStep: 'holding', disposition: 'non_conformant' },
  IMPORT_CUSTOMS_RELEASED: { bizStep: 'inspecting', disposition: 'conformant' },
  IMPORT_OE_DEPARTED: { bizStep: 'departing', disposition: 'in_transit' },
  IMPORT_TERMINATED: { bizStep: 'void_shipping', disposition: 'inactive' },
  ARRIVED_DEST_CITY: { bizStep: 'arriving', disposition: 'in_transit' },
  ARRIVED_DELIVERY_BRANCH: { bizStep: 'receiving', disposition: 'in_progress' },
  HELD_AT_BRANCH: { bizStep: 'holding', disposition: 'unavailable' },
  MISSORTED: { bizStep: 'shipping', disposition: 'mismatch_instance' },
  OUT_FOR_DELIVERY: { bizStep: 'shipping', disposition: 'in_transit' },
  DELIVERER_CHANGED: { bizStep: 'shipping', disposition: 'in_transit' },
  DEPOSITED_LOCKER: { bizStep: 'storing', disposition: 'available' },
  DEPOSITED_STATION: { bizStep: 'storing', disposition: 'available' },
  COLLECTION_NOTIFIED: { bizStep: 'storing', disposition: 'available' },
  COLLECTION_OVERDUE: { bizStep: 'holding', disposition: 'expired' },
  REMOVED_BY_COURIER: { bizStep: 'removing', disposition: 'in_progress' },
  DELIVERED: { bizStep: 'receiving', disposition: 'completeness_verified' },
  DELIVERED_AGENT: { bizStep: 'receiving', disposition: 'completeness_inferred' },
  COLLECTED_BY_CONSIGNEE: { bizStep: 'collecting', disposition: 'completeness_verified' },
  DELIVERED_AFTER_EXCEPTION: { bizStep: 'receiving', disposition: 'completeness_verified' },
  COD_COLLECTED: { bizStep: 'retail_selling', disposition: 'retail_sold' },
  DELIVERY_ATTEMPT_FAILED: { bizStep: 'shipping', disposition: 'unavailable' },
  UNREACHABLE: { bizStep: 'shipping', disposition: 'unavailable' },
  OUT_OF_AREA: { bizStep: 'holding', disposition: 'unavailable' },
  DELIVERY_OVERDUE: { bizStep: 'holding', disposition: 'unavailable' },
  TRACE_STALE: { bizStep: 'other', disposition: 'unknown' },
  REFUSED: { bizStep: 'void_shipping', disposition: 'returned' },
  DAMAGED: { bizStep: 'inspecting', disposition: 'damaged' },
  LOST: { bizStep: 'other', disposition: 'unknown' },
  FOUND: { bizStep: 'inspecting', disposition: 'in_progress' },
  SECURITY_HELD: { bizStep: 'holding', disposition: 'non_conformant' },
  QUARANTINE_HELD: { bizStep: 'holding', disposition: 'in_progress' },
  FORWARDED_ADDRESS: { bizStep: 'shipping', disposition: 'in_transit' },
  FORWARDED_CARRIER: { bizStep: 'shipping', disposition: 'in_transit' },
  INTERCEPT_ACCEPTED: { bizStep: 'void_shipping', disposition: 'in_progress' },
  INTERCEPT_FAILED: { bizStep: 'other', disposition: 'in_progress' },
  RETURN_STARTED: { bizStep: 'void_shipping', disposition: 'returned' },
  RETURN_DELIVERED: { bizStep: 'receiving', disposition: 'returned' },
  DESTROYED: { bizStep: 'destroying', disposition: 'destroyed' },
  CANCELLED: { bizStep: 'decommissioning', disposition: 'inactive' },
  INFO: { bizStep: 'other' },
};

/** The short name of a word that a document writes as a web address or a URN. */
export const shortName = (word: string): string =>
  word.replace(/^(?:https:\/\/ref\.gs1\.org\/cbv\/[A-Za-z]+-|urn:epcglobal:cbv:[a-z]+:)/, '');
