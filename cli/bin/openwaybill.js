#!/usr/bin/env node
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 22) {
  // npm start brings a Node where the machine's is too old; the command of the same clone runs on it, too
  const { keptNode, run } = await import('../launch.mjs');
  const { existsSync } = await import('node:fs');
  const kept = keptNode()?.binary;
  if (kept !== undefined && existsSync(kept))
    process.exit(await run(kept, process.argv.slice(1), { cwd: process.cwd() }));
  console.error(
    `openwaybill: this is Node ${process.versions.node}; Node 24 is wanted, or 22.22 and newer. Install Node 24 and run the command again.`,
  );
  console.error('openwaybill：需要 Node 24（或 22.22 以上）；请安装后重新运行。');
  process.exit(2);
}
await import('../dist/bundle/entry.js').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.url?.endsWith('/entry.js')) throw error;
  console.error(
    'openwaybill: this clone is not built yet; the command is a product of its sources. Run npm start, or npm run build.',
  );
  console.error('openwaybill：尚未构建；请先运行 npm start 或 npm run build。');
  process.exit(2);
});
