import { privacy, Word } from '../define/index.ts';

/** Made by the party that received the proposal. */
export const AgreementId = Word(
  'AgreementId',
  { en: 'Agreement id', zh: '协议标识' },
  { en: 'Names a data-sharing agreement.', zh: '标识一份数据共享协议。' },
  { pattern: 'agr_[A-Za-z0-9_-]{22}', maxLength: 26, ...privacy('business', 'none') },
);
