import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { matchLifecycle } from './match-lifecycle.ts';

/** What can be lent to others. */
export const CapacityResource = defineCodeList({
  name: 'CapacityResource',
  version: '2026-11',
  title: { en: 'Capacity resource', zh: '运力资源' },
  description: { en: 'What is offered or wanted.', zh: '所供给或所需求的资源。' },
  growth: 'closed',
  codes: {
    PICKUP: { en: 'Pickup', zh: '揽收' },
    LINEHAUL: { en: 'Line haul', zh: '干线' },
    SORTING: { en: 'Sorting', zh: '分拣' },
    LAST_MILE: { en: 'Last mile', zh: '末端' },
    WAREHOUSE: { en: 'Warehouse', zh: '仓储' },
    LOCKER_CELLS: { en: 'Locker cells', zh: '快件箱格口' },
  },
});

/** What a quantity of capacity counts. */
export const CapacityUnit = defineCodeList({
  name: 'CapacityUnit',
  version: '2026-11',
  title: { en: 'Unit of capacity', zh: '运力单位' },
  description: { en: 'What is counted.', zh: '计量的单位。' },
  growth: 'closed',
  codes: {
    PARCEL: { en: 'Parcel', zh: '件' },
    KILOGRAM: { en: 'Kilogram', zh: '千克' },
    CUBIC_METRE: { en: 'Cubic metre', zh: '立方米' },
    CELL: { en: 'Cell', zh: '格' },
  },
});

/** What becomes of the slots that an update does not name. */
export const UpdateMode = defineCodeList({
  name: 'UpdateMode',
  version: '2026-11',
  title: { en: 'Mode of update', zh: '更新方式' },
  description: { en: 'How an update treats what is stored.', zh: '更新对已存内容的处理方式。' },
  growth: 'closed',
  codes: {
    FULL: {
      en: 'Full',
      zh: '全量',
      definition: { en: 'Replaces all slots.', zh: '替换全部时段。' },
    },
    PARTIAL: {
      en: 'Partial',
      zh: '增量',
      definition: { en: 'Changes only the slots that it names.', zh: '仅更改所列时段。' },
    },
  },
});

/** What a side says to a proposal. */
export const MatchDecisionKind = defineCodeList({
  name: 'MatchDecisionKind',
  version: '2026-11',
  title: { en: 'Decision about a match', zh: '匹配决定' },
  description: { en: 'What a side says to a proposal.', zh: '一方对提议的决定。' },
  growth: 'closed',
  codes: {
    ACCEPT: { en: 'Accept', zh: '接受' },
    DECLINE: { en: 'Decline', zh: '拒绝' },
    COUNTER: { en: 'Counter', zh: '还价' },
  },
});

/** States of a match. */
export const MatchStatus = statesAsCodes('MatchStatus', matchLifecycle);
