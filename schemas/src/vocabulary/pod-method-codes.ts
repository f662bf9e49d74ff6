import { defineCodeList } from '../define/index.ts';

/** Proof itself is sensitive and read apart. */
export const PodMethod = defineCodeList({
  name: 'PodMethod',
  version: '2026-11',
  title: { en: 'Method of proof', zh: '签收方式' },
  description: { en: 'How the delivery was proved.', zh: '妥投的证明方式。' },
  growth: { fallback: 'OTHER' },
  codes: {
    CONSIGNEE_SIGNED: { en: 'Consignee signed', zh: '本人签收' },
    AGENT_SIGNED: { en: 'Agent signed', zh: '代签' },
    LOCKER_CODE: { en: 'Locker code', zh: '快件箱取件码' },
    STATION_CODE: { en: 'Station code', zh: '驿站取件码' },
    PHOTO: { en: 'Photo', zh: '拍照' },
    E_SIGNATURE: { en: 'E signature', zh: '电子签名' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});
