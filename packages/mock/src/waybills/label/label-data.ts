import {
  codesOf,
  type LabelData,
  LabelFormat,
  type Order,
  type Waybill,
} from '@openwaybill/schemas';
import { base64 } from '@openwaybill/validate';
import { digestOf } from '../../engine/idempotency.ts';
import { labelSvg } from './label-svg.ts';
import { labelText } from './label-text.ts';
import { labelZpl } from './label-zpl.ts';

type Size = { readonly widthMillimetres: number; readonly heightMillimetres: number };

const FORMATS: Readonly<Record<string, { readonly en: string } & Partial<Size>>> =
  codesOf(LabelFormat);

const sizeOf = (format: string): Size => {
  const { widthMillimetres, heightMillimetres } = FORMATS[format] ?? {};
  if (widthMillimetres === undefined || heightMillimetres === undefined)
    throw new Error(`${format} has no size`);
  return { widthMillimetres, heightMillimetres };
};

/** The label of a waybill in a format that this courier makes. */
export const labelData = async (
  order: Order,
  waybill: Waybill,
  format: LabelData['format'],
): Promise<LabelData> => {
  const text = labelText(order, waybill);
  const content = new TextEncoder().encode(
    format === 'ZPL' ? labelZpl(text) : labelSvg(text, sizeOf(format)),
  );
  return {
    format,
    content: base64(content),
    contentSha256: await digestOf(content),
    maskProfile: 'MASKED',
    copyCount: 1,
    areas: ['CODE', 'DESTINATION', 'CONSIGNEE', 'SENDER', 'CONTENTS', 'SIGN'],
  };
};
