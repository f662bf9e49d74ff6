import { expect, test } from 'vitest';
import {
  Closed,
  Line,
  Optional,
  type PrivacyClassName,
  privacy,
  privacyMax,
  Ref,
  type Registry,
} from '../src/index.ts';

const text = { en: 'Text', zh: '文本' };
const line = (classOf: PrivacyClassName) => Line(10, text, text, privacy(classOf, 'business-text'));
const Inner = Closed('Inner', text, text, { low: line('business'), high: line('personal') });
const schemas = new Map([['Inner', { schema: Inner }]]) as unknown as Registry['schemas'];

test.each([
  ['no message is public', { given: undefined, want: 'public' }],
  ['the highest member decides', { given: Inner, want: 'personal' }],
  [
    'a reference counts as what it refers to',
    { given: Closed('A', text, text, { inner: Optional(Ref(Inner)) }), want: 'personal' },
  ],
  [
    'a reference that says otherwise counts as it says',
    {
      given: Closed('B', text, text, { inner: Ref(Inner, privacy('business', 'none')) }),
      want: 'business',
    },
  ],
])('%s', (_title, { given, want }) => expect(privacyMax(schemas, given)).toBe(want));
