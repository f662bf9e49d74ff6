import { codesOf, type LabelData, LabelFormat, type Order } from '@openwaybill/schemas';
import { note } from '../../audit/log.ts';
import { agreementsOn } from '../../engine/agreement.ts';
import { type Call, callerOf } from '../../engine/call.ts';
import { isInterruptedIn } from '../../engine/interruption.ts';
import type { System } from '../../engine/system.ts';
import type { Unit } from '../../store/unit.ts';
import type { StoredWaybill } from '../stored-waybill.ts';
import { drawnLabel } from './drawn-label.ts';
import { type LabelPage, type LabelSize, labelPage } from './label-page.ts';
import { labelSvg } from './label-svg.ts';
import { degradedText, type LabelCap, labelText } from './label-text.ts';
import { labelZpl } from './label-zpl.ts';

type Format = { readonly en: string; readonly mediaType?: string } & Partial<LabelSize>;

const FORMATS: Readonly<Record<string, Format>> = codesOf(LabelFormat);

/** A code of a later list counts as the fallback. */
export const formatMeant = (code: LabelData['format']): LabelData['format'] =>
  Object.hasOwn(FORMATS, code) ? code : 'PDF_100X180';

/** Printer languages name no size; their labels have that of the fallback. */
const USUAL = FORMATS.PDF_100X180;

const sizeOf = (format: string): LabelSize => {
  const { widthMillimetres, heightMillimetres } = { ...USUAL, ...FORMATS[format] };
  if (widthMillimetres === undefined || heightMillimetres === undefined)
    throw new Error(`${format} has no size`);
  return { widthMillimetres, heightMillimetres };
};

/** What the words of a label come from, beside the waybill itself. */
const WORDS_COME_FROM = ['order', 'consignee', 'waybill'];

/** Road and building only where an agreement names them for the courier; a grant of whole messages is none. */
const capFor = async (unit: Unit, { owner }: StoredWaybill): Promise<LabelCap> =>
  (await agreementsOn(unit, owner, 'waybill')).some(({ grants }) =>
    grants.some(
      ({ messageName, pointer, toRole }) =>
        messageName === 'AddressMasked' && pointer === '/building' && toRole === 'courier',
    ),
  )
    ? 'BUILDING'
    : 'TOWN';

const contentOf = async (
  system: System,
  page: LabelPage,
  format: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  switch (FORMATS[format]?.mediaType) {
    case 'image/svg+xml':
      return new TextEncoder().encode(labelSvg(page));
    case 'application/pdf': {
      const { labelPdf } = system.options;
      if (labelPdf === undefined) throw new Error('no printer of PDF was handed in');
      return labelPdf(page);
    }
    default:
      return new TextEncoder().encode(labelZpl(page));
  }
};

/** Issues the label of a waybill in a format that this courier makes; the audit log says so. */
export const issueLabel = async (
  call: Call,
  stored: StoredWaybill,
  order: Order,
  format: LabelData['format'],
): Promise<LabelData> => {
  const { system, unit, now } = call;
  const whole = labelText(stored, order, system.options.name, await capFor(unit, stored));
  const isDegraded = await isInterruptedIn(unit, stored.owner, WORDS_COME_FROM);
  const page = labelPage(isDegraded ? degradedText(whole) : whole, sizeOf(format));
  const drawn = await drawnLabel(system, [format, page], () => contentOf(system, page, format));
  const { consigneeRef } = order.consignee;
  await note(system, unit, now, { kind: 'LABEL_ISSUED', by: callerOf(call), consigneeRef });
  return {
    format,
    ...drawn,
    maskProfile: 'MASKED',
    copyCount: 1,
    areas: [...page.areas],
  };
};
