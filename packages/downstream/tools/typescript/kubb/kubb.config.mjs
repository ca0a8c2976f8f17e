import { defineConfig } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";

export default defineConfig({
  input: { path: process.env.DESCRIPTION },
  output: { path: process.env.CLIENT, extension: { ".ts": ".js" } },
  plugins: [pluginOas(), pluginTs(), pluginClient({ client: "fetch", dataReturnType: "full", bundle: true })],
});
