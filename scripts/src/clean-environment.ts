/**
 * The environment without what the package manager that started us put there. Its settings, the registry among them,
 * would win over the .npmrc of the folder that a command is run in.
 */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  return Object.fromEntries(own);
}
