import type { Static } from '@sinclair/typebox';
import { defineMessage, Line, Optional, privacy, Ref, Resource, words } from '../define/index.ts';
import { BindingId } from '../vocabulary/binding-id.ts';
import { BindingModel } from '../vocabulary/binding-model-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { PhoneExtension } from '../vocabulary/phone-extension.ts';
import { VirtualNumber } from '../vocabulary/virtual-number.ts';

export const ContactBinding = Resource(
  'ContactBinding',
  { en: 'Contact binding', zh: '联系绑定' },
  {
    en: 'A way to reach a person for a time: a virtual number, or an address that calls both sides.',
    zh: '限期联系某人的途径：虚拟号码，或呼叫双方的地址。',
  },
  {
    bindingId: Ref(BindingId),
    number: Optional(Ref(VirtualNumber)),
    extension: Optional(
      Ref(
        PhoneExtension,
        words(
          { en: 'Extension', zh: '分机号' },
          {
            en: 'Dialled after the number; never glued to it.',
            zh: '接通后拨打；不得与号码合并。',
          },
        ),
      ),
    ),
    callUrl: Optional(
      Line(
        500,
        { en: 'Call address', zh: '呼叫地址' },
        {
          en: 'Address that calls both sides, for CLICK_TO_CALL; a capability.',
          zh: 'CLICK_TO_CALL 时呼叫双方的地址；属于凭证。',
        },
        {
          pattern: 'https://[A-Za-z0-9.-]+(:[0-9]+)?/[A-Za-z0-9._~!&()*+,;=:@%/?-]*',
          ...privacy('secret', 'credential'),
        },
      ),
    ),
    expiresAt: Ref(
      Instant,
      words(
        { en: 'Expires at', zh: '到期时刻' },
        {
          en: "When the binding ends; never beyond the purpose's longest life.",
          zh: '绑定终止时刻；不超过该目的的最长期限。',
        },
      ),
    ),
    model: Ref(BindingModel),
  },
);
export type ContactBinding = Static<typeof ContactBinding>;

const binding: ContactBinding = {
  bindingId: 'cb_2Jx8mQ4tVb7LkD0sYw9cRA',
  number: '+8619900009321',
  extension: '4711',
  expiresAt: '2026-11-03T10:00:00+08:00',
  model: 'AXN_EXT',
};

export const contactBinding = defineMessage({
  schema: ContactBinding,
  requirements: [],
  examples: {
    valid: {
      'number and extension': binding,
      'both sides are called': {
        bindingId: binding.bindingId,
        callUrl: 'https://call.platform.example/c/8f3Kq0',
        expiresAt: binding.expiresAt,
        model: 'CLICK_TO_CALL',
      },
    },
    invalid: {
      'model is missing': {
        value: {
          bindingId: binding.bindingId,
          number: '+8619900009321',
          expiresAt: binding.expiresAt,
        },
        breaks: { pointer: '', rule: 'required' },
      },
      'extension has a letter': {
        value: { ...binding, extension: '47A' },
        breaks: { pointer: '/extension', rule: 'pattern' },
      },
      'a call address without encryption': {
        value: {
          bindingId: binding.bindingId,
          callUrl: 'http://call.platform.example/c/8f3Kq0',
          expiresAt: binding.expiresAt,
          model: 'CLICK_TO_CALL',
        },
        breaks: { pointer: '/callUrl', rule: 'pattern' },
      },
      'a call address has a number beside it': {
        value: {
          ...binding,
          callUrl: 'https://call.platform.example/c/8f3Kq0',
          model: 'CLICK_TO_CALL',
        },
        breaks: { pointer: '/number', rule: 'CSN-012', requirement: 'CSN-012' },
      },
    },
  },
});
