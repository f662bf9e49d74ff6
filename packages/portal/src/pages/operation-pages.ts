import {
  answersETag,
  COMMON_PROBLEMS,
  mediaTypesOf,
  minorOf,
  nameIn,
  nameOf,
  type OperationEntry,
  PARAMETERS,
  type PlainSchema,
  parametersByForm,
  problemSetOf,
  wordNameOf,
} from '@openwaybill/schemas';
import {
  type Block,
  code,
  type Inline,
  joined,
  type Language,
  type Row,
  section,
  table,
  tag,
} from '../block.ts';
import type { Page } from '../page.ts';
import { limitsOf, typeOf } from '../schema-table.ts';
import {
  directionText,
  homeLink,
  named,
  prose,
  rolesText,
  type Site,
  schemaText,
} from '../site.ts';
import { WORDS } from '../words.ts';
import { requirementTable } from './requirement-rows.ts';

type Parameter = PlainSchema & {
  readonly name: string;
  readonly in: 'header' | 'query';
  readonly required: boolean;
  readonly schema: PlainSchema;
};

/** The parameter by which a caller shows who it is; OpenAPI tells it apart from the others. */
const authorizationOf = ({ token }: OperationEntry): readonly Parameter[] =>
  token === 'none'
    ? []
    : [
        {
          name: 'Authorization',
          in: 'header',
          required: token !== 'optional',
          schema: { type: 'string' },
          description: 'Access token of the caller, as `Bearer`.',
          'x-description-zh': '调用方的访问令牌，以 `Bearer` 给出。',
        },
      ];

/** Parameters that follow from the form of an operation. */
const formParameters = (site: Site, operation: OperationEntry): readonly Parameter[] => [
  ...authorizationOf(operation),
  ...parametersByForm(site.registry.schemas, operation).map((name) => PARAMETERS[name]),
];

const requiredCell = (isRequired: boolean, language: Language): Inline =>
  isRequired ? tag(WORDS.yes[language], 'must') : { text: WORDS.no[language], isQuiet: true };

/** What a schema says of itself, or the word that it refers to. */
const meaningOf = (site: Site, schema: PlainSchema | undefined, language: Language): Inline => {
  if (schema === undefined) return '';
  const own = schemaText(schema, 'description', language);
  return own !== '' || typeof schema.$ref !== 'string'
    ? prose(site, own)
    : meaningOf(site, site.registry.schemas.get(nameIn(schema.$ref))?.schema, language);
};

const parameterRows = (
  site: Site,
  operation: OperationEntry,
  language: Language,
): readonly Row[] => {
  const { schemas } = site.registry;
  const row = (
    name: string,
    where: Inline,
    type: Inline,
    isRequired: boolean,
    meaning: Inline,
  ): Row => ({
    cells: [code(name), where, type, requiredCell(isRequired, language), meaning],
  });
  return [
    ...operation.pathParameters.map((name) => {
      const word = wordNameOf(schemas, name) ?? '';
      return row(
        name,
        WORDS.inPath[language],
        named(site, word),
        true,
        meaningOf(site, schemas.get(word)?.schema, language),
      );
    }),
    ...Object.entries((operation.query ?? {}) as Readonly<Record<string, PlainSchema>>).map(
      ([name, schema]) =>
        row(
          name,
          WORDS.inQuery[language],
          joined([typeOf(site, schema), ...limitsOf(schema, language)]),
          operation.requiredQuery?.includes(name) === true,
          meaningOf(site, schema, language),
        ),
    ),
    ...formParameters(site, operation).map((one) =>
      row(
        one.name,
        WORDS[one.in === 'query' ? 'inQuery' : 'inHeader'][language],
        typeOf(site, one.schema),
        one.required,
        prose(site, schemaText(one, 'description', language)),
      ),
    ),
  ];
};

const HOST = 'example.test';

/** The first valid example of a message. */
const exampleOf = (site: Site, schema: { readonly $id?: string } | undefined): unknown =>
  schema === undefined
    ? undefined
    : Object.values(site.registry.schemas.get(nameOf(schema as never))?.examples.valid ?? {})[0];

const exchangeOf = (site: Site, operation: OperationEntry): string => {
  const { method, path, request, answer } = operation;
  const [body, answered] = [exampleOf(site, request), exampleOf(site, answer.body)];
  const isJson = (value: unknown): readonly string[] =>
    value === undefined ? [] : ['', JSON.stringify(value, null, 2)];
  return [
    `${method} ${path} HTTP/1.1`,
    `Host: ${HOST}`,
    ...formParameters(site, operation)
      .filter(({ name, required }) => required || name === 'OpenWaybill-Version')
      .map(
        ({ name }) =>
          `${name}: ${name === 'Authorization' ? 'Bearer …' : name === 'OpenWaybill-Version' ? minorOf(site.registry.version) : '…'}`,
      ),
    ...(request === undefined ? [] : [`Content-Type: ${mediaTypesOf(operation)[0]}`]),
    ...isJson(body),
    '',
    `HTTP/1.1 ${answer.status}`,
    ...(answer.body === undefined ? [] : ['Content-Type: application/json']),
    ...(answersETag(operation) ? ['ETag: "1"'] : []),
    ...isJson(answered),
  ].join('\n');
};

const problemRows = (site: Site, operation: OperationEntry, language: Language): readonly Row[] => {
  const common: ReadonlySet<string> = new Set(COMMON_PROBLEMS);
  return problemSetOf(operation)
    .filter((name) => !common.has(name) || operation.problems.includes(name))
    .flatMap((name) => {
      const problem = site.registry.problems[name];
      return problem === undefined
        ? []
        : [
            {
              cells: [
                String(problem.status),
                named(site, name),
                prose(site, problem.when[language]),
              ],
            },
          ];
    });
};

const bodyLine = (
  site: Site,
  schema: { readonly $id?: string } | undefined,
  language: Language,
): Inline => (schema === undefined ? WORDS.none[language] : named(site, nameOf(schema as never)));

const pageOf = (site: Site, operation: OperationEntry): Page => {
  const { name, operationId, title, description, module, method, path, request, answer } =
    operation;
  return {
    path: `operations/${name}`,
    kind: 'operations',
    name: operationId,
    title,
    ...(description === undefined ? {} : { lede: description }),
    module,
    found: { en: `${name} ${path}`, zh: `${name} ${path}` },
    blocks: (language): readonly Block[] => [
      {
        is: 'facts',
        rows: [
          [method, code(path)],
          [WORDS.module[language], homeLink(site, module, language)],
          [
            WORDS.direction[language],
            directionText(operation.calledBy, operation.servedBy, language),
          ],
          [WORDS.request[language], bodyLine(site, request, language)],
          [
            WORDS.answer[language],
            [
              `${[answer.status, ...(answer.also ?? [])].join(' / ')} `,
              bodyLine(site, answer.body, language),
            ],
          ],
          ...(operation.lifecycle === undefined
            ? []
            : [
                [
                  WORDS.lifecycle[language],
                  named(site, operation.lifecycle, `lifecycle ${operation.lifecycle}`),
                ] as const,
              ]),
          [WORDS.since[language], operation.since],
        ],
      },
      ...section(
        WORDS.parameters[language],
        'parameters',
        table(
          [
            WORDS.name[language],
            WORDS.form[language],
            WORDS.type[language],
            WORDS.required[language],
            WORDS.meaning[language],
          ],
          parameterRows(site, operation, language),
          'parameters',
        ),
      ),
      ...section(WORDS.exchange[language], 'exchange', [
        { is: 'code', text: exchangeOf(site, operation) },
      ]),
      ...section(WORDS.problems[language], 'problems', [
        ...table(
          [WORDS.status[language], WORDS.code[language], WORDS.when[language]],
          problemRows(site, operation, language),
        ),
        {
          is: 'paragraph',
          of: [
            language === 'zh'
              ? '以及所有操作均可能返回的问题码：'
              : 'And what every operation may answer: ',
            joined(
              COMMON_PROBLEMS.map((one) => named(site, one)),
              language === 'zh' ? '、' : ', ',
            ),
          ],
        },
      ]),
      ...section(
        WORDS.requirements[language],
        'requirements',
        requirementTable(site, site.requirementsAbout.get(name) ?? [], language),
      ),
      ...section(WORDS.binds[language], 'roles', [
        {
          is: 'facts',
          rows: [
            [language === 'zh' ? '调用方' : 'Called by', rolesText(operation.calledBy, language)],
            [language === 'zh' ? '服务方' : 'Served by', rolesText(operation.servedBy, language)],
          ],
        },
      ]),
    ],
  };
};

/** Pages of operations: the reference of the API. */
export const operationPages = (site: Site): readonly Page[] =>
  site.registry.operations.map((operation) => pageOf(site, operation));
