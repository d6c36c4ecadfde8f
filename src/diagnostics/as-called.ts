/** Writes the commands in messages as they are typed here: `npm run mendbook -- build` where npm runs the program, `mendbook build` elsewhere. */

/** Scripts of package.json that start the program. */
const SCRIPTS = new Set(['start', 'mendbook']);
const COMMANDS = /(?<![\w./-])mendbook (?=(?:new|build|batch|preview|check|list|flatten|answers|inspect|progress|booklet|template|schema)\b)/g;

/**
 * Gives the commands in a text the words that call the program.
 *
 * @param environment the environment of the process, where npm names the script that it runs
 */
export const asCalled = (words: string, environment: Readonly<Record<string, string | undefined>>): string =>
  SCRIPTS.has(environment.npm_lifecycle_event ?? '') ? words.replaceAll(COMMANDS, 'npm run mendbook -- ') : words;
