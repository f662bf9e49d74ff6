import { createHmac, randomBytes } from 'node:crypto';
import { isRef } from './check-digits.ts';
import type { Bag } from './form.ts';
import { nameMask, phoneMask } from './masks.ts';
import { folded, isOver, stageOf } from './parcels.ts';
import { cellOf } from './policy.ts';
import { type Client, refuse } from './wire.ts';

/** A person of one order, as the platform keeps it. */
export type Person = {
  readonly orderNo: string;
  readonly merchant: string;
  readonly contact: Bag;
  readonly address: Bag;
  readonly deliveryNote?: unknown;
  readonly basis: unknown;
  readonly registeredAt: string;
  /** The reference of each organisation to this person. */
  readonly refs: Map<
    string,
    { readonly ref: string; readonly role: string; readonly sinceAt: string }
  >;
  /** The courier, and where it is. */
  courier?: { readonly partyId: string; readonly base: string };
  waybill?: { readonly no: string; readonly carrierCode: string; readonly sortingCode?: string };
  readonly events: Bag[];
  hasCase: boolean;
  isGone: boolean;
};
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const newRef = (): string => {
  const start = `cr1_${randomBytes(16).toString('base64url')}`;
  return `${start}${[...LETTERS].find((one) => isRef(`${start}${one}`))}`;
};

/** People, and what others may see of them. */
export const openVault = ({ now }: { readonly now: () => number }) => {
  const secret = randomBytes(32);
  const people: Person[] = [];
  const at = (): string => new Date(now()).toISOString();
  const refer = (person: Person, partyId: string, role: string): string => {
    const known = person.refs.get(partyId);
    if (known !== undefined) return known.ref;
    const ref = newRef();
    person.refs.set(partyId, { ref, role, sinceAt: at() });
    return ref;
  };
  const stateOf = (person: Person) => {
    const { status, sinceAt, actorId } = folded(person.events);
    const isPlaced = person.waybill !== undefined;
    const stage = isPlaced ? stageOf(status, sinceAt, now()) : 'ORDERED';
    const column =
      person.hasCase && stage !== 'EXCEPTION' && stage !== 'RETURNING' ? 'AFTER_SALES' : stage;
    return { status, stage, column, sinceAt, actorId, isOver: isOver(status) };
  };
  const live = (person: Person): boolean => !person.isGone && stateOf(person).stage !== 'CLOSED';
  const phoneOf = ({ contact }: Person): string => String(contact.mobile ?? contact.landline);
  const contactMasked = (person: Person): Bag => ({
    nameMasked: nameMask(String(person.contact.name)),
    phoneMasked: phoneMask(
      phoneOf(person),
      person.contact.mobile === undefined ? (person.contact.extension as string) : undefined,
    ),
  });
  const addressMasked = ({ address }: Person): Bag => {
    const region = address.region as Bag;
    const names = [
      'provinceName',
      'cityName',
      'districtName',
      'townName',
      'regionCode',
      'regionCodeVersion',
    ];
    return {
      ...Object.fromEntries(
        names.flatMap((name) => (region[name] === undefined ? [] : [[name, region[name]]])),
      ),
      tail: '****',
    };
  };
  const masked = (person: Person, ref: string): Bag => ({
    consigneeRef: ref,
    contactMasked: contactMasked(person),
    addressMasked: addressMasked(person),
  });
  return {
    people,
    refer,
    stateOf,
    phoneOf,
    masked,
    live,
    ofOrder: (orderNo: string): Person | undefined =>
      people.find((one) => one.orderNo === orderNo && !one.isGone),
    ofWaybill: (no: string): Person | undefined => people.find(({ waybill }) => waybill?.no === no),
    /** The person to whom a party has this reference; the answer of an unknown one otherwise. */
    known: (ref: string, { partyId, role, name }: Client, waybillNo?: string): Person => {
      const found = people.find(
        (one) =>
          live(one) &&
          (waybillNo === undefined || one.waybill?.no === waybillNo) &&
          (role === 'consignee'
            ? [...one.refs.values()].some((each) => each.ref === ref) && one.contact.name === name
            : one.refs.get(partyId)?.ref === ref),
      );
      return found ?? refuse('NOT_FOUND');
    },
    add: (body: Bag, merchant: string): Person => {
      const { contact, address, deliveryNote, basis, orderNo } = structuredClone(body) as Record<
        string,
        Bag
      >;
      const person: Person = {
        orderNo: String(orderNo),
        merchant,
        contact: contact ?? {},
        address: address ?? {},
        ...(deliveryNote === undefined ? {} : { deliveryNote }),
        basis,
        registeredAt: at(),
        refs: new Map(),
        events: [],
        hasCase: false,
        isGone: false,
      };
      people.push(person);
      return person;
    },
    /** Equal for one person at one merchant in one week, while the order is not placed. */
    mergeKey: (person: Person): Bag => {
      const week = Math.floor(now() / (7 * 86400_000));
      const text = JSON.stringify([person.merchant, week, phoneOf(person), person.contact.name]);
      const mac = createHmac('sha256', secret).update(text).digest().subarray(0, 16);
      return person.waybill === undefined ? { mergeKey: `mk1_${mac.toString('base64url')}` } : {};
    },
    /** What a caller is shown; it chooses nothing of it. */
    view: (person: Person, { partyId, role, facet }: Client): Bag | undefined => {
      const { stage, column, sinceAt, actorId } = stateOf(person);
      const cell = cellOf(role, facet, column);
      const age = now() - Date.parse(sinceAt);
      if (
        cell === undefined ||
        (cell.isAssigned && actorId === undefined) ||
        (cell.withinSeconds !== undefined && age >= cell.withinSeconds * 1000)
      )
        return undefined;
      const { region } = person.address;
      const { countryCode, regionCode, regionCodeVersion, subdivisionCode } = region as Bag;
      const sortingCode = person.waybill?.sortingCode;
      const members: Readonly<Record<string, Bag>> = {
        ROUTING: {
          region: JSON.parse(
            JSON.stringify({ countryCode, regionCode, regionCodeVersion, subdivisionCode }),
          ),
          // until a courier has given one, the district is all that sorting can go by
          routing: { sortingCode: sortingCode ?? regionCode ?? subdivisionCode ?? countryCode },
        },
        TAIL: {
          waybillNo: person.waybill?.no,
          phoneMasked: contactMasked(person).phoneMasked,
        },
        MASKED: { contactMasked: contactMasked(person), addressMasked: addressMasked(person) },
      };
      return {
        consigneeRef: person.refs.get(partyId)?.ref,
        view: cell.view,
        stage,
        validUntilAt: new Date(now() + 300_000).toISOString(),
        ...members[cell.view],
      };
    },
  };
};
/** The people of a witness. */
export type Vault = ReturnType<typeof openVault>;
