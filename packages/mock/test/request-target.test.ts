import { expect, test } from 'vitest';
import { targetIn } from '../src/engine/request-target.ts';

test.each([
  'http://127.0.0.1:4010/v1/orders/A-1',
  'https://courier.test/v1/orders?limit=5&cursor=a%2Fb&limit=6',
  'https://courier.test/',
  'https://courier.test',
  'https://courier.test/v1/orders#part',
  'https://courier.test/v1/orders?limit=5#part?limit=6',
  'https://courier.test/v1/%E4%B8%AD/../orders/a%2Fb?',
  'https://courier.test?q=http://other.test/path',
  'https://[::1]:4010/v1/a[0]?b=[1]',
])('%s is cut where it would be parsed', (given) => {
  const { url } = new Request(given);
  const { pathname, searchParams } = new URL(url);
  const target = targetIn(url);
  expect({ pathname: target.pathname, query: [...target.query] }).toEqual({
    pathname,
    query: [...searchParams],
  });
});
