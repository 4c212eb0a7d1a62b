import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The options of a script's command line; for one that it does not know, says so with how the script is used, and ends with status 2. */
export function readOptions<const O extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: O) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nusage: ${usage}`);
    process.exit(2);
  }
}
