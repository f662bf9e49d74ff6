import { privacy, Word } from '../define/index.ts';

/** Name and identity stay with the courier, who alone knows whom it means. */
export const DriverId = Word(
  'DriverId',
  { en: 'Driver id', zh: '驾驶员标识' },
  {
    en: 'Pseudonym of a driver at the courier; never a number of a document.',
    zh: '驾驶员在快递企业内的化名标识；不得为证件号。',
  },
  {
    pattern: 'drv-[0-9a-z]{4,32}',
    maxLength: 36,
    ...privacy('pseudonymous', 'opaque-ref', { subject: 'courier-staff' }),
  },
);
