import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createReceiver, keysAt, toNodeListener } from '@openwaybill/client/receiver';
import { NEXT_MINOR, SERVED_VERSIONS, SPOKEN_VERSION } from '@openwaybill/schemas';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { main } from '../src/main.ts';
import { closeAll, opened } from './_servers.ts';
import { quietIo, started } from './_systems.ts';

let server: Awaited<ReturnType<typeof started>>;
let url = '';
let token = '';

beforeAll(async () => {
  server = await started('--still', '--store', 'memory', '--future');
  url = server.parties[0]?.url ?? '';
  token = server.parties[0]?.token ?? '';
}, 180_000);
afterAll(async () => {
  closeAll();
  await server.stop();
});

const run = async (...argv: readonly string[]) => {
  const io = quietIo();
  const code = await main([...argv, '--mock', url], io);
  return { code, out: io.stdout.join('\n'), err: io.stderr.join('\n') };
};

const call = async (method: string, path: string) => {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'OpenWaybill-Version': SPOKEN_VERSION,
      'Idempotency-Key': crypto.randomUUID(),
    },
  });
  const body: ReturnType<typeof JSON.parse> = await answer.json();
  return { status: answer.status, headers: answer.headers, body };
};

/** All that a command which is refused must leave as it is. */
const everything = async (): Promise<string> => {
  const shown = ['state', 'clock', 'log', 'faults', 'defaults', 'snapshots'].map(async (name) => {
    const headers = { Authorization: `Bearer ${token}` };
    return (await fetch(`${url}/_mock/${name}`, { headers })).text();
  });
  return (await Promise.all(shown)).join('\n');
};

test('disturbances are added, listed and ended', async () => {
  const added = await run(
    'fault',
    'add',
    'status,latency',
    '--on',
    'get-order',
    '--times',
    '1',
    '--with',
    'retry-after=9',
    '--json',
  );
  expect(added.code).toBe(2);
  const two = await run(
    'fault',
    'add',
    'rate-limit,stale-etag',
    '--on',
    'get-order',
    '--times',
    '1',
    '--json',
  );
  expect(two.code).toBe(0);
  expect(JSON.parse(two.out).map(({ do: { kind } }: { do: { kind: string } }) => kind)).toEqual([
    'rate-limit',
    'stale-etag',
  ]);
  expect((await call('GET', '/v1/orders/SO-1')).status).toBe(429);
  const listed = await run('fault', 'list');
  expect(listed.out.split('\n')).toHaveLength(2);
  expect(listed.out).toMatch(/rate-limit +get-order +of 1 +fired 1/);
  expect((await run('fault', 'clear')).out).toBe('2 ended');
  expect((await run('fault', 'list')).out).toBe('no disturbances');
});

test.each<[string, { given: readonly string[]; want: readonly [number, string] }]>([
  ['a kind that is none', { given: ['fault', 'add', 'flood'], want: [2, 'extra-member'] }],
  [
    'a kind that is nearly one',
    { given: ['fault', 'add', 'duplicat'], want: [2, 'Write duplicate'] },
  ],
  ['a rate that is none', { given: ['fault', 'add', 'drop', '--rate', 'half'], want: [2, '0.2'] }],
  ['an id that is none', { given: ['fault', 'clear', 'flt_99'], want: [2, 'NOT_FOUND'] }],
  ['a token of nobody', { given: ['fault', 'list', '--token', 'x'], want: [2, 'with --token'] }],
  ['no event to choose', { given: ['replay'], want: [2, '--waybill'] }],
  ['an event that is not stored', { given: ['replay', 'msg_1'], want: [2, 'NOT_FOUND'] }],
  [
    'a receiver that is none',
    { given: ['listen', '--forward-to', 'there'], want: [2, '--forward-to'] },
  ],
  [
    'a type of events that is none',
    { given: ['listen', '--events', 'x'], want: [2, 'CODE_UNKNOWN'] },
  ],
  ['no kind', { given: ['fault', 'add', ','], want: [2, 'between commas'] }],
  ['a count of nothing', { given: ['fault', 'add', 'drop', '--times', '0'], want: [2, 'from 1'] }],
  ['a place of nothing', { given: ['fault', 'add', 'drop', '--nth', 'x'], want: [2, 'whole'] }],
  [
    'an operation that is none',
    { given: ['fault', 'add', 'reset', '--on', 'fly'], want: [2, '/match/operation'] },
  ],
  [
    'a type of events to disturb that is none',
    { given: ['fault', 'add', 'drop', '--on', 'a.b'], want: [2, '/match/eventType'] },
  ],
  [
    'a setting that the kind has not',
    { given: ['fault', 'add', 'delay', '--with', 'much=1'], want: [2, 'What goes here: by'] },
  ],
  [
    'a setting of a kind that has none',
    { given: ['fault', 'add', 'drop', '--with', 'much=1'], want: [2, 'nothing goes here'] },
  ],
  [
    'a setting that is no duration',
    { given: ['fault', 'add', 'delay', '--with', 'by=1h'], want: [2, 'PT6H or P1D'] },
  ],
  [
    'a waybill that can never be',
    { given: ['fault', 'add', 'drop', '--waybill', 'GONE!!'], want: [2, 'as ZZ010000000016'] },
  ],
  [
    'an event disturbed by way of a call',
    { given: ['fault', 'add', 'drop', '--on', 'get-order'], want: [2, 'eventType'] },
  ],
  [
    'a status that the operation has not',
    {
      given: ['fault', 'add', 'status', '--on', 'get-order', '--with', 'status=418'],
      want: [2, '400, 401, 403, 404'],
    },
  ],
  [
    'an option that is none',
    { given: ['fault', 'add', 'drop', '--fast'], want: [2, 'openwaybill fault add --help'] },
  ],
  ['a word too many', { given: ['fault', 'list', 'all'], want: [2, 'all'] }],
  ['a word too many of the clock', { given: ['advance', 'soon'], want: [2, 'soon'] }],
  [
    'a seed that is none',
    { given: ['fault', 'add', 'drop', '--rule-seed', 'x'], want: [2, 'whole'] },
  ],
  [
    'a waybill of no event',
    { given: ['replay', '--waybill', 'ZZ010000000016'], want: [2, 'no event of ZZ010000000016'] },
  ],
  ['two choices of events', { given: ['replay', 'a', '--waybill', 'b'], want: [2, '2 ways'] }],
  [
    'a cursor that is none',
    { given: ['replay', '--from', 'abc'], want: [2, 'Send a cursor as an answer gave it'] },
  ],
  ['a way back', { given: ['advance', '--by', '-PT1H'], want: [2, 'PT6H or P1D'] }],
  ['a change that is none', { given: ['replay', 'a', '--mutate', 'melt'], want: [2, 'forge'] }],
  ['no repetition', { given: ['replay', 'a', '--times', '0'], want: [2, 'from 1'] }],
  ['a seed of words', { given: ['listen', '--seed', 'x'], want: [2, 'whole'] }],
  ['no types of events', { given: ['listen', '--events', ','], want: [2, 'between commas'] }],
  ['a time that stands', { given: ['advance'], want: [2, '--by'] }],
  ['two ways to go on', { given: ['advance', '--by', 'PT1H', '--steps', '1'], want: [2, '--by'] }],
  ['a duration that is none', { given: ['advance', '--by', '6h'], want: [2, 'PT6H or P1D'] }],
  ['an instant that is none', { given: ['advance', '--to', 'noon'], want: [2, 'an instant as'] }],
  [
    'an instant that is past',
    { given: ['advance', '--to', '2020-01-01T00:00:00Z'], want: [2, '/toAt'] },
  ],
  ['steps that are none', { given: ['advance', '--steps', '0'], want: [2, 'from 1'] }],
  ['a factor that is none', { given: ['advance', '--play', 'fast'], want: [2, 'x3600'] }],
  ['a parcel without an end', { given: ['advance', '--waybill', 'ZZ1'], want: [2, '--until'] }],
  [
    'a parcel that is none',
    {
      given: ['advance', '--waybill', 'ZZ010000000016', '--until', 'DELIVERED'],
      want: [2, '/until/waybillNo'],
    },
  ],
  [
    'a status that is none',
    {
      given: ['advance', '--waybill', 'ZZ010000000016', '--until', 'THERE'],
      want: [2, '/until/status'],
    },
  ],
])('%s is complained of, and changes nothing', async (_title, { given, want: [code, text] }) => {
  const before = await everything();
  const told = await run(...given);
  expect([told.code, told.err.includes(text) ? text : told.err]).toEqual([code, text]);
  const inChinese = await run(...given, '--lang', 'zh');
  expect(inChinese.code).toBe(code);
  expect(inChinese.err).toMatch(/[一-龥].+；.*[一-龥].+。.+。$/);
  // names, addresses and forms have no Chinese; a sentence of English does not belong there
  expect(inChinese.err).not.toMatch(/\b[a-z]+ [a-z]+ [a-z]+ [a-z]+\b/);
  expect(await everything()).toBe(before);
});

test('an address that is none is wrong use', async () => {
  for (const [language, want] of [
    ['en', 'an address as http://localhost:4010 is needed'],
    ['zh', '需要形如 http://localhost:4010 的地址'],
  ] as const) {
    const io = quietIo();
    expect(await main(['fault', 'list', '--mock', 'nowhere', '--lang', language], io)).toBe(2);
    expect(io.stderr.join('\n')).toContain(want);
  }
});

test.each<[string, { given: readonly string[]; want: string }]>([
  ['a role that nobody plays', { given: ['--role', 'pilot'], want: 'pilot' }],
  ['a port that is none', { given: ['--port', '70000'], want: '65535' }],
  ['a port of words', { given: ['--port', 'x'], want: 'whole' }],
  ['a seed that is none', { given: ['--seed', '-1'], want: 'whole' }],
  ['a world of nowhere', { given: ['--world', 'mars'], want: 'mars' }],
  ['a world outside of the folder', { given: ['--world', '../real/x'], want: '../real/x' }],
  ['a manner that is none', { given: ['--auth', 'loose'], want: 'strict' }],
  ['a clock that is none', { given: ['--clock', 'fast'], want: 'frozen' }],
  ['a magic that is none', { given: ['--magic', 'maybe'], want: 'off' }],
  ['a store of another kind', { given: ['--store', 'mysql://host/x'], want: 'postgres://' }],
  ['a store below a file', { given: ['--store', 'package.json/x'], want: '--store' }],
  ['a log below a file', { given: ['--log', 'package.json/x'], want: '--log' }],
  ['a run below a file', { given: ['--record', 'package.json/x'], want: '--record' }],
  ['a snapshot of nothing', { given: ['--from', 'none.json'], want: 'none.json' }],
  ['a snapshot that is none', { given: ['--from', 'package.json'], want: 'is no snapshot' }],
  ['a view of no snapshot', { given: ['--inspect', 'package.json'], want: 'is no snapshot' }],
  ['a run that is none', { given: ['--play', 'package.json'], want: 'line 1' }],
  ['scenarios of nowhere', { given: ['--scenarios', 'nowhere'], want: 'nowhere' }],
  [
    'a run that goes on',
    { given: ['--record', 'a.json', '--from', 'b.json'], want: 'leave out --from' },
  ],
  [
    'a run on a store',
    { given: ['--record', 'a.json', '--store', 'b'], want: 'leave out --store' },
  ],
  [
    'a run without tokens',
    { given: ['--record', 'a.json', '--auth', 'strict'], want: 'leave out --auth strict' },
  ],
  [
    'a view on a store',
    { given: ['--inspect', 'a.json', '--store', 'b'], want: 'leave out --store' },
  ],
  ['a public laptop', { given: ['--public'], want: '--auth strict' }],
  ['an option that is none', { given: ['--fast'], want: '--fast' }],
])('a mock server with %s does not start', async (_title, { given, want }) => {
  const io = quietIo(Promise.resolve());
  const argv = given.includes('--port') ? given : [...given, '--port', '0'];
  expect(await main(['mock', ...argv], io)).toBe(2);
  expect(io.stderr.join('\n').toLowerCase()).toContain(want);
  expect(io.stdout).toEqual([]);
});

test('a mock server that is not there is an environment', async () => {
  const io = quietIo();
  expect(await main(['fault', 'list', '--mock', 'http://127.0.0.1:1'], io)).toBe(5);
});

test('events to nobody’s address are complained of', async () => {
  const io = quietIo();
  expect(await main(['mock', '--events-to', 'ftp://there'], io)).toBe(2);
});

test('the next minor is spoken and told', async () => {
  const { headers, body } = await call('GET', '/.well-known/openwaybill');
  expect(headers.get('OpenWaybill-Version')).toBe(NEXT_MINOR);
  expect(body.specVersions).toEqual([...SERVED_VERSIONS, NEXT_MINOR]);
});

/** A receiver of ours on a port. */
const receiver = async (of: () => string = () => url) => {
  const handled: string[] = [];
  let told: (type: string) => void = () => undefined;
  const receive: ReturnType<typeof createReceiver> = (request) =>
    createReceiver({
      keys: keysAt(`${of()}/v1/keys`),
      handlers: {},
      unknown: ({ type }) => {
        handled.push(type);
        told(type);
      },
    })(request);
  const next = () =>
    new Promise<string>((resolve) => {
      told = resolve;
    });
  const port = createServer(toNodeListener(receive));
  await new Promise<void>((resolve) => port.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    port.closeAllConnections();
    port.close();
  });
  return { handled, next, at: `http://127.0.0.1:${(port.address() as AddressInfo).port}/hooks` };
};

test('events are forwarded byte for byte, and sent again', async () => {
  const { handled, at } = await receiver();
  let stop = (): void => undefined;
  const io = quietIo(
    new Promise<void>((resolve) => {
      stop = resolve;
    }),
  );
  const lines: string[] = [];
  let told: (line: string) => void = () => undefined;
  io.out = (line) => {
    lines.push(line);
    told(line);
  };
  const nextLine = () =>
    new Promise<string>((resolve) => {
      told = resolve;
    });
  const isReady = new Promise<void>((resolve) => {
    io.err = () => resolve();
  });
  const first = nextLine();
  const code = main(['listen', '--forward-to', at, '--json', '--mock', url], io);
  await isReady;
  const [{ agreementId }] = (await call('GET', '/v1/agreements')).body.items;
  await call('POST', `/v1/agreements/${agreementId}/suspend`);
  const line = JSON.parse(await first);
  expect(line).toMatchObject({
    type: 'org.openwaybill.agreement.status.changed',
    signature: 'VALID',
    status: 204,
  });
  expect(handled).toContain('org.openwaybill.agreement.status.changed');
  const replayed = await run('replay', line.eventId, '--mutate', 'forge', '--json');
  expect(JSON.parse(replayed.out)).toMatchObject([{ eventId: line.eventId, status: 401 }]);
  stop();
  expect(await code).toBe(0);
});

/** Something between, which passes on what is said as it comes, and can drop every line. */
const between = async () => {
  let target = new URL(url);
  let streams: () => void = () => undefined;
  const server = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const { hostname, port } = target;
    const onward = request({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      if (path?.startsWith('/_mock/stream')) streams();
      outgoing.on('close', () => answer.destroy());
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  const at = await opened(server);
  return {
    at,
    drop: () => server.closeAllConnections(),
    /** Something else stands there from now on. */
    moveTo: (to: string) => {
      target = new URL(to);
    },
    /** Resolves once the next stream is open. */
    opened: () =>
      new Promise<void>((resolve) => {
        streams = resolve;
      }),
  };
};

/** Suspends the agreement of a courier, or resumes it: an event for whoever listens. */
const happenAt = async (courier: string, own: string): Promise<void> => {
  const headers = { Authorization: `Bearer ${own}`, 'OpenWaybill-Version': '1.0' };
  const listed: ReturnType<typeof JSON.parse> = await (
    await fetch(`${courier}/v1/agreements`, { headers })
  ).json();
  const [{ agreementId, status }] = listed.items;
  await fetch(
    `${courier}/v1/agreements/${agreementId}/${status === 'SUSPENDED' ? 'resume' : 'suspend'}`,
    { method: 'POST', headers: { ...headers, 'Idempotency-Key': crypto.randomUUID() } },
  );
};

test('a line that is lost is sought again, and tells what comes then', async () => {
  const { handled, next, at } = await receiver();
  const line = await between();
  let stop = (): void => undefined;
  const io = quietIo(
    new Promise<void>((resolve) => {
      stop = resolve;
    }),
  );
  const saysOf = (text: string) =>
    new Promise<void>((resolve) => {
      io.err = (said) => {
        if (said.includes(text)) resolve();
      };
    });
  const isReady = saysOf('events of');
  const code = main(['listen', '--forward-to', at, '--json', '--mock', line.at], io);
  await isReady;
  const isOpen = async (): Promise<void> => {
    // an event that is told is a line that is open
    const came = next();
    await happenAt(url, token);
    await came;
  };
  await isOpen();
  const isLost = saysOf('the line was lost');
  line.drop();
  await isLost;
  await isOpen();
  expect(handled.length).toBeGreaterThanOrEqual(2);
  stop();
  expect(await code).toBe(0);
});

test('a mock server that was started anew is listened to again', async () => {
  const { next, at } = await receiver();
  const anew = await started('--still', '--store', 'memory', '--role', 'courier');
  const [party] = anew.parties;
  const line = await between();
  let stop = (): void => undefined;
  const io = quietIo(
    new Promise<void>((resolve) => {
      stop = resolve;
    }),
  );
  const isOpen = line.opened();
  const code = main(['listen', '--forward-to', at, '--mock', line.at], io);
  await isOpen;
  const isOpenAgain = line.opened();
  line.moveTo(party?.url ?? '');
  line.drop();
  await isOpenAgain;
  const came = next();
  await happenAt(party?.url ?? '', party?.token ?? '');
  expect(await came).toBe('org.openwaybill.agreement.status.changed');
  stop();
  expect(await code).toBe(0);
  await anew.stop();
});

test('a mock server that is gone is missed once, and nothing is left to end', async () => {
  const gone = await started('--still', '--store', 'memory', '--role', 'courier');
  let stop = (): void => undefined;
  const io = quietIo(
    new Promise<void>((resolve) => {
      stop = resolve;
    }),
  );
  const ready = new Promise<void>((resolve) => {
    io.err = (said) => {
      io.stderr.push(said);
      if (said.includes('events of')) resolve();
    };
  });
  let asked = 0;
  io.sleep = async () => {
    asked += 1;
    if (asked === 3) stop();
  };
  const code = main(['listen', '--mock', gone.parties[0]?.url ?? ''], io);
  await ready;
  await gone.stop();
  expect(await code).toBe(0);
  expect(asked).toBeGreaterThanOrEqual(3);
  expect(io.stderr).toEqual([
    expect.stringContaining('events of'),
    'the line was lost; it is sought again',
  ]);
});

test('a mock server sends its events to a receiver without a subscription', async () => {
  let own = '';
  const { next, at } = await receiver(() => own);
  const other = await started('--store', 'memory', '--role', 'courier', '--events-to', at);
  const [party] = other.parties;
  own = party?.url ?? '';
  const came = next();
  const headers = {
    Authorization: `Bearer ${party?.token}`,
    'OpenWaybill-Version': SPOKEN_VERSION,
    'Idempotency-Key': crypto.randomUUID(),
  };
  const listed: ReturnType<typeof JSON.parse> = await (
    await fetch(`${own}/v1/agreements`, { headers })
  ).json();
  const { agreementId } = listed.items[0];
  await fetch(`${own}/v1/agreements/${agreementId}/suspend`, { method: 'POST', headers });
  expect(await came).toBe('org.openwaybill.agreement.status.changed');
  await other.stop();
});
