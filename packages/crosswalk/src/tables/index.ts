import type { Table } from '../row.ts';
import { aftershipTag } from './aftership-tag.ts';
import { easypost } from './easypost.ts';
import { epcisCbv } from './epcis-cbv.ts';
import { htkyScan } from './htky-scan.ts';
import { jdState } from './jd-state.ts';
import { jtScan } from './jt-scan.ts';
import { karrio } from './karrio.ts';
import { kdniao } from './kdniao.ts';
import { kuaidi100 } from './kuaidi100.ts';
import { ondcLogistics } from './ondc-logistics.ts';
import { seventeenTrack } from './seventeen-track.ts';
import { sfRoute } from './sf-route.ts';
import { sfRoute2 } from './sf-route-2.ts';
import { stoScan } from './sto-scan.ts';
import { taobaoWlb } from './taobao-wlb.ts';
import { upuEmsevt } from './upu-emsevt.ts';
import { wechatAction } from './wechat-action.ts';
import { whereis } from './whereis.ts';
import { ytoScan } from './yto-scan.ts';
import { yundaAction } from './yunda-action.ts';
import { ztoScan } from './zto-scan.ts';

/** Every table of the package. A code has a meaning only together with vocabulary and version. */
export const tables: readonly Table[] = [
  aftershipTag,
  easypost,
  epcisCbv,
  htkyScan,
  jdState,
  jtScan,
  karrio,
  kdniao,
  kuaidi100,
  ondcLogistics,
  seventeenTrack,
  sfRoute2,
  sfRoute,
  stoScan,
  taobaoWlb,
  upuEmsevt,
  wechatAction,
  whereis,
  ytoScan,
  yundaAction,
  ztoScan,
];

/** The table of a vocabulary in one version. */
export const tableOf = (vocabulary: string, version: string): Table | undefined =>
  tables.find((table) => table.vocabulary === vocabulary && table.version === version);
