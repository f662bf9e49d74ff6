import type { ReturnStatusChange } from '@openwaybill/schemas';
import { agreed } from '../../drive/agreed.ts';
import type { Stage } from '../../drive/stage.ts';
import type { Subject, Walk } from '../../models/walk.ts';
import { causeFact } from '../../models/walk-from.ts';
import { type Asked, authorised, tell } from './authorised.ts';

type Told = ReturnStatusChange['toStatus'];

/** What the platform asked for, and how often it was told of it. */
const asked = new WeakMap<Subject, { readonly of: Asked; count: number }>();

/** The runner, as the courier that carries a return, tells how it goes on. */
const tells =
  (toStatus: Told) =>
  async (stage: Stage, subject: Subject): Promise<void> => {
    const known = asked.get(subject);
    if (known === undefined) return;
    known.count += 1;
    await tell(stage, known.of, toStatus, 1 + known.count);
  };

/** A return that the platform authorised, as its merchant sees it, of which it was told so much. */
const after =
  (...statuses: readonly Told[]) =>
  async (stage: Stage): Promise<Subject | undefined> => {
    if (!stage.has('merchant')) return undefined;
    const made = await authorised(stage);
    if (made === undefined) return undefined;
    const subject: Subject = {
      path: { rmaNo: made.request.rmaNo },
      revision: 1,
      as: 'merchant',
    };
    asked.set(subject, { of: made, count: 0 });
    for (const status of statuses) await tells(status)(stage, subject);
    return subject;
  };

/** A warehouse finds nothing that could be taken back: there is nothing to refund. */
const refused = async (stage: Stage): Promise<Subject | undefined> => {
  if (!stage.has('warehouse')) return undefined;
  const subject = await after('IN_TRANSIT', 'RECEIVED')(stage);
  const known = subject === undefined ? undefined : asked.get(subject);
  if (subject === undefined || known === undefined) return undefined;
  const { path } = subject;
  const { rmaNo, items } = known.of.request;
  await stage.callAs('merchant', 'getReturn', { path });
  await stage.callAs('warehouse', 'reportReturnInspection', {
    body: {
      rmaNo,
      lines: items.map(({ lineNo }) => ({ lineNo, grade: 'REJECTED', acceptedCount: 0 })),
      inspectedAt: new Date(await stage.now()).toISOString(),
    },
    intent: 'PREPARE',
  });
  return subject;
};

/** For as long as it takes, merchant and platform agree that the money goes back once a parcel is picked up. */
const refundedByRule = async (stage: Stage, { path }: Subject): Promise<void> => {
  const { parties, ...terms } = stage.invent.proposal({
    modules: ['returns'],
    returnTerms: { refundBasis: 'PICKUP' },
  });
  const merchant = { partyId: stage.partyId('merchant'), role: 'merchant' } as const;
  const between = [...parties.slice(0, 1), { party: merchant, capacity: 'CONTROLLER' as const }];
  const agreementId = await agreed(
    stage,
    { ...terms, parties: between },
    'refund-agreed',
    'merchant',
  );
  if (agreementId === undefined) return;
  await stage.callAs('merchant', 'listAgreements', {
    query: { status: 'EFFECTIVE' },
    probe: 'refund-terms',
  });
  await causeFact(stage, {
    collection: 'returns',
    resourceId: path.rmaNo ?? '',
    fact: 'REFUND_BY_AGREED_RULE',
  });
  await stage.callAs('merchant', 'terminateAgreement', {
    path: { agreementId },
    body: { reason: '试验结束', effectiveOn: terms.effectiveFromOn },
    intent: 'PREPARE',
  });
};

const NEEDS = { needs: 'ACTIONS' } as const;
const ON_THE_WAY = ['AUTHORISED', 'PICKUP_SCHEDULED', 'DROPPED_OFF'] as const;

/** Returns at a platform: it is told how they come back, and decides of the refund. */
export const platformReturnWalk: Walk = {
  entity: 'return',
  name: 'return-at-platform',
  role: 'platform',
  read: 'getReturn',
  movesClock: true,
  isOnlyCovered: true,
  states: {
    AUTHORISED: { ...NEEDS, reach: after() },
    PICKUP_SCHEDULED: { ...NEEDS, reach: after('PICKUP_SCHEDULED') },
    DROPPED_OFF: { ...NEEDS, reach: after('DROPPED_OFF') },
    IN_TRANSIT: { ...NEEDS, reach: after('IN_TRANSIT') },
    RECEIVED: { ...NEEDS, reach: after('IN_TRANSIT', 'RECEIVED') },
    INSPECTED: { ...NEEDS, reach: refused },
  },
  coversFacts: true,
  facts: {
    PICKUP_SCHEDULED: { ...NEEDS, from: ['AUTHORISED'], cause: tells('PICKUP_SCHEDULED') },
    DROPPED_OFF: { ...NEEDS, from: ['AUTHORISED'], cause: tells('DROPPED_OFF') },
    RETURN_PICKED_UP: { ...NEEDS, from: ON_THE_WAY, cause: tells('IN_TRANSIT') },
    RETURN_DELIVERED: { ...NEEDS, from: [...ON_THE_WAY, 'IN_TRANSIT'], cause: tells('RECEIVED') },
    REFUND_BY_AGREED_RULE: {
      ...NEEDS,
      from: ['IN_TRANSIT', 'RECEIVED'],
      cause: refundedByRule,
    },
    // what is decided of the money need not be decided at once
    REFUND_REFUSED: { needs: 'CLOCK', from: ['INSPECTED'], cause: (stage) => stage.advance('P1D') },
  },
  commands: {},
};
