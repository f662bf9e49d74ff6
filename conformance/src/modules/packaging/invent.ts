import { judge } from '@openwaybill/validate';
import type { Stage } from '../../drive/stage.ts';

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** An asset that no other run has, with its check digit (GS1 modulo 10); and the same with another one. */
export const inventAsset = (
  stage: Stage,
): { readonly assetId: string; readonly miscopied: string } => {
  const body = BigInt(`0x${stage.invent.uuid().replaceAll('-', '')}`)
    .toString()
    .slice(-12);
  const candidates = DIGITS.map((digit) => `RA${body.padStart(12, '0')}${digit}`);
  const isRight = (candidate: string): boolean => judge('AssetId', candidate).ok;
  const [assetId = '', miscopied = ''] = [
    candidates.find(isRight),
    candidates.find((candidate) => !isRight(candidate)),
  ];
  return { assetId, miscopied };
};

/** A consumer that nobody has credited: 128 random bits. */
export const inventConsumer = (stage: Stage): string =>
  `cs_${stage.invent.noticeId().slice('ntc_'.length)}`;
