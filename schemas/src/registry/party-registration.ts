import type { Static } from '@sinclair/typebox';
import { ContactDesk } from '../continuity/contact-desk.ts';
import {
  Closed,
  defineMessage,
  Line,
  ListOf,
  Part,
  privacy,
  Ref,
  Resource,
  Role,
  words,
} from '../define/index.ts';
import { HttpsUrl } from '../vocabulary/https-url.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { courierParty } from './_examples.ts';
import { publicParty } from './_members.ts';
import { PartyStatus } from './registry-codes.ts';

const role = Ref(Role, privacy('public', 'code'));

const given = {
  name: Line(
    100,
    { en: 'Name', zh: '名称' },
    { en: 'Registered name of the organisation.', zh: '单位的登记名称。' },
    privacy('public', 'org-name'),
  ),
  roles: ListOf(role, 1, 5, {
    uniqueItems: true,
    ...words({ en: 'Roles', zh: '角色' }, { en: 'In which it acts.', zh: '其身份角色。' }),
  }),
  endpoints: ListOf(
    Part({
      role,
      capabilityUrl: Ref(HttpsUrl, {
        ...words(
          { en: 'Capability document', zh: '能力文档地址' },
          { en: 'Where the system says what it claims.', zh: '系统声明所在地址。' },
        ),
        ...privacy('public', 'technical'),
      }),
    }),
    0,
    20,
    words({ en: 'Endpoints', zh: '端点' }, { en: 'One a system.', zh: '每个系统一项。' }),
  ),
  contactDesk: Ref(
    ContactDesk,
    words(
      { en: 'Contact desk', zh: '联系台' },
      { en: 'A desk, not a person.', zh: '值班台，而非个人。' },
    ),
  ),
};

/** Whole at every PUT: what is left out is taken away. */
export const PartyEntry = Closed(
  'PartyEntry',
  { en: 'Entry of a party', zh: '主体登记内容' },
  { en: 'What a party says of itself.', zh: '主体自述的内容。' },
  given,
);
export type PartyEntry = Static<typeof PartyEntry>;

export const PartyRegistration = Resource(
  'PartyRegistration',
  { en: 'Registration of a party', zh: '主体登记' },
  {
    en: 'A public record of an organisation: its roles, its systems and whether it may act.',
    zh: '组织的公开记录：角色、系统及是否可以开展业务。',
  },
  {
    partyId: publicParty,
    ...given,
    status: Ref(PartyStatus, privacy('public', 'code')),
    ...storedMembers,
  },
);
export type PartyRegistration = Static<typeof PartyRegistration>;

const {
  partyId: _,
  status: __,
  revision: ___,
  createdAt: ____,
  updatedAt: _____,
  ...entry
} = courierParty;
const { contactDesk: ______, ...withoutDesk } = entry;

export const partyEntry = defineMessage({
  schema: PartyEntry,
  requirements: [],
  examples: {
    valid: { 'a courier': entry, 'nothing to call yet': { ...entry, endpoints: [] } },
    invalid: {
      'no role': {
        value: { ...entry, roles: [] },
        breaks: { pointer: '/roles', rule: 'minItems' },
      },
      'no desk': { value: withoutDesk, breaks: { pointer: '', rule: 'required' } },
      'an endpoint of a role that it does not have': {
        value: {
          ...entry,
          endpoints: [
            { role: 'locker', capabilityUrl: 'https://courier.example/.well-known/openwaybill' },
          ],
        },
        breaks: { pointer: '/endpoints/0/role', rule: 'DSC-023', requirement: 'DSC-023' },
      },
    },
  },
});

export const partyRegistration = defineMessage({
  schema: PartyRegistration,
  requirements: [
    {
      id: 'REG-001',
      level: 'MUST',
      roles: ['hub', 'regulator'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A `partyId` of 18 characters has a valid check character.',
        zh: '统一社会信用代码校验位须正确。',
      },
      wire: '422 probe',
      judgedBy: 'check',
    },
    {
      id: 'REG-003',
      level: 'MUST',
      roles: ['regulator'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'A courier with an expired, suspended or revoked licence is not listed as active.',
        zh: '许可失效的快递企业不得列为有效。',
      },
      wire: 'read after change',
      judgedBy: 'check',
    },
    {
      id: 'REG-006',
      level: 'MUST NOT',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'Public registry reads hold personal data.',
        zh: '公开登记信息不得含个人信息。',
      },
      wire: 'scan',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'a courier': courierParty,
      'a short id': { ...courierParty, partyId: 'ZZEXPRESS', status: 'SUSPENDED', revision: 2 },
    },
    invalid: {
      'a wrong check character': {
        value: { ...courierParty, partyId: '91210200MA0000002P' },
        breaks: { pointer: '/partyId', rule: 'check-digit' },
      },
      'a person to call': {
        value: { ...courierParty, contactPerson: '张三丰' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
      'a status of no list': {
        value: { ...courierParty, status: 'ACTIVE' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
    },
  },
});
