import { defineOperation, ORGANISATION_ROLES } from '../define/index.ts';
import { KeyRegistration, KeyRegistrationRequest } from './key-registration.ts';

export const registerKeys = defineOperation({
  name: 'register-keys',
  since: '1.0',
  title: { en: 'Register keys', zh: '登记密钥' },
  servedBy: ['hub'],
  calledBy: ORGANISATION_ROLES,
  method: 'POST',
  path: '/v1/key-registrations',
  request: KeyRegistrationRequest,
  answer: { status: 201, body: KeyRegistration },
  problems: ['SIGNATURE_INVALID', 'CHECK_DIGIT_INVALID'],
  agreement: 'none',
  requirements: [
    {
      id: 'REG-002',
      level: 'MUST',
      roles: ['hub'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A key registration is signed with the key that was valid before, or confirmed out of band for the first.',
        zh: '换钥须由旧钥签名。',
      },
      wire: 'unsigned → 401',
      judgedBy: 'check',
    },
  ],
  examples: {},
});
