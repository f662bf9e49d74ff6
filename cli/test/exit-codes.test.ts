import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { SELF_SIGNED } from './_self-signed.ts';
import { behind, closeAll, NOBODY, opened } from './_servers.ts';
import { quietIo, started } from './_systems.ts';

const folder = mkdtempSync(join(tmpdir(), 'openwaybill-exit-'));
let courier: Awaited<ReturnType<typeof started>>;
let url = '';

beforeAll(async () => {
  courier = await started('--still', '--store', 'memory');
  url = courier.parties[0]?.url ?? '';
}, 60_000);
afterAll(async () => {
  closeAll();
  await courier.stop();
  rmSync(folder, { recursive: true, force: true });
});

const write = async (name: string, value: unknown): Promise<string> => {
  const path = join(folder, name);
  await quietIo().write(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};

const run = async (argv: readonly string[]) => {
  const io = quietIo();
  const code = await main([...argv, '--out', join(folder, 'out')], io);
  return { code, said: [...io.stdout, ...io.stderr].join('\n') };
};

/** A scenario that shows a living courier within few requests. */
const SHORT = ['--only', 'order-natural-key', '--quiet'];

type Row = {
  readonly given: () => Promise<readonly string[]> | readonly string[];
  readonly code: number;
  readonly says: RegExp;
  readonly zh: RegExp;
};

/** Nothing is wrong with the system in any of these: no report may look as if. */
describe.each<[string, Row]>([
  [
    'a closed port is the environment',
    { given: () => [NOBODY], code: 5, says: /nothing listens there/, zh: /无人监听/ },
  ],
  [
    'an unknown name is the environment',
    { given: () => ['http://nowhere.invalid'], code: 5, says: /DNS/, zh: /DNS/ },
  ],
  [
    'a certificate that nobody knows is the environment',
    {
      given: async () => [
        await opened(
          createSecureServer(SELF_SIGNED, (_, outgoing) => outgoing.end('{}')) as unknown as Server,
          'https',
        ),
      ],
      code: 5,
      says: /TLS: its certificate is signed by itself; .*NODE_EXTRA_CA_CERTS/,
      zh: /自签名/,
    },
  ],
  [
    'an address of something else is wrong use',
    {
      given: async () => [
        await opened(createServer((_, outgoing) => outgoing.end('%nonsense%'.repeat(20_000)))),
      ],
      code: 2,
      says: /200000 characters .*no capability document/,
      zh: /不是能力文档/,
    },
  ],
  [
    'no address is wrong use',
    { given: () => ['ftp://here'], code: 2, says: /no address/, zh: /不是地址/ },
  ],
  [
    'a role that is not claimed is wrong use',
    {
      given: () => [url, '--role', 'platform'],
      code: 2,
      says: /claims courier and not platform/,
      zh: /不含 platform/,
    },
  ],
  [
    'a role that serves nothing is wrong use',
    {
      given: () => [url, '--role', 'merchant'],
      code: 2,
      says: /merchant is no role that serves/,
      zh: /不是提供服务的角色/,
    },
  ],
  [
    'a scenario that is mistyped is wrong use',
    {
      given: () => [url, '--only', 'order-natural-kay'],
      code: 2,
      says: /write order-natural-key/i,
      zh: /若是 order-natural-key/,
    },
  ],
  [
    'a class that is not claimed is wrong use',
    {
      given: () => [url, '--class', 'insurance'],
      code: 2,
      says: /no claimed class insurance/,
      zh: /没有已声明的类别/,
    },
  ],
  [
    'of choices between spaces and commas the wrong one is named',
    {
      given: () => [url, '--only', 'ORD-*', 'DSC-001,NOPE-*'],
      code: 2,
      says: /no scenario, requirement or module NOPE-\*/,
      zh: /没有场景、要求或模块 NOPE-\*/,
    },
  ],
  [
    'a set that does not exist is wrong use',
    {
      given: () => [url, '--set', '9.9.9'],
      code: 2,
      says: /no requirement set 9\.9\.9/,
      zh: /没有要求集/,
    },
  ],
  [
    'a key that the system does not know is the environment',
    {
      given: async () => {
        const { privateKey } = generateKeyPairSync('ed25519');
        const key = { ...privateKey.export({ format: 'jwk' }), kid: 'stranger-1' };
        const mine = { clientId: 'stranger', partyId: 'STRANGER1', role: 'platform', key };
        return [url, '--credentials', await write('stranger.json', mine)];
      },
      code: 5,
      says: /token endpoint answered 401 to stranger; register/,
      zh: /请在系统登记/,
    },
  ],
  [
    'credentials without a key are wrong use',
    {
      given: async () => [
        url,
        '--credentials',
        await write('keyless.json', { clientId: 'a', partyId: 'A1', role: 'platform' }),
      ],
      code: 2,
      says: /key is absent or not in its form/,
      zh: /key 缺失/,
    },
  ],
  [
    'a second organisation that is the first is wrong use',
    {
      given: async () => {
        const { privateKey } = generateKeyPairSync('ed25519');
        const key = { ...privateKey.export({ format: 'jwk' }), kid: 'second-1' };
        const second = { clientId: 'x', partyId: 'PLATFORM71', role: 'platform', key };
        return [url, '--second', await write('second.json', second)];
      },
      code: 2,
      says: /PLATFORM71, as the first/,
      zh: /与第一单位同为/,
    },
  ],
  [
    'a mistyped member of the configuration names the nearest',
    {
      given: async () => ['--config', await write('typo.json', '{ "version": 1,\n  "sytem": {} }')],
      code: 2,
      says: /typo\.json:2 \/sytem: there is no member sytem; write system/,
      zh: /没有成员 sytem；若是 system/,
    },
  ],
  [
    'a secret in the configuration is refused',
    {
      given: async () => [
        '--config',
        await write('secret.json', { version: 1, credentials: { key: { d: 'x' } } }),
      ],
      code: 2,
      says: /secrets never stand in it/,
      zh: /不得出现密钥/,
    },
  ],
  [
    'a claim file of another version contradicts the document',
    {
      given: async () => [
        url,
        '--claim',
        await write('claim.json', {
          version: 1,
          role: 'courier',
          software: { name: 'x', version: '0.0.1' },
        }),
      ],
      code: 2,
      says: /claim file says version 0\.0\.1/,
      zh: /声明文件中的版本/,
    },
  ],
  [
    'a baseline of another role is wrong use',
    {
      given: async () => [
        url,
        '--baseline',
        await write('other.json', { version: 1, role: 'platform', set: '1.0.0', entries: [] }),
      ],
      code: 2,
      says: /of a platform, and this is a courier/,
      zh: /属于 platform/,
    },
  ],
  [
    'a public host without an address for it is wrong use',
    {
      given: () => [url, '--listen', '0.0.0.0:0'],
      code: 2,
      says: /--public-url/,
      zh: /--public-url/,
    },
  ],
  [
    'a baseline without a reason is not written',
    {
      given: () => [url, '--write-baseline'],
      code: 2,
      says: /has no --reason/,
      zh: /缺少 --reason/,
    },
  ],
  [
    'a reason without a baseline to write is wrong use',
    {
      given: () => [url, '--reason', 'a gateway'],
      code: 2,
      says: /--reason was given without --write-baseline/,
      zh: /给出了 --reason/,
    },
  ],
  [
    'a path without a watch is wrong use',
    {
      given: () => [url, '--watch-path', folder],
      code: 2,
      says: /--watch-path was given without --watch/,
      zh: /给出了 --watch-path/,
    },
  ],
  [
    'a path that is not there cannot be watched',
    {
      given: () => [url, '--watch', '--watch-path', join(folder, 'nowhere')],
      code: 2,
      says: /there is no .*nowhere/,
      zh: /没有 .*nowhere/,
    },
  ],
  [
    'a baseline that would hold too long is not written',
    {
      given: () => [url, '--write-baseline', '--reason', 'r', '--until', '2099-01-01'],
      code: 2,
      says: /--until has 2099-01-01; .* 366 days/,
      zh: /最长 366 天/,
    },
  ],
  [
    'a baseline of the first finding alone is not written',
    {
      given: () => [url, '--write-baseline', '--reason', 'r', '--fail-fast'],
      code: 2,
      says: /--write-baseline was given with --fail-fast/,
      zh: /同时给出了/,
    },
  ],
  [
    'a part is not run to be signed',
    {
      given: () => [url, '--sign', 'key.jwk', '--only', 'discovery'],
      code: 2,
      says: /--sign was given with --only/,
      zh: /同时给出了 --sign 与 --only/,
    },
  ],
  [
    'a baseline of another set is wrong use',
    {
      given: async () => [
        url,
        '--baseline',
        await write('set.json', { version: 1, role: 'courier', set: '0.9.0', entries: [] }),
      ],
      code: 2,
      says: /of the set 0\.9\.0, and this run is judged by (next|[0-9.]+)/,
      zh: /属于要求集 0\.9\.0/,
    },
  ],
  [
    'no races at all is wrong use',
    {
      given: () => [url, '--races', '0'],
      code: 2,
      says: /a whole number from 1 is needed/,
      zh: /--races/,
    },
  ],
  [
    'what two systems would not heed is wrong use',
    {
      given: () => ['--between', `courier=${url}`, `platform=${url}`, '--strict'],
      code: 2,
      says: /--strict.* beside two systems/,
      zh: /互测给出了 .*--strict/,
    },
  ],
  [
    'a document of a claim file that lacks what a run reads is wrong use',
    {
      given: async () => [
        url,
        '--claim',
        await write('thin.json', { version: 1, role: 'courier', document: { claims: [] } }),
      ],
      code: 2,
      says: /thin\.json:1 \/document: environment is missing/,
      zh: /缺少 environment/,
    },
  ],
  [
    'a document that lacks what a run reads is wrong use',
    {
      given: async () => [
        await behind(url, async (path, answer) =>
          path === '/.well-known/openwaybill'
            ? Response.json({ ...((await answer.json()) as object), events: null })
            : answer,
        ),
      ],
      code: 2,
      says: /cannot be used at \/events: an object is wanted/,
      zh: /在 \/events 处无法使用/,
    },
  ],
])('%s', (_title, { given, code, says, zh }) => {
  test('check and doctor say so in English', async () => {
    const argv = await given();
    const checked = await run(['check', ...argv, ...SHORT.slice(argv.includes('--only') ? 2 : 0)]);
    expect(checked.said).toMatch(says);
    expect(checked.code).toBe(code);
    expect(checked.said.length).toBeLessThan(2_000);
  });

  test('and in Chinese', async () => {
    const argv = await given();
    const checked = await run(['check', ...argv, '--lang', 'zh', '--quiet']);
    expect(checked.said).toMatch(zh);
    expect(checked.code).toBe(code);
  });
});

test('agreements that are answered wrongly are a finding, and stop no run', async () => {
  const wrong = await behind(url, (path, answer) =>
    path.startsWith('/v1/agreements') ? Response.json({}) : answer,
  );
  const looked = await run(['doctor', wrong]);
  expect(looked.said).toMatch(/finding +agreement +listAgreements answered no list/);
  expect(looked.code).toBe(2);
  expect((await run(['check', wrong, ...SHORT])).code).not.toBe(2);
});

test('the role of the run follows from the document where no file says it', async () => {
  const key = await write(
    'key.json',
    generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
  );
  const config = await write('roleless.json', {
    version: 1,
    system: { url },
    credentials: { clientId: 'stranger', partyId: 'STRANGER1', keyFile: key },
  });
  const { said, code } = await run(['check', '--config', config, ...SHORT]);
  expect(said).toMatch(/token endpoint answered 401 to stranger/);
  expect(code).toBe(5);
});

test.each<[string, { lang: string; want: RegExp }]>([
  ['in English', { lang: 'en', want: /there is no file .*none\.jwk/ }],
  ['in Chinese', { lang: 'zh', want: /没有文件 .*none\.jwk/ }],
])('a key that is not there is missed before the run, %s', async (_title, { lang, want }) => {
  const { said, code } = await run([
    'check',
    url,
    '--sign',
    join(folder, 'none.jwk'),
    '--lang',
    lang,
  ]);
  expect(said).toMatch(want);
  expect(said).not.toMatch(/Verdicts|结论/);
  expect(code).toBe(2);
});

test('a report that cannot be written hides no verdict', async () => {
  const file = await write('no-folder', '');
  const { said, code } = await run(['check', url, ...SHORT, '--junit', join(file, 'junit.xml')]);
  expect(said).toMatch(/Verdicts +courier/);
  expect(said).toMatch(/no-folder/);
  expect(code).toBe(2);
});

test('a plan of a system in production is whole where its owner says so', async () => {
  const served = await fetch(`${url}/.well-known/openwaybill`);
  const { testControl: _, ...rest } = (await served.json()) as {
    readonly testControl?: unknown;
    readonly organisation: { readonly partyId: string };
  };
  const production = await behind(url, (path, answer) =>
    path === '/.well-known/openwaybill'
      ? Response.json({ ...rest, environment: 'PRODUCTION' })
      : answer,
  );
  const { partyId } = rest.organisation;
  const claim = await write('own.json', { version: 1, role: 'courier', partyId });
  const planned = async (...argv: readonly string[]) => {
    const io = quietIo();
    expect(await main(['check', production, '--plan', '--json', ...argv], io)).toBe(0);
    return JSON.parse(io.stdout.join('')).chosen.length;
  };
  expect(await planned()).toBe(1);
  expect(await planned('--production-i-own-this')).toBe(1);
  expect(await planned('--production-i-own-this', '--claim', claim)).toBeGreaterThan(5);
});
