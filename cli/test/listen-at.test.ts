import { CheckConfig, misfitsOf } from '@openwaybill/conformance';
import { describe, expect, test } from 'vitest';
import { type Listen, listenOf, originOf } from '../src/shore/listen-at.ts';

describe('where something listens', () => {
  test.each<[string, { given: string | undefined; want: Listen | undefined }]>([
    ['nothing is any port', { given: undefined, want: { port: 0 } }],
    ['a port alone', { given: '8081', want: { port: 8081 } }],
    ['a name', { given: 'localhost:8081', want: { hostname: 'localhost', port: 8081 } }],
    ['IPv6 in brackets', { given: '[::1]:8081', want: { hostname: '::1', port: 8081 } }],
    ['IPv6 without brackets', { given: '::1:8081', want: { hostname: '::1', port: 8081 } }],
    ['the highest port', { given: '65535', want: { port: 65_535 } }],
    ['a port above it', { given: '65536', want: undefined }],
    ['no port', { given: 'localhost', want: undefined }],
    ['an address', { given: 'http://localhost:8081', want: undefined }],
  ])('%s', (_title, { given, want }) => expect(listenOf(given)).toEqual(want));

  test.each(['8081', 'localhost:8081', '[::1]:8081', 'localhost', 'http://a:1'])(
    'is the same in a file: %s',
    (listen) => {
      const misfits = misfitsOf(CheckConfig, { version: 1, receiver: { listen } });
      expect(misfits.length === 0).toBe(listenOf(listen) !== undefined);
    },
  );

  test.each([
    ['127.0.0.1', 'http://127.0.0.1:80'],
    ['::1', 'http://[::1]:80'],
  ])('has an origin: %s', (hostname, want) => expect(originOf('http', hostname, 80)).toBe(want));
});
