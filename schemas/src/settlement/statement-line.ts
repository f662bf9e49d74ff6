import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Ref, words } from '../define/index.ts';
import { ChargeComponent } from '../pricing/pricing-codes.ts';
import { Money } from '../vocabulary/money.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { statementLine } from './_examples.ts';

/** What a line is named by, in itself and in a dispute about it. */
export const lineId = Ref(
  Uuid,
  words(
    { en: 'Line id', zh: '明细标识' },
    { en: 'Names the line within all statements.', zh: '在全部账单中标识该明细。' },
  ),
);

/** A part of a statement, which has the revision. */
export const StatementLine = Closed(
  'StatementLine',
  { en: 'Line of a statement', zh: '账单明细' },
  { en: 'One component of the charges of one waybill.', zh: '一个运单的一项费用构成。' },
  {
    lineId,
    waybillNo: Ref(WaybillNo),
    component: Ref(ChargeComponent),
    amount: Ref(
      Money,
      words(
        { en: 'Amount', zh: '金额' },
        {
          en: 'What is owed, tax included; negative: a credit.',
          zh: '应付金额（含税）；为负即减免。',
        },
      ),
    ),
    taxAmount: Ref(
      Money,
      words(
        { en: 'Tax', zh: '税额' },
        { en: 'The part of the amount that is tax.', zh: '金额中所含税额。' },
      ),
    ),
  },
);
export type StatementLine = Static<typeof StatementLine>;

const { component: _, ...withoutComponent } = statementLine;

export const statementLineMessage = defineMessage({
  schema: StatementLine,
  requirements: [],
  examples: {
    valid: {
      'first weight': statementLine,
      'a credit': {
        ...statementLine,
        amount: { currency: 'CNY', minor: -600 },
        taxAmount: { currency: 'CNY', minor: -34 },
      },
    },
    invalid: {
      'component is missing': {
        value: withoutComponent,
        breaks: { pointer: '', rule: 'required' },
      },
      'more tax than amount': {
        value: { ...statementLine, taxAmount: { currency: 'CNY', minor: 601 } },
        breaks: { pointer: '/taxAmount', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'tax in another currency': {
        value: { ...statementLine, taxAmount: { currency: 'USD', minor: 5 } },
        breaks: { pointer: '/taxAmount', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
