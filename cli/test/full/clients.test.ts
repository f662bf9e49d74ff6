import { execFile, execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { connect } from '@openwaybill/client';
import { type ClientLanguage, generateClient } from '@openwaybill/client/generate';
import { listen } from '@openwaybill/mock/node';
import { createTestMock } from '@openwaybill/mock/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASES, exampleOf } from '../clients/case.ts';
import { processDriver } from '../clients/process-driver.ts';
import { type Driver, playCase } from '../clients/stage.ts';

/** A compiler that has never run here compiles its library first. */
const BUILD_LIMIT = 300_000;

type Language = {
  readonly language: ClientLanguage;
  /** Where in the folder the client and its driver stand. */
  readonly client: string;
  readonly driver: readonly [from: string, to: string];
  /** Makes it ready to run; throws when its tools are missing or complain. */
  readonly build: (folder: string) => void;
  /** Runs what the README shows; throws when it fails. */
  readonly show: (folder: string, shown: string, given: string) => Promise<unknown>;
  readonly command: (folder: string) => readonly [string, ...string[]];
};

const DRIVERS = new URL('../../../packages/client/behaviour/drivers/', import.meta.url);

const README = new URL('../../README.md', DRIVERS);

/** A program that calls us: we go on answering while it runs. */
const runAside = promisify(execFile);

/** Runs a tool, and throws with what it says when it fails. */
const run = (folder: string, program: string, ...argv: readonly string[]): string =>
  execFileSync(program, argv, { cwd: folder, encoding: 'utf8' });

/** The Python of a developer may have no `cryptography`; Debian's has it as a package. */
const PYTHON = process.env.OPENWAYBILL_PYTHON ?? 'python3';

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

/** Warnings are errors. The compiler runs once, so that its own compiler is not worth its time. */
const JAVAC = [
  ...['-J-XX:+UseSerialGC', '-J-XX:TieredStopAtLevel=1', '--release', '8', '-encoding', 'UTF-8'],
  ...['-proc:none', '-Xlint:all', '-Werror', '-cp', 'classes', '-d', 'classes'],
];

/** Every source of Java in a folder. */
const javaIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.java'),
  );

const LANGUAGES: readonly Language[] = [
  {
    language: 'java',
    client: '.',
    driver: ['Driver.java', 'Driver.java'],
    build: (folder) => {
      mkdirSync(join(folder, 'classes'));
      writeFileSync(join(folder, 'sources'), javaIn(folder).join('\n'));
      run(folder, 'javac', ...JAVAC, '@sources');
    },
    show: (folder, shown, given) => {
      writeFileSync(join(folder, 'Shown.java'), javaProgram(shown));
      run(folder, 'javac', ...JAVAC, 'Shown.java');
      return runAside('java', ['-ea', '-cp', 'classes', 'Shown', given], { cwd: folder });
    },
    command: () => ['java', '-ea', '-cp', 'classes', 'Driver'],
  },
  {
    language: 'python',
    client: 'openwaybill',
    driver: ['python.py', 'driver.py'],
    build: (folder) => {
      run(folder, PYTHON, '-W', 'error', '-m', 'compileall', '-q', '.');
      run(folder, PYTHON, '-c', 'import cryptography');
    },
    show: (folder, shown, given) => {
      const before =
        'import json, sys\nbase_url, token, draft = json.loads(sys.argv[1]).values()\n';
      return runAside(PYTHON, ['-W', 'error', '-c', `${before}${shown}`, given], { cwd: folder });
    },
    command: () => [PYTHON, '-W', 'error', 'driver.py'],
  },
  {
    language: 'go',
    client: 'openwaybill',
    driver: ['go.go', 'main.go'],
    build: (folder) => {
      writeFileSync(
        join(folder, 'go.mod'),
        'module driver\n\ngo 1.21\n\nrequire openwaybill v0.0.0\n\nreplace openwaybill => ./openwaybill\n',
      );
      const untidy = run(folder, 'gofmt', '-l', '.');
      if (untidy !== '') throw new Error(`gofmt would write these otherwise: ${untidy}`);
      run(join(folder, 'openwaybill'), 'go', 'vet', './...');
      run(folder, 'go', 'build', '-o', 'driver', '.');
    },
    show: (folder, shown, given) => {
      mkdirSync(join(folder, 'shown'));
      writeFileSync(join(folder, 'shown', 'main.go'), goProgram(shown));
      return runAside('go', ['run', './shown', given], { cwd: folder });
    },
    command: (folder) => [join(folder, 'driver')],
  },
];

describe.each(LANGUAGES)('the client in $language', (of) => {
  const folder = mkdtempSync(join(tmpdir(), `openwaybill-${of.language}-`));
  let driver: Driver;
  beforeAll(() => {
    for (const [path, text] of generateClient({ role: 'platform', language: of.language })) {
      const file = join(folder, of.client, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const [from, to] = of.driver;
    copyFileSync(fileURLToPath(new URL(from, DRIVERS)), join(folder, to));
    of.build(folder);
    driver = processDriver(of.command(folder), folder);
  }, BUILD_LIMIT);
  afterAll(async () => {
    await driver?.end();
    rmSync(folder, { recursive: true });
  });

  test('does what is shown of it', async () => {
    const text = readFileSync(README, 'utf8');
    const shown = new RegExp(`\`\`\`${of.language}\\n([^\`]+)\`\`\``).exec(text)?.[1] ?? '';
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
      await of.show(folder, shown, given);
    } finally {
      await port.close();
      await mock.close();
    }
  });

  test.each(CASES.map((one) => [one.title, one] as const))('%s', async (_title, one) => {
    expect(await playCase(one, driver)).toEqual([]);
  });
});
