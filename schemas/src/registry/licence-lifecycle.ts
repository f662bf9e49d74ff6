import { defineLifecycle } from '../define/index.ts';

/** All of it is decided by the regulator, or by the calendar. */
export const licenceLifecycle = defineLifecycle({
  entity: 'licence',
  title: { en: 'Licence', zh: '许可' },
  refusals: 'DSC-028',
  states: {
    VALID: { en: 'Valid', zh: '有效', terminal: false },
    SUSPENDED: { en: 'Suspended', zh: '暂扣', terminal: false },
    EXPIRED: { en: 'Expired', zh: '届满', terminal: true },
    REVOKED: { en: 'Revoked', zh: '吊销', terminal: true },
  },
  transitions: [
    { kind: 'decision', on: 'LICENCE_GRANTED', from: [], to: 'VALID' },
    { kind: 'decision', on: 'LICENCE_SUSPENDED', from: ['VALID'], to: 'SUSPENDED' },
    { kind: 'decision', on: 'LICENCE_RESTORED', from: ['SUSPENDED'], to: 'VALID' },
    { kind: 'timer', on: 'VALIDITY_OVER', from: ['VALID'], to: 'EXPIRED', due: 'validToOn' },
    { kind: 'decision', on: 'LICENCE_REVOKED', from: ['VALID', 'SUSPENDED'], to: 'REVOKED' },
  ],
});
