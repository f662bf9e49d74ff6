import {
  isPage,
  nameIn,
  nameOf,
  type OperationEntry,
  PARAMETERS,
  type ParameterName,
  type PlainSchema,
  parametersByForm,
  type Registry,
  ROLES,
  type Role,
} from '@openwaybill/schemas';
import { anchorOf } from './anchors.ts';
import type { Clause } from './clause.ts';
import { formOf } from './form.ts';
import { code, escaped, facts, type Html, linkTo, paragraph, prose } from './html.ts';
import { headed, LABELS, type Language, listed } from './words.ts';

/** Who sends to whom. */
export const between = (from: readonly Role[], to: readonly Role[], language: Language): Html =>
  [from, to]
    .map((roles) =>
      escaped(
        listed(
          roles.map((role) => ROLES[role][language]),
          language,
        ),
      ),
    )
    .join(' → ');

/** A link to a schema; a page of resources is told by its items. */
export const schemaLink = (schema: PlainSchema, language: Language): Html => {
  const name = nameOf(schema as never);
  if (!isPage(schema as never)) return linkTo(anchorOf.schema(name), code(name));
  const { items } = schema.properties as { readonly items: { readonly items: PlainSchema } };
  const item = nameIn(String(items.items.$ref));
  return `${code(name)} (${escaped(LABELS.pageOf[language])}${language === 'zh' ? '' : ' '}${linkTo(anchorOf.schema(item), code(item))})`;
};

/** The headers of every request, which the chapter on principles tells. */
const OF_ALL: readonly ParameterName[] = ['OpenWaybillVersion', 'TraceParent'];

const headersOf = (schemas: Registry['schemas'], operation: OperationEntry): readonly string[] =>
  parametersByForm(schemas, operation)
    .filter((name) => PARAMETERS[name].in === 'header' && !OF_ALL.includes(name))
    .map((name) => PARAMETERS[name].name);

const queryOf = ({ query = {}, requiredQuery = [] }: OperationEntry, language: Language): Html =>
  Object.entries(query)
    .map(([name, schema]) => {
      const isNeeded = requiredQuery.includes(name);
      return `${code(name)} (${formOf(schema as PlainSchema, language)}${isNeeded ? `, ${LABELS.mandatory[language]}` : ''})`;
    })
    .join(language === 'zh' ? '；' : '; ');

/** The clause of an operation: a line of words, and its facts. */
export const operationClause = (
  { schemas }: Pick<Registry, 'schemas'>,
  operation: OperationEntry,
  language: Language,
): Clause => {
  const { name, operationId, title, description, method, path, answer, problems } = operation;
  const statuses = [answer.status, ...(answer.also ?? [])].join(', ');
  const body: PlainSchema | undefined = answer.body;
  return {
    id: anchorOf.operation(name),
    title: headed(operationId, title[language], language),
    body: [
      ...(description === undefined ? [] : [paragraph(prose(description[language]))]),
      facts([
        [LABELS.call[language], `<b>${method}</b> ${code(path)}`],
        [LABELS.from[language], between(operation.calledBy, operation.servedBy, language)],
        [LABELS.query[language], queryOf(operation, language)],
        [LABELS.headers[language], headersOf(schemas, operation).map(code).join(', ')],
        [
          LABELS.request[language],
          operation.request === undefined ? '' : schemaLink(operation.request, language),
        ],
        [
          LABELS.answer[language],
          `${statuses}${language === 'zh' ? '，' : ', '}${body === undefined ? escaped(LABELS.nothing[language]) : schemaLink(body, language)}`,
        ],
        [
          LABELS.lifecycle[language],
          operation.lifecycle === undefined
            ? ''
            : linkTo(anchorOf.lifecycle(operation.lifecycle), code(operation.lifecycle)),
        ],
        [
          LABELS.ownProblems[language],
          listed(
            problems.map((one) => linkTo(anchorOf.problem(one), code(one))),
            language,
          ),
        ],
        [
          LABELS.requirements[language],
          listed(
            operation.requirements.map(({ id }) => linkTo(anchorOf.requirement(id), escaped(id))),
            language,
          ),
        ],
      ]),
    ],
  };
};
