import { test } from "vitest";
import { loadDescriptions } from "../support/descriptions.ts";
import { tallyOf } from "../support/tally.ts";
import { agentPlatformSteps } from "./agent-platform-steps.ts";
import { foundrySteps } from "./foundry-steps.ts";
import { runSequences, startReal } from "./real.ts";
import { xoSteps, type XoModel } from "./xo-steps.ts";

const tally = tallyOf("emulator-to-description");
const descriptions = await loadDescriptions();

test("Foundry: creating, listing and getting in any order agree with a model, and every answer is as described", async () => {
  const start = () => ({ model: { sessions: [] }, real: startReal(descriptions, tally, { seed: "none" }) });
  await runSequences(foundrySteps, start, 60);
});

test("Agent Platform: creating and listing in any order agree with a model, and every answer is as described", async () => {
  const options = { seed: "none", agentPlatform: { pageSize: 3 } } as const;
  const start = () => ({ model: { sessions: [] }, real: startReal(descriptions, tally, options) });
  await runSequences(agentPlatformSteps, start, 60);
});

test("XO: listing and looking up in any order agree with a model, and every answer is as described", async () => {
  const options = { xo: { requestsPerMinute: Infinity, requestsPerHour: Infinity } };
  const start = () => {
    const real = startReal(descriptions, tally, options);
    return { model: { sessions: real.emulator.sessions("xo") as XoModel["sessions"] }, real };
  };
  await runSequences(xoSteps, start, 20);
});
