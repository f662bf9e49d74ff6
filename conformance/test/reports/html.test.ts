import { expect, test } from 'vitest';
import { renderHtml } from '../../src/reports/index.ts';
import { exchange, finding, result, transcript } from './given.ts';

const page = renderHtml(result(), transcript(exchange()));

test('equal results give equal bytes', () => {
  expect(renderHtml(result(), transcript(exchange()))).toBe(page);
});

test('the page may not speak to anybody, and only its own script runs', () => {
  expect(page).toContain(
    `content="default-src 'none'; script-src 'nonce-sha256${'a'.repeat(64)}'; style-src 'nonce-sha256${'a'.repeat(64)}'; base-uri 'none'; form-action 'none'"`,
  );
  expect(page.split('<script').length).toBe(2);
});

test('both languages are in the page', () => {
  for (const text of ['nonconformant', '不符合', 'An order, and again', '提交订单并重复'])
    expect(page).toContain(text);
});

test('a verdict is written with role, class, set and depth', () => {
  expect(page).toContain(
    'courier · core · 1.0.0 · WIRE: nonconformant (1 of 2 requirements; 2 above this depth)',
  );
});

test('a personal value is not in the page', () => {
  expect(page).not.toContain('张三丰');
  expect(page).not.toContain('OW-1-1');
  expect(page).toContain('&lt;personal: note.freetext&gt;');
});

test('markup of a system stays text', () => {
  const evil = '</pre><script>alert(1)</script><img src=x onerror=alert(1)>';
  const { response, ...rest } = exchange();
  const answered = {
    ...rest,
    response: {
      status: 200,
      headers: [['etag', evil]] as const,
      body: { utf8: JSON.stringify({ revision: 2, [evil]: evil, status: evil }) },
      receivedAt: response?.receivedAt ?? '',
    },
  };
  const findings = [finding({ actual: evil, pointer: `/${evil}` })];
  const software = { name: evil, version: evil };
  const given = result({ findings, system: { ...result().system, software } });
  const evilPage = renderHtml(given, transcript(answered));
  expect(evilPage).not.toContain('<img');
  expect(evilPage.split('<script').length).toBe(2);
});
