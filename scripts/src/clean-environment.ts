/** How the network is reached, which is the same for every registry. */
const network = /^npm_config_(ca|cafile|strict_ssl|proxy|https?_proxy|noproxy)$/i;

/**
 * The environment without what the package manager that started us put there. Its settings, the registry among them,
 * would win over the .npmrc of the folder that a command is run in.
 */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || network.test(name));
  return Object.fromEntries(own);
}
