import { defineCodeList } from '../define/index.ts';

/** `newEnergy`: counted as a new-energy vehicle (the national catalogue of them is unconfirmed). */
export const EnergyType = defineCodeList({
  name: 'EnergyType',
  version: '2026-11',
  title: { en: 'Type of energy', zh: '能源类型' },
  description: { en: 'What moves a vehicle.', zh: '驱动运载工具的能源。' },
  growth: 'closed',
  codes: {
    DIESEL: { en: 'Diesel', zh: '柴油', newEnergy: false },
    PETROL: { en: 'Petrol', zh: '汽油', newEnergy: false },
    CNG: { en: 'Compressed natural gas', zh: '压缩天然气', newEnergy: false },
    LNG: { en: 'Liquefied natural gas', zh: '液化天然气', newEnergy: false },
    BEV: { en: 'Battery electric', zh: '纯电', newEnergy: true },
    PHEV: { en: 'Plug-in hybrid', zh: '插电混动', newEnergy: true },
    FCEV: { en: 'Hydrogen fuel cell', zh: '氢燃料', newEnergy: true },
    RAIL_ELECTRIC: { en: 'Electric railway', zh: '电气铁路', newEnergy: false },
    RAIL_DIESEL: { en: 'Diesel railway', zh: '内燃铁路', newEnergy: false },
    AIR: { en: 'Air', zh: '航空', newEnergy: false },
    HUMAN: { en: 'Human power', zh: '人力', newEnergy: false },
  },
});
