import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connect } from '@openwaybill/client';
import { listen } from '@openwaybill/mock/node';
import { createTestMock } from '@openwaybill/mock/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASES, exampleOf } from '../clients/case.ts';
import { processDriver } from '../clients/process-driver.ts';
import { type Driver, playCase } from '../clients/stage.ts';
import {
  BUILD_LIMIT,
  buildClient,
  DRIVERS,
  type ForeignLanguage,
  javac,
  PYTHON,
} from '../clients/tool-chains.ts';

const README = new URL('../../README.md', DRIVERS);

/** A program that calls us: we go on answering while it runs. */
const runAside = promisify(execFile);

/** What is shown, as a program of its own. */
const goProgram = (shown: string): string => `package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"

	"openwaybill"
)

func main() {
	ctx := context.Background()
	var given struct {
		URL, Token string
		Draft      openwaybill.WaybillCreation
	}
	if err := json.Unmarshal([]byte(os.Args[1]), &given); err != nil {
		log.Fatal(err)
	}
	baseURL, draft := given.URL, given.Draft
	token := func(context.Context, string) (string, error) { return given.Token, nil }
${shown}}
`;

const javaProgram = (shown: string): string => `import java.util.Map;
import org.openwaybill.Client;
import org.openwaybill.Connection;
import org.openwaybill.Events;
import org.openwaybill.IdempotencyKey;
import org.openwaybill.Json;
import org.openwaybill.Keys;
import org.openwaybill.Outcome;
import org.openwaybill.Receiver;
import org.openwaybill.Reply;
import org.openwaybill.code.RejectReason;
import org.openwaybill.message.Order;
import org.openwaybill.message.Waybill;
import org.openwaybill.message.WaybillCreation;
import org.openwaybill.query.ListOrdersQuery;

public final class Shown {
    public static void main(String[] arguments) throws Exception {
        Map<?, ?> given = (Map<?, ?>) Json.read(arguments[0]);
        String baseUrl = given.get("url").toString();
        String token = given.get("token").toString();
        WaybillCreation draft = WaybillCreation.fromJson(Json.write(given.get("draft")));
        byte[] body = {};
${shown}    }
}
`;

type Language = {
  readonly language: ForeignLanguage;
  readonly driver: string;
  /** Runs what the README shows; throws when it fails. */
  readonly show: (folder: string, shown: string, given: string) => Promise<unknown>;
};

const LANGUAGES: readonly Language[] = [
  {
    language: 'java',
    driver: 'Driver.java',
    show: (folder, shown, given) => {
      writeFileSync(join(folder, 'Shown.java'), javaProgram(shown));
      javac(folder, 'Shown.java');
      return runAside('java', ['-ea', '-cp', 'classes', 'Shown', given], { cwd: folder });
    },
  },
  {
    language: 'python',
    driver: 'python.py',
    show: (folder, shown, given) => {
      const before =
        'import json, sys\nbase_url, token, draft = json.loads(sys.argv[1]).values()\n';
      return runAside(PYTHON, ['-W', 'error', '-c', `${before}${shown}`, given], { cwd: folder });
    },
  },
  {
    language: 'go',
    driver: 'go.go',
    show: (folder, shown, given) => {
      mkdirSync(join(folder, 'shown'));
      writeFileSync(join(folder, 'shown', 'main.go'), goProgram(shown));
      return runAside('go', ['run', './shown', given], { cwd: folder });
    },
  },
];

describe.each(LANGUAGES)('the client in $language', ({ language, driver: source, show }) => {
  const folder = mkdtempSync(join(tmpdir(), `openwaybill-${language}-`));
  let driver: Driver;
  beforeAll(() => {
    driver = processDriver(buildClient(folder, language, 'platform', [source]), folder);
  }, BUILD_LIMIT);
  afterAll(async () => {
    await driver?.end();
    rmSync(folder, { recursive: true });
  });

  test('does what is shown of it', async () => {
    const text = readFileSync(README, 'utf8');
    const shown = new RegExp(`\`\`\`${language}\\n([^\`]+)\`\`\``).exec(text)?.[1] ?? '';
    expect(shown).not.toBe('');
    const mock = await createTestMock({ role: 'courier' });
    const port = await listen((request) => mock.fetch(request), { port: 0, hostname: '127.0.0.1' });
    try {
      const [token = ''] = mock.developmentTokens.values();
      const courier = connect({ baseUrl: port.url, token });
      const order = exampleOf('OrderSubmission') as Parameters<
        typeof courier.submitOrder
      >[0]['body'];
      expect((await courier.submitOrder({ body: order })).ok).toBe(true);
      const given = JSON.stringify({ url: port.url, token, draft: exampleOf('WaybillCreation') });
      await show(folder, shown, given);
    } finally {
      await port.close();
      await mock.close();
    }
  });

  test.each(CASES.map((one) => [one.title, one] as const))('%s', async (_title, one) => {
    expect(await playCase(one, driver)).toEqual([]);
  });
});
