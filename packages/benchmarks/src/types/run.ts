import { budgets } from "../budgets.ts";
import type { Line } from "../line.ts";
import { compile, compilers, type Compiler } from "./compile.ts";

const contenders = {
  ours: "ours",
  facade: "the facade",
  "openapi-fetch": "openapi-fetch 0.17",
  redocly: "redocly generate-client 2.77",
  osdk: "@osdk/foundry.aipagents 2.38",
} as const;
const cases = {
  right: "right",
  narrowed: "right, an error narrowed by name",
  "misspelt-operation": "wrong, the operation misspelt",
  "misspelt-field": "wrong, a field misspelt",
} as const;

type Contender = keyof typeof contenders;
type Case = keyof typeof cases;

/** How many types a program with one call makes the compiler instantiate, beyond what an empty one does. */
export function runTypes(): Line[] {
  return compilers.flatMap((compiler) => {
    const { instantiations: empty } = compile(compiler, "empty");
    return (Object.keys(contenders) as Contender[]).flatMap((contender) =>
      (Object.keys(cases) as Case[])
        .filter((program) => program !== "narrowed" || contender === "ours")
        .map((program) => measure(compiler, contender, program, empty)),
    );
  });
}

function measure(compiler: Compiler, contender: Contender, program: Case, empty: number): Line {
  const { instantiations, errors } = compile(compiler, `${contender}-${program}`);
  const isWrong = program.startsWith("misspelt");
  if (isWrong !== errors > 0) {
    throw new Error(`${contender}-${program}: TypeScript ${compiler.version} finds ${errors} errors`);
  }
  return {
    group: `type instantiations of one call, TypeScript ${compiler.version}`,
    what: `${contenders[contender]}: ${cases[program]}`,
    unit: "instantiations",
    value: { median: instantiations - empty },
    budget: contender === "ours" ? budgets.types : undefined,
  };
}
