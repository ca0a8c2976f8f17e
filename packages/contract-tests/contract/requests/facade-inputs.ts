import fc from "fast-check";
import type { AgentPlatformCreateInput, AgentPlatformListInput } from "@org/sessions/kore-agent-platform";
import type { FoundryCreateInput, FoundryListInput } from "@org/sessions/foundry-aip-agents";
import type { XoIdsInput, XoRangeInput } from "@org/sessions/kore-xo";

const text = fc.oneof(fc.string({ unit: "binary" }), fc.string());
const filled = fc.oneof(fc.string({ unit: "binary", minLength: 1 }), fc.string({ minLength: 1 }));
/** No URL can carry a segment of dots. */
export const id = filled.filter((value) => value !== "." && value !== "..");
const count = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.constant(Number.MAX_SAFE_INTEGER));

/** Moments before the emulator's present, as every kind of time that is taken. */
const moment = fc
  .date({ min: new Date("2019-01-01"), max: new Date("2026-11-20"), noInvalidDate: true })
  .chain((at) =>
    fc.constantFrom<(string | Date)[]>(
      at,
      at.toISOString(),
      at.toISOString().replace("Z", "583055Z"),
      at.toISOString().slice(0, 10),
    ),
  );

const time = (at: string | Date): number => new Date(at).getTime();
const range = fc
  .tuple(moment, moment)
  .filter(([one, other]) => time(one) !== time(other))
  .map((both) => both.sort((one, other) => time(one) - time(other)))
  .map(([since, until]) => ({ since: since!, until: until! }));
const anyRange = fc.oneof(
  range,
  range.map(({ since }) => ({ since })),
  range.map(({ until }) => ({ until })),
  fc.constant({}),
);

/** Inputs that the types of the facade admit. */
export const facadeInputs = {
  foundryCreate: fc.option(fc.record({ agentVersion: text }, { requiredKeys: [] }), {
    nil: undefined,
  }) satisfies fc.Arbitrary<FoundryCreateInput | undefined>,
  foundryList: fc
    .tuple(anyRange, fc.record({ pageSize: fc.integer({ min: 1, max: 2 ** 31 - 1 }) }, { requiredKeys: [] }))
    .map(([bounds, rest]) => ({ ...bounds, ...rest })) satisfies fc.Arbitrary<FoundryListInput>,
  appCreate: fc
    .tuple(
      fc.record(
        {
          user: filled,
          reference: filled,
          source: filled,
          sessionIdentity: fc.array(fc.record({ type: filled, value: filled }), { minLength: 1, maxLength: 3 }),
        },
        { requiredKeys: [] },
      ),
      filled,
    )
    .map(([input, user]) => ({ user, ...input })) satisfies fc.Arbitrary<AgentPlatformCreateInput>,
  appList: fc
    .tuple(
      anyRange,
      fc.record(
        {
          user: filled,
          sessionId: filled,
          offset: fc.nat(),
          filters: fc.array(fc.record({ key: text, value: text, operator: text }), { maxLength: 2 }),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([bounds, rest]) => ({ ...bounds, ...rest })) satisfies fc.Arbitrary<AgentPlatformListInput>,
  xoRange: fc
    .tuple(
      range,
      fc.record(
        {
          containmentType: fc.constantFrom("dropOff", "selfService", "agent"),
          sessionType: fc.constantFrom("interactive", "non-interactive"),
          userId: filled,
          tags: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }),
          limit: count,
        },
        { requiredKeys: [] },
      ),
    )
    .map(([bounds, rest]) => ({ ...bounds, ...rest })) as fc.Arbitrary<XoRangeInput>,
  xoIds: fc.record({ ids: fc.array(filled, { minLength: 1, maxLength: 120 }) }) satisfies fc.Arbitrary<XoIdsInput>,
};
