import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttp, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type AddressInfo, connect, createServer as createTcp, type Server } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromText } from '@openwaybill/conformance';
import { registry } from '@openwaybill/schemas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Io, nodeIo } from '../src/io.ts';
import { main } from '../src/main.ts';
import { type Passed, relay } from '../src/shore/relay.ts';
import { SELF_SIGNED } from './_self-signed.ts';

const folder = mkdtempSync(join(tmpdir(), 'openwaybill-record-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Not every container has it. */
const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === '::1'),
);

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** A system of bytes: it answers every connection with what it was given, and keeps what it was sent. */
const rawSystem = async (answer: string) => {
  const heard: string[] = [];
  const server = createTcp((socket) => {
    socket.on('data', (data) => {
      heard.push(data.toString('latin1'));
      if (heard.join('').includes('\r\n\r\n')) socket.end(Buffer.from(answer, 'latin1'));
    });
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, heard, url: `http://127.0.0.1:${portOf(server)}` };
};

/** Everything that comes back over one connection. */
const exchangeBytes = (url: string, request: string): Promise<string> =>
  new Promise((done) => {
    let said = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
      socket.write(Buffer.from(request, 'latin1')),
    );
    socket.on('data', (data) => {
      said += data.toString('latin1');
    });
    socket.on('close', () => done(said));
    socket.on('error', () => socket.destroy());
  });

const passing = async (to: string, more: Partial<Parameters<typeof relay>[0]> = {}) => {
  const seen: Passed[] = [];
  const lost: unknown[] = [];
  let given: (error: unknown) => void = () => undefined;
  const firstLost = new Promise<unknown>((done) => {
    given = done;
  });
  let told: (passed: Passed) => void = () => undefined;
  const first = new Promise<Passed>((done) => {
    told = done;
  });
  const { now, elapsed } = nodeIo();
  const through = await relay({
    port: 0,
    hostname: '127.0.0.1',
    to,
    as: 'courier',
    now,
    elapsed,
    seen: (passed) => {
      seen.push(passed);
      told(passed);
    },
    lost: (error) => {
      lost.push(error);
      given(error);
    },
    ...more,
  });
  return { ...through, seen, first, lost, firstLost };
};

describe('a relay', () => {
  test.each<[string, string, string]>([
    [
      'names in their case, repeats and an odd reason',
      'GET /a?b=%20c HTTP/1.1\r\nHost: HOST\r\nX-One: 1\r\nx-two: 2\r\nX-One: 3\r\n\r\n',
      'HTTP/1.1 299 Fine By Me\r\nX-b: 1\r\nx-A: 2\r\nX-b: 3\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi',
    ],
    [
      'a body of any bytes',
      'POST /a HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4\r\n\r\n\xff\x00{}',
      'HTTP/1.1 201 Created\r\nContent-Length: 3\r\nConnection: close\r\n\r\n\x00\xfe\xff',
    ],
    [
      'an answer to HEAD, with a length and no body',
      'HEAD /a HTTP/1.1\r\nHost: HOST\r\n\r\n',
      'HTTP/1.1 200 OK\r\nContent-Length: 700\r\nConnection: close\r\n\r\n',
    ],
    [
      'a request with neither body nor length',
      'POST /a HTTP/1.1\r\nHost: HOST\r\n\r\n',
      'HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n',
    ],
    [
      'a request to the server as a whole',
      'OPTIONS * HTTP/1.1\r\nHost: HOST\r\n\r\n',
      'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    ],
    [
      'an expectation that nobody knows',
      'GET /a HTTP/1.1\r\nHost: HOST\r\nExpect: the-best\r\n\r\n',
      'HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    ],
    [
      'an answer in pieces',
      'GET /a HTTP/1.1\r\nHost: HOST\r\n\r\n',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\nhi\r\n0\r\n\r\n',
    ],
    [
      'an answer that ends with its connection',
      'GET /a HTTP/1.1\r\nHost: HOST\r\n\r\n',
      'HTTP/1.1 200 OK\r\nX-A: 1\r\nConnection: close\r\n\r\nuntil the end',
    ],
  ])('passes on byte for byte %s', async (_title, request, answer) => {
    const system = await rawSystem(answer);
    const through = await passing(system.url);
    const mine = request.replace('HOST', new URL(through.url).host);
    expect(await exchangeBytes(through.url, mine)).toBe(answer);
    const sorted = (text: string): readonly string[] => text.split('\r\n').sort();
    expect(sorted(system.heard.join(''))).toEqual(
      sorted(request.replace('HOST', new URL(system.url).host)),
    );
    expect((await through.first).response?.status).toBe(Number(answer.slice(9, 12)));
    await through.close();
    system.server.close();
  });

  test('closes the connection where nobody answers, and says nothing', async () => {
    const through = await passing('http://127.0.0.1:1');
    const said = await exchangeBytes(through.url, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(said).toBe('');
    expect(await through.first).toMatchObject({ unanswered: 'REFUSED' });
    await through.close();
  });

  test.each<[string, string, string]>([
    [
      'a header that Node would not write',
      'POST /a HTTP/1.1\r\nHost: HOST\r\nTrailer: X-A\r\nContent-Length: 2\r\n\r\nhi',
      'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n',
    ],
    [
      'a status that Node would not write',
      'GET /a HTTP/1.1\r\nHost: HOST\r\n\r\n',
      'HTTP/1.1 099 Odd\r\nContent-Length: 0\r\n\r\n',
    ],
    [
      'trailers that have no place',
      'GET /a HTTP/1.1\r\nHost: HOST\r\n\r\n',
      'HTTP/1.1 200 OK\r\nTrailer: X-A\r\nContent-Length: 0\r\n\r\n',
    ],
  ])('blames nobody for %s, and goes on', async (_title, request, answer) => {
    const system = await rawSystem(answer);
    const through = await passing(system.url);
    const mine = request.replace('HOST', new URL(through.url).host);
    expect(await exchangeBytes(through.url, mine)).toBe('');
    expect(await through.firstLost).toBeInstanceOf(Error);
    expect(through.seen).toEqual([]);
    await through.close();
    system.server.close();
  });

  test('lets a caller that waits for it go on', async () => {
    const system = createHttp((incoming, outgoing) => {
      incoming.on('data', (data) => outgoing.end(data));
    });
    await new Promise<void>((done) => system.listen(0, '127.0.0.1', done));
    const through = await passing(`http://127.0.0.1:${portOf(system)}`);
    const answer = await new Promise<string>((done) => {
      const asking = requestHttp(
        through.url,
        { method: 'POST', headers: { Expect: '100-continue', 'Content-Length': '2' } },
        (answered) => answered.on('data', (data) => done(String(data))),
      );
      asking.on('continue', () => asking.end('hi'));
    });
    expect(answer).toBe('hi');
    expect((await through.first).response?.status).toBe(200);
    await through.close();
    system.close();
  });

  test('tells nothing of what it cuts off itself', async () => {
    let asked: () => void = () => undefined;
    const arrived = new Promise<void>((done) => {
      asked = done;
    });
    const system = createHttp(() => asked());
    await new Promise<void>((done) => system.listen(0, '127.0.0.1', done));
    const through = await passing(`http://127.0.0.1:${portOf(system)}`);
    const said = exchangeBytes(through.url, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    await arrived;
    await through.close();
    expect(await said).toBe('');
    expect(through.seen).toEqual([]);
    system.closeAllConnections();
    system.close();
  });

  test('keeps the beginning of a long body, and says how long it was', async () => {
    const body = 'a'.repeat(2 ** 20 + 1);
    const answer = `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
    const system = await rawSystem(answer);
    const through = await passing(system.url);
    const request = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
    expect((await exchangeBytes(through.url, request)).length).toBe(answer.length);
    const { response } = await through.first;
    expect(response?.bytes.length).toBe(2 ** 20);
    expect(response?.length).toBe(body.length);
    await through.close();
    system.server.close();
  });

  test.each([
    { hostname: '127.0.0.1', host: '127.0.0.1' },
    ...(hasIpv6 ? [{ hostname: '::1', host: '[::1]' }] : []),
  ])('speaks TLS to callers of a system at $host', async ({ hostname, host }) => {
    const system = createHttp((_incoming, outgoing) => outgoing.end('hi'));
    await new Promise<void>((done) => system.listen(0, hostname, done));
    const through = await passing(`http://${host}:${portOf(system)}`, { own: SELF_SIGNED });
    expect(through.url).toMatch(/^https:/);
    const answer = await new Promise<string>((done) => {
      requestHttps(through.url, { ca: SELF_SIGNED.cert }, (answered) =>
        answered.on('data', (data) => done(String(data))),
      ).end();
    });
    expect(answer).toBe('hi');
    await through.close();
    system.close();
  });

  test('answers nothing to what is no HTTP', async () => {
    const through = await passing('http://127.0.0.1:1');
    expect(await exchangeBytes(through.url, 'GET nonsense\r\n\r\n')).toBe('');
    await through.close();
  });
});

type Quiet = Io & { readonly stdout: string[]; readonly stderr: string[] };

const quietIo = (more: Partial<Io> = {}): Quiet => {
  const stdout: string[] = [];
  const stderr: string[] = [];
  return {
    ...nodeIo(),
    stdout,
    stderr,
    env: {},
    isTerminal: false,
    out: (text) => void stdout.push(...text.split('\n')),
    err: (text) => void stderr.push(...text.split('\n')),
    interrupted: async () => true,
    ...more,
  };
};

const example = (name: string): object =>
  Object.values(registry.schemas.get(name)?.examples.valid ?? {})[0] as object;

describe('record', () => {
  let url = '';
  let gone = '';
  let environment = 'SANDBOX';
  const ORDER = { ...example('Order'), status: 'LOST', receiver: '张三丰' };
  const server = createHttp((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const body =
      pathname === '/.well-known/openwaybill'
        ? {
            ...example('CapabilityDocument'),
            environment,
            claims: [
              {
                role: 'courier',
                conformanceClass: 'core',
                modules: ['discovery', 'order'],
                requirementSet: '1.0.0',
              },
            ],
            endpoints: { api: url, token: url, keys: `${url}/v1/keys` },
          }
        : pathname === '/v1/keys'
          ? { keys: [] }
          : ORDER;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(body));
  });
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${portOf(server)}`;
    const { server: closing, url: closed } = await rawSystem('');
    gone = closed;
    await new Promise<void>((done) => closing.close(() => done()));
  });
  afterAll(() => server.close());

  test('writes down what went by without its people, and says what was wrong', async () => {
    const out = join(folder, 'a.owt.ndjson');
    let stop: () => void = () => undefined;
    let listening: (address: string) => void = () => undefined;
    const stopped = new Promise<void>((done) => {
      stop = done;
    });
    const at = new Promise<string>((done) => {
      listening = done;
    });
    const io = quietIo({
      interrupted: async () => {
        await stopped;
        return true;
      },
    });
    const code = main(['record', '--listen', '0', '--to', url, '--as', 'courier', '--out', out], {
      ...io,
      err: (text) => listening(text.split(' ')[0] ?? ''),
    });
    const through = await at;
    const direct = await fetch(`${url}/v1/orders/ORD20261101-0001`);
    const relayed = await fetch(`${through}/v1/orders/ORD20261101-0001`);
    expect(await relayed.text()).toBe(await direct.text());
    stop();
    expect(await code).toBe(0);
    const said = io.stdout.join('\n');
    expect(said).toContain('platform → courier  getOrder  200  2 wrong');
    expect(said).toContain('1 exchanges, 1 of them with something wrong');
    expect(said).not.toContain('张三丰');
    const file = await io.read(out);
    const text = file.ok ? new TextDecoder().decode(file.bytes) : '';
    expect(text).not.toContain('张三丰');
    const read = fromText(text);
    expect(read).toMatchObject({ ok: true, isTorn: false });
    const judging = quietIo();
    expect(await main(['judge', out, '--json'], judging)).toBe(1);
    const { findings } = JSON.parse(judging.stdout.join(''));
    expect(findings.map((one: { case: string }) => one.case)).toContain('shape.Order');
  });

  test.each<[string, () => readonly string[], number, string, string]>([
    ['an address that is none', () => ['--to', 'courier'], 2, 'courier is no address', '不是地址'],
    ['a port that is none', () => ['--listen', 'x'], 2, 'x is no port', 'x 不是端口'],
    ['a port too high', () => ['--listen', '70000'], 2, '70000 is no port', '70000 不是端口'],
    ['two of one role', () => ['--also', `0=${url}`], 2, 'are both courier', '均为 courier'],
    [
      'a certificate without its key',
      () => ['--cert', import.meta.filename],
      2,
      '--cert has no --key',
      '--cert 缺少 --key',
    ],
    [
      'a certificate that is none',
      () => ['--cert', import.meta.filename, '--key', import.meta.filename],
      2,
      'do not belong together',
      '不相配',
    ],
    ['a role that is none', () => ['--as', 'king'], 2, 'king is no role', 'king 不是提供服务'],
    ['a role that is not claimed', () => ['--as', 'hub'], 2, 'claims courier', '声明的角色为'],
    [
      'a file that is there',
      () => ['--out', import.meta.filename],
      2,
      'is there already',
      '已存在',
    ],
    [
      'a system that is not there',
      () => ['--to', gone],
      5,
      'does not answer (REFUSED)',
      '没有应答',
    ],
    [
      'a port that is taken',
      () => ['--listen', new URL(url).port],
      5,
      'is taken; a free port is needed. Name another one with --listen',
      '已被占用',
    ],
    [
      'values of one party alone',
      () => ['--redact', 'off'],
      2,
      'one party alone was named',
      '只指定了一方',
    ],
    [
      'a folder that is a file',
      () => ['--out', join(import.meta.filename, 'a.owt.ndjson')],
      2,
      'is a file; a place that can be written to is needed',
      '是文件',
    ],
  ])('refuses %s', async (_title, more, code, en, zh) => {
    for (const [language, want] of [
      ['en', en],
      ['zh', zh],
    ] as const) {
      const io = quietIo();
      const out = join(folder, 'refused.owt.ndjson');
      const argv = ['record', '--listen', '0', '--to', url, '--out', out];
      expect(await main([...argv, ...more(), '--lang', language], io)).toBe(code);
      expect(io.stderr.join('\n')).toContain(want);
      expect(io.exists(out)).toBe(false);
    }
  });

  test('refuses values of a production', async () => {
    environment = 'PRODUCTION';
    const io = quietIo();
    const out = join(folder, 'refused.owt.ndjson');
    const argv = ['record', '--listen', '0', '--to', url, '--redact', 'off', '--out', out];
    expect(await main(argv, io)).toBe(2);
    expect(io.stderr.join('\n')).toContain('is no sandbox');
    environment = 'SANDBOX';
  });
});
