import { CARRIED, MATERIAL, RECEIVER_TYPES, SENDER_TYPES, SOURCES } from '../generated/material.ts';
import type { CallerRole } from '../runtime/methods.ts';
import { callsText } from './calls-text.ts';
import { generateGo } from './go/generate-go.ts';
import { generateJava } from './java/generate-java.ts';
import type { Material } from './material.ts';
import { generatePython } from './python/generate-python.ts';
import { sourcesFor } from './reveals.ts';
import { type Selection, selectionFor } from './selection.ts';
import { operationsText, tableText } from './table-text.ts';
import { trim } from './trim.ts';

type Emit = (
  selection: Selection,
  role: string,
  sources: Readonly<Record<string, string>>,
) => ReadonlyMap<string, string>;

/** The languages beside TypeScript, with what writes each. */
const EMITTERS = {
  java: generateJava,
  python: generatePython,
  go: generateGo,
} as const satisfies Readonly<Record<string, Emit>>;

/** The languages that clients are written in. */
export const CLIENT_LANGUAGES = ['ts', ...Object.keys(EMITTERS)] as readonly ClientLanguage[];
export type ClientLanguage = 'ts' | keyof typeof EMITTERS;

/** The modules that a client may be limited to. */
export const CLIENT_MODULES: readonly string[] = [
  ...new Set(MATERIAL.operations.map(({ module }) => module)),
].sort();

/** For whom a client is: its own role, whose calls it makes and whose events it receives. */
export type ClientRequest = {
  readonly role: CallerRole;
  readonly language: ClientLanguage;
  /** All of them where it is left out. */
  readonly modules?: readonly string[];
};

/** Whoever subscribes is challenged, whatever the events are about. */
const EVERY_RECEIVER = 'discovery';

const ofModules = (modules: readonly string[] = CLIENT_MODULES): Material => ({
  ...MATERIAL,
  operations: MATERIAL.operations.filter(({ module }) => modules.includes(module)),
  events: MATERIAL.events.filter(
    ({ module }) => module === EVERY_RECEIVER || modules.includes(module),
  ),
});

const forRole = (material: Material, role: string): Material => ({
  ...material,
  operations: material.operations.filter(({ calledBy }) => calledBy.includes(role)),
  events: material.events.filter(({ sentTo }) => sentTo.includes(role)),
});

const named = (name: string | undefined): readonly string[] => (name === undefined ? [] : [name]);

const INDEX = `export type { Ambient } from './ambient.ts';
export type { Calls, Events } from './generated/calls.ts';
export type { components as Received } from './generated/receiver.ts';
export type { components as Sent } from './generated/sender.ts';
export { connect } from './runtime/connect.ts';
export { type Connection, connectTo } from './runtime/connect-to.ts';
export { type KeyLoader, keysAt } from './runtime/keys-at.ts';
export { type CodeOf, type KnownCode, known, type OpenList } from './runtime/known.ts';
export type { Arguments, Method, Methods } from './runtime/methods.ts';
export { type AnyEvent, createReceiver, type Handlers } from './runtime/receive.ts';
export { type LocalCode, type Problem, Refused, type Result } from './runtime/result.ts';
export { type Seen, seenInMemory } from './runtime/seen.ts';
export type { TokenSource } from './runtime/send.ts';
export { toExpress } from './runtime/to-express.ts';
export { toFastify } from './runtime/to-fastify.ts';
export { toHono } from './runtime/to-hono.ts';
export { toNodeListener } from './runtime/to-node-listener.ts';
`;

/** Enough for a compiler that has nothing else; a project with a configuration of its own needs only the two flags. */
const CONFIGURATION = `${JSON.stringify(
  {
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2022', 'DOM'],
      types: [],
      module: 'ESNext',
      moduleResolution: 'Bundler',
      strict: true,
      exactOptionalPropertyTypes: true,
      verbatimModuleSyntax: true,
      erasableSyntaxOnly: true,
      rewriteRelativeImportExtensions: true,
      rootDir: '.',
      outDir: 'dist',
      declaration: true,
    },
    include: ['.'],
    exclude: ['dist'],
  },
  null,
  2,
)}\n`;

/** A client that needs no package: types, tables and run time, by path. */
export const generateClient = ({ role, language, modules }: ClientRequest): Map<string, string> => {
  const material = ofModules(modules);
  if (language === 'ts') return generateTypeScript(forRole(material, role));
  const selection = selectionFor(material, role);
  const written = EMITTERS[language](selection, role, sourcesFor(selection, CARRIED[language]));
  return new Map([...written].sort(([a], [b]) => (a < b ? -1 : 1)));
};

const generateTypeScript = (material: Material): Map<string, string> => {
  const { operations, events } = material;
  return new Map(
    [
      ['index.ts', INDEX] as const,
      ['tsconfig.json', CONFIGURATION] as const,
      ['generated/calls.ts', callsText(material)] as const,
      ['generated/operations.ts', operationsText(material)] as const,
      ['generated/tables.ts', tableText(material)] as const,
      [
        'generated/receiver.ts',
        trim(RECEIVER_TYPES, {
          schemas: [
            'Problem',
            'CloudEvent',
            ...operations.flatMap(({ answer }) => named(answer)),
            ...events.map(({ notification }) => notification),
          ],
          operations: operations
            .filter(({ query }) => query.length > 0)
            .map(({ operationId }) => operationId),
        }),
      ] as const,
      [
        'generated/sender.ts',
        trim(SENDER_TYPES, {
          schemas: operations.flatMap(({ request }) => named(request)),
          operations: [],
        }),
      ] as const,
      ...Object.entries(SOURCES),
    ].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};
