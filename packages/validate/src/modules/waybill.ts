import type { InterceptRequest, LabelData, WaybillCreation } from '@openwaybill/schemas';
import { gs1, s10 } from '../check-digits/index.ts';
import { at, membersRule } from '../rules/members-rule.ts';

const SCHEMES = {
  S10: { form: /^[A-Z]{2}[0-9]{9}[A-Z]{2}$/, isValid: s10.isValid },
  SSCC: { form: /^[0-9]{18}$/, isValid: gs1.isValid },
} as const;

const schemeOf = (scheme: string | undefined) =>
  scheme === 'S10' || scheme === 'SSCC' ? SCHEMES[scheme] : undefined;

/** Numbers that a platform brings, what a label is made of, and where an interception leads. */
export const waybillRules = [
  membersRule<WaybillCreation>({
    schema: 'WaybillCreation',
    id: 'DSC-023',
    broken: ({ allocationMode, waybillNo }) =>
      at('', allocationMode !== 'SUPPLIED' || waybillNo !== undefined),
    text: { en: 'a number of the platform is announced and missing', zh: '声明自带单号但缺少单号' },
    hint: { en: 'Add waybillNo, or use ON_CREATE.', zh: '请补充 waybillNo，或改用 ON_CREATE。' },
  }),
  membersRule<WaybillCreation>({
    schema: 'WaybillCreation',
    id: 'WBL-005',
    broken: ({ numberScheme, waybillNo }) =>
      at(
        '/waybillNo',
        waybillNo === undefined || schemeOf(numberScheme)?.form.test(waybillNo) !== false,
      ),
    requirement: 'WBL-005',
    text: {
      en: 'the number does not have the form of its scheme',
      zh: '单号不符合其编码方案的格式',
    },
    hint: {
      en: 'S10 has 13 characters, SSCC 18 digits; else leave numberScheme OPAQUE.',
      zh: 'S10 为 13 位，SSCC 为 18 位数字；否则不要声明该方案。',
    },
  }),
  membersRule<WaybillCreation>({
    schema: 'WaybillCreation',
    id: 'check-digit',
    broken: ({ numberScheme, waybillNo }) => {
      const scheme = schemeOf(numberScheme);
      return at(
        '/waybillNo',
        scheme === undefined ||
          waybillNo === undefined ||
          !scheme.form.test(waybillNo) ||
          scheme.isValid(waybillNo),
      );
    },
    problem: 'CHECK_DIGIT_INVALID',
    requirement: 'WBL-005',
    text: {
      en: 'its check character does not follow from the others',
      zh: '校验位与其余字符不符',
    },
    hint: { en: 'Copy the number again from its source.', zh: '请从来源重新复制该单号。' },
  }),
  membersRule<LabelData>({
    schema: 'LabelData',
    id: 'DSC-021',
    broken: ({ format, printTicket, content, contentSha256 }) =>
      at(
        '',
        format === 'CLOUD_PRINT'
          ? printTicket !== undefined
          : content !== undefined && contentSha256 !== undefined,
      ),
    text: { en: 'the label has nothing to print', zh: '面单缺少可打印的内容' },
    hint: {
      en: 'CLOUD_PRINT has printTicket; every other format content and contentSha256.',
      zh: 'CLOUD_PRINT 带 printTicket；其他格式带 content 与 contentSha256。',
    },
  }),
  membersRule<InterceptRequest>({
    schema: 'InterceptRequest',
    id: 'DSC-023',
    broken: ({ interceptType, newConsigneeRef }) =>
      at('', interceptType !== 'CHANGE_ADDRESS' || newConsigneeRef !== undefined),
    text: { en: 'a change of address has no new reference', zh: '修改地址缺少新的收件人引用' },
    hint: { en: 'Add newConsigneeRef.', zh: '请补充 newConsigneeRef。' },
  }),
];
