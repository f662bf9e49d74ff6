import { inventPerson, maskContact, mintConsigneeRef } from '@openwaybill/privacy';
import type {
  AgreementProposal,
  OrderSubmission,
  PackagePlan,
  WaybillCreation,
} from '@openwaybill/schemas';
import { type Role, registry } from '@openwaybill/schemas';
import { base64url } from '@openwaybill/validate';
import { type Random, randomOf, uuid4 } from './random.ts';

export type Invent = {
  /** An id that no other run has: `OW-<short>-<scenario>-<n>`. */
  readonly orderNo: () => string;
  readonly packageId: () => string;
  /** Numbers for what must not stand at the system already: no other run draws the same, not even with the same seed. */
  readonly fresh: Random;
  readonly uuid: () => string;
  readonly consigneeRef: () => string;
  readonly noticeId: () => string;
  /** A complete order for a masked consignee, with these members put in. */
  readonly order: (members?: Partial<OrderSubmission>) => OrderSubmission;
  readonly package: (members?: Partial<PackagePlan>) => PackagePlan;
  /** Terms between the runner and the system, with these members put in. */
  readonly proposal: (members?: Partial<AgreementProposal>) => AgreementProposal;
  readonly waybill: (
    members: Pick<WaybillCreation, 'orderNo'> & Partial<WaybillCreation>,
  ) => WaybillCreation;
};

const submission = registry.schemas.get('OrderSubmission')?.examples.valid;
const terms = registry.schemas.get('AgreementProposal')?.examples.valid;
const creation = registry.schemas.get('WaybillCreation')?.examples.valid;

/** The first example of a message, which its definition guarantees to be valid. */
const firstOf = <T>(examples: { readonly [title: string]: unknown } | undefined): T =>
  Object.values(examples ?? {})[0] as T;

/** Ids and messages of one scenario, from the seed and the correlation of the run. */
export const inventOf = (input: {
  readonly seed: number;
  readonly short: string;
  readonly scenario: string;
  readonly number: number;
  readonly secure: (bytes: number) => Uint8Array;
  readonly now: () => number;
  readonly parties: readonly { readonly partyId: string; readonly role: Role }[];
}): Invent => {
  const random: Random = randomOf(input.seed, input.scenario);
  let count = 0;
  const next = (): number => {
    count += 1;
    return count;
  };
  const invent: Invent = {
    orderNo: () => `OW-${input.short}-${input.number}-${next()}`,
    packageId: () => `P${next()}`,
    fresh: randomOf(input.seed, `${input.short} ${input.scenario}`),
    uuid: () => uuid4(input.secure),
    consigneeRef: () => mintConsigneeRef(input.secure),
    noticeId: () => `ntc_${base64url(input.secure(16))}`,
    package: (members = {}) => {
      const [first] = firstOf<OrderSubmission>(submission).packages;
      if (first === undefined) throw new Error('the example of an order has a package');
      return { ...first, packageId: 'P1', ...members };
    },
    order: (members = {}) => {
      const example = firstOf<OrderSubmission>(submission);
      const person = inventPerson(random);
      return {
        ...example,
        orderNo: invent.orderNo(),
        orderedAt: new Date(input.now()).toISOString(),
        consignee: {
          ...example.consignee,
          consigneeRef: invent.consigneeRef(),
          contactMasked: maskContact(person),
        },
        packages: [invent.package()],
        ...members,
      };
    },
    proposal: (members = {}) => {
      const { effectiveToOn: _open, ...example } = firstOf<AgreementProposal>(terms);
      return {
        ...example,
        parties: input.parties.map((party) => ({ party, capacity: 'CONTROLLER' as const })),
        effectiveFromOn: new Date(input.now()).toISOString().slice(0, 10),
        ...members,
      };
    },
    waybill: ({ orderNo, ...members }) => ({
      ...firstOf<WaybillCreation>(creation),
      packageId: 'P1',
      attempt: 1,
      orderNo,
      ...members,
    }),
  };
  return invent;
};
