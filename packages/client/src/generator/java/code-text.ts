import type { CodesFacts } from '../material.ts';
import { fallbackOf } from '../selection.ts';
import { javadoc, titleOf } from './javadoc.ts';
import { constantName, literal } from './names.ts';

/** A code list: a class with a constant for each code that this release knows. */
export const codeText = (name: string, list: CodesFacts): string => {
  const { title, codes, meanings } = list;
  const fallback = fallbackOf(list);
  const constants = codes.map((code) => {
    const { en, zh } = meanings[code] ?? { en: code, zh: '' };
    return `    /** ${titleOf(en, zh)} */
    public static final ${name} ${constantName(code)} = new ${name}(${literal(code)});
`;
  });
  return `package org.openwaybill.code;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.openwaybill.Code;

${javadoc('', title, list)}public final class ${name} extends Code {
${constants.join('\n')}
    private static final List<${name}> KNOWN = Collections.unmodifiableList(Arrays.asList(
        ${codes.map(constantName).join(',\n        ')}));

    private ${name}(String text) {
        super(text);
    }

    /** The code of that text, known or not. */
    public static ${name} of(String text) {
        return new ${name}(text);
    }

    /** What this release knows of it, in the order of the standard. */
    public static List<${name}> known() {
        return KNOWN;
    }

    @Override
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** ${
      fallback === undefined
        ? 'The code itself; absent where it is not known, which a receiver ignores.'
        : `The code itself, or {@link #${constantName(fallback)}} for one that is not known.`
    } */
    public Optional<${name}> meaning() {
        return isKnown() ? Optional.of(this) : Optional.${fallback === undefined ? 'empty()' : `of(${constantName(fallback)})`};
    }
}
`;
};
