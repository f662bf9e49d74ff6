import { registry } from '@openwaybill/schemas';
import { castOf, counterpartOf } from './drive/identity.ts';
import { OBSERVED } from './drive/observation.ts';
import type { Claim, Condition, Depth, Requirement, Text, Tier } from './words.ts';

const claimOf = (claim: Claim) => claim.document.claims.filter(({ role }) => role === claim.role);

const claimsClass = (claim: Claim, conformanceClass: string): boolean =>
  claimOf(claim).some((one) => one.conformanceClass === conformanceClass) ||
  (conformanceClass === 'test-control' && claim.commands.length > 0);

const claimsModule = (claim: Claim, module: string): boolean =>
  claimOf(claim).some(({ modules }) => modules.includes(module));

const offers = (claim: Claim, operationId: string): boolean => {
  const operation = registry.operations.find((one) => one.operationId === operationId);
  return (
    operation?.servedBy.includes(claim.role) === true &&
    (operation.class === 'test-control'
      ? claim.commands.length > 0
      : claimsModule(claim, operation.module)) &&
    !(claim.supplement?.declines ?? []).includes(operationId)
  );
};

/** That parcels can be seen to move: by test control or, at a relay, because the runner plays their courier. */
export const OBSERVATIONS = 'OBSERVATIONS';

/** Parcels that moved and may be changed: by test control, by hand, or because somebody gave them away. */
export const MOVED_PARCELS = 'MOVED_PARCELS';
/** The same, only to be read: those of others will do. */
export const READ_PARCELS = 'READ_PARCELS';

/** That a platform orders of the runner: by test control, or because somebody lets it do so by hand. */
export const ORDERS = 'ORDERS';

/** Whether a run has what a scenario or a case needs: a command of test control, or what takes its place. */
export const hasFacility = (
  { role, commands, ordersByHand }: Claim,
  need: string,
  ways?: { readonly canMove: boolean; readonly canRead: boolean; readonly canOrder: boolean },
): boolean => {
  switch (need) {
    case OBSERVATIONS:
      return role === 'hub' || commands.includes('SCANS');
    case MOVED_PARCELS:
      return commands.includes('SCANS') || ways?.canMove === true;
    case READ_PARCELS:
      return commands.includes('SCANS') || ways?.canRead === true;
    case ORDERS:
      return commands.includes('ACTIONS') || ways?.canOrder === true || ordersByHand === true;
    default:
      return commands.includes(need);
  }
};

/** Whether anybody in its place could give a run what it lacks: who moves no parcels scans none. */
export const couldHave = (claim: Claim, need: string): boolean => {
  switch (need) {
    case OBSERVATIONS:
      return offers(claim, 'getParcel');
    case 'SCANS':
    case MOVED_PARCELS:
    case READ_PARCELS:
      return offers(claim, 'createWaybill');
    default:
      return true;
  }
};

/** What is lacking for a scenario, in words. */
export const lackText = (lack: string): Text => {
  if ([MOVED_PARCELS, READ_PARCELS].includes(lack))
    return {
      en: 'test control has no SCANS, nobody scans by hand, and no parcel was named',
      zh: '测试控制没有 SCANS，无人手工扫描，也未指定包裹',
    };
  return lack === ORDERS
    ? {
        en: 'test control has no ACTIONS, and nobody places orders by hand',
        zh: '测试控制没有 ACTIONS，也无人手工下单',
      }
    : { en: `test control has no ${lack}`, zh: `测试控制没有 ${lack}` };
};

/** Whether a condition of the contract is true of a claim. */
export const holds = (condition: Condition, claim: Claim): boolean => {
  if ('claims' in condition)
    return claimsClass(claim, condition.claims) || claimsModule(claim, condition.claims);
  if ('offers' in condition) return offers(claim, condition.offers);
  if ('sends' in condition) return claim.document.events.sends.includes(condition.sends);
  if ('receives' in condition) return claim.document.events.receives.includes(condition.receives);
  if ('environment' in condition) return claim.document.environment === condition.environment;
  if ('all' in condition) return condition.all.every((one) => holds(one, claim));
  if ('any' in condition) return condition.any.some((one) => holds(one, claim));
  return !holds(condition.not, claim);
};

/** What belongs to no module binds whoever serves, sends or receives anything. */
const concerns: ReadonlySet<string> = new Set(registry.concerns.map(({ name }) => name));

const eventOf = (type: string) => registry.events.find((event) => event.type === type);

/** What a server owes of its parcels, and a platform of those that it is told of: its test control shows them. */
const OF_TOLD_PARCELS: ReadonlySet<string> = new Set(['TRK-001', 'TRK-002', 'TRK-005']);

const showsToldParcels = ({ role, commands, document }: Claim): boolean =>
  role === 'platform' &&
  ['ACTIONS', 'PARCELS'].every((one) => commands.includes(one)) &&
  document.events.receives.includes(OBSERVED);

/** Whether the role does anything of a module in a position, by what the document says. */
const isInPosition = (requirement: Requirement, claim: Claim): string | undefined => {
  const { position, module } = requirement;
  const { sends, receives } = claim.document.events;
  // every part of the runner can be told of something; only its first one tells, and the courier of a relay
  const others = {
    to: castOf(claim.role).map(({ role }) => role),
    from: [counterpartOf(claim.role), ...(claim.role === 'hub' ? ['courier' as const] : [])],
  };
  const isBetweenUs = (type: string, side: 'from' | 'to'): boolean => {
    const event = eventOf(type);
    return (
      event?.[side].some((role) => others[side].includes(role)) === true &&
      (module === 'discovery' ||
        module === 'continuity' ||
        module === 'consignee' ||
        concerns.has(module) ||
        event.module === module)
    );
  };
  switch (position) {
    case 'server':
      if (concerns.has(module)) return undefined;
      if (OF_TOLD_PARCELS.has(requirement.id) && showsToldParcels(claim)) return undefined;
      return claimsModule(claim, module) &&
        registry.operations.some(
          (operation) => operation.module === module && operation.servedBy.includes(claim.role),
        )
        ? undefined
        : `no operation of ${module} is served`;
    case 'sender':
      return sends.some((type) => isBetweenUs(type, 'to'))
        ? undefined
        : `no event of ${module} is sent`;
    case 'receiver':
      return receives.some((type) => isBetweenUs(type, 'from'))
        ? undefined
        : `no event of ${module} is received`;
    case 'caller':
      return claim.commands.includes('ACTIONS') ||
        claim.isObserved === true ||
        claim.ordersByHand === true
        ? undefined
        : 'nothing drives it as a caller';
  }
};

/** Why a requirement does not apply to a claim, or nothing. */
export const inapplicability = (requirement: Requirement, claim: Claim): string | undefined => {
  if (requirement.roles !== 'any' && !requirement.roles.includes(claim.role))
    return `binds ${requirement.roles.join(', ')}`;
  if (!claimsClass(claim, requirement.class)) return `class ${requirement.class} is not claimed`;
  const absent = isInPosition(requirement, claim);
  if (absent !== undefined) return absent;
  if (requirement.when !== undefined && !holds(requirement.when, claim))
    return `its condition is false: ${JSON.stringify(requirement.when)}`;
  return undefined;
};

const DEPTHS: readonly Depth[] = ['WIRE', 'CONTROLLED', 'INSTRUMENTED'];
const NEEDED: Readonly<Record<Tier, Depth>> = { W: 'WIRE', C: 'CONTROLLED', S: 'INSTRUMENTED' };

/** What a requirement of the deepest tier is seen in. */
const instrumentOf = ({ id }: Pick<Requirement, 'id'>): 'LABELS' | 'LOG' =>
  id.startsWith('LOG-') ? 'LOG' : 'LABELS';

/** Whether a requirement needs evidence that a run did not look into. */
export const isOutOfReach = (
  requirement: Pick<Requirement, 'id' | 'tier'>,
  run: { readonly depth: Depth; readonly instruments?: readonly ('LABELS' | 'LOG')[] },
): boolean =>
  isAboveDepth(requirement.tier, run.depth) ||
  (requirement.tier === 'S' &&
    run.instruments !== undefined &&
    !run.instruments.includes(instrumentOf(requirement)));

/** Whether the evidence of a tier needs more than a run of this depth gives. */
export const isAboveDepth = (tier: Tier, depth: Depth): boolean =>
  DEPTHS.indexOf(NEEDED[tier]) > DEPTHS.indexOf(depth);
