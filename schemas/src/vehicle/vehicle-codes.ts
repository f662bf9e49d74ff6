import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { passPermitLifecycle } from './pass-permit-lifecycle.ts';

/** Vehicles of deliveries, whatever their licence. */
export const VehicleKind = defineCodeList({
  name: 'VehicleKind',
  version: '2026-11',
  title: { en: 'Kind of vehicle', zh: '车辆类型' },
  description: { en: 'What the parcels travel on.', zh: '运送快件的运载工具。' },
  growth: { fallback: 'VAN' },
  codes: {
    E_TRICYCLE: { en: 'Electric tricycle', zh: '电动三轮车' },
    E_BIKE: { en: 'Electric bicycle', zh: '电动自行车' },
    E_VAN: { en: 'Electric van', zh: '电动厢式车' },
    VAN: { en: 'Van', zh: '厢式车' },
    TRUCK: { en: 'Truck', zh: '货车' },
    UAV: { en: 'Unmanned aircraft', zh: '无人机' },
    AGV: { en: 'Unmanned vehicle', zh: '无人车' },
    RAIL_CAR: { en: 'Railway car', zh: '铁路车' },
  },
});

/** What the owner says of a vehicle; nobody else changes it, so it is no lifecycle. */
export const VehicleStatus = defineCodeList({
  name: 'VehicleStatus',
  version: '2026-11',
  title: { en: 'Status of a vehicle', zh: '车辆状态' },
  description: { en: 'Whether a vehicle delivers.', zh: '车辆是否投入配送。' },
  growth: 'closed',
  codes: {
    IN_USE: { en: 'In use', zh: '在用' },
    SUSPENDED: { en: 'Suspended', zh: '停用' },
    RETIRED: { en: 'Retired', zh: '报废' },
  },
});

/** Stages of the national limits (their texts are unconfirmed), and none at all. */
export const EmissionStandard = defineCodeList({
  name: 'EmissionStandard',
  version: '2026-11',
  title: { en: 'Emission standard', zh: '排放标准' },
  description: { en: 'Stage that a vehicle keeps to.', zh: '车辆达到的排放阶段。' },
  growth: 'closed',
  codes: {
    CN_III: { en: 'China III', zh: '国三' },
    CN_IV: { en: 'China IV', zh: '国四' },
    CN_V: { en: 'China V', zh: '国五' },
    CN_VIA: { en: 'China VI a', zh: '国六a' },
    CN_VIB: { en: 'China VI b', zh: '国六b' },
    ZERO: { en: 'Zero emission', zh: '零排放' },
  },
});

/** How a vehicle shows its number. */
export const TagKind = defineCodeList({
  name: 'TagKind',
  version: '2026-11',
  title: { en: 'Kind of tag', zh: '标识类型' },
  description: { en: 'What carries the fleet number.', zh: '承载统一编号的载体。' },
  growth: 'closed',
  codes: {
    QR: { en: 'QR code', zh: '二维码' },
    RFID: { en: 'Radio tag', zh: '射频标签' },
    PLATE: { en: 'Number plate', zh: '号牌' },
  },
});

/** What an insurance pays for. */
export const InsuranceKind = defineCodeList({
  name: 'InsuranceKind',
  version: '2026-11',
  title: { en: 'Kind of insurance', zh: '保险类型' },
  description: { en: 'What is insured.', zh: '所投保险的种类。' },
  growth: { fallback: 'OTHER' },
  codes: {
    COMPULSORY: { en: 'Compulsory liability', zh: '交强险' },
    THIRD_PARTY: { en: 'Third party liability', zh: '三者险' },
    ACCIDENT: { en: 'Accident', zh: '意外险' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});

/** How bad an accident is; where the steps begin is left to the regulator. */
export const AccidentSeverity = defineCodeList({
  name: 'AccidentSeverity',
  version: '2026-11',
  title: { en: 'Severity of an accident', zh: '事故程度' },
  description: { en: 'How bad an accident is.', zh: '事故的严重程度。' },
  growth: 'closed',
  codes: {
    MINOR: { en: 'Minor', zh: '轻微' },
    SERIOUS: { en: 'Serious', zh: '较重' },
    MAJOR: { en: 'Major', zh: '重大' },
  },
});

/** States of a pass. */
export const PassPermitStatus = statesAsCodes('PassPermitStatus', passPermitLifecycle);
