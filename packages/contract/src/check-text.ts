import type { CompiledDescription, CompiledHeader } from "./description.js";
import { findings, type Finding } from "./explain.js";

/**
 * Checks a parameter or header that arrived as text: it is right when one of its readings is. When none is, the first
 * reading's findings are the answer.
 */
export function checkReadings(
  description: CompiledDescription,
  { check }: CompiledHeader,
  values: readonly unknown[],
): readonly Finding[] {
  const results = values.map((value) => findings(description, check, value));
  return results.find((result) => result.length === 0) ?? results[0] ?? [];
}
