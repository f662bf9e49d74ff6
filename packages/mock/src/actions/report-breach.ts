import type { PrivacyBreachNotice } from '@openwaybill/schemas';
import { note, ownParty } from '../audit/log.ts';
import { hasAgreement } from '../engine/agreement.ts';
import { uuid7 } from '../engine/invent.ts';
import type { Counterparty } from '../engine/options.ts';
import type { System } from '../engine/system.ts';
import type { Action } from './action.ts';

const TYPE = 'org.openwaybill.consignee.breach.reported';
const MEASURES = '已停用相关接口凭据并更换密钥；请暂停使用已取得的信息。';

/** Whom it concerns beside the one who asked: who works with us, and the regulator in any case. */
const othersOf = ({ options, counterparty }: System, tenant: string): readonly Counterparty[] => {
  const to = options.registry.events.find(({ type }) => type === TYPE)?.to ?? [];
  return options.counterparties.filter(
    // an organisation with several clients is told once
    (one) => counterparty(one.partyId) === one && one.partyId !== tenant && to.includes(one.role),
  );
};

/** Tells every counterparty and the regulator that data leaked: how much of which class, and of nobody in particular. */
export const reportBreach: Action = async ({ system, tenant }) => {
  const notice = await system.transact(tenant, async (unit, now): Promise<PrivacyBreachNotice> => {
    const data: PrivacyBreachNotice = {
      breachId: uuid7(system.random, Date.parse(now)),
      discoveredAt: now,
      categories: ['pseudonymous'],
      affectedCount: 1,
      measures: MEASURES,
    };
    await note(system, unit, now, { kind: 'BREACH', by: ownParty(system), tenant });
    await system.emit(unit, now, { type: TYPE, to: tenant, data });
    return data;
  });
  for (const { partyId, role } of othersOf(system, tenant))
    await system.transact(partyId, async (unit, now) => {
      if (role === 'regulator' || (await hasAgreement(unit, partyId)))
        await system.emit(unit, now, { type: TYPE, to: partyId, data: notice });
    });
  return { resourceId: notice.breachId };
};
