import {
  SEALED_ALGORITHM,
  SEALED_CRITICAL,
  SEALED_ENCRYPTION,
  SEALED_TYPE,
} from '@openwaybill/privacy';
import { REVEALABLE } from '../../reveal/purposes.ts';
import { literal } from './names.ts';

const tupleOf = (texts: readonly string[]): string => `(${texts.map(literal).join(', ')},)`;

/** What each purpose may ask for, and what the header of sealed fields has to say. */
export const revealsText =
  (): string => `"""What each purpose may ask for, and what the header of sealed fields has to say."""

from __future__ import annotations

from typing import Mapping, Tuple

# the fields that a purpose may ask for at most
FIELDS: Mapping[str, Tuple[str, ...]] = {
${Object.entries(REVEALABLE)
  .map(([purpose, { fields }]) => `    ${literal(purpose)}: ${tupleOf(fields)},\n`)
  .join('')}}

# purposes whose fields never come in clear
SEALED: Tuple[str, ...] = ${tupleOf(
    Object.entries(REVEALABLE).flatMap(([purpose, { isSealed }]) => (isSealed ? [purpose] : [])),
  )}

ALGORITHM = ${literal(SEALED_ALGORITHM)}
ENCRYPTION = ${literal(SEALED_ENCRYPTION)}
TYPE = ${literal(SEALED_TYPE)}
CRITICAL: Tuple[str, ...] = ${tupleOf(SEALED_CRITICAL)}
`;
