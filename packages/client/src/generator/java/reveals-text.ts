import {
  SEALED_ALGORITHM,
  SEALED_CRITICAL,
  SEALED_ENCRYPTION,
  SEALED_TYPE,
} from '@openwaybill/privacy';
import { REVEALABLE } from '../../reveal/purposes.ts';
import { literal } from './names.ts';

const listOf = (texts: readonly string[]): string => `list(${texts.map(literal).join(', ')})`;

/** What each purpose may ask for, and what the header of sealed fields has to say. */
export const revealsText = (): string => `package org.openwaybill;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each purpose may ask for, and what the header of sealed fields has to say. */
final class RevealTables {
    static final String ALGORITHM = ${literal(SEALED_ALGORITHM)};
    static final String ENCRYPTION = ${literal(SEALED_ENCRYPTION)};
    static final String TYPE = ${literal(SEALED_TYPE)};
    /** The claims that whoever opens sealed fields has to understand (RFC 7515 section 4.1.11). */
    static final List<String> CRITICAL = ${listOf(SEALED_CRITICAL)};
    /** Purposes whose fields never come in clear. */
    static final List<String> SEALED = ${listOf(
      Object.entries(REVEALABLE).flatMap(([purpose, { isSealed }]) => (isSealed ? [purpose] : [])),
    )};
    /** The fields that a purpose may ask for at most. */
    static final Map<String, List<String>> FIELDS = new LinkedHashMap<>();

    static {
${Object.entries(REVEALABLE)
  .map(([purpose, { fields }]) => `        FIELDS.put(${literal(purpose)}, ${listOf(fields)});\n`)
  .join('')}    }

    private RevealTables() {
    }

    private static List<String> list(String... texts) {
        return Collections.unmodifiableList(Arrays.asList(texts));
    }
}
`;
