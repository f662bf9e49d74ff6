import type { CodesFacts } from '../material.ts';
import { fallbackOf, type Selection } from '../selection.ts';
import { constantName, literal } from './names.ts';

const listText = (name: string, list: CodesFacts): string => {
  const fallback = fallbackOf(list);
  return `
@code_list
class ${name}(Code):
    """${list.title}."""

${list.codes.map((code) => `    ${constantName(code)} = ${literal(code)}\n`).join('')}
    CODES = frozenset(
        (
${list.codes.map((code) => `            ${literal(code)},\n`).join('')}        )
    )
${fallback === undefined ? '' : `    FALLBACK = ${literal(fallback)}\n`}`;
};

/** The code lists: text that may be anything, with constants for what this release knows. */
export const codesText = ({
  codes,
}: Selection): string => `"""Code lists. A code that is not known stays as it came."""

from __future__ import annotations

from .runtime.values import Code, code_list

${Object.entries(codes)
  .map(([name, list]) => listText(name, list))
  .join('\n')}`;
