import type { Order, OrderSubmission, PackagePlan, Shipper } from '@openwaybill/schemas';
import { at, membersRule } from '../rules/members-rule.ts';

type Submitted = Pick<OrderSubmission, 'packages' | 'deliveryPreferences'>;

const SHIPPER_NEEDS: Readonly<Record<string, readonly string[]>> = {
  ORGANISATION: ['party', 'pickupAddress'],
  PERSON: ['consignorRef', 'contactMasked', 'addressMasked'],
};

const submittedRules = (schema: string) => [
  membersRule<Submitted>({
    schema,
    id: 'ORD-004',
    broken: ({ packages }) => {
      const ids = (packages ?? []).map(({ packageId }) => packageId.toUpperCase());
      return ids.flatMap((id, index) =>
        at(`/packages/${index}/packageId`, ids.indexOf(id) === index),
      );
    },
    requirement: 'ORD-004',
    text: { en: 'two packages have one id but for case', zh: '两个包裹的标识仅大小写不同或相同' },
    hint: { en: 'Give each package an id of its own.', zh: '请为每个包裹使用不同的标识。' },
  }),
  membersRule<Submitted>({
    schema,
    id: 'ORD-012',
    broken: ({ deliveryPreferences }) =>
      (deliveryPreferences ?? []).flatMap(({ preference, consentId }, index) =>
        at(`/deliveryPreferences/${index}`, preference === 'DOOR' || consentId !== undefined),
      ),
    problem: 'CONSENT_MISSING',
    requirement: 'ORD-013',
    text: {
      en: 'a place other than the door has no consent of the consignee',
      zh: '非上门投递缺少收件人同意',
    },
    hint: { en: 'Add consentId.', zh: '请补充 consentId。' },
  }),
];

/** Rules of orders, their packages and who ships them. */
export const orderRules = [
  ...submittedRules('OrderSubmission'),
  ...submittedRules('OrderUpdate'),
  membersRule<Shipper>({
    schema: 'Shipper',
    id: 'DSC-023',
    broken: (shipper) =>
      at(
        '',
        (SHIPPER_NEEDS[shipper.kind] ?? []).every((member) => Object.hasOwn(shipper, member)),
      ),
    text: {
      en: 'a member that the kind of shipper needs is missing',
      zh: '缺少该类寄件人所需的字段',
    },
    hint: {
      en: 'An organisation has party and pickupAddress; a person consignorRef, contactMasked and addressMasked.',
      zh: '组织须有 party 与 pickupAddress；个人须有 consignorRef、contactMasked 与 addressMasked。',
    },
  }),
  membersRule<PackagePlan>({
    schema: 'PackagePlan',
    id: 'DSC-023',
    broken: ({ pieceIndex, pieceCount }) => [
      ...at('', (pieceIndex === undefined) === (pieceCount === undefined)),
      ...at(
        '/pieceIndex',
        pieceIndex === undefined || pieceCount === undefined || pieceIndex <= pieceCount,
      ),
    ],
    text: {
      en: 'pieceIndex and pieceCount do not fit together',
      zh: 'pieceIndex 与 pieceCount 不相符',
    },
    hint: {
      en: 'Send both or neither; the index is at most the count.',
      zh: '请同时发送或同时省略；序号不超过总数。',
    },
  }),
  membersRule<Order>({
    schema: 'Order',
    id: 'DSC-021',
    broken: ({ decision, rejectReason, carrierOrderNo }) =>
      at(
        '',
        (decision === 'REJECTED') === (rejectReason !== undefined) &&
          (decision !== 'ACCEPTED' || carrierOrderNo !== undefined),
      ),
    text: {
      en: 'the decision lacks its rejectReason or carrierOrderNo, or has one too many',
      zh: '决定与 rejectReason 或 carrierOrderNo 不相符',
    },
    hint: {
      en: 'REJECTED has rejectReason, and nothing else has; ACCEPTED has carrierOrderNo.',
      zh: '仅 REJECTED 带 rejectReason；ACCEPTED 须带 carrierOrderNo。',
    },
  }),
];
