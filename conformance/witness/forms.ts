import { isGs1, isS10 } from './check-digits.ts';
import { CONSIGNEE_FORMS } from './consignee-forms.ts';
import {
  type Bag,
  bag,
  both,
  checked,
  closed,
  date,
  type Fault,
  type Form,
  flag,
  form,
  instant,
  judgeForm,
  list,
  note,
  open,
  ruled,
  say,
  text,
  whole,
  wrong,
} from './form.ts';
import {
  addressMasked,
  consignee,
  contactMasked,
  geo,
  isKind,
  needs,
  orderNo,
  packageId,
  partyRef,
  preferences,
  purposes,
  ref,
  region,
  role,
  url,
  uuid,
  waybillNo,
  window,
} from './words.ts';

const money = form({ currency: text(3, /^[A-Z]{3}$/), minor: whole(-(2 ** 53) + 1, 2 ** 53 - 1) });
const size = form({
  lengthMillimetres: whole(1, 10000),
  widthMillimetres: whole(1, 10000),
  heightMillimetres: whole(1, 10000),
});
const weight = whole(1, 200000);
const shipper = form(
  {
    kind: closed('ORGANISATION', 'PERSON'),
    'party?': partyRef,
    'pickupAddress?': form({
      region,
      line: text(120),
      'postcode?': text(6, /^[0-9]{6}$/),
      'geo?': geo,
    }),
    'consignorRef?': ref,
    'contactMasked?': contactMasked,
    'addressMasked?': addressMasked,
  },
  both(
    ...['party', 'pickupAddress'].map((name) => needs(name, isKind('ORGANISATION'))),
    ...['consignorRef', 'contactMasked', 'addressMasked'].map((name) =>
      needs(name, isKind('PERSON')),
    ),
  ),
);
const item = form(
  {
    lineNo: whole(1, 999),
    categoryCode: open,
    'name?': text(60),
    'sku?': text(64),
    'gtin?': checked(text(14, /^([0-9]{8}|[0-9]{12,14})$/), isGs1, 'gtin'),
    quantity: form({ value: whole(0, 2 ** 53 - 1), unit: text(3, /^[A-Z0-9]{2,3}$/) }),
    'weightGrams?': weight,
    'unitPrice?': money,
    'traits?': list(open, 0, 20, true),
    'unNumber?': text(4, /^[0-9]{4}$/),
  },
  needs('unNumber', ({ traits }) => Array.isArray(traits) && traits.includes('DANGEROUS')),
);
const packages = both(
  list(
    form(
      {
        packageId,
        items: list(item, 1, 100),
        'weightGrams?': weight,
        'dimensions?': size,
        'declaredValue?': money,
        'pieceIndex?': whole(1, 100),
        'pieceCount?': whole(1, 100),
      },
      both(
        needs('pieceIndex', ({ pieceCount }) => pieceCount !== undefined),
        needs('pieceCount', ({ pieceIndex }) => pieceIndex !== undefined),
      ),
    ),
    1,
    100,
  ),
  (value, at, report) => {
    const seen = new Set<unknown>();
    (Array.isArray(value) ? value : []).forEach((one, index) => {
      const id = bag(one) && typeof one.packageId === 'string' ? one.packageId.toLowerCase() : one;
      if (seen.has(id)) ruled(report, `${at}/${index}/packageId`, 'ORD-004');
      seen.add(id);
    });
  },
);
const service = form({ product: open, 'vas?': list(open, 0, 20, true) });
const payMode = closed('SENDER', 'CONSIGNEE', 'MONTHLY', 'THIRD_PARTY');
const packClass = closed(
  'A_REUSABLE',
  'B_RECYCLED_OR_REDUCED',
  'C_BIODEGRADABLE',
  'D_CONVENTIONAL',
);
const minors = (value: unknown): number =>
  (Array.isArray(value) ? value : []).reduce(
    (sum: number, one: Bag) => sum + Number((one.amount as Bag | undefined)?.minor),
    0,
  );
const charges = form(
  {
    commodity: money,
    express: money,
    vas: list(form({ vasCode: open, amount: money }), 0, 20),
    packaging: list(form({ packClass, amount: money }), 0, 20),
    discounts: list(
      form({ scope: closed('COMMODITY', 'EXPRESS', 'VAS', 'PACKAGING'), amount: money }),
      0,
      20,
    ),
    freeShipping: form({ applies: flag, 'bearer?': closed('SELLER', 'PLATFORM') }),
    total: money,
  },
  (value, at, report) => {
    const { commodity, express, vas, packaging, discounts, total } = value as Record<string, Bag>;
    const sum =
      Number(commodity?.minor) +
      Number(express?.minor) +
      minors(vas) +
      minors(packaging) -
      minors(discounts);
    if (sum !== total?.minor)
      say(report, 'CHARGE_SUM_MISMATCH', `${at}/total`, 'charge-sum', 'The parts do not add up.');
  },
);
const submission = form({
  orderNo,
  'tradeOrderNos?': list(orderNo, 0, 100),
  channel: open,
  orderedAt: instant,
  shipper,
  consignee,
  packages,
  service,
  payMode,
  'charges?': charges,
  'pickupWindow?': window,
  'deliverByAt?': instant,
  'deliveryPreferences?': preferences,
  'packagingChoice?': form({ packClass, priceDifference: money, chosenAt: instant }),
  'remark?': note(200),
});
const FORMATS =
  'PDF_100X180 PDF_76X130 PNG_100X180 PNG_76X130 SVG_100X180 SVG_76X130 ZPL TSPL ESC_POS CLOUD_PRINT'.split(
    ' ',
  );
/** What this courier prints. */
export const MADE: readonly string[] = ['SVG_100X180', 'SVG_76X130'];
/** A label format, where one that nobody knows counts as the fallback of the list. */
export const formatOf = (code: string): string => (FORMATS.includes(code) ? code : 'PDF_100X180');
const creation = form(
  {
    orderNo,
    packageId,
    'attempt?': whole(1, 99),
    allocationMode: closed('POOL', 'ON_CREATE', 'SUPPLIED'),
    'waybillNo?': waybillNo,
    'numberScheme?': closed('S10', 'SSCC'),
    'parentWaybillNo?': waybillNo,
    carrierAccountId: text(40),
    'branchCode?': text(32),
    labelFormat: open,
    'templateId?': text(64),
  },
  both(
    needs('waybillNo', ({ allocationMode }) => allocationMode === 'SUPPLIED'),
    (value, at, report) => {
      const { labelFormat, numberScheme, waybillNo: no } = value as Record<string, string>;
      if (typeof labelFormat === 'string' && !MADE.includes(formatOf(labelFormat)))
        ruled(report, `${at}/labelFormat`, 'label-format');
      if (typeof no !== 'string' || numberScheme === undefined) return;
      const [shape, isRight] =
        numberScheme === 'S10' ? [/^[A-Z]{2}[0-9]{9}[A-Z]{2}$/, isS10] : [/^[0-9]{18}$/, isGs1];
      if (!shape.test(no)) ruled(report, `${at}/waybillNo`, 'WBL-005');
      else if (!isRight(no))
        say(
          report,
          'CHECK_DIGIT_INVALID',
          `${at}/waybillNo`,
          'WBL-005',
          'The check digit is wrong.',
        );
    },
  ),
);
const modules = closed(
  ...'order waybill tracking consignee continuity agreement discovery pricing service-point locker vehicle capacity warehouse packaging emission cross-border settlement returns claims credit statistics registry'.split(
    ' ',
  ),
);
const CLASSES = 'public business pseudonymous personal sensitive secret'.split(' ');
const privacyClass = closed(...CLASSES);
const terms = {
  parties: list(
    form({ party: partyRef, capacity: closed('CONTROLLER', 'ENTRUSTED', 'JOINT', 'RECIPIENT') }),
    2,
    10,
  ),
  modules: list(modules, 1, 22, true),
  purposes: list(purposes, 0, 15, true),
  grants: list(
    form({
      messageName: text(60, /^[A-Z][A-Za-z0-9]*$/),
      pointer: text(200, /^(\/[A-Za-z0-9_.~*-]*)*$/, 0),
      toRole: role,
      maxClass: privacyClass,
      'maxView?': closed(
        ...'REFERENCE ROUTING TAIL MASKED CONTACT DOOR REVEAL STATISTICS'.split(' '),
      ),
    }),
    1,
    500,
  ),
  retentions: list(
    form({
      privacyClass,
      retentionClass: closed(...'TRANSIENT DAY DELIVERY CLAIM RECORD CONTRACT'.split(' ')),
    }),
    0,
    6,
  ),
  measures: list(text(200), 1, 50),
  'subProcessors?': list(partyRef, 0, 50),
  'impactAssessment?': form({ reference: text(80), assessedOn: date }),
  interruptionTerms: form({
    plannedLeadSeconds: whole(0, 31536000),
    terminationLeadSeconds: whole(0, 315360000),
    parcelThresholdCount: whole(0, 1000000000),
  }),
  options: form({
    'rawTextRetention?': flag,
    'podAttachments?': flag,
    'sealedRevealsOnly?': flag,
  }),
  effectiveFromOn: date,
  'effectiveToOn?': date,
  termsSha256: text(64, /^[0-9a-f]{64}$/),
  'extensions?': ((value, at, report) => {
    if (!bag(value)) wrong(report, at, 'type');
    else if (
      Object.keys(value).length > 20 ||
      Object.keys(value).some((key) => !/^[a-z0-9]+([.][a-z0-9-]+)+$/.test(key))
    )
      wrong(report, at, 'extensions');
  }) as Form,
};
const termRules: Form = (value, at, report) => {
  const { grants, impactAssessment, interruptionTerms, effectiveFromOn, effectiveToOn } =
    value as Bag;
  const isPersonal = (Array.isArray(grants) ? grants : []).some(
    (one) => CLASSES.indexOf(String((one as Bag | null)?.maxClass)) >= 3,
  );
  if (isPersonal && impactAssessment === undefined)
    ruled(report, `${at}/impactAssessment`, 'AGR-009');
  const leads = bag(interruptionTerms) ? interruptionTerms : {};
  if (Number(leads.plannedLeadSeconds) < 259200)
    ruled(report, `${at}/interruptionTerms/plannedLeadSeconds`, 'AGR-010');
  if (Number(leads.terminationLeadSeconds) < 2592000)
    ruled(report, `${at}/interruptionTerms/terminationLeadSeconds`, 'AGR-010');
  if (typeof effectiveToOn === 'string' && effectiveToOn < String(effectiveFromOn))
    ruled(report, `${at}/effectiveToOn`, 'after');
};
const revision = whole(1, 2 ** 53 - 1);
const proof: Form = (value, at, report) => {
  form({ 'consigneeRef?': ref, 'orderNo?': orderNo })(value, at, report);
  if (bag(value) && Object.keys(value).length !== 1) wrong(report, at, 'one-of');
};
const types = list(text(80, /^org\.openwaybill(\.[a-z]+){3}$/), 1, 100, true);
const signing = closed('V1A', 'V1A_AND_V1');
const LEVELS = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];
const levelOf = (score: number): string =>
  LEVELS[score <= 4 ? 0 : score <= 9 ? 1 : score <= 16 ? 2 : 3] ?? '';
const risk = form(
  {
    assessmentId: uuid,
    period: form({ fromOn: date, toOn: date }),
    scenarios: list(
      form({
        scenarioId: text(40),
        title: note(100),
        likelihood: whole(1, 5),
        impact: whole(1, 5),
        score: whole(1, 25),
        dependency: note(100),
        mitigation: note(500),
        ownerDesk: note(40),
        dueOn: date,
      }),
      1,
      100,
    ),
    singlePointsOfFailure: list(note(200), 0, 100),
    'lastDrillOn?': date,
    recoveryTimeObjectiveSeconds: whole(0, 31536000),
    recoveryPointObjectiveSeconds: whole(0, 31536000),
    riskLevel: closed(...LEVELS),
    revision,
    createdAt: instant,
    updatedAt: instant,
    'extensions?': terms['extensions?'],
  },
  (value, at, report) => {
    const { scenarios, riskLevel } = value as { scenarios: Bag[]; riskLevel: string };
    if (!Array.isArray(scenarios) || !scenarios.every(bag)) return;
    scenarios.forEach((one, index) => {
      if (one.score !== Number(one.likelihood) * Number(one.impact))
        ruled(report, `${at}/scenarios/${index}/score`, 'CTY-013');
    });
    if (riskLevel !== levelOf(Math.max(...scenarios.map(({ score }) => Number(score)))))
      ruled(report, `${at}/riskLevel`, 'CTY-013');
  },
);
const reason = open;
const lane = form({
  origin: region,
  destination: region,
  product: open,
  'weightGrams?': weight,
  'dimensions?': size,
  'traits?': list(open, 0, 20),
});
/** Bodies by the name that the document gives them. */
export const FORMS: Readonly<Record<string, Form>> = {
  ...CONSIGNEE_FORMS,
  OrderSubmission: submission,
  OrderSubmissionBatch: form({ items: list(() => undefined, 1, 100) }),
  OrderUpdate: form({
    'pickupWindow?': window,
    'packages?': packages,
    'service?': service,
    'deliveryPreferences?': preferences,
    'remark?': note(200),
    'consignee?': consignee,
    'clear?': list(closed('pickupWindow', 'deliveryPreferences', 'remark'), 0, 10),
  }),
  OrderCancellation: form({ reason, 'packageIds?': list(packageId, 1, 100) }),
  ServiceabilityCheck: form({ lanes: list(lane, 1, 100) }),
  WaybillCreation: creation,
  WaybillCreationBatch: form({ items: list(() => undefined, 1, 100) }),
  WaybillUpdate: form({
    'weightGrams?': weight,
    'dimensions?': size,
    'vas?': list(open, 0, 20),
    'clear?': list(closed('weightGrams', 'dimensions', 'vas'), 0, 10),
  }),
  WaybillCancellation: form({ reason }),
  WaybillNumberAllocation: form({
    carrierAccountId: text(40),
    'branchCode?': text(32),
    numberCount: whole(1, 1000),
    'expiresAt?': instant,
  }),
  InterceptRequest: form(
    {
      interceptType: closed('RETURN_TO_ORIGIN_POINT', 'RETURN_TO_SENDER', 'CHANGE_ADDRESS', 'HOLD'),
      'newConsigneeRef?': ref,
      payer: payMode,
      reason,
    },
    needs('newConsigneeRef', ({ interceptType }) => interceptType === 'CHANGE_ADDRESS'),
  ),
  PrintConfirmation: form({
    printedAt: instant,
    copyCount: whole(1, 2),
    'printerId?': text(40),
    'reprintReason?': note(60),
  }),
  ParcelQuery: form({
    parcels: list(form({ carrierCode: open, waybillNo, 'proof?': proof }), 1, 40),
  }),
  TrackingSubscriptionRequest: form({
    carrierCode: open,
    waybillNo,
    'proof?': proof,
    'eventCodes?': list(open, 0, 80),
    'expiresAt?': instant,
  }),
  ErasureRequest: form({
    consigneeRefs: list(ref, 1, 100, true),
    'waybillNos?': list(waybillNo, 0, 100, true),
    basis: closed(
      ...'CONSIGNEE_REQUEST PURPOSE_ENDED CONSENT_WITHDRAWN AGREEMENT_ENDED UNLAWFUL'.split(' '),
    ),
    deadlineAt: instant,
  }),
  RiskAssessment: risk,
  AgreementProposal: form(terms, termRules),
  AgreementCounter: form({ baseRevision: revision, ...terms }, termRules),
  AgreementSignature: form({
    keyId: text(100, /^[A-Za-z0-9._~-]+$/),
    signedAt: instant,
    signature: text(200000, /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/),
    revision,
  }),
  AgreementTermination: form({ reason: text(200), effectiveOn: date }),
  EventSubscriptionCreation: form({
    subscriptionId: uuid,
    callbackUrl: url,
    eventTypes: types,
    signing,
  }),
  EventSubscriptionUpdate: form({ 'callbackUrl?': url, 'eventTypes?': types, 'signing?': signing }),
};
/** Every fault of a body of this name. */
export const judgeBody = (name: string, body: unknown, isStrict: boolean): readonly Fault[] =>
  judgeForm(FORMS[name] ?? (() => undefined), body, isStrict);
