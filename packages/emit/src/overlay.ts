import { chineseTextsOf } from './in-chinese.ts';

/** One step of an overlay: the object at a place takes other texts (OpenAPI Overlay 1.0, action object). */
type Action = { readonly target: string; readonly update: Readonly<Record<string, string>> };

/** A member's name as a normalized path writes it (RFC 9535, section 2.7). */
const named = (name: string): string =>
  `['${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`;

function* actionsOf(part: unknown, target: string): Generator<Action, void, undefined> {
  if (typeof part !== 'object' || part === null) return;
  if (Array.isArray(part)) {
    for (const [at, each] of part.entries()) yield* actionsOf(each, `${target}[${at}]`);
    return;
  }
  const update = chineseTextsOf(part as Readonly<Record<string, unknown>>);
  if (Object.keys(update).length > 0) yield { target, update };
  for (const [name, value] of Object.entries(part))
    yield* actionsOf(value, `${target}${named(name)}`);
}

/** The overlay that turns a document into its Chinese twin; a model for whoever writes one in another language. */
export const chineseOverlay = (document: unknown, version: string): unknown => ({
  overlay: '1.0.0',
  info: { title: 'OpenWaybill: 中文', version },
  extends: 'openapi-3.1.json',
  actions: [...actionsOf(document, '$')],
});
