import { ADDR_1, TEXT_MASKS } from '../masks/index.ts';
import { addr1Vectors } from './addr-1.ts';
import { cnName1Vectors } from './cn-name-1.ts';
import { consigneeRefVectors } from './consignee-ref.ts';
import { digitRunVectors } from './digit-run.ts';
import { email1Vectors } from './email-1.ts';
import { goods1Vectors } from './goods-1.ts';
import { id1Vectors } from './id-1.ts';
import { looksMaskedVectors } from './looks-masked.ts';
import { phone1Vectors } from './phone-1.ts';
import { plate1Vectors } from './plate-1.ts';
import { unit1Vectors } from './unit-1.ts';
import type { Vector } from './vector.ts';

const published = <Given, Want>(vectors: readonly Vector<Given, Want>[]) =>
  vectors.map(([given, want]) => ({ given, want }));

/** Every vector of the masks and of what they rest on, for implementers in other languages. */
export const maskVectors = {
  'phone-1': { pattern: TEXT_MASKS['phone-1'].pattern, vectors: published(phone1Vectors) },
  'cn-name-1': { pattern: TEXT_MASKS['cn-name-1'].pattern, vectors: published(cnName1Vectors) },
  'addr-1': { pattern: ADDR_1, vectors: published(addr1Vectors) },
  'email-1': { pattern: TEXT_MASKS['email-1'].pattern, vectors: published(email1Vectors) },
  'plate-1': { pattern: TEXT_MASKS['plate-1'].pattern, vectors: published(plate1Vectors) },
  'id-1': { pattern: TEXT_MASKS['id-1'].pattern, vectors: published(id1Vectors) },
  'goods-1': { vectors: published(goods1Vectors) },
  'looks-masked': { vectors: published(looksMaskedVectors) },
  'digit-run': { vectors: published(digitRunVectors) },
  'unit-1': { vectors: published(unit1Vectors) },
  'consignee-ref': { vectors: published(consigneeRefVectors) },
} as const;
