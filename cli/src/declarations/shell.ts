import { SHELLS } from '../products.ts';
import type { Declaration } from './declare.ts';

/** Commands about the command line itself. */
export const shellCommands: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program.commandsGroup(zh ? '命令行：' : 'The command line:');
  program
    .command('completion')
    .description(
      zh ? '输出 bash、zsh 或 fish 的补全脚本' : 'print the completion script of bash, zsh or fish',
    )
    .argument('<shell>', SHELLS.join(', '))
    .action(async (shell) => {
      const { completion } = await import('../commands/completion.ts');
      finish(await completion({ ...common(), shell, program }, io));
    });
};
