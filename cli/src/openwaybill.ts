import { nodeIo, watchPipes } from './io.ts';
import { main } from './main.ts';

watchPipes();
process.exitCode = await main(process.argv.slice(2), nodeIo());
