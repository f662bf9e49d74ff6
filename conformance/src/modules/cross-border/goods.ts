import { exampleBody } from '../../drive/example.ts';
import type { Stage } from '../../drive/stage.ts';

// biome-ignore lint/suspicious/noExplicitAny: a scenario puts its own members into it
type Body = any;

/** A declaration of one line of goods for an order of this run. */
export const declarationOf = (
  stage: Stage,
  goods: { readonly description?: string; readonly minor?: number } = {},
): Body => {
  const body = exampleBody('submitDeclaration');
  const [line] = body.lines;
  const value = goods.minor === undefined ? line.value : { ...line.value, minor: goods.minor };
  return {
    ...body,
    orderNo: stage.invent.orderNo(),
    paymentRef: stage.invent.orderNo(),
    lines: [{ ...line, description: goods.description ?? line.description, value }],
    totalValue: value,
  };
};

/** Weights and rest of the check digit of a number of the postal union (UPU S10). */
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];
const SERIALS = 1e8;

const checkDigitOf = (serial: string): number => {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(serial[place]), 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? 0 : rest === 11 ? 5 : rest;
};

/** A number of the postal union that no other item has, of this run or another. */
export const itemNumber = (stage: Stage): string => {
  const serial = String(Math.floor(stage.invent.fresh() * SERIALS)).padStart(8, '0');
  return `RB${serial}${checkDigitOf(serial)}GB`;
};

/** The number with the check digit after the right one. */
export const miscounted = (number: string): string =>
  `${number.slice(0, 10)}${(Number(number[10]) + 1) % 10}${number.slice(11)}`;

/** The number in a country of no table. */
export const ofNowhere = (number: string): string => `${number.slice(0, 11)}XX`;

/** The number of an identity card in a region of no table: it belongs to nobody. */
export const NOBODY = '990000199001010009';
