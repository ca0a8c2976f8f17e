import { afterEach, expect, test, vi } from "vitest";
import { cleanEnvironment } from "../src/clean-environment.ts";

afterEach(() => vi.unstubAllEnvs());

test.each(["npm_config_registry", "npm_config_user_agent", "npm_package_name", "NPM_CONFIG_REGISTRY", "npm_command"])(
  "%s, which would win over a folder's own settings, is left out",
  (name) => {
    vi.stubEnv(name, "of the parent");
    expect(cleanEnvironment()).not.toHaveProperty(name);
  },
);

test.each(["npm_config_cafile", "npm_config_https_proxy", "npm_config_proxy", "npm_config_noproxy", "PATH", "HOME"])(
  "%s, without which nothing is reached, is kept",
  (name) => {
    vi.stubEnv(name, "of the machine");
    expect(cleanEnvironment()).toHaveProperty(name, "of the machine");
  },
);
