// A setup file of Vitest, for suites with properties.
import fc from "fast-check";
import { propertySeed } from "./property-seed.ts";

fc.configureGlobal({
  seed: propertySeed(process.env["PROPERTY_SEED"]),
  // Reports that are read as text have no `cause`.
  includeErrorInReport: true,
});
