import type { FaultTarget } from "./faults.js";
import { contradictionIn, faultFields, isRecord, type Field } from "./fields.js";
import type { FaultRule } from "./rule.js";

/** @throws TypeError for what is no rule, or could never apply; it says what would be right. */
export function checkRule(rule: unknown, targets: readonly FaultTarget[]): asserts rule is FaultRule {
  if (!isRecord(rule)) throw new TypeError('a rule is an object: { "operation", "nth", "times", "fault" }');
  const { fault } = rule;
  checkFields(rule, ruleFields(rule, targets), "");
  if (!isRecord(fault)) throw new TypeError("fault: expected an object with a kind");
  const { kind, ...rest } = fault;
  const kinds = Object.keys(faultFields);
  if (!kinds.includes(String(kind)))
    throw new TypeError(`fault.kind: expected ${kinds.join(", ")}, found ${show(kind)}`);
  checkFields(rest, faultFields[kind as keyof typeof faultFields], "fault.");
  const contradiction = contradictionIn(fault);
  if (contradiction !== undefined) throw new TypeError(contradiction);
}

function ruleFields(
  { api }: Record<string, unknown>,
  targets: readonly FaultTarget[],
): Readonly<Record<string, Field>> {
  const apis = [...new Set(targets.map((target) => target.api))];
  const operations = targets
    .filter((target) => api === undefined || target.api === api)
    .map(({ operation }) => operation);
  const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0;
  return {
    api: { expected: apis.join(" or "), is: (value) => apis.some((name) => name === value) },
    operation: {
      expected: operations.join(", "),
      is: (value) => operations.some((name) => name === value),
    },
    nth: {
      expected: "a whole number from 1, or { from, to }",
      is: (value) =>
        isCount(value) ||
        (isRecord(value) &&
          isCount(value["from"]) &&
          (value["to"] === undefined || Number(value["to"]) >= Number(value["from"]))),
    },
    times: { expected: "a whole number from 1", is: isCount },
    fault: { expected: "an object with a kind", is: isRecord, required: true },
  };
}

function checkFields(
  values: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, Field>>,
  prefix: string,
): void {
  const names = Object.keys(fields);
  const unknown = Object.keys(values).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new TypeError(`${prefix}${unknown}: there is no such field; expected ${names.join(", ")}`);
  for (const [name, { expected, is, required = false }] of Object.entries(fields)) {
    const value = values[name];
    if (value === undefined ? required : !is(value)) {
      throw new TypeError(`${prefix}${name}: expected ${expected}, found ${show(value)}`);
    }
  }
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
