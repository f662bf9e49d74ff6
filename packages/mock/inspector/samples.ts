import type { RequestDetail } from '../src/inspector/wire.ts';

/** A request that somebody wants to send again, from a language of theirs. */
export type Sample = Pick<RequestDetail, 'method' | 'path' | 'requestBody' | 'requestHeaders'>;

/** Headers that say something of the request and not of who sent it. */
const KEPT =
  /^(?:content-type|if-match|if-none-match|openwaybill-version|accept-language|mock-[a-z-]+)$/i;

const headersOf = ({ requestHeaders, method }: Sample): readonly (readonly [string, string])[] => [
  ...(Object.keys(requestHeaders).some((name) => name.toLowerCase() === 'authorization')
    ? ([['Authorization', 'Bearer $TOKEN']] as const)
    : []),
  ...(method === 'POST' && 'idempotency-key' in requestHeaders
    ? ([['Idempotency-Key', '$KEY']] as const)
    : []),
  ...Object.entries(requestHeaders).filter(([name]) => KEPT.test(name)),
];

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is a template of the code that is written
const BEARER = '`Bearer ${token}`';

const pretty = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

const quoted = (text: string): string => JSON.stringify(text);
/** A text as one word of a shell. */
export const shell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const curl = (base: string, one: Sample): string =>
  [
    `curl -X ${one.method} ${shell(base + one.path)}`,
    ...headersOf(one).map(
      ([name, value]) =>
        `  -H "${name}: ${value === '$KEY' ? '$(uuidgen)' : value.replaceAll('"', '\\"')}"`,
    ),
    ...(one.requestBody === undefined ? [] : [`  --data-binary ${shell(one.requestBody)}`]),
  ].join(' \\\n');

const typescript = (base: string, one: Sample): string =>
  [
    `const answer = await fetch(${quoted(base + one.path)}, {`,
    `  method: ${quoted(one.method)},`,
    '  headers: {',
    ...headersOf(one).map(
      ([name, value]) =>
        `    ${quoted(name)}: ${
          value === '$KEY'
            ? 'crypto.randomUUID()'
            : value.includes('$TOKEN')
              ? BEARER
              : quoted(value)
        },`,
    ),
    '  },',
    ...(one.requestBody === undefined
      ? []
      : [`  body: JSON.stringify(${pretty(one.requestBody).replaceAll('\n', '\n  ')}),`]),
    '});',
    'if (!answer.ok) throw new Error((await answer.json()).code);',
    ...(one.method === 'DELETE' ? [] : ['const body = await answer.json();']),
  ].join('\n');

const java = (base: string, one: Sample): string =>
  [
    'var request = HttpRequest.newBuilder()',
    `    .uri(URI.create(${quoted(base + one.path)}))`,
    ...headersOf(one).map(
      ([name, value]) =>
        `    .header(${quoted(name)}, ${
          value === '$KEY'
            ? 'UUID.randomUUID().toString()'
            : value.includes('$TOKEN')
              ? '"Bearer " + token'
              : quoted(value)
        })`,
    ),
    `    .method(${quoted(one.method)}, ${
      one.requestBody === undefined
        ? 'HttpRequest.BodyPublishers.noBody()'
        : `HttpRequest.BodyPublishers.ofString(${quoted(one.requestBody)})`
    })`,
    '    .build();',
    'var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());',
    'if (answer.statusCode() >= 400) throw new IllegalStateException(answer.body());',
  ].join('\n');

const go = (base: string, one: Sample): string =>
  [
    one.requestBody === undefined
      ? `request, err := http.NewRequest(${quoted(one.method)}, ${quoted(base + one.path)}, nil)`
      : [
          `body := strings.NewReader(${quoted(one.requestBody)})`,
          `request, err := http.NewRequest(${quoted(one.method)}, ${quoted(base + one.path)}, body)`,
        ].join('\n'),
    'if err != nil {',
    '\treturn err',
    '}',
    ...headersOf(one).map(
      ([name, value]) =>
        `request.Header.Set(${quoted(name)}, ${
          value === '$KEY'
            ? 'uuid.NewString()'
            : value.includes('$TOKEN')
              ? '"Bearer "+token'
              : quoted(value)
        })`,
    ),
    'answer, err := http.DefaultClient.Do(request)',
    'if err != nil {',
    '\treturn err',
    '}',
    'defer answer.Body.Close()',
    'if answer.StatusCode >= 400 {',
    '\treturn fmt.Errorf("refused: %s", answer.Status)',
    '}',
  ].join('\n');

const python = (base: string, one: Sample): string =>
  [
    'import json, os, urllib.request, uuid',
    '',
    `request = urllib.request.Request(${quoted(base + one.path)}, method=${quoted(one.method)})`,
    ...headersOf(one).map(
      ([name, value]) =>
        `request.add_header(${quoted(name)}, ${
          value === '$KEY'
            ? 'str(uuid.uuid4())'
            : value.includes('$TOKEN')
              ? `f"Bearer {os.environ['TOKEN']}"`
              : quoted(value)
        })`,
    ),
    ...(one.requestBody === undefined
      ? []
      : [`request.data = ${quoted(one.requestBody)}.encode("utf-8")`]),
    'with urllib.request.urlopen(request) as answer:  # raises HTTPError with the problem as its body',
    '    body = json.load(answer)',
  ].join('\n');

/** The languages in which a request is written down. */
export const SAMPLES = [
  { name: 'curl', write: curl },
  { name: 'TypeScript', write: typescript },
  { name: 'Java', write: java },
  { name: 'Go', write: go },
  { name: 'Python', write: python },
] as const satisfies readonly {
  readonly name: string;
  readonly write: (base: string, one: Sample) => string;
}[];

/** Members that no two runs have alike. */
const VOLATILE = /^(?:instance|.*(?:Id|At|No|Ref|Hash|cursor|checkpoint))$/;

/** What of an answer a test can rely on. */
const stable = (value: unknown): unknown =>
  typeof value !== 'object' || value === null
    ? value
    : Array.isArray(value)
      ? value.map(stable)
      : Object.fromEntries(
          Object.entries(value)
            .filter(([name]) => !VOLATILE.test(name) && name !== 'extensions')
            .map(([name, member]) => [name, stable(member)]),
        );

/** A test for vitest that sends the request to a mock of its own and expects the same answer. */
export const vitestTest = (
  one: Sample & Pick<RequestDetail, 'status' | 'answerBody' | 'operation'>,
  role: string,
): string => {
  const headers = headersOf(one).map(
    ([name, value]) =>
      `        ${quoted(name)}: ${
        value === '$KEY' ? 'crypto.randomUUID()' : value.includes('$TOKEN') ? BEARER : quoted(value)
      },`,
  );
  const body =
    one.requestBody === undefined
      ? []
      : [`      body: JSON.stringify(${pretty(one.requestBody).replaceAll('\n', '\n      ')}),`];
  const want =
    one.answerBody === undefined
      ? []
      : [
          `  expect(await answer.json()).toMatchObject(${JSON.stringify(stable(one.answerBody), null, 2).replaceAll('\n', '\n  ')});`,
        ];
  return [
    "import { createTestMock } from '@openwaybill/mock/testing';",
    "import { expect, test } from 'vitest';",
    '',
    `test('${one.operation?.name ?? one.method.toLowerCase()} answers ${one.status}', async () => {`,
    `  const mock = await createTestMock({ role: '${role}' });`,
    '  const [token] = mock.developmentTokens.values();',
    '  // what the request refers to is created here first',
    '  const answer = await mock.fetch(',
    `    new Request(\`https://${role}.test${one.path}\`, {`,
    `      method: '${one.method}',`,
    '      headers: {',
    ...headers,
    '      },',
    ...body,
    '    }),',
    '  );',
    `  expect(answer.status).toBe(${one.status});`,
    ...want,
    '});',
    '',
  ].join('\n');
};
