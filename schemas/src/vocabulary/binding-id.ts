import { privacy, Word } from '../define/index.ts';

/** 128 random bits, so that bindings cannot be guessed. */
export const BindingId = Word(
  'BindingId',
  { en: 'Contact binding id', zh: '联系绑定标识' },
  {
    en: 'Names a binding of a virtual number or a relayed call.',
    zh: '标识一次虚拟号码或转接呼叫的绑定。',
  },
  { pattern: 'cb_[A-Za-z0-9_-]{22}', maxLength: 25, ...privacy('pseudonymous', 'opaque-ref') },
);
