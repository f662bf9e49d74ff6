import { defineCodeList } from '../define/index.ts';

/** Personal Information Protection Law, articles 20, 21 and 23 (unconfirmed). */
export const PartyCapacity = defineCodeList({
  name: 'PartyCapacity',
  version: '2026-11',
  title: { en: 'Capacity of a party', zh: '当事方身份' },
  description: {
    en: 'In which capacity a party handles personal information.',
    zh: '一方处理个人信息的身份。',
  },
  growth: 'closed',
  codes: {
    CONTROLLER: { en: 'Controller', zh: '个人信息处理者' },
    ENTRUSTED: { en: 'Entrusted', zh: '受托人' },
    JOINT: { en: 'Joint', zh: '共同处理者' },
    RECIPIENT: { en: 'Recipient', zh: '接收方' },
  },
});
