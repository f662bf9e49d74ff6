import { check, privacy, Word } from '../define/index.ts';

/** Free in form; the usual form only warns (unconfirmed). */
export const LicenceNo = Word(
  'LicenceNo',
  { en: 'Licence number', zh: '许可证号' },
  { en: 'Number of a licence to run an express business.', zh: '快递业务经营许可证编号。' },
  { minLength: 1, maxLength: 40, ...check('licence-no'), ...privacy('business', 'none') },
);
