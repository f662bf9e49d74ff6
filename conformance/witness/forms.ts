/** What is wrong with a body, and where. */
export type Fault = {
  readonly code: string;
  readonly pointer: string;
  readonly rule: string;
  readonly message: string;
};
export type Bag = Record<string, unknown>;
type Report = { readonly faults: Fault[]; readonly isStrict: boolean };
type Form = (value: unknown, at: string, report: Report) => void;

const say = (report: Report, code: string, at: string, rule: string, message: string) => {
  report.faults.push({ code, pointer: at, rule, message });
};
const wrong = (report: Report, at: string, rule: string) =>
  say(report, 'SCHEMA_VIOLATION', at, rule, 'The value is not of the form that the message has.');
const ruled = (report: Report, at: string, rule: string) =>
  say(report, 'RULE_VIOLATION', at, rule, 'The members do not fit each other.');

const bag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const lengthOf = (value: string): number => [...value].length;

const text =
  (max: number, pattern = /^.*$/s, min = 1): Form =>
  (value, at, report) => {
    if (typeof value !== 'string') wrong(report, at, 'type');
    else if (lengthOf(value) > max || lengthOf(value) < min) wrong(report, at, 'length');
    else if (!pattern.test(value)) wrong(report, at, 'pattern');
  };
/** A masked value: what does not fit the mask is taken for plaintext. */
const masked =
  (max: number, pattern: RegExp): Form =>
  (value, at, report) => {
    if (typeof value !== 'string') wrong(report, at, 'type');
    else if (!pattern.test(value) || lengthOf(value) > max)
      say(report, 'PLAINTEXT_PERSONAL_DATA', at, 'mask', 'The value is not masked.');
  };
/** Free text, which may hold no run of seven digits. */
const note =
  (max: number): Form =>
  (value, at, report) => {
    text(max)(value, at, report);
    if (typeof value === 'string' && /[0-9]{7}/.test(value.normalize('NFKC').replace(/[\s-]/g, '')))
      say(report, 'PLAINTEXT_PERSONAL_DATA', at, 'digit-run', 'The text holds a run of digits.');
  };
const whole =
  (min: number, max: number): Form =>
  (value, at, report) => {
    if (!Number.isInteger(value)) wrong(report, at, 'type');
    else if ((value as number) < min || (value as number) > max) wrong(report, at, 'range');
  };
const flag: Form = (value, at, report) => {
  if (typeof value !== 'boolean') wrong(report, at, 'type');
};
const closed =
  (...codes: readonly string[]): Form =>
  (value, at, report) => {
    if (typeof value !== 'string') wrong(report, at, 'type');
    else if (!codes.includes(value))
      say(report, 'CODE_UNKNOWN', at, 'code', 'The list has no such code.');
  };
const open = text(64, /^[A-Z][A-Z0-9_]*$/);
const list =
  (of: Form, min: number, max: number, isUnique = false): Form =>
  (value, at, report) => {
    if (!Array.isArray(value)) return wrong(report, at, 'type');
    if (value.length < min || value.length > max) wrong(report, at, 'count');
    if (isUnique && new Set(value.map((one) => JSON.stringify(one))).size < value.length)
      wrong(report, at, 'unique');
    value.forEach((one, index) => {
      of(one, `${at}/${index}`, report);
    });
  };
/** A closed object; a name that ends in `?` may be missing. `plain` are members that give the person away. */
const form =
  (members: Readonly<Record<string, Form>>, rules?: Form, plain: readonly string[] = []): Form =>
  (value, at, report) => {
    if (!bag(value)) return wrong(report, at, 'type');
    const known = new Set<string>();
    for (const [key, of] of Object.entries(members)) {
      const name = key.replace(/\?$/, '');
      known.add(name);
      const part = value[name];
      if (part !== undefined) of(part, `${at}/${name}`, report);
      else if (name === key) wrong(report, `${at}/${name}`, 'required');
    }
    for (const name of Object.keys(value).filter((one) => !known.has(one)))
      if (plain.includes(name))
        say(report, 'PLAINTEXT_PERSONAL_DATA', at, 'mask', 'A masked type has no such member.');
      else if (report.isStrict) wrong(report, at, 'unknown-member');
    rules?.(value, at, report);
  };
const both =
  (...forms: readonly Form[]): Form =>
  (value, at, report) => {
    for (const one of forms) one(value, at, report);
  };

// check digits, as section 4 writes them down
const B64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const isRef = (value: string): boolean => {
  const digits = [...value.slice(4)].map((one) => B64.indexOf(one));
  const check = digits.pop();
  const sum = digits.reverse().reduce((total, digit, place) => {
    const part = place % 2 === 0 ? digit * 2 : digit;
    return total + Math.floor(part / 64) + (part % 64);
  }, 0);
  return check === (64 - (sum % 64)) % 64;
};
const isGs1 = (value: string): boolean => {
  const [check = 0, ...body] = [...value].reverse().map(Number);
  const sum = body.reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 3 : 1), 0);
  return check === (10 - (sum % 10)) % 10;
};
const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const isCredit = (value: string): boolean => {
  const digits = [...value].map((one) => CREDIT.indexOf(one));
  if (digits.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const digit of digits.slice(0, 17)) {
    sum += digit * weight;
    weight = (weight * 3) % 31;
  }
  return digits[17] === (31 - (sum % 31)) % 31;
};
const isS10 = (value: string): boolean => {
  const digits = [...value.slice(2, 11)].map(Number);
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce(
    (total, weight, place) => total + weight * (digits[place] ?? 0),
    0,
  );
  const check = 11 - (sum % 11);
  const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return digits[8] === (check === 10 ? 0 : check === 11 ? 5 : check) && isCountry(name, value);
};
const isCountry = (names: Intl.DisplayNames, value: string): boolean => {
  const code = value.slice(-2);
  return (
    !/^(Q[M-Z]|X.|ZZ|AA|EU|EZ|UN|AC|CP|CQ|DG|EA|IC|TA)$/.test(code) && names.of(code) !== undefined
  );
};
const checked =
  (of: Form, isRight: (value: string) => boolean, name: string): Form =>
  (value, at, report) => {
    const before = report.faults.length;
    of(value, at, report);
    if (report.faults.length === before && !isRight(value as string))
      say(report, 'CHECK_DIGIT_INVALID', at, name, 'The check character is wrong.');
  };

const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const isDate = (value: string): boolean => {
  const [, year, month, day] = DATE.exec(value) ?? [];
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return at.getUTCMonth() + 1 === Number(month) && at.getUTCDate() === Number(day);
};
const INSTANT =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,3})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$/;
/** RFC 3339 with seconds and an offset, of a day that there is. */
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && INSTANT.test(value) && isDate(value.slice(0, 10));
const instant: Form = (value, at, report) => {
  if (typeof value !== 'string') wrong(report, at, 'type');
  else if (!isInstant(value)) wrong(report, at, 'instant');
};
const date: Form = (value, at, report) => {
  text(10, DATE)(value, at, report);
  if (typeof value === 'string' && DATE.test(value) && !isDate(value)) wrong(report, at, 'date');
};

const uuid = text(36, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const orderNo = text(64, /^[A-Za-z0-9_-]+$/);
const waybillNo = text(34, /^[A-Z0-9-]{8,34}$/);
const packageId = text(40, /^[A-Za-z0-9_]+$/);
const ref = checked(text(27, /^cr1_[A-Za-z0-9_-]{23}$/), isRef, 'consignee-ref');
const partyId = checked(
  text(18, /^[A-Z0-9]{2,18}$/),
  (value) => value.length < 18 || isCredit(value),
  'party-id',
);
const role = closed(
  ...'platform courier merchant isv service-point locker warehouse packaging-operator hub customs-agent insurer regulator consignee'.split(
    ' ',
  ),
);
const money = form({ currency: text(3, /^[A-Z]{3}$/), minor: whole(-(2 ** 53) + 1, 2 ** 53 - 1) });
const size = form({
  lengthMillimetres: whole(1, 10000),
  widthMillimetres: whole(1, 10000),
  heightMillimetres: whole(1, 10000),
});
const weight = whole(1, 200000);
const later =
  (from: string, to: string): Form =>
  (value, at, report) => {
    const { [from]: first, [to]: last } = value as Bag;
    if (isInstant(first) && isInstant(last) && Date.parse(last) <= Date.parse(first))
      ruled(report, `${at}/${to}`, 'after');
  };
const window = form({ fromAt: instant, toAt: instant }, later('fromAt', 'toAt'));
/** Members that stand together or not at all, and members that another one calls for. */
const needs =
  (name: string, isDue: (value: Bag) => boolean, rule = 'conditional-member'): Form =>
  (value, at, report) => {
    if (isDue(value as Bag) && (value as Bag)[name] === undefined)
      ruled(report, `${at}/${name}`, rule);
  };
const regionCode = text(6, /^[0-9]{6}$/);
const regionVersion = text(15, /^(GBT2260-[0-9]{4}(-[0-9]{2})?|NBS-[0-9]{4})$/);
const region = form(
  {
    countryCode: text(2, /^[A-Z]{2}$/),
    'regionCode?': regionCode,
    'townCode?': text(9, /^[0-9]{9}$/),
    'villageCode?': text(12, /^[0-9]{12}$/),
    'regionCodeVersion?': regionVersion,
    'subdivisionCode?': text(6, /^[A-Z]{2}-[A-Z0-9]{1,3}$/),
    'provinceName?': text(30),
    'cityName?': text(30),
    'districtName?': text(30),
    'townName?': text(30),
  },
  both(
    needs('regionCode', ({ countryCode }) => countryCode === 'CN'),
    needs('regionCodeVersion', ({ regionCode }) => regionCode !== undefined),
  ),
);
const PLAIN =
  'name mobile landline extension unitRoom geo deliveryAddressCode postcode poiName structured region'.split(
    ' ',
  );
const contactMasked = form(
  {
    nameMasked: masked(10, /^(\*{3}|[^* ]{1,8}\*{2})$/u),
    phoneMasked: masked(
      20,
      /^(\*{3}|(\*{7}[0-9]{4}|0[0-9]{2,3}-\*{6}[0-9]{1,2}|\+?\*{6,13}[0-9]{1,2})(-\*{3})?)$/,
    ),
  },
  undefined,
  PLAIN,
);
const level = (max: number) => both(text(max), masked(max, /^[^*∗✱٭﹡＊●○◯⬤█▇■□×✕✖]*$/u));
/** A unit or room that slipped into a road or building. */
const UNIT =
  /([0-9]{1,4}|[零〇一二三四五六七八九十]{1,5})(单元|室)|[0-9]{1,4}-[0-9]{1,4}-[0-9]{1,4}/u;
const withoutUnit =
  (max: number): Form =>
  (value, at, report) => {
    level(max)(value, at, report);
    if (typeof value === 'string' && UNIT.test(value.normalize('NFKC')))
      say(report, 'PLAINTEXT_PERSONAL_DATA', at, 'unit', 'The value names a unit or room.');
  };
const addressMasked = form(
  {
    'provinceName?': level(30),
    'cityName?': level(30),
    'districtName?': level(30),
    'townName?': level(30),
    'road?': withoutUnit(100),
    'building?': withoutUnit(60),
    'regionCode?': regionCode,
    'regionCodeVersion?': regionVersion,
    tail: masked(4, /^\*{4}$/),
  },
  needs('regionCodeVersion', ({ regionCode }) => regionCode !== undefined),
  PLAIN,
);
const consignee = form(
  {
    consigneeRef: ref,
    contactMasked,
    addressMasked,
    'addressQuality?': closed('PARSED', 'PARTIAL', 'UNPARSED'),
  },
  undefined,
  PLAIN,
);
const partyRef = form({ partyId, role, 'name?': text(100) });
const isKind = (kind: string) => (value: Bag) => value.kind === kind;
const geo = form({
  longitudeMicrodegrees: whole(-180000000, 180000000),
  latitudeMicrodegrees: whole(-90000000, 90000000),
  crs: closed('WGS84', 'GCJ02', 'BD09'),
  'accuracyMetres?': whole(0, 100000),
});
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
const preference = closed('DOOR', 'LOCKER', 'SERVICE_POINT', 'NEIGHBOUR', 'CONCIERGE');
const preferences = list(form({ preference, 'consentId?': uuid }), 0, 5);
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
const purposes = closed(
  ...'FULFIL_LABEL FULFIL_DELIVER FULFIL_SELF_SHIP FULFIL_ROUTE FULFIL_CONTACT FULFIL_COLLECT SERVICE_ADDRESS_CHANGE SERVICE_NAME_CHECK SERVICE_AFTER_SALES SERVICE_CLAIM COMPLIANCE_REAL_NAME COMPLIANCE_INSPECTION COMPLIANCE_AUTHORITY STATS_AGGREGATE CUSTOMS_DECLARATION'.split(
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
const url = text(200, /^https?:\/\/[A-Za-z0-9.:_[\]-]+(\/[A-Za-z0-9._~!&'()*+,;=:@%/?-]*)?$/);
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
const ORDER =
  'SCHEMA_VIOLATION CODE_UNKNOWN PLAINTEXT_PERSONAL_DATA MASKED_VALUE_AS_INPUT CHECK_DIGIT_INVALID CHARGE_SUM_MISMATCH RULE_VIOLATION'.split(
    ' ',
  );
/** What step 10 of the order of judgement answers: the first code, with every finding of it. */
export const judgeBody = (name: string, body: unknown, isStrict: boolean): readonly Fault[] => {
  const report: Report = { faults: [], isStrict };
  FORMS[name]?.(body, '', report);
  const code = ORDER.find((one) => report.faults.some((fault) => fault.code === one));
  return report.faults.filter((fault) => fault.code === code).slice(0, 100);
};
