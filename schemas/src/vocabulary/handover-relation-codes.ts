import { defineCodeList } from '../define/index.ts';

/** Three chains that tracking joins. */
export const HandoverRelation = defineCodeList({
  name: 'HandoverRelation',
  version: '2026-11',
  title: { en: 'Relation of a handover', zh: '转接关系' },
  description: { en: 'Why one waybill goes on under another.', zh: '一运单由另一运单接续的原因。' },
  growth: 'closed',
  codes: {
    FORWARD: { en: 'Forwarded', zh: '转投' },
    RETURN: { en: 'Return', zh: '退回' },
    LAST_MILE: { en: 'Last mile partner', zh: '末端代派' },
  },
});
