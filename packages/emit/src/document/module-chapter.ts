import {
  isPage,
  type Module,
  type PlainSchema,
  type Registry,
  ROLES,
  type Role,
  type SchemaEntry,
  type Text,
} from '@openwaybill/schemas';
import { anchorOf } from './anchors.ts';
import type { Clause } from './clause.ts';
import { elementTable } from './element-table.ts';
import { eventClause } from './event-clause.ts';
import { escaped, facts, type Html, linkTo, paragraph, prose } from './html.ts';
import { memberTable } from './member-table.ts';
import { operationClause } from './operation-clause.ts';
import { requirementTable } from './requirement-table.ts';
import { textIn } from './schema-text.ts';
import { headed, LABELS, type Language, listed } from './words.ts';

/** Schemas with members of their own; pages of resources all have the same two, and are told once. */
const isObject = ({ schema }: SchemaEntry): boolean =>
  schema.properties !== undefined && !isPage(schema);

/** Values without members that are no code list, which has a table of its own. */
const isElement = ({ schema }: SchemaEntry): boolean =>
  schema.properties === undefined && schema.enum === undefined;

const messageClause = (registry: Registry, entry: SchemaEntry, language: Language): Clause => {
  const schema: PlainSchema = entry.schema;
  const members = memberTable(registry, entry, language);
  return {
    id: anchorOf.schema(entry.name),
    title: headed(entry.name, textIn(schema, 'title', language), language),
    body: [
      paragraph(prose(textIn(schema, 'description', language))),
      members === '' ? paragraph(escaped(LABELS.noMembers[language])) : members,
    ],
  };
};

/** The clauses of messages and data elements of one folder of the standard, under titles of its own where it has such. */
export const schemaClauses = (
  registry: Registry,
  folder: string,
  title: string,
  language: Language,
  labels: Readonly<Record<'messages' | 'dataElements', Text>> = LABELS,
): readonly Clause[] => {
  const entries = [...registry.schemas.values()].filter(({ module }) => module === folder);
  const objects = entries.filter(isObject);
  const elements = entries.filter(isElement);
  return [
    ...(objects.length === 0
      ? []
      : [
          {
            id: `${anchorOf.module(folder)}-messages`,
            title: labels.messages[language],
            clauses: objects.map((entry) => messageClause(registry, entry, language)),
          },
        ]),
    ...(elements.length === 0
      ? []
      : [
          {
            id: `${anchorOf.module(folder)}-elements`,
            title: labels.dataElements[language],
            body: [elementTable(elements, title, language)],
          },
        ]),
  ];
};

/** The clause of the requirements of one folder; none where it has none. */
export const requirementClause = (
  registry: Registry,
  folder: string,
  title: string,
  language: Language,
): readonly Clause[] => {
  const requirements = registry.requirements.filter(({ module }) => module === folder);
  return requirements.length === 0
    ? []
    : [
        {
          id: `${anchorOf.module(folder)}-requirements`,
          title: LABELS.requirements[language],
          body: [requirementTable(requirements, title, language)],
        },
      ];
};

const rolesIn = (
  operations: Registry['operations'],
  events: Registry['events'],
  language: Language,
): string => {
  const involved = new Set<Role>([
    ...operations.flatMap(({ calledBy, servedBy }) => [...calledBy, ...servedBy]),
    ...events.flatMap(({ from, to }) => [...from, ...to]),
  ]);
  return listed(
    (Object.keys(ROLES) as readonly Role[])
      .filter((role) => involved.has(role))
      .map((role) => ROLES[role][language]),
    language,
  );
};

/** The chapter of a module: what it is for, its messages, operations, events and requirements. */
export const moduleChapter = (registry: Registry, module: Module, language: Language): Clause => {
  const { name, title, description, conformanceClass, clauses } = module;
  const id = anchorOf.module(name);
  const operations = registry.operations.filter((one) => one.module === name);
  const events = registry.events.filter((one) => one.module === name);
  const lifecycles = registry.lifecycles.filter((one) => one.module === name);
  const general: readonly Html[] = [
    paragraph(prose(description[language])),
    facts([
      [LABELS.roles[language], escaped(rolesIn(operations, events, language))],
      [LABELS.conformanceClass[language], escaped(conformanceClass)],
      [LABELS.answers[language], escaped(clauses.join(', '))],
      [
        LABELS.lifecycle[language],
        lifecycles
          .map((one) => linkTo(anchorOf.lifecycle(one.entity), escaped(one.title[language])))
          .join(language === 'zh' ? '、' : ', '),
      ],
    ]),
  ];
  return {
    id,
    title: title[language],
    clauses: [
      { id: `${id}-general`, title: LABELS.general[language], body: general },
      ...schemaClauses(registry, name, title[language], language),
      ...(operations.length === 0
        ? []
        : [
            {
              id: `${id}-operations`,
              title: LABELS.operations[language],
              clauses: operations.map((one) => operationClause(registry, one, language)),
            },
          ]),
      ...(events.length === 0
        ? []
        : [
            {
              id: `${id}-events`,
              title: LABELS.events[language],
              clauses: events.map((one) => eventClause(one, language)),
            },
          ]),
      ...requirementClause(registry, name, title[language], language),
    ],
  };
};
