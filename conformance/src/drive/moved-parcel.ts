import { OBSERVATIONS } from '../applicability.ts';
import { isAccepted } from '../transcript/body.ts';
import type { Rung } from '../transcript/format.ts';
import { askByHand, notControlled } from './by-hand.ts';
import {
  type FoundParcel,
  findParcel,
  hasMoved,
  listedParcels,
  namedParcels,
  type ParcelWish,
} from './found-parcel.ts';
import { scan } from './scan.ts';
import type { Stage } from './stage.ts';
import { TEST_CARRIER } from './test-carrier.ts';
import { failed, inVain, LEFT_OUT, NOT_OURS, type NotReached, type Tried } from './tried.ts';

/** A parcel that stands there: one that the run was given and, to be read where test control moves none, one that is listed. */
export const discoverParcel = async (
  stage: Stage,
  wish: ParcelWish,
): Promise<
  | {
      readonly rung: Rung;
      readonly gives: FoundParcel;
      readonly ids: Readonly<Record<string, string>>;
    }
  | { readonly tried: readonly Tried[] }
> => {
  const { rungs } = stage.ways;
  if (!rungs.has('DISCOVER')) return { tried: [inVain('DISCOVER', LEFT_OUT)] };
  const named = await namedParcels(stage);
  const isMoved = stage.offers(OBSERVATIONS) && rungs.has('TEST_CONTROL');
  const listed = wish.isOnlyRead && !isMoved ? await listedParcels(stage) : [];
  const found = await findParcel(stage, [...named, ...listed], wish);
  if (found !== undefined) {
    const { orderNo, waybillNo } = found;
    return { rung: 'DISCOVER', gives: found, ids: { orderNo, waybillNo } };
  }
  const count = named.length + listed.length;
  return {
    tried: [
      count === 0
        ? NOT_OURS
        : inVain('DISCOVER', {
            en: `none of ${count} parcels that were named or listed moved so${wish.isOnlyRead ? '' : ' and may be changed'}`,
            zh: `所指定或列出的 ${count} 个包裹均未如此移动${wish.isOnlyRead ? '' : '，或不可更改'}`,
          }),
    ],
  };
};

/** How a parcel moved, and why not otherwise. */
export type Moved = { readonly rung: Rung; readonly tried: readonly Tried[] };

/** Lets a parcel of the run's own move: by test control, or by somebody's hand. */
export const moveParcel = async (
  stage: Stage,
  waybillNo: string,
  codes: readonly string[],
  before: readonly Tried[],
): Promise<Moved | NotReached> => {
  if (stage.offers(OBSERVATIONS) && stage.ways.rungs.has('TEST_CONTROL')) {
    for (const eventCode of codes) {
      const scanned = await scan(stage, waybillNo, eventCode);
      if (!isAccepted(scanned)) return failed('TEST_CONTROL', scanned);
    }
    await stage.settle();
    return { rung: 'TEST_CONTROL', tried: before };
  }
  const tried = [...before, notControlled(stage, 'SCANS')];
  const lack = await askByHand(
    stage,
    {
      en: `Let your scanners record, in this order, for the parcel ${waybillNo}: ${codes.join(', ')}`,
      zh: `请让扫描设备为包裹 ${waybillNo} 依次记录：${codes.join('、')}`,
    },
    tried,
  );
  if (lack !== undefined) return lack;
  return (await hasMoved(stage, { carrierCode: TEST_CARRIER, waybillNo }, codes))
    ? { rung: 'OPERATOR', tried }
    : {
        blocked: 'STATE_NOT_REACHED',
        tried: [
          ...tried,
          inVain('OPERATOR', {
            en: 'the parcel does not show what was recorded',
            zh: '包裹未显示已记录的内容',
          }),
        ],
      };
};
