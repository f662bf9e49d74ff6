import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Line, privacy, Ref, Resource, words } from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { PartyRef } from '../vocabulary/party-ref.ts';
import { Sha256 } from '../vocabulary/sha256.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { convention } from './_examples.ts';

const signed = {
  party: Ref(PartyRef, {
    ...words({ en: 'Party', zh: '主体' }, { en: 'Who pledges.', zh: '承诺方。' }),
  }),
  conventionName: Line(
    100,
    { en: 'Convention', zh: '公约名称' },
    { en: 'Name of the convention.', zh: '自律公约的名称。' },
    privacy('public', 'business-text'),
  ),
  signedOn: Ref(CivilDate, {
    ...words({ en: 'Signed on', zh: '签署日期' }, { en: 'Day of signing.', zh: '签署之日。' }),
    ...privacy('public', 'instant'),
  }),
  termsSha256: Ref(Sha256, {
    ...words(
      { en: 'Digest of the terms', zh: '条款摘要' },
      { en: 'Of the text that was signed.', zh: '所签文本的摘要。' },
    ),
    ...privacy('public', 'technical'),
  }),
};

export const PledgeSigning = Closed(
  'PledgeSigning',
  { en: 'Signing of a pledge', zh: '自律承诺签署' },
  { en: 'A party pledges to keep a convention.', zh: '一方承诺遵守自律公约。' },
  signed,
);
export type PledgeSigning = Static<typeof PledgeSigning>;

/** Public: a pledge that nobody can read binds nobody. */
export const SelfDisciplinePledge = Resource(
  'SelfDisciplinePledge',
  { en: 'Self-discipline pledge', zh: '自律承诺' },
  { en: 'That a party pledged to keep a convention.', zh: '一方对自律公约的承诺。' },
  {
    pledgeId: Ref(Uuid, {
      ...words(
        { en: 'Pledge id', zh: '承诺标识' },
        { en: 'Names the pledge.', zh: '标识该承诺。' },
      ),
      ...privacy('public', 'technical'),
    }),
    ...signed,
    ...storedMembers,
  },
);
export type SelfDisciplinePledge = Static<typeof SelfDisciplinePledge>;

const { pledgeId: _, revision: __, createdAt: ___, updatedAt: ____, ...signing } = convention;
const { termsSha256: _____, ...withoutTerms } = convention;

export const pledgeSigning = defineMessage({
  schema: PledgeSigning,
  requirements: [],
  examples: {
    valid: { 'a convention of a city': signing },
    invalid: {
      'a day that does not exist': {
        value: { ...signing, signedOn: '2026-11-31' },
        breaks: { pointer: '/signedOn', rule: 'format' },
      },
      'a digest in upper case': {
        value: { ...signing, termsSha256: signing.termsSha256.toUpperCase() },
        breaks: { pointer: '/termsSha256', rule: 'pattern' },
      },
    },
  },
});

export const selfDisciplinePledge = defineMessage({
  schema: SelfDisciplinePledge,
  requirements: [],
  examples: {
    valid: { 'a convention of a city': convention },
    invalid: {
      'terms are missing': { value: withoutTerms, breaks: { pointer: '', rule: 'required' } },
      'an empty name': {
        value: { ...convention, conventionName: '' },
        breaks: { pointer: '/conventionName', rule: 'minLength' },
      },
    },
  },
});
