import { registry } from '@openwaybill/schemas';
import { holds } from '../applicability.ts';
import { physicalRoute } from '../drive/physical-route.ts';
import { scan } from '../drive/prepare.ts';
import type { Stage } from '../drive/stage.ts';
import { suites } from '../modules/index.ts';
import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Claim } from '../words.ts';
import type { Subject, Walk } from './walk.ts';

const reason = { reason: 'BUYER_CANCELLED' };

const orderSubject = async (stage: Stage, orderNo: string): Promise<Subject> => {
  const read = await stage.call('getOrder', { path: { orderNo } });
  return { path: { orderNo }, revision: answerOf(read)?.revision };
};

const waybillSubject = async (stage: Stage, waybillNo: string): Promise<Subject> => {
  const read = await stage.call('getWaybill', { path: { waybillNo } });
  return { path: { waybillNo }, revision: answerOf(read)?.revision };
};

const shipped =
  (codes: readonly string[], subject: 'order' | 'waybill') =>
  async (stage: Stage): Promise<Subject | undefined> => {
    const waybill = await stage.prepare('waybill');
    if ('blocked' in waybill) return undefined;
    for (const code of codes) {
      const scanned = await scan(stage, waybill.waybillNo, code);
      if (!isAccepted(scanned)) return undefined;
    }
    await stage.settle();
    return subject === 'order'
      ? orderSubject(stage, waybill.orderNo)
      : waybillSubject(stage, waybill.waybillNo);
  };

const RETURNED = ['PICKED_UP', 'OUT_FOR_DELIVERY', 'REFUSED', 'RETURN_STARTED', 'RETURN_DELIVERED'];

/** Orders: every state that operations and scans reach. */
export const order: Walk = {
  entity: 'order',
  role: 'courier',
  read: 'getOrder',
  states: {
    ACCEPTED: {
      reach: async (stage) => {
        const made = await stage.prepare('order');
        return 'blocked' in made ? undefined : orderSubject(stage, made.orderNo);
      },
    },
    CANCELLED: {
      reach: async (stage) => {
        const made = await stage.prepare('order');
        if ('blocked' in made) return undefined;
        await stage.call('cancelOrder', {
          path: { orderNo: made.orderNo },
          body: reason,
          intent: 'PREPARE',
        });
        return orderSubject(stage, made.orderNo);
      },
    },
    REJECTED: {
      reach: async (stage) => {
        const { packages, ...rest } = stage.invent.order();
        const made = await stage.prepare('order', {
          order: { ...rest, packages: packages.map((one) => ({ ...one, weightGrams: 200_000 })) },
        });
        return 'blocked' in made ? undefined : orderSubject(stage, made.orderNo);
      },
    },
    IN_FULFILMENT: { needs: 'SCANS', reach: shipped(['PICKED_UP'], 'order') },
    COMPLETED: { needs: 'SCANS', reach: shipped([...physicalRoute], 'order') },
    RETURNED: { needs: 'SCANS', reach: shipped(RETURNED, 'order') },
  },
  commands: {
    cancelOrder: (_stage, { path }) => ({ path, body: reason }),
    updateOrder: (_stage, { path, revision }) => ({
      path,
      body: { remark: '请送至前台' },
      ifMatch: revision,
    }),
  },
};

/** Waybills: likewise. */
export const waybill: Walk = {
  entity: 'waybill',
  role: 'courier',
  read: 'getWaybill',
  states: {
    LABELLED: {
      reach: async (stage) => {
        const made = await stage.prepare('waybill', { status: 'LABELLED' });
        return 'blocked' in made ? undefined : waybillSubject(stage, made.waybillNo);
      },
    },
    VOIDED: {
      reach: async (stage) => {
        const made = await stage.prepare('waybill', { status: 'VOIDED' });
        return 'blocked' in made ? undefined : waybillSubject(stage, made.waybillNo);
      },
    },
    ACTIVE: { needs: 'SCANS', reach: shipped(['PICKED_UP'], 'waybill') },
    FINALISED: { needs: 'SCANS', reach: shipped([...physicalRoute], 'waybill') },
  },
  commands: {
    cancelWaybill: (_stage, { path }) => ({ path, body: reason }),
    updateWaybill: (_stage, { path, revision }) => ({
      path,
      body: { weightGrams: 3_210 },
      ifMatch: revision,
    }),
    confirmPrint: (_stage, { path }) => ({
      path,
      body: { printedAt: '2026-11-22T08:00:00+08:00', copyCount: 1, reprintReason: '换纸' },
    }),
    getWaybillLabel: (_stage, { path }) => ({ path }),
    interceptWaybill: (_stage, { path }) => ({
      path,
      body: { interceptType: 'RETURN_TO_SENDER', payer: 'SENDER', ...reason },
    }),
  },
};

const proposed = async (stage: Stage): Promise<Subject | undefined> => {
  const made = await stage.call('proposeAgreement', {
    body: stage.invent.proposal(),
    intent: 'PREPARE',
  });
  return isAccepted(made)
    ? { path: { agreementId: String(answerOf(made)?.agreementId) }, revision: 1 }
    : undefined;
};

/** Agreements: the two states that one party reaches alone. */
export const agreement: Walk = {
  entity: 'agreement',
  role: 'any',
  read: 'getAgreement',
  states: {
    PROPOSED: { reach: proposed },
    DECLINED: {
      reach: async (stage) => {
        const subject = await proposed(stage);
        if (subject === undefined) return undefined;
        await stage.call('terminateAgreement', {
          path: subject.path,
          body: { reason: '撤回', effectiveOn: '2026-12-01' },
          intent: 'PREPARE',
        });
        return subject;
      },
    },
  },
  commands: {
    suspendAgreement: (_stage, { path }) => ({ path }),
    resumeAgreement: (_stage, { path }) => ({ path }),
    terminateAgreement: (_stage, { path }) => ({
      path,
      body: { reason: '撤回', effectiveOn: '2026-12-01' },
    }),
    counterAgreement: (stage, { path, revision }) => ({
      path,
      body: { ...stage.invent.proposal(), baseRevision: revision },
    }),
  },
};

/** Every lifecycle that is walked. */
const WALKS: readonly Walk[] = [
  order,
  waybill,
  agreement,
  ...suites.flatMap(({ walks = [] }) => walks),
];

/** Whether a table names an operation from a state, whatever its guard. */
export const isNamed = (entity: string, operation: string, state: string): boolean => {
  const lifecycle = registry.lifecycles.find((one) => one.entity === entity);
  const name = registry.operations.find(({ operationId }) => operationId === operation)?.name;
  return (
    lifecycle?.transitions.some(
      ({ kind, on, from }) =>
        kind === 'command' && on === name && (from as readonly string[]).includes(state),
    ) === true
  );
};

/** Every command of a walk from every state that the table does not name, for a claim. */
export const illegalCells = (
  walk: Walk,
  claim: Claim,
): readonly { readonly operation: string; readonly state: string }[] =>
  Object.entries(walk.states).flatMap(([state, { needs }]) =>
    needs !== undefined && !claim.commands.includes(needs)
      ? []
      : Object.keys(walk.commands).flatMap((operation) =>
          isNamed(walk.entity, operation, state) ? [] : [{ operation, state }],
        ),
  );

/** The walks of a role. */
export const walksOf = (claim: Claim): readonly Walk[] =>
  WALKS.filter(
    ({ role, read }) => (role === 'any' || role === claim.role) && holds({ offers: read }, claim),
  );
