import type {
  ConformanceCertificate,
  LicenceApplication,
  LicenceRecord,
  PartyEntry,
  PartyRegistration,
} from '@openwaybill/schemas';
import { at, membersRule } from '../rules/members-rule.ts';

const endpointRule = (schema: string, id: 'DSC-021' | 'DSC-023') =>
  membersRule<PartyEntry | PartyRegistration>({
    schema,
    id,
    broken: ({ roles, endpoints }) =>
      endpoints.flatMap(({ role }, index) => at(`/endpoints/${index}/role`, roles.includes(role))),
    text: {
      en: 'an endpoint is in a role that the party does not have',
      zh: '端点角色不在主体角色之列',
    },
    hint: {
      en: 'Add the role to roles, or drop the endpoint.',
      zh: '请在 roles 补充该角色，或去掉该端点。',
    },
  });

/** Roles of endpoints, and terms that end after they begin. */
export const registryRules = [
  endpointRule('PartyEntry', 'DSC-023'),
  endpointRule('PartyRegistration', 'DSC-021'),
  membersRule<LicenceRecord>({
    schema: 'LicenceRecord',
    id: 'DSC-021',
    broken: ({ validFromOn, validToOn }) => at('/validToOn', validToOn >= validFromOn),
    text: { en: 'a licence ends before it begins', zh: '许可的终止早于起始' },
    hint: { en: 'Swap the two dates.', zh: '请对调两个日期。' },
  }),
  membersRule<LicenceApplication>({
    schema: 'LicenceApplication',
    id: 'DSC-021',
    broken: ({ licenceNo, status }) =>
      at('/licenceNo', licenceNo === undefined || status === 'GRANTED'),
    text: { en: 'a licence number stands before the grant', zh: '许可前即给出许可证号' },
    hint: {
      en: 'Leave licenceNo out until the status is GRANTED.',
      zh: '状态为 GRANTED 后再给出 licenceNo。',
    },
  }),
  membersRule<ConformanceCertificate>({
    schema: 'ConformanceCertificate',
    id: 'REG-004',
    broken: ({ issuedOn, expiresOn }) => at('/expiresOn', expiresOn >= issuedOn),
    requirement: 'REG-004',
    text: { en: 'a certificate ends before it begins', zh: '证书的到期早于颁发' },
    hint: { en: 'Swap the two dates.', zh: '请对调两个日期。' },
  }),
];
