import { build } from './turbo.mjs';

process.exit(await build('inherit'));
