import { privacy, Word } from '../define/index.ts';

/** An action of test control; sandbox only. */
export const ActionId = Word(
  'ActionId',
  { en: 'Action id', zh: '动作标识' },
  { en: 'Names one triggered test action.', zh: '标识一次触发的测试动作。' },
  {
    pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
    maxLength: 36,
    'x-source': 'RFC 9562',
    ...privacy('pseudonymous', 'opaque-ref'),
  },
);
